"""What do communities put first, and who would put it elsewhere?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.access.domain.next_offer import Whose
from weft.accounts.links import LinkAbout
from weft.assets.domain.kinds import OfferKind
from weft.assets.pages.by_link import answered, back_from, take_one_of
from weft.commons.errors import NotPossible
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.keys import parts_of
from weft.voices.domain.told_asked import (
    ElsewhereTold,
    PrioritiesTold,
    PriorityTold,
)
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.priorities import (
    MOST,
    PrioritiesInHand,
    PrioritiesPage,
)
from weft.voices.pages.typed import count as count_typed
from weft.voices.pages.typed import day as day_typed
from weft.voices.pages.views import where_open
from weft.voices.queries.priorities import priorities
from weft.voices.services import prioritising

BAD_DAY = "Choose the day on which they decided, or leave it empty."
NOT_YET = "They cannot have decided on a day that is to come."


def page_of(slug: str) -> PrioritiesPage:
    """Give what communities of a project put first, where anybody may read it."""
    region, today = where_open(slug)
    return PrioritiesPage(shown=priorities(region, slug), today=today)


@require_safe
def priorities_of(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what communities put first, with who would put it elsewhere."""
    return render(request, "voices/priorities.jinja", page=page_of(slug))


@require_safe
def priorities_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 a view takes it
    """Give the same as a file."""
    return as_file(page_of(slug).table, kind)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def priorities_in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Let hosts write down what a community put first."""
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    region, slug = parts_of(link.thing.key)
    page = PrioritiesInHand(
        shown=priorities(region, slug),
        today=timezone.localdate(),
        back=back_from(request),
        neighbourhoods=neighbourhoods(region),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/priorities_in_hand.jinja", status, page=page)


def neighbourhoods(region: str) -> tuple[tuple[str, str], ...]:
    """Name the neighbourhoods of a region by their codes."""
    found = ground.areas(region, Geography.MSOA, 2021)
    return tuple(sorted(((one.code, one.title) for one in found), key=lambda o: o[1]))


def _said(request: HttpRequest, name: str, most: int = 300) -> str:
    return request.POST.get(name, "")[:most].strip()


def _list(request: HttpRequest, link: LinkAbout) -> None:
    on = day_typed(request, "decided_on", BAD_DAY)
    if on is not None and on > timezone.localdate():
        raise NotPossible(NOT_YET)
    known = dict(neighbourhoods(parts_of(link.thing.key)[0]))
    whose, of = _said(request, "whose"), _said(request, "of")
    told = PrioritiesTold(
        ref="",
        community=_said(request, "community", 200),
        whose=Whose(whose) if whose in set(Whose) else None,
        of=of if of in known else "",
        decided_on=on,
        people=count_typed(request, "people", "How many decided"),
        how=_said(request, "how"),
        first=tuple(
            _thing(request, at, known)
            for at in range(1, MOST + 1)
            if _said(request, f"words-{at}")
        ),
    )
    prioritising.state_priorities(by=link.actor, project=link.thing.key, told=told)


def _thing(request: HttpRequest, at: int, known: dict[str, str]) -> PriorityTold:
    place, kind = _said(request, f"place-{at}"), _said(request, f"kind-{at}")
    return PriorityTold(
        words=_said(request, f"words-{at}"),
        place=place if place in known else "",
        kind=OfferKind(kind) if kind in set(OfferKind) else None,
    )


def _elsewhere(request: HttpRequest, link: LinkAbout) -> None:
    listed, _, at = _said(request, "thing").rpartition(" ")
    told = ElsewhereTold(
        by=_said(request, "by", 200),
        at=count_typed(request, "at", "In which place"),
        words=_said(request, "words", 1_000),
    )
    prioritising.put_elsewhere(
        by=link.actor,
        project=link.thing.key,
        listed=listed,
        at=int(at) if at.isascii() and at.isdecimal() else 0,
        told=told,
    )


def _out(request: HttpRequest, link: LinkAbout) -> None:
    prioritising.take_priorities_out(
        by=link.actor, project=link.thing.key, listed=_said(request, "list", 60)
    )


DEEDS = {"list": _list, "elsewhere": _elsewhere, "out": _out}
