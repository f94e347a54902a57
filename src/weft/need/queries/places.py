"""What is missing around the people of one place, and how sure are we?

Framed as what people go without, never as what they are; with source, date, trend and
comparison; no composite of ours and no rank.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.need.domain.catalogue import CATALOGUE
from weft.need.domain.columns import Column
from weft.need.domain.measuring import Harder, Indicator
from weft.need.domain.summing import Summary
from weft.need.domain.trends import Point, moved
from weft.need.queries.editions import Edition, editions, interval_of
from weft.need.queries.indicators import (
    of_areas,
    of_england,
    place_among,
    points,
)
from weft.need.queries.replies import ReplyAbout, replies_of
from weft.need.queries.tables import TableAbout, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The same question's number somewhere larger."""

    name: str
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFigure:
    """One thing that may be missing around people, with all that goes with it.

    Attributes
    ----------
    indicator
        The question and its words.
    column
        What the number is.
    about
        The table it comes from: source, date, licence, areas.
    where
        The larger area that the number is about, where none is known for this one.
    here
        The area's own number; for a larger area one number of its small ones.
    several
        Where areas merged since, each one's number.
    interval
        The lower and upper 95 % limit, where the publisher gives them.
    lower
        The share (0 to 1) of the region's areas with a lower number.
    compared
        District, region and England, as far as they are known.
    points
        Every edition's number, oldest first.
    change
        Newest less oldest comparable number, None where nobody can say.
    replies
        What people who live here say to it, oldest first.
    """

    indicator: Indicator
    column: Column
    about: TableAbout
    where: ground.AreaName | None
    here: Summary
    several: tuple[float, ...]
    interval: tuple[float, float] | None
    lower: float | None
    compared: tuple[Compared, ...]
    points: tuple[Point, ...]
    change: float | None
    replies: tuple[ReplyAbout, ...] = ()


def need_of_place(area_code: str) -> list[NeedFigure]:
    """Say what is missing around the people of an area, question by question.

    Parameters
    ----------
    area_code
        An area of any kind that the ground knows.

    Returns
    -------
    list of NeedFigure
        Only questions where something is missing one way, in the catalogue's order.

    Raises
    ------
    NotFound
        When no such area is loaded.
    """
    return figures_of(area_code, only_missing=True)


def figures_of(area_code: str, *, only_missing: bool = False) -> list[NeedFigure]:
    """Answer every question that can be answered about an area."""
    area = ground.area(area_code)
    if area is None:
        raise NotFound(f"No area with the code {area_code} is loaded")
    place = _Place.of(area)
    found = []
    for indicator in CATALOGUE:
        if only_missing and (
            not indicator.missing or indicator.harder is Harder.NEITHER
        ):
            continue
        figure = _figure(indicator, place)
        if figure is not None:
            found.append(figure)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An area, the small areas in it, and what it lies in."""

    area: ground.AreaAbout
    inside: tuple[str, ...]
    district: ground.AreaName | None
    in_district: Mapping[Geography, tuple[str, ...]]
    region: str
    loaded: tuple[TableAbout, ...]
    replies: Mapping[str, tuple[ReplyAbout, ...]]

    @classmethod
    def of(cls, area: ground.AreaAbout) -> "_Place":
        """Look up what it is made of."""
        small = area.vintage.geography is Geography.LSOA
        district = area.inside(Geography.DISTRICT)
        if area.vintage.geography is Geography.DISTRICT:
            district = None
        return cls(
            area=area,
            inside=(area.code,) if small else tuple(ground.areas_inside(area.code)),
            district=district,
            in_district=_in_district(district),
            region=ground.region(area.region).name,
            loaded=tables(area.region),
            replies=replies_of(area.code),
        )

    def larger(self, edition: Edition) -> ground.AreaName | None:
        """Find the area around that an edition speaks of, if only that is told."""
        if self.area.code in edition.measured.codes:
            return None
        around = self.area.inside(edition.vintage.geography)
        told = around is not None and around.code in edition.measured.codes
        return around if told else None


def _in_district(
    district: ground.AreaName | None,
) -> Mapping[Geography, tuple[str, ...]]:
    """List a district's areas of each kind; the district itself of its own."""
    if district is None:
        return {}
    small = (Geography.LSOA, Geography.MSOA)
    return {
        Geography.DISTRICT: (district.code,),
        **{kind: tuple(ground.areas_inside(district.code, kind)) for kind in small},
    }


def _figure(indicator: Indicator, place: _Place) -> NeedFigure | None:
    """Answer one question about one place, if it can be answered."""
    some = editions(place.loaded, indicator)
    if not some:
        return None
    first = some[0]
    larger = place.larger(first)
    code = larger.code if larger else place.area.code
    alone = code in first.measured.codes
    value = first.measured.at(code)
    here = (
        replace(of_areas(first, (code,)), value=value)
        if alone
        else of_areas(first, place.inside, larger=code)
    )
    if here.value is None and code not in first.several:
        return None
    told = points(some, code) if alone else ()
    return NeedFigure(
        indicator=indicator,
        column=first.measured.column,
        about=first.about,
        where=larger,
        here=here,
        several=first.several.get(code, ()),
        interval=interval_of(first, code) if alone else None,
        lower=place_among(first, value) if alone else None,
        compared=_compared(first, place),
        points=told,
        change=moved(told),
        replies=place.replies.get(indicator.key, ()),
    )


def _compared(first: Edition, place: _Place) -> tuple[Compared, ...]:
    """Give the number of the district, the region and England."""
    found = []
    if place.district is not None:
        in_it = place.in_district[first.vintage.geography]
        found.append(
            Compared(
                name=place.district.title,
                summary=of_areas(first, in_it, larger=place.district.code),
            )
        )
    found.append(
        Compared(name=place.region, summary=of_areas(first, first.measured.codes))
    )
    england = of_england(first)
    if england is not None:
        found.append(Compared(name="England", summary=england))
    return tuple(found)
