"""What may a template ask for, besides what its page hands it?"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from jinja2.runtime import Macro

from weft.shell.tables import shown

COMPONENTS = ("words", "controls", "cards", "figures", "help", "languages")


class Components:
    """Every component of the house, as ``ui.button(...)`` in any template.

    A name that is read without an import is also there when only one block of a page
    is drawn, as htmx asks for: what a template imports at its top is not.
    """

    def __init__(self, made: Environment) -> None:
        self._made = made
        self._found: dict[str, Callable[..., str]] = {}

    def __getattr__(self, name: str) -> Callable[..., str]:
        """Find a component by its name; an unknown one is left to be undefined."""
        if not self._found:
            self._found = self._gathered()
        try:
            return self._found[name]
        except KeyError as unknown:
            raise AttributeError(name) from unknown

    def _gathered(self) -> dict[str, Callable[..., str]]:
        """Read each file of components once."""
        modules = (
            self._made.get_template(f"components/{file}.jinja").module
            for file in COMPONENTS
        )
        return {
            name: macro
            for module in modules
            for name, macro in vars(module).items()
            if isinstance(macro, Macro) and not name.startswith("_")
        }


@cache
def installed(file: str) -> bool:
    """Tell whether a static file is here; those of others may not be installed."""
    return finders.find(file) is not None


def environment(**options: Any) -> Environment:  # noqa: ANN401 Django hands over Jinja's own options
    """Make the one Jinja environment: what is not defined is a bug, not a blank."""
    made = Environment(  # noqa: S701 Django switches autoescape on
        **{
            **options,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
        }
    )
    made.filters["shown"] = shown
    made.globals.update(
        static=static, url=reverse, ui=Components(made), installed=installed
    )
    return made
