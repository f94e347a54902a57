"""Which regions are there, what are they made of, and which days are special?"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.calendar import Calendar, SchoolTerm, TermRule
from weft.ground.models import Area, AreaLink, Dataset, NamedPlace, Postcode, Region
from weft.ground.queries.about import DatasetAbout, RegionAbout, RegionReport


def regions() -> list[RegionAbout]:
    """List the regions of this data folder, by name."""
    return [_about(one) for one in Region.objects.order_by("name")]


def region(slug: str) -> RegionAbout:
    """Give one region.

    Raises
    ------
    NotFound
        When this data folder holds no such region.
    """
    return _about(_found(slug))


def _found(slug: str) -> Region:
    """Find a region's row."""
    found = Region.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound(f"There is no region «{slug}» here.")
    return found


def _about(one: Region) -> RegionAbout:
    """Say what is known of a region."""
    told = one.settings
    week = told.get("week")
    return RegionAbout(
        slug=one.slug,
        name=one.name,
        made_up=one.made_up,
        telephone=told.get("telephone", ""),
        telephone_hours=told.get("telephone_hours", ""),
        languages=tuple(told.get("languages", ())),
        districts=tuple(told.get("districts", ())),
        week=date.fromisoformat(week) if week else None,
        built_at=one.built_at,
        inputs_hash=one.inputs_hash,
    )


def calendar(region: str) -> Calendar:
    """Give a region's bank holidays and school terms.

    Bank holidays are those of the years around the week the region was built for.

    Raises
    ------
    NotFound
        When this data folder holds no such region.
    """
    told = _found(region).settings
    terms = tuple(
        SchoolTerm(date.fromisoformat(first), date.fromisoformat(last))
        for first, last in told.get("terms", ())
    )
    rule = TermRule(bank_holidays=told.get("bank_holidays", "ENG"), terms=terms)
    week = told.get("week")
    return rule.around(date.fromisoformat(week)) if week else Calendar(terms=terms)


def ledger(region: str) -> list[DatasetAbout]:
    """List whose data a region is made of, in the order it was read."""
    return [_line(one) for one in Dataset.objects.filter(region=region).order_by("pk")]


def _line(one: Dataset) -> DatasetAbout:
    """Say what the ledger says of one source."""
    return DatasetAbout(
        source=one.source,
        part=one.part,
        importer=one.importer,
        name=one.file,
        publisher=one.publisher,
        licence=one.licence,
        edition=one.edition,
        dated=one.dated,
        vintage=_vintage(one),
        files=tuple((f["name"], f["bytes"], f["sha256"]) for f in one.files),
        address=one.address,
        rows_read=one.rows_read,
        used=one.used,
        left_out=one.left_out,
        not_understood=one.not_understood,
        examples=tuple(one.examples),
        joins=one.joins,
        read_at=one.read_at,
    )


def _vintage(one: Dataset) -> Vintage | None:
    """Say which areas a table is about, if any."""
    if not one.geography or one.vintage is None:
        return None
    return Vintage(Geography(one.geography), one.vintage)


def report(region: str) -> RegionReport:
    """Say what a region was built from, and what came of every row.

    Raises
    ------
    NotFound
        When this data folder holds no such region.
    """
    about = _about(_found(region))
    counted = Postcode.objects.filter(region=region).aggregate(
        all=Count("pk"), live=Count("pk", filter=Q(live=True))
    )
    return RegionReport(
        region=about,
        datasets=tuple(ledger(region)),
        areas=_area_counts(region),
        postcodes=counted["all"],
        postcodes_live=counted["live"],
        names=NamedPlace.objects.filter(region=region).count(),
        links=_link_counts(region),
    )


def _area_counts(region: str) -> Mapping[str, int]:
    """Count the areas of each vintage, as ``lsoa21``."""
    rows = (
        Area.objects.filter(region=region)
        .values_list("geography", "vintage")
        .annotate(areas=Count("pk"))
        .order_by("geography", "vintage")
    )
    return {_short(geography, year): areas for geography, year, areas in rows}


def _link_counts(region: str) -> Mapping[str, int]:
    """Count the links between each two vintages, as ``lsoa11 to lsoa21``."""
    rows = (
        AreaLink.objects.filter(region=region)
        .values_list("geography", "vintage", "to_geography", "to_vintage")
        .annotate(links=Count("pk"))
    )
    counts: Counter[str] = Counter()
    for geography, year, to_geography, to_year, links in rows:
        pair = f"{_short(geography, year)} to {_short(to_geography, to_year)}"
        counts[pair] = links
    return dict(sorted(counts.items()))


def _short(geography: str, year: int) -> str:
    """Write a vintage as people in the field do: lsoa21, ward25."""
    return f"{geography}{year % 100:02}"
