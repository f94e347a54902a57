"""What an importer of this part is usually handed."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from weft.commons.places import Point
from weft.commons.provenance import Origin
from weft.commons.times import Week
from weft.ground.domain.asked import Asked
from weft.ground.domain.calendar import SchoolTerm, TermRule
from weft.ground.domain.region_file import RegionFile

MONDAY = Week(date(2026, 11, 23))
TERMS = TermRule(
    terms=(
        SchoolTerm(date(2026, 9, 1), date(2026, 12, 18)),
        SchoolTerm(date(2027, 1, 4), date(2027, 2, 12)),
    )
)
A_REGION = RegionFile(
    slug="somewhere",
    name="Somewhere",
    made_up=True,
    telephone="01632 960 114",
    telephone_hours="",
    languages=("en",),
    districts=(),
    calendar=TERMS,
    sources=(),
)


def an_asked(
    *files: Path,
    source: str = "a_source",
    dated: date | None = date(2026, 10, 1),
    postcodes: Mapping[str, Point] | None = None,
) -> Asked:
    known = postcodes or {}
    return Asked(
        source=source,
        importer=source,
        files=tuple(sorted(files)),
        region=A_REGION,
        week=MONDAY,
        origin=Origin(
            source=source,
            publisher="A publisher",
            licence="OGL v3",
            edition="",
            dated=dated,
            file="",
        ),
        locate=lambda told: known.get("".join(told.split()).upper()),
        lsoa_of=lambda point: "E01000001" if point.latitude > 53 else "",
    )


def written(folder: Path, name: str, lines: Iterable[str]) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
