"""When may what a feed sent take the place of what it sent before?

A fetch that failed says nothing of the groups in the feed, and neither does a feed that
has suddenly lost a third of its rows, holds nothing, or ten times as much: a person
looks first, and until then what came last and was good stays as it is.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import blake2b

LOST = 0.3
"""A share of the rows that no feed loses in earnest: a person looks first."""
GREW = 10
GOES_ON_FOR = timedelta(days=1)
"""A run that broke off is gone on with for so long; then its pages are of two days."""


class FeedKind(StrEnum):
    """In which standard a feed speaks."""

    OPEN_REFERRAL = "openreferral"  # UK 1.0, UK 3.0 and HSDS 3: it says which
    OPENACTIVE = "openactive"
    CSV = "csv"  # one file: CSV or Excel


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAt:
    """A feed, and where it is; more than one address only of OpenActive."""

    kind: FeedKind
    addresses: tuple[str, ...]


class RunState(StrEnum):
    """What became of one reading of a feed."""

    BROKE_OFF = "broke off"  # what came is kept, and the next run goes on
    FAILED = "failed"  # it is not what it should be; nothing of it is kept
    HELD = "held"  # whole, but somebody must look first
    TAKEN = "taken"  # whole, and in the register
    LEFT = "left"  # held, and not taken


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a whole run is good; if not, why somebody should look."""

    is_good: bool
    why: str = ""


def judge(rows: int, *, last: int | None) -> Verdict:
    """Say whether a run that came to its end may be taken at once.

    Parameters
    ----------
    rows
        How many it has.
    last
        How many the last good run had; None where there was none.
    """
    if rows == 0:
        return Verdict(is_good=False, why="The feed holds nothing at all.")
    if not last:
        return Verdict(is_good=True)
    lost = (last - rows) / last
    if lost >= LOST:
        return Verdict(
            is_good=False,
            why=f"The feed has {rows:,} rows and had {last:,}: "
            f"{lost:.0%} of them are not in it any more.",
        )
    if rows >= GREW * last:
        return Verdict(
            is_good=False,
            why=f"The feed has {rows:,} rows and had {last:,}: "
            f"{rows / last:.0f} times as many.",
        )
    return Verdict(is_good=True)


def mark_of(told: object) -> str:
    """Give a mark of all that is told of a thing; the same words give the same mark.

    ``told`` is a frozen value of plain values: its representation is all of it.
    """
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()
