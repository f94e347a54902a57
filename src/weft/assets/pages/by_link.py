"""What do the pages behind a group's own link have in common?

The secret in their address is the token, as on the group's own page.
"""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from weft.accounts.asking import link_of
from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.keys import key_in_words
from weft.commons.errors import NotFound, NotPossible, SourceProblem

NO_GROUP = "Copy the address of the group’s page into the field."

ON_THE_LIST = "asset"

Shown = Callable[..., HttpResponse]
"""Draws the page for a request and its link, with the ``problem`` there was."""
Take = Callable[[HttpRequest, LinkAbout], None]
"""Does what one answer of a form says."""


def answered(
    request: HttpRequest,
    *,
    take: Callable[[HttpRequest, LinkAbout], str],
    shown: Shown,
    kind: str = ON_THE_LIST,
) -> HttpResponse:
    """Show a page, or take what was sent by it and lead back to it.

    Parameters
    ----------
    request
        By a link to such a thing.
    take
        Does what the form says, and names what was done.
    shown
        Draws the page; it is told what could not be taken.
    kind
        Of the thing that the link must be bound to.

    Raises
    ------
    NotFound
        The link is to something else, or the form speaks of nothing there.
    """
    link = link_to_a_thing(request, kind=kind)
    if request.method != "POST":
        return shown(request, link)
    try:
        done = take(request, link)
    except NotFound:
        raise
    except (NotPossible, SourceProblem) as problem:
        return shown(request, link, problem=str(problem))
    return redirect(f"{request.path}?done={done}")


def take_one_of(
    answers: Mapping[str, Take],
) -> Callable[[HttpRequest, LinkAbout], str]:
    """Take whichever of some answers was sent.

    Parameters
    ----------
    answers
        What each does, by the value that its button sends as ``answer``.

    Raises
    ------
    NotPossible
        By what is returned, when none of them was sent.
    """

    def take(request: HttpRequest, link: LinkAbout) -> str:
        said = request.POST.get("answer", "")
        if said not in answers:
            raise NotPossible(NOT_AN_ANSWER)
        answers[said](request, link)
        return said

    return take


def link_to_a_thing(request: HttpRequest, *, kind: str = ON_THE_LIST) -> LinkAbout:
    """Give the link behind a request, which must be to a thing of this kind."""
    link = link_of(request)
    if link is None or link.thing.kind != kind:
        raise NotFound
    return link


def group_of(link: LinkAbout) -> UUID:
    """Say which group a link is bound to."""
    return UUID(link.thing.key)


def key_in(request: HttpRequest, name: str) -> UUID:
    """Read of which thing a form speaks."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise NotFound from None


def group_typed(request: HttpRequest) -> UUID:
    """Read a group's key out of the address of its page, as somebody copied it."""
    found = key_in_words(request.POST.get("group", ""))
    if found is None:
        raise NotPossible(NO_GROUP)
    return found


def number_in(request: HttpRequest, name: str) -> int:
    """Read by which number a form speaks of something."""
    number = request.POST.get(name, "")
    if not number.isdecimal():
        raise NotFound
    return int(number)


def back_from(request: HttpRequest) -> str:
    """Lead back to the group's own page."""
    return request.path.rpartition("/")[0]
