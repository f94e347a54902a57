"""Which postcodes are ours, and in which LSOA is each?"""

from collections.abc import Sequence

from weft.ground.domain.asked import Reading
from weft.ground.domain.assembling.layers import LSOA, Readings
from weft.ground.domain.inside import Inside
from weft.ground.domain.told import GroundTold, PostcodeTold


def placed_postcodes(
    readings: Readings, inside: Inside, lsoas: frozenset[str]
) -> tuple[PostcodeTold, ...]:
    """Take each postcode from the first source that tells it, and place it."""
    found: dict[str, PostcodeTold] = {}
    for reading in readings:
        told = reading.content.postcodes
        if not told:
            continue
        around = inside.codes_of(
            [p.longitude for p in told], [p.latitude for p in told]
        )
        placed = [
            p if p.lsoa21 in lsoas else p._replace(lsoa21=code)
            for p, code in zip(told, around, strict=True)
        ]
        agree = sum(p.lsoa21 == code for p, code in zip(told, around, strict=True))
        lookup = sum(p.lsoa21 in lsoas for p in told)
        reading.tally.joined(str(LSOA), hits=lookup, of=len(told))
        reading.tally.joined("the boundary around its point", hits=agree, of=len(told))
        for postcode in placed:
            if postcode.lsoa21:
                found.setdefault(postcode.compact, postcode)
        _count_outside(reading, placed)
    return tuple(sorted(found.values()))


def _count_outside(
    reading: Reading[GroundTold], placed: Sequence[PostcodeTold]
) -> None:
    """Count postcodes that turned out to lie outside as left out, not as used."""
    outside = sum(not postcode.lsoa21 for postcode in placed)
    if outside:
        reading.tally.used -= outside
        reading.tally.rows_read -= outside
        reading.tally.leave_out("outside the region", outside)
