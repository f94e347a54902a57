"""How many people of each age live in each small area, year by year?

The small-area estimates of the ONS: its workbooks by single year or broad age (one
sheet a year, headings on row 4), the same table as CSV, and three layouts of those
who re-publish it. Ages are brought to bands of five years and three broad ones, for
everybody and for women and men where the table tells them apart
(docs/data/population.md).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, open_rows, plain_header
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.ages import BANDS, Band, band_of, opened, parts_of
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.sources.cutting import (
    Cut,
    Layout,
    Told,
    geography_of,
    outside,
    vintage_for,
    wanted,
)
from weft.need.sources.simple_tables import year_of
from weft.standards.xlsx import rows_of, sheet_names

_SHEET = re.compile(r"mid-?(\d{4}) (lsoa|msoa|oa) (\d{4})", re.IGNORECASE)
_CODE = (
    r"(?:lsoa|msoa|oa) ?(?:20)?(?:11|21) ?code",
    r"(?:lsoa|msoa|oa)(?:11|21)_?(?:code|cd)",
    r"area_code",
)
_TOTAL = (r"total", r"total_population", r"all ages", r"all_ages")
_SEXES = {"f": "women", "m": "men"}
_AGE = re.compile(r"([fm])?\s*(.*)")
_WHOSE = {"people": "People", "women": "Women and girls", "men": "Men and boys"}
_ROWS_OF_TITLES = 10


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read estimates, each year and kind of area a table of its own.

    Raises
    ------
    FileNotUnderstood
        When there are no ages, no code, or nobody says which year it is.
    """
    tally = Tally()
    frames: list[AreaFrame] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        if path.suffix.lower() == ".xlsx":
            frames.extend(_read_workbook(path, asked, tally, progress))
        else:
            frames.extend(_read_csv(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ages:
    """Which headings make each of our columns."""

    total: str
    parts: Mapping[str, tuple[str, ...]]  # our key -> headings that add up to it

    @classmethod
    def of(cls, headings: list[str], total: str, file: str) -> "_Ages":
        """Find ages among headings, for everybody or by sex."""
        by_whom: dict[str, dict[str, Band]] = {}
        for heading in headings:
            found = _AGE.fullmatch(heading)
            band = band_of(found[2]) if found else None
            if found and band is not None:
                whose = _SEXES.get(found[1] or "", "people")
                by_whom.setdefault(whose, {})[heading] = band
        if not by_whom:
            raise FileNotUnderstood(
                "no column is an age or a band of ages",
                file=file,
                remedy="Ages look like 0 … 90+, F0 … M90 or «F16 to 29».",
            )
        return cls(total=total, parts=dict(_our_columns(by_whom)))

    def columns(self) -> tuple[Column, ...]:
        """Make our columns."""
        total = Column(
            key="people.total",
            label="All ages",
            unit="people",
            kind=Kind.COUNT,
            of_whom="usual residents at the middle of the year",
        )
        return (total, *(_column(key) for key in self.parts))

    def cells(self, row: Row) -> dict[str, str]:
        """Add a row's ages up; a cell that is no number is passed on to be counted."""
        return {
            "people.total": row.text(self.total),
            **{key: _sum(row, headings) for key, headings in self.parts.items()},
        }


def _our_columns(
    by_whom: Mapping[str, Mapping[str, Band]],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Say which headings make each band, for each sex told and for everybody."""
    told = {whose: opened(bands) for whose, bands in by_whom.items()}
    for band in BANDS:
        parts = {whose: parts_of(band, bands) for whose, bands in told.items()}
        whole = parts.get("people")
        women, men = parts.get("women"), parts.get("men")
        if whole is None and women is not None and men is not None:
            whole = (*women, *men)
        for whose, headings in (("people", whole), ("women", women), ("men", men)):
            if headings is not None:
                yield f"{whose}.{band.key}", headings


def _column(key: str) -> Column:
    """Make the column of a band."""
    whose, _, band = key.partition(".")
    label = next(one.label for one in BANDS if one.key == band)
    return Column(
        key=key,
        label=f"{_WHOSE[whose]} {label}",
        unit="people",
        kind=Kind.COUNT,
        denominator="people.total",
        of_whom="usual residents at the middle of the year",
    )


def _sum(row: Row, headings: tuple[str, ...]) -> str:
    """Add cells up: "" when one is not known, the cell itself when it is no number."""
    total = 0.0
    for heading in headings:
        try:
            number = row.number(heading)
        except FileNotUnderstood:
            return row.text(heading)
        if number is None:
            return ""
        total += number
    return str(total)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One table of one year about one kind of area."""

    file: str
    year: int
    vintage: Vintage
    ages: _Ages

    def frame(self, told: Told, asked: Asked, tally: Tally) -> AreaFrame:
        """Cut it to the region."""
        columns = self.ages.columns()
        layout = Layout(
            table="SAPE",
            title="Small-area population estimates",
            vintage=self.vintage,
            year=self.year,
            columns=columns,
            headings=tuple(column.key for column in columns),
            code="code",
            file=self.file,
        )
        return Cut(layout, asked, tally).read(told).frame()


def _read_workbook(
    path: Path, asked: Asked, tally: Tally, progress: Progress
) -> Iterator[AreaFrame]:
    """Read every sheet of a year that is about areas we know."""
    names = [name for name in sheet_names(path) if _SHEET.search(name)]
    if not names:
        raise FileNotUnderstood(
            "no sheet is named like «Mid-2024 LSOA 2021»",
            file=path.name,
            remedy="Save the workbook of small-area estimates from the ONS.",
        )
    for done, name in enumerate(names):
        progress(done, len(names), f"{path.name}, {name}")
        told = _SHEET.search(name)
        assert told is not None  # noqa: S101 told to the type checker; names were chosen by it
        vintage = Vintage(Geography(told[2].lower()), int(told[3]))
        here = wanted(asked, vintage)
        if here:
            yield _read_sheet(path, name, int(told[1]), vintage, asked, tally)


def _read_sheet(
    path: Path, name: str, year: int, vintage: Vintage, asked: Asked, tally: Tally
) -> AreaFrame:
    """Read one sheet; rows of other areas are never taken apart."""
    rows = rows_of(path, name)
    file = f"{path.name}, sheet «{name}»"
    for row in rows:
        headings = {key: plain_header(cell) for key, cell in row.cells().items()}
        code = next((k for k, h in headings.items() if _is(h, _CODE)), None)
        if code is not None:
            break
        if row.number > _ROWS_OF_TITLES:
            raise FileNotUnderstood(
                "there is no heading «LSOA 2021 Code» in the first rows",
                file=file,
                line=row.number,
                remedy="This may be another edition; see the source's page.",
            )
    total = next((h for h in headings.values() if _is(h, _TOTAL)), "")
    ages = _Ages.of(list(headings.values()), total, file)
    here = wanted(asked, vintage)

    def told() -> Told:
        for row in rows:
            area = row.cell(str(code))
            if area not in here:
                yield row.number, area, {}
                continue
            cells = {
                headings[k]: cell for k, cell in row.cells().items() if k in headings
            }
            yield row.number, area, ages.cells(Row(row.number, cells, file))

    sheet = _Sheet(file=file, year=year, vintage=vintage, ages=ages)
    return sheet.frame(told(), asked, tally)


def _is(heading: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a heading is one of those meant."""
    return any(re.fullmatch(pattern, heading) for pattern in patterns)


def _read_csv(path: Path, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
    """Read a CSV, whose rows may be about several kinds of area."""
    aliases = {"code": _CODE, "all": _TOTAL}
    with open_rows(path, needed=("code", "all"), aliases=aliases) as rows:
        ages = _Ages.of([h for h in rows.headers if h], "all", rows.file)
        kinds: dict[Geography, dict[str, tuple[int, dict[str, str]]]] = {}
        year, known = None, False
        for row in rows:
            code = row.needed("code")
            geography = geography_of(code)
            day = row.day("period") if rows.has("period") else None
            year = day.year if day else year
            if geography is None:
                tally.leave_out("not about an area of ours")
                continue
            vintage = _csv_vintage(asked, geography, rows.headers)
            here = wanted(asked, vintage)
            known |= bool(here)
            if code not in here:
                tally.leave_out(outside(code, here, vintage))
                continue
            table = kinds.setdefault(geography, {})
            line, cells = table.get(code, (row.line, {}))
            table[code] = (line, {**cells, **_of_sex(ages.cells(row), row.text("sex"))})
            if cells:
                tally.use()
    if not kinds and known:
        raise FileNotUnderstood(
            f"no row is about {asked.region.name}",
            file=path.name,
            column="code",
            remedy="Is it the right file, and its vintage as the region file says?",
        )
    for geography, table in kinds.items():
        keys = {key for _, cells in table.values() for key in cells}
        sheet = _Sheet(
            file=path.name,
            year=year or _year_in_name(path, asked),
            vintage=_csv_vintage(asked, geography, rows.headers),
            ages=_Ages(total="all", parts=dict.fromkeys(_ordered(keys), ())),
        )
        told = ((line, code, cells) for code, (line, cells) in table.items())
        yield sheet.frame(told, asked, tally)


def _ordered(keys: set[str]) -> list[str]:
    """Put the keys of bands in our order; a sex's total is left to its bands."""
    return [
        key
        for whose in _WHOSE
        for band in BANDS
        if (key := f"{whose}.{band.key}") in keys
    ]


def _of_sex(cells: Mapping[str, str], sex: str) -> dict[str, str]:
    """Put a row of one sex, in files that have such rows, under its own keys."""
    whose = {"females": "women", "female": "women", "males": "men", "male": "men"}
    who = whose.get(sex.strip().lower(), "people")
    if who == "people":
        return dict(cells)
    return {
        key.replace("people.", f"{who}."): cell
        for key, cell in cells.items()
        if key != "people.total" and key.startswith("people.")
    }


def _csv_vintage(
    asked: Asked, geography: Geography, headings: tuple[str, ...]
) -> Vintage:
    """Say which areas a code means, by the heading of the codes."""
    coded = next((h for h in headings if _is(h, _CODE)), "")
    year = 2011 if "11" in coded else 2021
    if geography is Geography.WARD:
        known = [v for v in asked.areas if v.geography is geography]
        return max(known, default=Vintage(geography, year))
    return vintage_for(asked, geography, year=year)


def _year_in_name(path: Path, asked: Asked) -> int:
    """Read the year from ``mid2015`` or ``population20``, or from the region file."""
    found = re.search(r"mid-?(\d{4})|population(\d{2})(?!\d)", path.name.lower())
    if found:
        return int(found[1]) if found[1] else 2000 + int(found[2])
    return year_of(asked)
