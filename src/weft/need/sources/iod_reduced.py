"""What do the Indices of Deprivation say in the reduced layout of an R package?

Three files an edition: ranks and deciles (2025 also scores) of the domains, of the
sub-domains, and the indicators underneath, each with the LSOA code first. The true
values of File 7 and File 8 under short names (docs/data/iod.md).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.files import Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.commons.saying import first_large
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.domain.indices import MEASURES, measure
from weft.need.sources.cutting import Cut, Layout, spare_columns, told_rows

EDITIONS = {2011: 2019, 2021: 2025}
"""Year of the LSOAs -> year of the edition; the package has no others."""

_SHORT = {
    "imd": "imd",
    "income": "income",
    "employment": "employment",
    "education": "education",
    "health": "health",
    "crime": "crime",
    "housing_and_access": "barriers",
    "housing_and_services": "barriers",
    "environment": "living",
    "children_and_young_people": "young",
    "adult_skills": "skills",
    "geographical_barriers": "far",
    "wider_barriers": "wider",
    "indoors": "indoors",
    "outdoors": "outdoors",
}
_SUB_DOMAINS = frozenset({one.key for one in MEASURES if one.within})
_PARTS = {"score": Kind.SCORE, "rank": Kind.RANK, "decile": Kind.DECILE}
_TABLES = {
    "domains": "Indices of Deprivation: domains",
    "sub-domains": "Indices of Deprivation: sub-domains",
    "indicators": "Indices of Deprivation: the indicators underneath",
}


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the files of one edition, or of several.

    Raises
    ------
    FileNotUnderstood
        When a file has no LSOA code or no column that is known.
    WrongVintage
        When a file is about other areas than the region file says.
    """
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.append(_read_one(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_one(path: Path, asked: Asked, tally: Tally) -> AreaFrame:
    """Read one of the three files."""
    code = r"lsoa(?:11|21)_code"
    with open_rows(path, needed=("code",), aliases={"code": code}) as rows:
        which = _which(rows)
        columns = dict(_columns(rows, which))
        vintage = _vintage(rows, asked)
        layout = Layout(
            table=f"IoD {which}",
            title=_TABLES[which],
            vintage=vintage,
            year=EDITIONS[vintage.year],
            columns=tuple(columns.values()),
            headings=tuple(columns),
            code="code",
            file=rows.file,
        )
        left = [h for h in rows.headers if h not in columns and not h.endswith("_code")]
        spare_columns(tally, rows.file, left)
        return Cut(layout, asked, tally).read(told_rows(rows, code="code")).frame()


def _which(rows: Rows) -> str:
    """Tell the three files apart by their headings."""
    if rows.has("imd_rank"):
        return "domains"
    if any(heading.startswith("adult_skills_rank") for heading in rows.headers):
        return "sub-domains"
    if any(
        heading.endswith("_indicator") or "_numerator" in heading
        for heading in rows.headers
    ):
        return "indicators"
    raise FileNotUnderstood(
        "this is none of the three files of the reduced layout",
        file=rows.file,
        line=rows.header_line,
        remedy="They hold imd_rank, adult_skills_rank or …_numerator. For the "
        "publisher's own File 7 use the importer iod.",
    )


def _columns(rows: Rows, which: str) -> Iterator[tuple[str, Column]]:
    """Say what each heading means; the sub-domains' file repeats some domains."""
    for heading, label in zip(rows.headers, rows.labels, strict=True):
        if heading.endswith("_code"):
            continue
        if which == "indicators":
            yield heading, _indicator(heading, label)
            continue
        name, _, part = heading.rpartition("_")
        key = _SHORT.get(name)
        if key is None or part not in _PARTS:
            continue
        if (key in _SUB_DOMAINS) is (which == "sub-domains"):
            yield heading, measure(key).column(part, _PARTS[part])


def _indicator(heading: str, label: str) -> Column:
    """Say what an underlying indicator is, by the words in its name."""
    kind, unit = Kind.SCORE, ""
    if heading.endswith("_numerator"):
        kind, unit = Kind.COUNT, "people"
    elif "_km" in heading:
        unit = "km"
    elif "_per_1_000_" in heading:
        kind, unit = Kind.RATE, "per 1,000"
    words = re.sub(r"_+", " ", label).strip()
    return Column(key=f"iod8.{heading}", label=first_large(words), unit=unit, kind=kind)


def _vintage(rows: Rows, asked: Asked) -> Vintage:
    """Say which areas a file is about, and refuse others than were said."""
    year = 2011 if rows.has("lsoa11_code") else 2021
    said = asked.origin.vintage
    if said is not None and said != Vintage(Geography.LSOA, year):
        raise WrongVintage(
            f"{rows.file}, line {rows.header_line}, column «lsoa{year % 100}_code»: "
            f"this file is about LSOA {year}, and the region file says {said}. "
            f"Correct «vintage» of «{asked.source}» there, or name the other file."
        )
    return Vintage(Geography.LSOA, year)
