"""What does a published week rest on, beside its arrays?

All that whoever takes the numbers away has to be told: whose data they are, how much of
each kind was on, which lives were asked about. No thing of the register is named: what
is published stays, and whoever takes a thing back must not find it there.
"""

from dataclasses import dataclass
from datetime import date

from weft.commons.times import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """How much of one kind was on.

    Attributes
    ----------
    kind
        Its word; «not told» where nobody has told us one.
    offers
        Each by the first of its kinds.
    hours_known
        Of how many somebody knows when they are on at all.
    sessions, sure
        In the week; of how many the date is sure.
    """

    kind: str
    offers: int
    hours_known: int
    sessions: int
    sure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOfSource:
    """One file that a source gave, with what identifies it."""

    source: str
    publisher: str
    licence: str
    edition: str
    dated: date | None
    vintage: str
    address: str
    file: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """A region's week.

    Attributes
    ----------
    region, name
        Its slug and its name.
    week
        Which.
    lives
        The title of each life, in the order of the axis.
    kinds
        In the order of the axis of kinds.
    sources
        Every file of the ledger.
    """

    region: str
    name: str
    week: Week
    lives: tuple[str, ...]
    kinds: tuple[OfKind, ...]
    sources: tuple[FileOfSource, ...]
