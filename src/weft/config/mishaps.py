"""What does somebody see when something went wrong, even when nearly everything did?"""

from collections.abc import Callable
from typing import Final

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from jinja2 import TemplateError

from weft.commons.errors import (
    NotAllowed,
    NotFound,
    NotPossible,
    TooOften,
    WeftError,
)
from weft.shell import errors

Show = Callable[[HttpRequest], HttpResponse]

CANNOT_BE_DRAWN: Final = (
    NoReverseMatch,
    TemplateError,
    DatabaseError,
    OSError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
)

PLAIN = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<h1>{title}</h1>
<p>{answer}</p>
<p><a href="/">Start from the first page</a></p>
"""


def _shown(show: Show, request: HttpRequest, trouble: errors.Trouble) -> HttpResponse:
    """Draw the kind page, or a plain one if drawing is what went wrong."""
    try:
        return show(request)
    except CANNOT_BE_DRAWN:
        text = PLAIN.format(title=trouble.title, answer=trouble.answer)
        return HttpResponse(text, status=trouble.status)


def not_understood(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer a request that made no sense."""
    return _shown(errors.not_understood, request, errors.NOT_UNDERSTOOD)


def not_open(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer somebody who may not see this."""
    return _shown(errors.not_open, request, errors.NOT_OPEN)


def too_often(request: HttpRequest) -> HttpResponse:
    """Answer somebody who asked very often; in a while they may again."""
    return _shown(errors.too_often, request, errors.TOO_OFTEN)


def not_there(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer an address where nothing is."""
    return _shown(errors.not_there, request, errors.NOT_THERE)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer when our own code failed."""
    return _shown(errors.our_fault, request, errors.OUR_FAULT)


def form_too_old(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer a form that was open too long, or came from another site."""
    return not_open(request)


class Mishaps:
    """Turns what a part refuses on purpose into its page."""

    def __init__(self, respond: Show) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self._respond(request)

    def process_exception(
        self, request: HttpRequest, problem: Exception
    ) -> HttpResponse | None:
        """Show the page for an error of our tree; anything else is a bug."""
        if not isinstance(problem, WeftError):
            return None
        if isinstance(problem, NotFound):
            return not_there(request)
        if isinstance(problem, TooOften):
            return too_often(request)
        if isinstance(problem, NotAllowed):
            return not_open(request)
        if isinstance(problem, NotPossible):
            return not_understood(request)
        return None
