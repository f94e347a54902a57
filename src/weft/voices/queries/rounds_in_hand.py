"""What do those who hold a project see of its rounds?"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from weft.commons.errors import NotFound
from weft.voices.domain.keys import parts_of
from weft.voices.domain.reading import Reader
from weft.voices.domain.told_votes import RoundTold
from weft.voices.models import Passage, Round
from weft.voices.queries.rounds import (
    NO_SUCH_ROUND,
    RoundShown,
    StatementShown,
    round_shown,
    statements_shown,
)
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row
from weft.voices.queries.whole_votes import round_told


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAbout:
    """A round, in a list."""

    number: int
    name: str
    shut: bool
    statements: int
    ballots: int
    voted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotAbout:
    """A ballot, in a list: nothing of what it says."""

    number: int
    typed: int
    by_phone: bool
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsInHand:
    """The rounds of a project."""

    name: str
    rounds: tuple[RoundAbout, ...]
    workshops: tuple[tuple[str, str], ...]  # ref and name


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundInHand:
    """A round, as its hosts see it.

    Attributes
    ----------
    votable
        What anybody may see and vote on: this alone is printed.
    """

    key: str
    shown: RoundShown
    votable: tuple[StatementShown, ...]
    ballots: tuple[BallotAbout, ...]


def rounds_in_hand(key: str) -> RoundsInHand:
    """List the rounds of a project to those who hold it.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    project = project_row(*parts_of(key))
    rows = Round.objects.filter(project=project).annotate(
        statements_in=Count("statements", distinct=True),
        ballots_in=Count("ballots", distinct=True),
        voted_in=Count(
            "ballots", distinct=True, filter=Q(ballots__votes__isnull=False)
        ),
    )
    return RoundsInHand(
        name=project.name,
        rounds=tuple(
            RoundAbout(
                number=one.pk,
                name=one.name,
                shut=one.shut,
                statements=one.statements_in,
                ballots=one.ballots_in,
                voted=one.voted_in,
            )
            for one in rows.order_by("pk")
        ),
        workshops=tuple(
            project.workshops.order_by("held_on", "pk").values_list("ref", "name")
        ),
    )


def round_in_hand(key: str, number: int, *, today: date) -> RoundInHand:
    """Give a round to those who hold its project.

    Raises
    ------
    NotFound
        There is no such round.
    """
    region, slug = parts_of(key)
    row = _row(key, number)
    hosts = wall(region, slug, reader=Reader.HOST, today=today)
    anybody = wall(region, slug, reader=Reader.ANYBODY, today=today)
    seen = {one.number: one for one in anybody.passages}
    ballots = row.ballots.annotate(
        votes_in=Count("votes"),
        phoned=Count("votes", filter=Q(votes__on_paper=False)),
    )
    return RoundInHand(
        key=row.key,
        shown=round_shown(row, hosts, today),
        votable=tuple(one for one in statements_shown(row, seen) if one.votable),
        ballots=tuple(
            BallotAbout(
                number=one.number,
                typed=one.typed,
                by_phone=one.phoned > 0,
                votes=one.votes_in,
            )
            for one in ballots.order_by("number")
        ),
    )


def round_number(region: str, slug: str, ref: str) -> int:
    """Say by which number a round of a project is called.

    Raises
    ------
    NotFound
        There is none by that word.
    """
    row = Round.objects.filter(project=project_row(region, slug), ref=ref).first()
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return row.pk


def round_to_take_away(key: str, number: int) -> RoundTold:
    """Give a round with its ballots, to those who hold its project.

    Raises
    ------
    NotFound
        There is no such round.
    """
    row = _row(key, number)
    held = Passage.objects.filter(project=row.project_id, withdrawn_on=None)
    return round_told(row, set(held.values_list("ref", flat=True)))


def _row(key: str, number: int) -> Round:
    project = project_row(*parts_of(key))
    row = Round.objects.filter(project=project, pk=number).first()
    if row is None:
        raise NotFound(NO_SUCH_ROUND)
    return row
