"""What is a life: circumstances that decide what is within reach, never a person?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField


class Lacks(StrEnum):
    """What taking part online needs, and a life may be without."""

    DEVICE = "device"
    DATA = "data"
    QUIET = "somewhere quiet"


@dataclass(frozen=True, slots=True)
class Going:
    """One way of getting about: minutes at most, one way; fare in pence, both ways."""

    by: Way
    minutes: int
    fare_pence: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in columns of one census table: ``cars.total``."""

    part: tuple[str, ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """How many people of an area live so: a count times shares.

    Attributes
    ----------
    count
        Columns that are added up.
    shares
        Each multiplied in: as if each were spread over the others evenly.
    each
        How many people one counted unit stands for: 1 for people; a home of one
        parent is one grown-up.
    assumes
        What has to be so for this to be right, in words.
    """

    count: tuple[str, ...]
    shares: tuple[Share, ...] = ()
    each: float = 1.0
    assumes: str

    @property
    def columns(self) -> tuple[str, ...]:
        """List every column it needs."""
        of_shares = (key for share in self.shares for key in (*share.part, share.of))
        return tuple(dict.fromkeys((*self.count, *of_shares)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What somebody has to get in touch with: to ring, to write, to show."""

    telephone: bool = True
    internet: bool = True
    languages: frozenset[str] = frozenset({"en"})
    papers: bool = True


@dataclass(frozen=True, slots=True)
class CheckedBy:
    """Who living so helped to write it, in their own words for themselves, and when."""

    who: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A way of living, as a file or a reader's own week tells it.

    Attributes
    ----------
    slug
        Its part of an address, and the name of its file.
    title
        Named by circumstances.
    gist
        One sentence.
    describes, leaves_out
        In plain words, what it does and does not describe.
    free
        Quarter hours of the week, from which to which; 0 is Monday 00:00.
    goes
        Ways of getting about.
    margin_minutes
        Before and after.
    most_pence
        A visit; None where money does not matter.
    needs
        What must be so.
    lacks
        Of what taking part online needs.
    ages
        The youngest and the oldest that it speaks of.
    head_count
        None where no published column tells, and ``people_unknown`` says why; and for
        a reader's own week.
    """

    slug: str
    title: str
    gist: str = ""
    describes: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    free: tuple[tuple[int, int], ...]
    goes: tuple[Going, ...]
    margin_minutes: int = 0
    most_pence: int | None = None
    needs: frozenset[FactField] = frozenset()
    lacks: frozenset[Lacks] = frozenset()
    ages: tuple[int, int] = (0, 120)
    means: Means = Means()
    head_count: HeadCount | None = None
    people_unknown: str = ""
    checked_by: tuple[CheckedBy, ...] = ()

    @property
    def checked(self) -> str:
        """Say who has checked it."""
        if not self.checked_by:
            return "Nobody who lives this has checked it yet."
        told = ", ".join(f"{one.who} ({one.when})" for one in self.checked_by)
        return f"Checked by people who live this: {told}."


def counted(
    how: HeadCount, columns: Mapping[str, Mapping[str, float]], codes: Collection[str]
) -> dict[str, float | None]:
    """Reckon how many live so in each area.

    Parameters
    ----------
    how
        The formula.
    columns
        For each column that is loaded, its number in each area where that is known.
    codes
        The areas.

    Returns
    -------
    dict
        People by code; None where a number that it needs is not known. Never a share
        of some larger place.
    """
    return {code: _of_area(how, columns, code) for code in codes}


def _of_area(
    how: HeadCount, columns: Mapping[str, Mapping[str, float]], code: str
) -> float | None:
    told = {key: columns.get(key, {}).get(code) for key in how.columns}
    known = {key: number for key, number in told.items() if number is not None}
    if len(known) < len(told):
        return None
    people = how.each * sum(known[key] for key in how.count)
    for share in how.shares:
        whole = known[share.of]
        if not whole:
            return 0.0
        people *= sum(known[key] for key in share.part) / whole
    return people
