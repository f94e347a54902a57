"""How does health in each district compare with England in 2015?

The ONS Health Index, 100 being England in 2015 and more being better: the ONS's own
workbook (a sheet of overall scores over the years, and one sheet a year), and three
layouts of those who re-publish it (docs/data/wellbeing.md). About districts, ICBs
and England, never small areas.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, open_rows, plain_header
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.commons.saying import first_large
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import slug
from weft.need.sources.cutting import Cut, Layout, geography_of, vintage_for, wanted
from weft.standards.xlsx import rows_of, sheet_names

TITLE = "Health Index for England"
_CODE = (r"area code", r"(?:ltla|utla|lad|icb)\d\d_(?:code|cd)")
_YEARLY = re.compile(r"table_\d+_(\d{4})_index", re.IGNORECASE)
_OVERALL = re.compile(r"table_\d+_index_scores", re.IGNORECASE)
_YEAR = re.compile(r"(20\d\d)(?:\.0)?")
_ROWS_OF_TITLES = 12
MEASURED = "indicators"

Line = tuple[int, Mapping[str, str]]


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the index, each year and kind of area a table of its own.

    Raises
    ------
    FileNotUnderstood
        When a file is in none of the layouts.
    """
    tally = Tally()
    frames: list[AreaFrame] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        if path.suffix.lower() == ".xlsx":
            frames.extend(_read_workbook(path, asked, tally))
        else:
            frames.extend(_read_csv(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """The rows of one year, with one heading for each score."""

    file: str
    part: str  # overall, domains, indicators …
    year: int
    labels: Mapping[str, str]  # heading -> words
    rows: tuple[tuple[int, str, Mapping[str, str]], ...]

    def frames(self, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
        """Give one table for each kind of area that the region knows."""
        kinds = {geography_of(code) for _, code, _ in self.rows}
        for geography in sorted(kinds - {None}, key=str):
            assert geography is not None  # noqa: S101 for the type checker
            vintage = vintage_for(asked, geography, year=2021)
            here = wanted(asked, vintage)
            told = [row for row in self.rows if geography_of(row[1]) is geography]
            if not any(code in here for _, code, _ in told):
                tally.leave_out("outside the region", len(told))
                continue
            layout = Layout(
                table=f"Health Index: {self.part}",
                title=TITLE,
                vintage=vintage,
                year=self.year,
                columns=tuple(_column(one, self.part) for one in self.labels.values()),
                headings=tuple(self.labels),
                code="code",
                file=self.file,
            )
            yield Cut(layout, asked, tally).read(told).frame()
        nameless = sum(1 for _, code, _ in self.rows if geography_of(code) is None)
        if nameless:
            tally.leave_out("not about an area of ours", nameless)


def _column(label: str, part: str) -> Column:
    """Make the column of one score, or of the measured value behind it."""
    plain = re.sub(r"[ _]score$", "", label.strip(), flags=re.IGNORECASE)
    words = plain.replace("_", " ")
    return Column(
        key=f"hi.{'measured.' if part == MEASURED else ''}{slug(words)}",
        label=first_large(words),
        unit="",
        kind=Kind.SCORE,
        of_whom="as each indicator is measured"
        if part == MEASURED
        else "everybody; 100 is England in 2015, more is better",
    )


def _read_csv(path: Path, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
    """Read the layouts of those who re-publish it: wide, or indicator by indicator."""
    with open_rows(path, needed=("code", "year"), aliases={"code": _CODE}) as rows:
        told = list(rows)
        long = rows.has("indicator") and rows.has("value")
        labels = {
            heading: label
            for heading, label in zip(rows.headers, rows.labels, strict=True)
            if not re.fullmatch(r".*_(?:code|name|cd|nm)|year|area.*", heading)
        }
    years: dict[int, list[Row]] = {}
    for row in told:
        years.setdefault(_year(row), []).append(row)
    for year, some in sorted(years.items()):
        if long:
            yield from _long(path.name, year, some).frames(asked, tally)
        else:
            lines = tuple((row.line, row.needed("code"), row.cells) for row in some)
            yield from _Year(
                file=path.name,
                part=_part(labels),
                year=year,
                labels=labels,
                rows=lines,
            ).frames(asked, tally)


def _part(labels: Iterable[str]) -> str:
    """Say which of the tables this is, by its headings."""
    return "overall" if any("overall" in label for label in labels) else "sub-domains"


def _long(file: str, year: int, rows: list[Row]) -> _Year:
    """Lay one year of the long form out wide."""
    areas: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    labels: dict[str, str] = {}
    for row in rows:
        code, label = row.needed("code"), row.needed("indicator")
        labels.setdefault(f"hi {label.lower()}", label)
        lines.setdefault(code, row.line)
        cells = areas.setdefault(code, {})
        if cells.setdefault(f"hi {label.lower()}", row.text("value")) != row.text(
            "value"
        ):
            raise FileNotUnderstood(
                f"«{code}» has two values of «{label}» in {year}",
                file=file,
                line=row.line,
                column="value",
                remedy="Keep the right one of the two, or save the file again.",
            )
    return _Year(
        file=file,
        part=MEASURED,
        year=year,
        labels=labels,
        rows=tuple((lines[code], code, cells) for code, cells in areas.items()),
    )


def _year(row: Row) -> int:
    """Read the year, which some write as 2015.0."""
    found = _YEAR.fullmatch(row.text("year"))
    if found is None:
        raise row.wrong("year", f"«{row.text('year')}» is not a year")
    return int(found[1])


def _read_workbook(path: Path, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
    """Read the sheets of the ONS's own workbook."""
    names = sheet_names(path)
    sheets = [name for name in names if _YEARLY.fullmatch(name.strip())]
    overall = [name for name in names if _OVERALL.fullmatch(name.strip())]
    if not sheets and not overall:
        raise FileNotUnderstood(
            f"no sheet is named like «Table_3_2021_Index»; there are "
            f"{', '.join(names[:6])}",
            file=path.name,
            remedy="Save the workbook of scores from the ONS page of the Health Index.",
        )
    for name in overall:
        labels, lines = _sheet(path, name)
        for heading, label in labels.items():
            if year := _YEAR.fullmatch(label):
                rows = tuple(
                    (n, cells["code"], {"overall": cells.get(heading, "")})
                    for n, cells in lines
                )
                yield from _Year(
                    file=f"{path.name}, sheet «{name}»",
                    part="overall",
                    year=int(year[1]),
                    labels={"overall": "Overall"},
                    rows=rows,
                ).frames(asked, tally)
    for name in sheets:
        labels, lines = _sheet(path, name)
        told = _YEARLY.fullmatch(name.strip())
        yield from _Year(
            file=f"{path.name}, sheet «{name}»",
            part="domains and indicators",
            year=int(told[1]) if told else 0,
            labels=labels,
            rows=tuple((n, cells["code"], cells) for n, cells in lines),
        ).frames(asked, tally)


def _sheet(path: Path, name: str) -> tuple[dict[str, str], list[Line]]:
    """Find the headings of a sheet, and give the rows below them."""
    labels: dict[str, str] = {}
    code = ""
    lines: list[Line] = []
    for row in rows_of(path, name):
        cells = row.cells()
        if not code:
            plain = {key: plain_header(cell) for key, cell in cells.items()}
            code = next((key for key, told in plain.items() if told == "area code"), "")
            labels = {
                key: cells[key]
                for key, told in plain.items()
                if code and not told.startswith("area ")
            }
            if not code and row.number > _ROWS_OF_TITLES:
                break
        elif cells.get(code):
            lines.append((row.number, {**cells, "code": cells[code]}))
    if not code:
        raise FileNotUnderstood(
            "there is no heading «Area Code» in the first rows",
            file=f"{path.name}, sheet «{name}»",
            remedy="This may be another edition; see the source's page.",
        )
    return labels, lines
