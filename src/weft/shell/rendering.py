"""How does a view become a page, or the one part of it that htmx asked for?"""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.utils.cache import patch_vary_headers
from jinja2 import Template

from weft.shell.site import ENGLISH, Language, site_of

FRAGMENT = "fragment"


def render(
    request: HttpRequest,
    template: str,
    status: int = 200,
    *,
    language: Language = ENGLISH,
    **context: object,
) -> HttpResponse:
    """Draw a page; for htmx only its block ``fragment``, when it has one.

    Every template finds ``site``, ``language`` and ``request`` besides what is given.
    Nothing is set that would leave a cookie, unless the template draws
    ``csrf_input``.
    """
    found = cast("Jinja2", engines["jinja2"]).env.get_template(template)
    values: dict[str, object] = {
        "request": request,
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
        "site": site_of(request),
        "language": language,
        **context,
    }
    response = HttpResponse(
        _drawn(found, values, part=wants_part(request)), status=status
    )
    patch_vary_headers(response, ["HX-Request"])
    return response


def wants_part(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a part; going back in its history takes a page."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def _drawn(found: Template, values: dict[str, Any], *, part: bool) -> str:
    """Draw the whole template or its fragment."""
    if part and FRAGMENT in found.blocks:
        inner = found.new_context(values)
        return "".join(found.blocks[FRAGMENT](inner))
    return found.render(values)
