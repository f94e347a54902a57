"""What may a template ask for, besides what its page hands it?"""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:  # noqa: ANN401 Django hands over Jinja's own options
    """Make the one Jinja environment: what is not defined is a bug, not a blank."""
    made = Environment(**{**options, "undefined": StrictUndefined})  # noqa: S701 Django switches autoescape on
    made.globals.update(static=static, url=reverse)
    return made
