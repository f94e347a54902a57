"""What is told of a picture, and of whoever can be known in it?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from weft.voices.domain.anchors import PictureRegion
from weft.voices.domain.kinds import Use


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSeenTold:
    """Somebody who can be known in a picture, and to what they said yes."""

    person: str  # the ref of a speaker
    uses: tuple[Use, ...] = ()
    until: date | None = None  # the last day; None: no day was said
    child: bool = False
    parent_yes: bool | None = None  # asked for where it is a child
    at: PictureRegion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTold:
    """A picture, as it is kept: JPEG with nothing besides what it shows."""

    jpeg: bytes  # base64 in our own file
    width: int
    height: int
    describes: str = ""  # for who cannot see it
    people: int = 0  # who can be known in it; each of them is asked
    seen: tuple[PersonSeenTold, ...] = ()


def may_be_used(
    people: int, seen: Sequence[PersonSeenTold], *, use: Use, today: date
) -> bool:
    """Say whether everybody who can be known in a picture lets it be used so.

    Parameters
    ----------
    people
        How many can be known in it.
    seen
        Those of whom it is written down to what they said yes.
    use
        For what.
    today
        The day on which somebody would see it.

    Notes
    -----
    Whoever was not asked has not said yes. A child says yes, and a parent.
    """
    return len(seen) >= people and all(
        use in one.uses
        and (one.until is None or today <= one.until)
        and (not one.child or one.parent_yes is True)
        for one in seen
    )


def may_be_held(seen: Sequence[PersonSeenTold], *, today: date) -> bool:
    """Say whether those who hold a project may still look at a picture."""
    return all(one.until is None or today <= one.until for one in seen)


def in_a_file(told: PictureTold | None, *, today: date) -> PictureTold | None:
    """Give a picture to a file that leaves, or nothing of it."""
    if told is None or not may_be_used(
        told.people, told.seen, use=Use.FILE, today=today
    ):
        return None
    return replace(told, seen=())  # a file needs no list of who is in it
