"""What can be asked of the search, and what does it answer?"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from weft.assets.domain.facts import FactField
from weft.assets.domain.wanting import Correction
from weft.commons.places import Point
from weft.commons.times import Week, Window

SHORTEST_VISIT = 30
"""Minutes that are worth a visit to a place one may enter while it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question to the search.

    Attributes
    ----------
    regions
        Slugs; none for all in this data folder.
    words
        People's own words; slips and synonyms are understood.
    near, within_metres, beyond_metres
        Where from, and how far and from how far on, as the crow flies. Without
        ``near``, what has the words in its name comes first; with it, the nearest.
    week, windows
        Free time; none for any time. A session must lie inside a window, or a place
        be open for ``SHORTEST_VISIT`` of it.
    wishes, languages, most_pence
        What is told as «no» shuts a listing out; what nobody has told does not.
    kinds
        As ``Hit.kind``; none for all.
    but
        Numbers of listings to leave out: those answered for elsewhere.
    first, most
        Which stretch of the answers to give.
    """

    week: Week
    regions: tuple[str, ...] = ()
    words: str = ""
    near: Point | None = None
    within_metres: int | None = None
    beyond_metres: int | None = None
    windows: tuple[Window, ...] = ()
    wishes: frozenset[FactField] = frozenset()
    languages: frozenset[str] = frozenset()
    most_pence: int | None = None
    kinds: frozenset[str] = frozenset()
    but: tuple[int, ...] = ()
    first: int = 0
    most: int = 20


@dataclass(frozen=True, slots=True)
class FactSaid:
    """A fact that somebody told: yes or no. What nobody told is not here."""

    field: FactField
    value: bool


class Hit(NamedTuple):
    """One listing that was found.

    A named tuple and no data class: made twenty to a page, in a third of the time.
    ``certain`` is False where one of the wishes, the price or the language is not
    known; ``metres`` is None where nobody asked from anywhere.
    """

    listing: int
    asset: UUID | None
    offer: UUID | None
    name: str
    kind: str
    holder: str
    point: Point | None
    metres: int | None
    certain: bool
    facts: tuple[FactSaid, ...]
    price_pence: int | None
    languages: tuple[str, ...]
    online: bool | None
    always_open: bool | None
    hours_known: bool
    told_on: date | None


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many of the answers are of a kind."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCount:
    """For how many of the answers a fact is told yes, told no, or not told."""

    field: FactField
    yes: int
    no: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The whole answer counted out: kinds with most first, facts in their order."""

    kinds: tuple[KindCount, ...] = ()
    facts: tuple[FactCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found.

    ``total`` counts every answer, ``certain`` those that surely fit, and
    ``hours_unknown`` those left out only because nobody knows when they are on.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    certain: int = 0
    hours_unknown: int = 0
    facets: Facets = Facets()
    understood: tuple[Correction, ...] = ()
