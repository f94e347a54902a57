"""The usual case of a table about areas, and of what an importer is asked."""

from datetime import date
from pathlib import Path

import numpy as np

from weft.commons.provenance import Geography, Origin, Vintage
from weft.commons.times import Week
from weft.ground.domain.asked import Asked
from weft.ground.domain.calendar import TermRule
from weft.ground.domain.region_file import RegionFile, SourceEntry
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame

OLD = Vintage(Geography.LSOA, 2011)
NEW = Vintage(Geography.LSOA, 2021)
MSOA = Vintage(Geography.MSOA, 2021)
OAS = Vintage(Geography.OA, 2021)
DISTRICT = Vintage(Geography.DISTRICT, 2024)
WEEK = Week(date(2026, 11, 23))
HERE = ("E01000001", "E01000002", "E01000003")
ONLY_OLD = "E01000009"

PEOPLE = Column(key="people", label="People", unit="people", kind=Kind.COUNT)
SHARE = Column(
    key="share", label="Share", unit="share", kind=Kind.RATE, denominator="people"
)
SCORE = Column(key="score", label="Score", unit="", kind=Kind.SCORE)
RANK = Column(key="rank", label="Rank", unit="", kind=Kind.RANK)
TENTH = Column(key="tenth", label="Tenth", unit="", kind=Kind.DECILE)
ALL_KINDS = (PEOPLE, SHARE, SCORE, RANK, TENTH)


def a_frame(rows, *, columns=ALL_KINDS, vintage=OLD, year=2019, table="A table"):
    """A table of rows by code."""
    values = np.array(list(rows.values()), dtype=float)
    return AreaFrame(
        table=table,
        title=table,
        vintage=vintage,
        year=year,
        codes=tuple(rows),
        columns=columns,
        values=values.reshape(len(rows), len(columns)),
    )


def a_region(*, districts=("E08000001",), options=None, source="a_source"):
    entry = SourceEntry(
        key=source,
        importer=source,
        files=("*",),
        publisher="Somebody",
        licence="OGL v3",
        options=options or {},
    )
    return RegionFile(
        slug="somewhere",
        name="Somewhere",
        made_up=True,
        telephone="",
        telephone_hours="",
        languages=(),
        districts=districts,
        calendar=TermRule(),
        sources=(entry,),
    )


AREAS = {
    NEW: frozenset(HERE),
    OLD: frozenset({*HERE[:2], ONLY_OLD}),
    MSOA: frozenset({"E02000001"}),
    DISTRICT: frozenset({"E08000001"}),
}


def an_asked(*files, vintage=None, areas=None, dated=date(2022, 6, 30), region=None):
    """What an importer is handed about a region of three small areas."""
    paths = tuple(Path(file) for file in files)
    return Asked(
        source="a_source",
        importer="a_source",
        files=paths,
        origin=Origin(
            source="a_source",
            publisher="Somebody",
            licence="OGL v3",
            edition="First",
            dated=dated,
            file=paths[0].name,
            vintage=vintage,
        ),
        region=region or a_region(),
        week=WEEK,
        areas=AREAS if areas is None else areas,
    )
