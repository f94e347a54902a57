"""What of a week's real choices is published, and is it the same to the last digit?

Arrays and what they are about; the same inputs give the same bytes, so that anybody who
has the inputs can reckon it again and compare one hash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from weft.access.domain.arrays import Arrays, What
from weft.access.domain.choice.choosing import RealChoice
from weft.access.domain.choice.summing import ForPeople, for_people
from weft.access.domain.choice.values import Bytes, Ints, Longs, Numbers, Shorts

EDITION = 2
"""Of the form. 2 added: rank, newcomers, changed, gates, guessed; a week of 1 still
opens, and what it does not tell is not known."""

PARTS = ("counts", "more", "three", "kinds", "hours", "takers", "shared")


@dataclass(frozen=True, kw_only=True, eq=False)
class Published:
    """A region's real choices in one week.

    Attributes
    ----------
    lives, areas
        Slugs and codes, in the order of the axes.
    areas_of
        Of which vintage the codes are: «oa 2021».
    people
        Thousandths of each life in each area.
    unknown
        Of each life: in how many small areas nobody knows how many live so.
    tenth
        Of each area, by deprivation, 1 the most; 0 not known.
    choice
        What is within reach.
    basis
        What ways were reckoned from: ``going.Basis``.
    offers, hours_unknown, nowhere
        How many offers there were; of how many nobody knows the hours; how many areas
        have no point.
    guessed
        To how many areas and places no street leads, so that the way is guessed.
    terms
        What the result rests on, by name.
    rank
        Of each area, its place in the country by deprivation, 1 the most; 0 not known.
    newcomers
        Of each offer, as ``Offers.newcomers``; none in a week that does not tell.
    changed
        Bit n: who would have three under ``varying.Change(n)``, (lives, areas, 2); no
        lives in a week that does not tell.
    gates, gates_known
        Deciseconds to the nearest of each ``gates.Gate`` by each ``gates.By``,
        (gates, 2, areas), and how many of each are known; none where it does not tell.
    """

    lives: tuple[str, ...]
    areas: tuple[str, ...]
    areas_of: str
    people: Longs
    unknown: Ints
    tenth: Ints
    choice: RealChoice
    basis: str
    offers: int
    hours_unknown: int
    nowhere: int
    guessed: tuple[int, ...]
    terms: Mapping[str, int]
    rank: Ints
    newcomers: Ints
    changed: Bytes
    gates: Shorts
    gates_known: tuple[int, ...]

    @cached_property
    def told(self) -> ForPeople:
        """Add up for people, once: a page asks for it many times."""
        return for_people(self.choice, self.people)


def as_arrays(told: Published) -> Arrays:
    """Give what is kept."""
    choice = {part: getattr(told.choice, part) for part in PARTS}
    return Arrays(
        what=What.CHOICE,
        arrays={
            **choice,
            "people": told.people,
            "unknown": told.unknown,
            "tenth": told.tenth,
            "rank": told.rank,
            "newcomers": told.newcomers,
            "changed": told.changed,
            "gates": told.gates,
            "lives": _texts(told.lives),
            "areas": _texts(told.areas),
        },
        about={
            "areas_of": told.areas_of,
            "basis": told.basis,
            "offers": told.offers,
            "hours_unknown": told.hours_unknown,
            "nowhere": told.nowhere,
            "guessed": list(told.guessed),
            "terms": dict(told.terms),
            "edition": EDITION,
            "gates_known": list(told.gates_known),
        },
    )


def from_arrays(kept: Arrays) -> Published:
    """Take back what was kept."""
    arrays, about = kept.arrays, kept.about
    terms = about["terms"]
    areas = len(arrays["areas"])
    return Published(
        lives=tuple(arrays["lives"].tolist()),
        areas=tuple(arrays["areas"].tolist()),
        areas_of=str(about["areas_of"]),
        people=arrays["people"],
        unknown=arrays["unknown"],
        tenth=arrays["tenth"],
        choice=RealChoice(**{part: arrays[part] for part in PARTS}),
        basis=str(about["basis"]),
        offers=_whole(about["offers"]),
        hours_unknown=_whole(about["hours_unknown"]),
        nowhere=_whole(about["nowhere"]),
        guessed=_wholes(about.get("guessed")),
        terms=terms if isinstance(terms, dict) else {},
        rank=arrays.get("rank", np.zeros(areas, np.int32)),
        newcomers=arrays.get("newcomers", np.zeros(0, np.int32)),
        changed=arrays.get("changed", np.zeros((0, areas, 2), np.uint8)),
        gates=arrays.get("gates", np.zeros((0, 2, areas), np.uint16)),
        gates_known=_wholes(about.get("gates_known")),
    )


def with_three_by_tenth(told: Published, life: int, plane: int) -> Numbers:
    """Give the share of a life that has three real choices, in each tenth.

    Returns
    -------
    array
        (11,); the first is of areas whose tenth is not known; nan without people.
    """
    people = np.bincount(told.tenth, told.people[life], 11)
    has = told.choice.has_three[life, :, plane]
    three = np.bincount(told.tenth, told.people[life] * has, 11)
    shares = np.full(11, np.nan)
    np.divide(three, people, out=shares, where=people > 0)
    return shares


def _texts(words: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.str_]]":
    return np.array(words, dtype=np.str_)


def _whole(told: object) -> int:
    return int(str(told))


def _wholes(told: object) -> tuple[int, ...]:
    return tuple(map(_whole, told)) if isinstance(told, list) else ()
