"""What came of a vote, as far as anybody may know?"""

from dataclasses import dataclass
from datetime import date

from weft.voices.domain.reading import Reader
from weft.voices.domain.votes.reckoned import kept_groupings
from weft.voices.domain.votes.results import Result, result
from weft.voices.models import Round
from weft.voices.queries.ballots import votes_of
from weft.voices.queries.rounds import RoundShown, open_rounds, round_shown
from weft.voices.queries.shown import Wall
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCounted:
    """A round that is over, and what may be told of it; None: too few voted."""

    shown: RoundShown
    result: Result | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesShown:
    """The votes of a project that are over, and one of them counted.

    Attributes
    ----------
    rounds
        Number and name, the last first.
    """

    wall: Wall
    rounds: tuple[tuple[int, str], ...]
    chosen: RoundCounted | None


def votes_shown(
    region: str, slug: str, *, number: int | None, today: date, fewest: int
) -> VotesShown:
    """Give what anybody may know of a project's votes.

    Parameters
    ----------
    number
        Of the round that is asked for; else the last that is over.
    fewest
        The floor: fewer voters are not told apart.

    Raises
    ------
    NotFound
        There is no such project.
    """
    shown = wall(region, slug, reader=Reader.ANYBODY, today=today)
    rows = open_rounds(project_row(region, slug), today=today)
    last = rows[0] if rows else None
    row = next((one for one in rows if one.pk == number), last)
    return VotesShown(
        wall=shown,
        rounds=tuple((one.pk, one.name) for one in rows),
        chosen=None
        if row is None
        else _counted(round_shown(row, shown, today), row, fewest),
    )


def _counted(shown: RoundShown, row: Round, fewest: int) -> RoundCounted:
    votes = votes_of(row, open_to={one.number for one in shown.votable})
    tried = kept_groupings(row.reckoned, [int(one) for one in votes.voters])
    return RoundCounted(shown=shown, result=result(votes, tried, fewest=fewest))
