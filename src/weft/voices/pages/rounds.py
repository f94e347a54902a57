"""How do those who hold a project let people vote, by its link?"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    answered,
    back_from,
    link_to_a_thing,
    take_one_of,
)
from weft.assets.pages.codes import square_code
from weft.commons.errors import NotFound, NotPossible
from weft.shell.downloads import as_download
from weft.shell.rendering import render
from weft.voices.domain.finding import number_typed
from weft.voices.domain.polling import FOR_LEAVING_OUT, Why
from weft.voices.exchange.polis import as_polis, from_polis
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.rounds_in_hand import (
    PaperPage,
    RoundPage,
    RoundsPage,
)
from weft.voices.queries.rounds_in_hand import (
    round_in_hand,
    round_to_take_away,
    rounds_in_hand,
)
from weft.voices.services import moderating, polling_in, voting

LARGEST = 5_000_000  # bytes of a file: 2,000 ballots of 200 statements are 2 MB
MOST_WORDS = 2_000


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show the rounds of a project, and take a new one."""
    return answered(
        request,
        take=take_one_of({"round": _add_round}),
        shown=_rounds_shown,
        kind=PROJECT,
    )


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def round_page(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show one round, and take what its hosts decide."""
    return answered(request, take=take_one_of(DEEDS), shown=_round_shown, kind=PROJECT)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["POST"])
def paper(request: HttpRequest, round: int, **_told: object) -> HttpResponse:  # noqa: A002 what it is called here
    """Make ballots and show them once, to be printed."""
    link = link_to_a_thing(request, kind=PROJECT)
    many = number_typed(request.POST.get("many", "")) or 0
    try:
        made = voting.give_ballots(
            by=link.actor, project=link.thing.key, round=round, many=many
        )
    except NotPossible as problem:
        return _round_shown(request, link, problem=str(problem))
    held = round_in_hand(link.thing.key, round, today=timezone.localdate())
    address, square = _address(request, held.key)
    page = PaperPage(
        held=held, ballots=made, address=address, square=square, back=back_from(request)
    )
    return render(request, "voices/ballots_on_paper.jinja", page=page)


@require_safe
def round_file(
    request: HttpRequest,
    round: int,  # noqa: A002 what it is called here
    kind: str,
    **_told: object,
) -> HttpResponse:
    """Give a round as the files of Polis, with each ballot: to its hosts alone."""
    link = link_to_a_thing(request, kind=PROJECT)
    files = as_polis(round_to_take_away(link.thing.key, round))
    name = f"{kind}.csv"
    if name not in files:
        raise NotFound
    return as_download(files[name].encode(), "text/csv; charset=utf-8", name)


def _rounds_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = RoundsPage(
        held=rounds_in_hand(link.thing.key),
        here=request.path,
        back=back_from(request),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/rounds_in_hand.jinja", status, page=page)


def _round_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    here = request.path.removesuffix("/paper")
    held = round_in_hand(link.thing.key, _round_of(request), today=timezone.localdate())
    address, square = _address(request, held.key)
    page = RoundPage(
        held=held,
        here=here,
        back=here.rpartition("/")[0],
        address=address,
        square=square,
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/round_in_hand.jinja", status, page=page)


def _address(request: HttpRequest, key: str) -> tuple[str, Markup]:
    """Say where people vote, in letters and as a square code."""
    address = request.build_absolute_uri(reverse("voices:vote", args=[key]))
    return address, Markup(square_code(address).decode())  # noqa: S704 segno's own


def _round_of(request: HttpRequest) -> int:
    matched = request.resolver_match
    return int(matched.kwargs["round"]) if matched else 0


def _said(request: HttpRequest, name: str, *, most: int = 200) -> str:
    return request.POST.get(name, "")[:most].strip()


def _day(request: HttpRequest, name: str) -> date | None:
    typed = _said(request, name)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise NotPossible("Choose the first and the last day, or neither.") from None


def _add_round(request: HttpRequest, link: LinkAbout) -> None:
    typed = _said(request, "asked")
    asked = number_typed(typed)
    if typed and asked is None:
        raise NotPossible("How many were asked: write a number, or leave it empty.")
    told = voting.RoundAsked(
        name=_said(request, "name"),
        question=_said(request, "question", most=MOST_WORDS),
        workshop=_said(request, "workshop"),
        opens_on=_day(request, "opens_on"),
        closes_on=_day(request, "closes_on"),
        asked=asked,
    )
    voting.add_round(by=link.actor, project=link.thing.key, asked=told)


def _put_statement(request: HttpRequest, link: LinkAbout) -> None:
    typed = _said(request, "passages").upper().replace("P", " ").replace(",", " ")
    numbers = [number_typed(one) for one in typed.split()]
    passages = [one for one in numbers if one is not None]
    if len(passages) < len(numbers):
        raise NotPossible("Name the words by their numbers: P3, P7.")
    voting.put_statement(
        by=link.actor,
        project=link.thing.key,
        round=_round_of(request),
        words=_said(request, "words", most=MOST_WORDS),
        passages=passages,
        today=timezone.localdate(),
    )


def _statement_of(request: HttpRequest) -> int:
    return number_typed(_said(request, "statement")) or 0


def _let_in(request: HttpRequest, link: LinkAbout) -> None:
    moderating.rule(
        by=link.actor,
        project=link.thing.key,
        round=_round_of(request),
        statement=_statement_of(request),
        why=None,
        today=timezone.localdate(),
    )


def _leave_out(request: HttpRequest, link: LinkAbout) -> None:
    said = _said(request, "why")
    if said not in set(FOR_LEAVING_OUT):
        raise NotPossible("Choose why it is left out.")
    moderating.rule(
        by=link.actor,
        project=link.thing.key,
        round=_round_of(request),
        statement=_statement_of(request),
        why=Why(said),
        today=timezone.localdate(),
    )


def _undo(request: HttpRequest, link: LinkAbout) -> None:
    moderating.undo_ruling(
        by=link.actor,
        project=link.thing.key,
        round=_round_of(request),
        statement=_statement_of(request),
        today=timezone.localdate(),
    )


def _shut(request: HttpRequest, link: LinkAbout) -> None:
    voting.shut_round(
        by=link.actor, project=link.thing.key, round=_round_of(request), shut=True
    )


def _open(request: HttpRequest, link: LinkAbout) -> None:
    voting.shut_round(
        by=link.actor, project=link.thing.key, round=_round_of(request), shut=False
    )


def _take_files(request: HttpRequest, link: LinkAbout) -> None:
    files = {}
    for file in request.FILES.getlist("files"):
        if (file.size or 0) > LARGEST:
            raise NotPossible(f"«{file.name}» is very large. Is it the right file?")
        files[str(file.name)] = file.read().decode("utf-8-sig", errors="replace")
    if not files:
        raise NotPossible("Choose the files: what was voted on, and who voted what.")
    found = from_polis(files)
    if found.unread:
        name, first = found.unread[0]
        raise NotPossible(
            f"{len(found.unread)} lines could not be read, the first in «{name}», line "
            f"{first.line}: {first.why}. Nothing is taken in."
        )
    polling_in.take_votes(
        by=link.actor,
        project=link.thing.key,
        round=_round_of(request),
        statements=found.statements,
        ballots=found.ballots,
    )


DEEDS = {
    "statement": _put_statement,
    "in": _let_in,
    "out": _leave_out,
    "undo": _undo,
    "shut": _shut,
    "open": _open,
    "files": _take_files,
}
