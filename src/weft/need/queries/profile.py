"""Everything that the loaded tables say about one area, in one list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography, Vintage
from weft.ground import queries as ground
from weft.need.domain.carrying import Change
from weft.need.domain.columns import Column
from weft.need.queries.indicators import NAMES_OF_CHANGES
from weft.need.queries.replies import ReplyAbout, replies_of
from weft.need.queries.tables import SMALL, TableAbout, brought_to, frame, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLine:
    """One published number about the area, or about a larger one around it.

    ``value`` is None where it is not known; ``several`` holds the numbers of areas
    that merged since; ``note`` says how a number came over from another year's areas.
    """

    area_code: str
    area_name: str
    vintage: Vintage
    about: TableAbout
    column: Column
    value: float | None
    several: tuple[float, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that is known of an area, with the source of every number.

    ``replies`` are what people who live there say, by the key of the question.
    """

    area: ground.AreaAbout
    lines: tuple[ProfileLine, ...]
    sources: tuple[TableAbout, ...]
    replies: Mapping[str, tuple[ReplyAbout, ...]]


def profile(area_code: str) -> Profile:
    """Give everything for one area: its own numbers, then those of areas around it.

    Parameters
    ----------
    area_code
        An area of any kind that the ground knows.

    Returns
    -------
    Profile
        Lines in the order: the area's own tables, then its neighbourhood's and
        district's, each by table and column; numbers as published.

    Raises
    ------
    NotFound
        When no such area is loaded.
    """
    area = ground.area(area_code)
    if area is None:
        raise NotFound(f"No area with the code {area_code} is loaded")
    loaded = tables(area.region)
    lines = [
        line
        for code, name, vintage in _around(area)
        for about in loaded
        for line in _lines(about, code, name, vintage)
    ]
    used = {line.about for line in lines}
    return Profile(
        area=area,
        lines=tuple(lines),
        sources=tuple(about for about in loaded if about in used),
        replies=replies_of(area_code),
    )


def _around(area: ground.AreaAbout) -> Iterator[tuple[str, str, Vintage]]:
    """Name the area itself and the larger ones whose tables speak of it too."""
    yield area.code, area.name, area.vintage
    for geography in (
        Geography.LSOA,
        Geography.MSOA,
        Geography.DISTRICT,
        Geography.ICB,
    ):
        larger = area.inside(geography)
        if larger is not None:
            yield larger.code, larger.title, larger.vintage


def _lines(
    about: TableAbout, code: str, name: str, vintage: Vintage
) -> Iterator[ProfileLine]:
    """Give what one table says of one area."""
    if about.vintage.geography is not vintage.geography:
        return
    whole, note = frame(about), ""
    several: dict[str, tuple[float, ...]] = {}
    if about.vintage.geography is Geography.LSOA and about.vintage != vintage:
        carried = brought_to(about, SMALL) if vintage == SMALL else None
        if carried is None or code not in carried.frame.codes:
            return
        whole = carried.frame
        change = carried.came_by[whole.codes.index(code)]
        note = NAMES_OF_CHANGES[change]
        if change is not Change.UNCHANGED:
            several = {k: told for (c, k), told in carried.several.items() if c == code}
    if code not in whole.codes:
        return
    numbers = whole.row(code)
    for column in whole.columns:
        yield ProfileLine(
            area_code=code,
            area_name=name,
            vintage=about.vintage,
            about=about,
            column=column,
            value=numbers.get(column.key),
            several=several.get(column.key, ()),
            note=note,
        )
