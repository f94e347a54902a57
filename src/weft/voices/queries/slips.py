"""What is theirs who have a slip?"""

from dataclasses import dataclass
from datetime import date

from weft.accounts.codes import hash_of
from weft.commons.errors import NotFound
from weft.voices.domain.finding import NO_SUCH_SLIP
from weft.voices.domain.kinds import Shown
from weft.voices.domain.reading import Reader
from weft.voices.models import Claim, Objection, Passage, Speaker
from weft.voices.queries.shown import ClaimShown
from weft.voices.queries.wall import wall


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfTheirs:
    """Some words of theirs, and whether they let them be shown."""

    number: int
    words: str
    choice: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidByThem:
    """What somebody said who has a slip, and what became of it."""

    project: str
    name: str  # by which they are known there
    first: bool  # their words wait until they have chosen
    words: tuple[WordsOfTheirs, ...]
    taken_back: int
    claims: tuple[ClaimShown, ...]  # that rest on their words
    pictures: int = 0  # in which they can be known


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidToClaim:
    """What somebody said to a claim by the link of their room."""

    claim: str
    words: str


def said_to(code: str) -> SaidToClaim | None:
    """Give what was said to a claim with this code; None where nothing was."""
    one = (
        Objection.objects.filter(code_hash=hash_of(code))
        .select_related("claim")
        .first()
    )
    return SaidToClaim(claim=one.claim.words, words=one.words) if one else None


def said_by(code: str, *, today: date) -> SaidByThem:
    """Give somebody what is theirs.

    Parameters
    ----------
    code
        Of their slip, as it was typed.
    today
        The day they look.

    Raises
    ------
    NotFound
        No slip has this code.
    """
    speaker = (
        Speaker.objects.filter(slip_hash=hash_of(code))
        .select_related("project")
        .first()
    )
    if speaker is None:
        raise NotFound(NO_SUCH_SLIP)
    passages = Passage.objects.filter(speaker=speaker)
    there = passages.filter(withdrawn_on=None)
    numbers = set(
        Claim.objects.filter(behind__passage__in=there).values_list("number", flat=True)
    )
    project = speaker.project
    read = wall(project.region_id, project.slug, reader=Reader.HOST, today=today)
    return SaidByThem(
        project=project.name,
        name=speaker.name,
        first=speaker.chooses_first,
        words=tuple(
            WordsOfTheirs(
                number=one.number,
                words=one.words or one.in_english,
                choice=Shown(one.choice),
            )
            for one in there
        ),
        taken_back=passages.exclude(withdrawn_on=None).count(),
        claims=tuple(one for one in read.claims if one.number in numbers),
        pictures=speaker.pictures.count(),
    )
