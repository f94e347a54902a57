"""What do we know about a question, area by area, and from whom?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography, Vintage
from weft.ground import queries as ground
from weft.need.domain.carrying import Change
from weft.need.domain.catalogue import CATALOGUE, indicator_called
from weft.need.domain.columns import Column
from weft.need.domain.england import ENGLAND
from weft.need.domain.measuring import Indicator, Measured
from weft.need.domain.summing import How, Summary, lower_share, summarised
from weft.need.domain.trends import Comparable, Point, comparable
from weft.need.queries.editions import Edition, editions, published_for
from weft.need.queries.replies import ReplyAbout, replies_to
from weft.need.queries.tables import TableAbout, areas_of, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAbout:
    """A question that loaded tables answer."""

    indicator: Indicator
    about: TableAbout
    column: Column
    vintage: Vintage
    known: int
    areas: int
    years: tuple[int, ...]  # of every edition, newest first
    whole: Summary  # the region's one number


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaValue:
    """One area's number.

    ``several`` are the numbers of the areas that merged into it, where no single one
    may stand; ``change`` is what happened to the area since the table was made;
    ``replies`` is what people who live there say to it.
    """

    code: str
    name: str
    district: str
    rural_urban: str
    value: float | None
    several: tuple[float, ...] = ()
    change: Change = Change.UNCHANGED
    replies: tuple[ReplyAbout, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """The areas of one class of town or country, and their one number."""

    name: str
    values: tuple[float | None, ...]
    whole: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValues:
    """A question answered for every area of a region.

    ``replies`` are what people say to it anywhere in the region, each with the name of
    the area, which may be larger or smaller than those of ``values``.
    """

    told: IndicatorAbout
    values: tuple[AreaValue, ...]
    districts: tuple[tuple[str, Summary], ...]
    classes: tuple[Class, ...]
    england: Summary | None
    editions: tuple[tuple[TableAbout, Summary, Comparable], ...]
    replies: tuple[tuple[str, ReplyAbout], ...]


def indicators(region: str) -> list[IndicatorAbout]:
    """List the questions that a region's tables answer, in the catalogue's order."""
    loaded = tables(region)
    answered = ((one, editions(loaded, one)) for one in CATALOGUE)
    return [_about(one, some) for one, some in answered if some]


def indicator(region: str, key: str) -> IndicatorValues:
    """Answer one question for every area of a region.

    Raises
    ------
    NotFound
        When there is no such question, or no loaded table answers it.
    """
    asked = indicator_called(key)
    some = editions(tables(region), asked) if asked else ()
    if asked is None or not some:
        raise NotFound(f"Nothing that is loaded answers «{key}»")
    first = some[0]
    areas = areas_of(first.about, first.vintage)
    replies = replies_to(region, key)
    values = tuple(_value(first, area, replies.get(area.code, ())) for area in areas)
    return IndicatorValues(
        told=_about(asked, some),
        values=values,
        districts=_districts(first, areas),
        classes=_classes(first, areas),
        england=of_england(first),
        editions=tuple(
            (one.about, _whole(one.measured), comparable(first.of, one.of))
            for one in some
        ),
        replies=tuple(_named(replies)),
    )


def _named(
    replies: Mapping[str, tuple[ReplyAbout, ...]],
) -> Iterator[tuple[str, ReplyAbout]]:
    """Say which area each reply comes from, areas in the order of their codes."""
    for code, some in sorted(replies.items()):
        area = ground.area(code)
        for reply in some:
            yield area.title if area else code, reply


def _about(asked: Indicator, some: Sequence[Edition]) -> IndicatorAbout:
    """Say which table answers a question."""
    first = some[0]
    whole = _whole(first.measured)
    areas = len(areas_of(first.about, first.vintage))
    return IndicatorAbout(
        indicator=asked,
        about=first.about,
        column=first.measured.column,
        vintage=first.vintage,
        known=whole.known,
        areas=areas or whole.areas,
        years=tuple(one.about.year for one in some),
        whole=whole,
    )


def _whole(some: Measured) -> Summary:
    """Make one number of many areas'."""
    return summarised(some.values, kind=some.column.kind, weights=some.weights)


