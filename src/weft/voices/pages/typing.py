"""How are ballots typed in from paper: a table, a line for each, keys 1, 2 and 3?

What is sent is answered at once and not by another page: a hundred papers are a hundred
answers, and a link may not be used without pause.
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import link_to_a_thing
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.finding import number_typed
from weft.voices.domain.votes import Vote
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.rounds_in_hand import ROWS, TypingPage, TypingRow
from weft.voices.queries.rounds import StatementShown
from weft.voices.queries.rounds_in_hand import RoundInHand, round_in_hand
from weft.voices.services.typing_in import (
    BallotTyped,
    Typed,
    type_ballots,
    undo_typing,
)

KEYS = {
    "1": Vote.AGREE,
    "2": Vote.DISAGREE,
    "3": Vote.PASS,
    "a": Vote.AGREE,
    "d": Vote.DISAGREE,
    "p": Vote.PASS,
}


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def ballots(request: HttpRequest, round: int, **_told: object) -> HttpResponse:  # noqa: A002 what it is called here
    """Show the table, and take what was typed into it."""
    link = link_to_a_thing(request, kind=PROJECT)
    told, problem, done = None, "", ""
    if request.method == "POST":
        try:
            told, done = _take(request, link, round)
        except NotPossible as found:
            problem = str(found)
    page = _page(request, link, round, told=told, problem=problem, done=done)
    status = 400 if page.errors else 200
    return render(request, "voices/ballots_in_hand.jinja", status, page=page)


def _take(
    request: HttpRequest, link: LinkAbout, number: int
) -> tuple[Typed | None, str]:
    """Take ballots in, or one out."""
    project, out = link.thing.key, number_typed(request.POST.get("untype", ""))
    if out is not None:
        undo_typing(by=link.actor, project=project, round=number, ballot=out)
        return None, "untype"
    papers = [one for at in range(ROWS) if (one := _paper(request, at)) is not None]
    if not papers:
        raise NotPossible("Type the number of a ballot, and what it says.")
    told = type_ballots(by=link.actor, project=project, round=number, papers=papers)
    return told, ""


def _paper(request: HttpRequest, at: int) -> BallotTyped | None:
    """Read one line; None where nothing is in it."""
    boxes = {
        name.rpartition("-")[2]: typed.strip().lower()
        for name, typed in request.POST.items()
        if isinstance(typed, str) and name.startswith(f"box-{at}-") and typed.strip()
    }
    typed = request.POST.get(f"ballot-{at}", "").strip()
    if not typed and not boxes:
        return None
    number = number_typed(typed)
    if number is None:
        raise NotPossible(f"Line {at + 1}: type the number of the ballot.")
    for statement, said in boxes.items():
        if said not in KEYS or number_typed(statement) is None:
            raise NotPossible(
                f"Ballot {number}, statement {statement}: type 1, 2 or 3, or nothing."
            )
    return BallotTyped(
        number=number,
        said={int(statement): KEYS[said] for statement, said in boxes.items()},
        looked=f"looked-{at}" in request.POST,
    )


def _page(
    request: HttpRequest,
    link: LinkAbout,
    number: int,
    *,
    told: Typed | None,
    problem: str,
    done: str,
) -> TypingPage:
    held = round_in_hand(link.thing.key, number, today=timezone.localdate())
    return TypingPage(
        held=held,
        back=request.path.rpartition("/")[0],
        rows=_rows(request, held, told, problem),
        told=told,
        problem=problem,
        done=done,
    )


def _rows(
    request: HttpRequest, held: RoundInHand, told: Typed | None, problem: str
) -> Sequence[TypingRow]:
    """Keep the lines that could not be taken as they were typed; empty the others."""
    return tuple(_row(request, held.votable, at, told, problem) for at in range(ROWS))


def _row(
    request: HttpRequest,
    statements: Sequence[StatementShown],
    at: int,
    told: Typed | None,
    problem: str,
) -> TypingRow:
    number = number_typed(request.POST.get(f"ballot-{at}", ""))
    apart = told.apart.get(number, ()) if told and number is not None else ()
    unknown = told is not None and number in told.unknown
    kept = bool(problem or apart or unknown)
    return TypingRow(
        at=at,
        number=request.POST.get(f"ballot-{at}", "")[:6] if kept else "",
        cells=tuple(
            (
                one.number,
                request.POST.get(f"box-{at}-{one.number}", "")[:1] if kept else "",
                one.number in apart,
            )
            for one in statements
        ),
        looked=bool(apart),
        wrong=unknown,
    )
