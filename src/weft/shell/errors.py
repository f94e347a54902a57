"""What does somebody read when a page cannot be shown?

Views for Django's ``handler400`` and its kin. Nothing that was asked for is repeated
on the page: an address may hold what nobody else should read.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from weft.shell.rendering import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One kind of page that could not be shown, in words."""

    status: int
    title: str
    question: str
    answer: str
    way_on: str


NOT_UNDERSTOOD = Trouble(
    status=400,
    title="Not understood",
    question="Could you say that again?",
    answer="We did not understand what was sent. Nothing of it was kept.",
    way_on="Go back a page and try once more, or start again.",
)
NOT_OPEN = Trouble(
    status=403,
    title="Not open",
    question="Is this page yours?",
    answer="This page is not open to you, or it was open too long and has closed.",
    way_on="Go back a page and try once more, or start again.",
)
NOT_THERE = Trouble(
    status=404,
    title="Not here",
    question="Is this the page you meant?",
    answer="There is nothing at this address. It may have moved, or a letter is wrong.",
    way_on="Look at the address again, or start from the first page.",
)
TOO_OFTEN = Trouble(
    status=429,
    title="A short pause",
    question="Shall we pause for a moment?",
    answer="This page was asked for very often just now. Nothing is lost.",
    way_on="Wait half an hour and try again, or ring us.",
)
OUR_FAULT = Trouble(
    status=500,
    title="Something broke",
    question="What went wrong?",
    answer="A thread snapped on our side. It was nothing you did.",
    way_on="Try again in a minute. If you are in a hurry, ring us.",
)


def show(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """Draw the page that says what happened and which way on."""
    return render(request, "error.jinja", trouble.status, trouble=trouble)


def not_understood(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer a request that made no sense."""
    return show(request, NOT_UNDERSTOOD)


def not_open(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer somebody who may not see this."""
    return show(request, NOT_OPEN)


def too_often(request: HttpRequest) -> HttpResponse:
    """Answer somebody who asked very often."""
    return show(request, TOO_OFTEN)


def not_there(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001 Django names it
) -> HttpResponse:
    """Answer an address where nothing is."""
    return show(request, NOT_THERE)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer when our own code failed."""
    return show(request, OUR_FAULT)