def _value(
    edition: Edition, area: ground.AreaAbout, replies: tuple[ReplyAbout, ...]
) -> AreaValue:
    """Give one area's number with its names."""
    district = area.inside(Geography.DISTRICT)
    return AreaValue(
        code=area.code,
        name=area.name,
        district=district.title if district else "",
        rural_urban=area.rural_urban,
        value=edition.measured.at(area.code),
        several=edition.several.get(area.code, ()),
        change=edition.changes.get(area.code, Change.UNCHANGED),
        replies=replies,
    )


def _districts(
    edition: Edition, areas: Sequence[ground.AreaAbout]
) -> tuple[tuple[str, Summary], ...]:
    """Make one number for each district."""
    inside: dict[tuple[str, str], list[str]] = {}
    for area in areas:
        district = area.inside(Geography.DISTRICT)
        if district is not None:
            inside.setdefault((district.title, district.code), []).append(area.code)
    return tuple(
        (name, of_areas(edition, codes, larger=code))
        for (name, code), codes in sorted(inside.items())
    )


def _classes(edition: Edition, areas: Sequence[ground.AreaAbout]) -> tuple[Class, ...]:
    """Put areas by class of town and country; those without a class stay out."""
    inside: dict[str, list[str]] = {}
    for area in areas:
        if area.rural_urban:
            inside.setdefault(area.rural_urban, []).append(area.code)
    found = []
    for name, codes in sorted(inside.items()):
        some = edition.measured.of(codes)
        values = tuple(None if v != v else float(v) for v in some.values)  # noqa: PLR0124 only nan is not itself
        found.append(Class(name=name, values=values, whole=_whole(some)))
    return tuple(found)


def of_areas(edition: Edition, codes: Collection[str], *, larger: str = "") -> Summary:
    """Make one number of some areas, the publisher's own where it gives one.

    Parameters
    ----------
    edition
        The answers.
    codes
        The areas.
    larger
        The code of the area that they make up, "" for none that has one.
    """
    given = published_for(edition, larger) if larger else None
    if given is not None:
        return Summary(
            value=given, how=How.PUBLISHED, known=len(codes), areas=len(codes)
        )
    return _whole(edition.measured.of(sorted(codes)))


def of_england(edition: Edition) -> Summary | None:
    """Give England's number, where a loaded file holds it; tenths hold it themselves.

    Returns
    -------
    Summary or None
        For a tenth, the tenth part of all areas that each group is by its making.
    """
    given = published_for(edition, ENGLAND)
    if given is not None:
        return Summary(value=given, how=How.PUBLISHED, known=1, areas=1)
    if _whole(edition.measured).how is How.FIRST_TENTH:
        return Summary(value=0.1, how=How.FIRST_TENTH, known=1, areas=1)
    return None


def place_among(edition: Edition, value: float | None) -> float | None:
    """Say what share of the region's areas have a lower number."""
    return None if value is None else lower_share(edition.measured.values, value)


def points(some: Sequence[Edition], code: str) -> tuple[Point, ...]:
    """Give one area's number in every edition, oldest first, against the newest."""
    newest = some[0]
    return tuple(
        Point(
            year=one.about.year,
            value=one.measured.at(code),
            several=one.several.get(code, ()),
            came_by=one.changes.get(code, Change.UNCHANGED),
            comparable=comparable(newest.of, one.of),
        )
        for one in sorted(some, key=lambda one: one.about.year)
    )


NAMES_OF_CHANGES: Mapping[Change, str] = {
    Change.UNCHANGED: "",
    Change.SPLIT: "copied: the area of 2011 was split",
    Change.MERGED: "made of areas of 2011 that were joined",
    Change.IRREGULAR: "not known: the areas of 2011 were cut anew",
}
