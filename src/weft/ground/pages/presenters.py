"""In which words does a region say what it was built from?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, dated, day_of
from weft.ground.queries import DatasetAbout, RegionReport
from weft.shell.tables import Column, Table

COLUMNS = (
    Column("Source"),
    Column("Whose"),
    Column("Edition"),
    Column("Date"),
    Column("Areas"),
    Column("Terms"),
    Column("Rows read", numeric=True),
    Column("Used", numeric=True),
    Column("Left out", numeric=True),
    Column("Not understood", numeric=True),
    Column("Joins"),
)
GEOGRAPHIES = {
    "oa": "output areas",
    "lsoa": "small areas (LSOA)",
    "msoa": "neighbourhoods (MSOA)",
    "ward": "wards",
    "lad": "districts",
    "icb_place": "health places",
    "icb": "health systems",
}


def files_table(report: RegionReport) -> Table:
    """Tell what came of every file, one source a row."""
    return Table(
        title=f"What {report.region.name} was built from",
        columns=COLUMNS,
        rows=tuple(_row(one) for one in report.datasets),
    )


def _row(one: DatasetAbout) -> tuple[str | int | None, ...]:
    return (
        one.source,
        one.publisher,
        one.edition or None,
        one.dated.isoformat() if one.dated else None,
        str(one.vintage) if one.vintage else "",
        one.licence,
        one.rows_read,
        one.used,
        sum(one.left_out.values()),
        sum(one.not_understood.values()),
        "; ".join(f"{to}: {hits}" for to, hits in one.joins.items()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """What one source left behind, and why."""

    source: str
    reasons: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What a region was built from, as a page."""

    report: RegionReport

    @property
    def name(self) -> str:
        """Name the region."""
        return self.report.region.name

    @property
    def built(self) -> str:
        """Say when it was built, and for which week."""
        region = self.report.region
        when = f"Built on {dated(day_of(region.built_at))}" if region.built_at else ""
        week = f" for the week of {dated(region.week)}" if region.week else ""
        return f"{when}{week}." if when else "Not built yet."

    @property
    def counts(self) -> tuple[tuple[str, str], ...]:
        """Count what there is now."""
        areas = (
            (_geography(short), f"{count:,}")
            for short, count in self.report.areas.items()
        )
        return (
            *areas,
            ("Postcodes", f"{self.report.postcodes:,}"),
            ("Names of places, streets and stops", f"{self.report.names:,}"),
            ("Map features read", f"{self.report.osm_features:,}"),
        )

    @property
    def files(self) -> Table:
        """Tell what came of every file."""
        return files_table(self.report)

    @property
    def remainders(self) -> tuple[Remainder, ...]:
        """List what was left out or not understood, with the reasons."""
        return tuple(
            Remainder(
                source=one.source,
                reasons=tuple(
                    f"{reason}: {counted(rows, 'row', 'rows')}"
                    for reason, rows in (
                        *one.left_out.items(),
                        *one.not_understood.items(),
                    )
                ),
                examples=one.examples,
            )
            for one in self.report.datasets
            if one.left_out or one.not_understood
        )

    def address(self, kind: str) -> str:
        """Say where the same stands as a file."""
        return reverse("ground:file", args=[self.report.region.slug, kind])


def _geography(short: str) -> str:
    """Say «lsoa21» as people can read it."""
    words = GEOGRAPHIES.get(short[:-2], short[:-2])
    return f"{words[:1].upper()}{words[1:]} of 20{short[-2:]}"
