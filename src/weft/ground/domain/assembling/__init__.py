"""How do many files become one ground to stand on?

Nothing is guessed in silence: what no lookup tells and geometry does (an LSOA lies in
the MSOA around its middle, because LSOAs nest in MSOAs) is kept as a link whose source
says that it was worked out.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from weft.commons.provenance import Vintage
from weft.ground.domain.asked import Reading
from weft.ground.domain.assembling.gaps import count_joins, refuse_gaps
from weft.ground.domain.assembling.knowing import AreaKnown, known_areas
from weft.ground.domain.assembling.layers import LSOA, codes_told, merged, shapes_of
from weft.ground.domain.assembling.linking import NEIGHBOUR, WORKED_OUT, all_links
from weft.ground.domain.assembling.placing import placed_postcodes
from weft.ground.domain.inside import Inside
from weft.ground.domain.told import GroundTold, LinkTold, PostcodeTold

__all__ = [
    "LSOA",
    "NEIGHBOUR",
    "WORKED_OUT",
    "AreaKnown",
    "Ground",
    "assembled",
    "codes_told",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The region's areas, what lies in what, and its postcodes."""

    areas: tuple[AreaKnown, ...]
    links: tuple[LinkTold, ...]
    postcodes: tuple[PostcodeTold, ...]
    inside: Inside

    def codes(self) -> dict[Vintage, frozenset[str]]:
        """Give the codes of each vintage."""
        found: dict[Vintage, set[str]] = defaultdict(set)
        for area in self.areas:
            found[area.vintage].add(area.code)
        return {vintage: frozenset(codes) for vintage, codes in found.items()}


def assembled(readings: Sequence[Reading[GroundTold]]) -> Ground:
    """Put the ground together.

    Raises
    ------
    FileNotUnderstood
        When there are no boundaries of LSOAs of 2021, or a file was cut short.
    """
    told = merged(readings)
    shapes = shapes_of(told)
    refuse_gaps(told, shapes, readings)
    count_joins(readings, shapes)
    inside = Inside(shapes[LSOA])
    links = all_links(readings, told, shapes)
    return Ground(
        areas=known_areas(readings, told, links),
        links=links,
        postcodes=placed_postcodes(readings, inside, frozenset(shapes[LSOA])),
        inside=inside,
    )
