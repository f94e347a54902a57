"""Of what class is each area: town or village, and how old are its people?"""

from collections.abc import Sequence
from math import isnan

from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.ground.queries.about import AreaAbout
from weft.need import queries as need

AGES = {
    "people.aged_0_15": "Up to 15",
    "people.aged_16_64": "16 to 64",
    "people.aged_65_over": "65 and over",
}


def town_or_village(region: str, areas: Sequence[AreaAbout]) -> dict[str, str]:
    """Say the rural-urban class of each area, its own or that of its LSOA.

    An area of which it is not known is not in the answer.
    """
    small = need.SMALL
    told = {
        one.code: one.rural_urban
        for one in ground.areas(region, small.geography, small.year)
    }
    found = {}
    for area in areas:
        around = area.inside(Geography.LSOA)
        said = area.rural_urban or told.get(around.code if around else "", "")
        if said:
            found[area.code] = said
    return found


def by_age(region: str, areas: Sequence[AreaAbout]) -> dict[str, dict[str, float]]:
    """Count people of each age in each area: those of an LSOA by its areas' size.

    Returns
    -------
    dict
        By age in words and by code; empty where no table tells.
    """
    for about in need.tables(region):
        if about.vintage == need.SMALL and set(AGES) <= about.keys:
            frame = need.frame(about)
            return {
                words: _parted(
                    dict(zip(frame.codes, frame.column(key).tolist(), strict=True)),
                    areas,
                )
                for key, words in AGES.items()
            }
    return {}


def _parted(of: dict[str, float], areas: Sequence[AreaAbout]) -> dict[str, float]:
    """Share an LSOA's people over its areas; evenly where size is not known."""
    homes = [_small_area(area) for area in areas]
    whole: dict[str, int] = {}
    for code, area in zip(homes, areas, strict=True):
        whole[code] = whole.get(code, 0) + (area.people or 1)
    return {
        area.code: of[code] * (area.people or 1) / whole[code]
        for code, area in zip(homes, areas, strict=True)
        if code in of and not isnan(of[code])
    }


def _small_area(area: AreaAbout) -> str:
    if area.vintage.geography is Geography.LSOA:
        return area.code
    around = area.inside(Geography.LSOA)
    return around.code if around else ""
