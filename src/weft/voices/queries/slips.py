"""What is theirs who have a slip?"""

from dataclasses import dataclass

from weft.accounts.codes import hash_of
from weft.commons.errors import NotFound
from weft.voices.domain.finding import NO_SUCH_SLIP
from weft.voices.models import Claim, Passage, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidByThem:
    """What somebody said who has a slip, and what became of it."""

    project: str
    name: str  # by which they are known there
    words: tuple[str, ...]
    taken_back: int
    claims: tuple[tuple[int, str], ...]  # by number, that rest on their words
    pictures: int = 0  # in which they can be known


def said_by(code: str) -> SaidByThem:
    """Give somebody what is theirs.

    Parameters
    ----------
    code
        Of their slip, as it was typed.

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
    claims = Claim.objects.filter(behind__passage__in=there).distinct()
    return SaidByThem(
        project=speaker.project.name,
        name=speaker.name,
        words=tuple(one.words or one.in_english for one in there),
        taken_back=passages.exclude(withdrawn_on=None).count(),
        claims=tuple(claims.values_list("number", "words")),
        pictures=speaker.pictures.count(),
    )
