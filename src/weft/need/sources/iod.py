"""What do the English Indices of Deprivation say, in the publisher's own File 7?

Editions 2015, 2019 and 2025. Columns are found by the beginning of their heading: one
heading of the file of 2025 is cut at 80 characters, and copies made from Excel carry
line breaks and lose commas (docs/data/iod.md).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.files import Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.england import england_of, holds_england
from weft.need.domain.frames import AreaFrame
from weft.need.domain.indices import MEASURES, PEOPLE, Measure
from weft.need.sources.cutting import Cut, Layout, spare_columns, told_rows

EDITIONS = {2024: 2025, 2019: 2019, 2013: 2015}
"""Year of the district codes in the file -> year of the edition."""

_CODE = r"lsoa code \((?:2011|2021)\)"
_KINDS = {"score": Kind.SCORE, "rank": Kind.RANK, "decile": Kind.DECILE}


@dataclass(frozen=True, slots=True)
class _Found:
    """A column of ours, and the heading under which its numbers stand."""

    column: Column
    heading: str


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read File 7, one or several editions of it.

    Returns
    -------
    Reading
        For each file the region's areas and, where the file holds every area of
        England, one row for all of it.

    Raises
    ------
    FileNotUnderstood
        When a domain's score, rank or decile is missing, or a cell is not a number in
        more than one row of ten.
    WrongVintage
        When the file is about other areas than the region file says.
    """
    tally = Tally()
    frames: list[AreaFrame] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.extend(_read_one(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_one(path: Path, asked: Asked, tally: Tally) -> Iterator[AreaFrame]:
    """Read one edition."""
    with open_rows(path, needed=("code",), aliases={"code": _CODE}) as rows:
        found = [*_measures(rows), *_people(rows)]
        layout = Layout(
            table="File 7",
            title="Indices of Deprivation: all ranks, scores, deciles, denominators",
            vintage=_vintage(rows, asked),
            year=_edition(rows),
            columns=tuple(one.column for one in found),
            headings=tuple(one.heading for one in found),
            code="code",
            file=rows.file,
        )
        taken = {
            *layout.headings,
            *(h for h in rows.headers if "code" in h or "name" in h),
        }
        spare_columns(tally, rows.file, [h for h in rows.headers if h not in taken])
        cut = Cut(layout, asked, tally, everywhere=True).read(
            told_rows(rows, code="code")
        )
    yield cut.frame()
    everywhere = cut.frame_everywhere()
    if holds_england(everywhere):
        yield england_of(everywhere)


def _spare(rows: Rows, layout: Layout) -> list[str]:
    """List the columns that are neither taken nor a name or code."""
    return [
        heading
        for heading in rows.headers
        if heading not in layout.headings
        and not re.search(r" (?:code|name) \(\d{4}\)$", heading)
    ]


def _squeezed(heading: str) -> str:
    """Write a heading without marks, which copies lose."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.lower()).split())


def _heading(rows: Rows, beginning: str) -> str | None:
    """Find the heading that begins so."""
    begins = _squeezed(beginning)
    for heading in rows.headers:
        if _squeezed(heading).startswith(begins):
            return heading
    return None


def _measures(rows: Rows) -> Iterator[_Found]:
    """Find score, rank and decile of every measure."""
    for measure in MEASURES:
        for part, kind in _KINDS.items():
            heading = _heading(rows, f"{measure.name} {part}")
            if heading is not None:
                column = measure.column(part, kind)
                yield _Found(column, heading)
            elif not measure.within:
                raise _missing(rows, measure, part)


def _people(rows: Rows) -> Iterator[_Found]:
    """Find the columns that say how many people stand behind the rates."""
    for key, beginning in PEOPLE.items():
        heading = _heading(rows, beginning)
        if heading is not None:
            label = rows.labels[rows.headers.index(heading)]
            column = Column(
                key=key, label=label, unit="people", kind=Kind.COUNT, of_whom=beginning
            )
            yield _Found(column, heading)


def _missing(rows: Rows, measure: Measure, part: str) -> FileNotUnderstood:
    """Make the error for a file without one of the domains."""
    return FileNotUnderstood(
        f"there is no column beginning «{measure.name} {part.title()}»",
        file=rows.file,
        line=rows.header_line,
        column=f"{measure.name} {part.title()}",
        remedy="Save File 7 of the edition from its GOV.UK page; for the reduced "
        "layout use the importer iod_reduced.",
    )


def _year_in(headings: Sequence[str], beginning: str) -> int | None:
    """Read the year in brackets behind a heading."""
    for heading in headings:
        told = re.fullmatch(re.escape(beginning) + r" \((\d{4})\)", heading)
        if told:
            return int(told[1])
    return None


def _edition(rows: Rows) -> int:
    """Say which edition this is, by the year of its district codes."""
    year = _year_in(rows.headers, "local authority district code")
    if year not in EDITIONS:
        raise FileNotUnderstood(
            f"no edition is known with district codes of {year or 'no year'}",
            file=rows.file,
            line=rows.header_line,
            column="Local Authority District code",
            remedy="Editions 2015, 2019 and 2025 are known; is this another file?",
        )
    return EDITIONS[year]


def _vintage(rows: Rows, asked: Asked) -> Vintage:
    """Say which areas the file is about, and refuse others than were said."""
    year = _year_in(rows.headers, "lsoa code") or 0
    said = asked.origin.vintage
    if said is not None and said != Vintage(Geography.LSOA, year):
        raise WrongVintage(
            f"{rows.file}, line {rows.header_line}, column «LSOA code ({year})»: this "
            f"file is about LSOA {year}, and the region file says {said}. Correct "
            f"«vintage» of «{asked.source}» there, or use the other edition's file."
        )
    return Vintage(Geography.LSOA, year)
