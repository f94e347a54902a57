"""How does a region that has been read become the region that is served?

Everything here happens inside the one transaction of the build
(docs/decisions/0006-one-transaction.md): until it is over, everybody sees the region
that was built before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.provenance import Vintage
from weft.commons.times import Week
from weft.ground.domain.assembling import Ground
from weft.ground.domain.beginnings import named_areas, outward_places
from weft.ground.domain.ledger import BY_FEED, LedgerLine
from weft.ground.domain.named import NamedPlaceKind, NamedPlaceTold, folded
from weft.ground.domain.region_file import RegionFile
from weft.ground.models import Area, AreaLink, Dataset, NamedPlace, Postcode, Region
from weft.ground.queries.mixing import refuse_mixing
from weft.ground.services.inserting import insert_all

LONGEST_NAME = 200


@transaction.atomic
def load(*, region: RegionFile, ground: Ground, week: Week, by: Actor) -> None:
    """Put the region's areas, links and postcodes in place of those before.

    Raises
    ------
    NotPossible
        When the data folder holds a region of the other kind, made up or real.
    """
    refuse_mixing(slug=region.slug, made_up=region.made_up)
    Region.objects.update_or_create(
        slug=region.slug,
        defaults={
            "name": region.name,
            "made_up": region.made_up,
            "settings": _settings(region, week),
            # Until the ledger is kept nobody may take this build for a whole one.
            "inputs_hash": "",
        },
    )
    for model in (AreaLink, Area, Postcode):
        model.objects.filter(region=region.slug).delete()
    _insert_areas(region.slug, ground)
    _insert_links(region.slug, ground)
    _insert_postcodes(region.slug, ground)
    record(
        by=by,
        deed="ground.load",
        subject=f"region {region.slug}",
        details={"areas": len(ground.areas), "postcodes": len(ground.postcodes)},
    )


def _settings(region: RegionFile, week: Week) -> dict[str, object]:
    """Keep what the region file says that pages need."""
    calendar = region.calendar.calendar(week)
    return {
        "telephone": region.telephone,
        "telephone_hours": region.telephone_hours,
        "languages": list(region.languages),
        "districts": list(region.districts),
        "week": week.monday.isoformat(),
        "bank_holidays": region.calendar.bank_holidays,
        "terms": [
            [term.first.isoformat(), term.last.isoformat()] for term in calendar.terms
        ],
    }


def _insert_areas(slug: str, ground: Ground) -> None:
    """Write the areas."""
    columns = (
        "region_id", "geography", "vintage", "code", "name", "called",
        "latitude", "longitude", "point_is_weighted", "boundary",
        "people", "urban", "rural_urban",
    )  # fmt: skip
    insert_all(
        Area,
        columns,
        (
            (
                slug,
                str(area.vintage.geography),
                area.vintage.year,
                area.code,
                area.name[:LONGEST_NAME],
                area.called[:LONGEST_NAME],
                area.point.latitude if area.point else None,
                area.point.longitude if area.point else None,
                area.weighted if area.point else None,
                area.boundary,
                None,
                area.urban,
                area.words,
            )
            for area in ground.areas
        ),
    )


def _insert_links(slug: str, ground: Ground) -> None:
    """Write what lies in what."""
    columns = (
        "region_id", "source", "geography", "vintage", "code",
        "to_geography", "to_vintage", "to_code", "change",
    )  # fmt: skip
    insert_all(
        AreaLink,
        columns,
        (
            (
                slug,
                link.source,
                str(link.of.geography),
                link.of.year,
                link.code,
                str(link.to.geography),
                link.to.year,
                link.to_code,
                link.change,
            )
            for link in ground.links
        ),
    )


def _insert_postcodes(slug: str, ground: Ground) -> None:
    """Write the postcodes."""
    columns = (
        "region_id", "compact", "latitude", "longitude", "oa21", "lsoa21", "live",
    )  # fmt: skip
    insert_all(Postcode, columns, ((slug, *told) for told in ground.postcodes))


@transaction.atomic
def name_places(
    *,
    region: str,
    ground: Ground,
    named: Iterable[NamedPlaceTold],
    by: Actor,
) -> None:
    """Put the names that somebody may start from in place of those before.

    The towns, streets and stops that the map tells, each once for each place within;
    the wards, districts and neighbourhoods; and the beginnings of the postcodes.
    """
    NamedPlace.objects.filter(region=region).delete()
    once: dict[tuple[NamedPlaceKind, str, str], NamedPlaceTold] = {}
    ours = (*named_areas(ground.areas), *outward_places(ground.postcodes))
    for place in (*named, *ours):
        key = (place.kind, folded(place.name), folded(place.within))
        if key[1]:
            once.setdefault(key, place)
    columns = (
        "region_id", "kind", "name", "folded", "within", "latitude", "longitude",
    )  # fmt: skip
    insert_all(
        NamedPlace,
        columns,
        (
            (
                region,
                str(kind),
                place.name[:LONGEST_NAME],
                looked_up[:LONGEST_NAME],
                place.within[:LONGEST_NAME],
                place.point.latitude,
                place.point.longitude,
            )
            for (kind, looked_up, _), place in sorted(once.items())
        ),
    )
    record(
        by=by,
        deed="ground.name_places",
        subject=f"region {region}",
        details={"names": len(once)},
    )


@transaction.atomic
def count_people(
    *, region: str, people: Mapping[Vintage, Mapping[str, int]], by: Actor
) -> None:
    """Say of each area how many live there, by the newest census that was read."""
    counted = 0
    for vintage, counts in people.items():
        areas = list(
            Area.objects.filter(
                region=region, geography=vintage.geography, vintage=vintage.year
            ).only("code")
        )
        for area in areas:
            area.people = counts.get(area.code)
        Area.objects.bulk_update(areas, ["people"], batch_size=400)
        counted += len(areas)
    record(
        by=by,
        deed="ground.count_people",
        subject=f"region {region}",
        details={"areas": counted},
    )


@transaction.atomic
def keep_ledger(
    *,
    region: str,
    lines: Sequence[LedgerLine],
    inputs_hash: str,
    at: datetime,
    by: Actor,
) -> None:
    """Write down whose data the region is made of, and finish the build."""
    built = Dataset.objects.filter(region=region)
    built.exclude(source__startswith=BY_FEED).delete()
    Dataset.objects.bulk_create(_dataset(region, line, at) for line in lines)
    Region.objects.filter(slug=region).update(built_at=at, inputs_hash=inputs_hash)
    rows: dict[str, int] = defaultdict(int)
    for line in lines:
        rows[line.part] += line.tally.used
    record(
        by=by,
        deed="ground.keep_ledger",
        subject=f"region {region}",
        details={"sources": len(lines), **{f"rows_{k}": v for k, v in rows.items()}},
    )


@transaction.atomic
def keep_line(*, region: str, line: LedgerLine, at: datetime, by: Actor) -> None:
    """Write down whose data a feed brought, in place of what was written of it before.

    A build leaves the line alone, as it leaves alone what the feed told.
    """
    source = line.origin.source
    Dataset.objects.filter(region=region, source=source).delete()
    _dataset(region, line, at).save()
    record(
        by=by,
        deed="ground.keep_line",
        subject=f"region {region}",
        details={"source": source, "used": line.tally.used},
    )


def _dataset(region: str, line: LedgerLine, at: datetime) -> Dataset:
    """Write one line."""
    origin, tally = line.origin, line.tally
    return Dataset(
        region_id=region,
        source=origin.source,
        part=line.part,
        importer=line.importer,
        file=origin.file,
        publisher=origin.publisher,
        licence=origin.licence,
        edition=origin.edition,
        dated=origin.dated,
        geography=origin.vintage.geography if origin.vintage else "",
        vintage=origin.vintage.year if origin.vintage else None,
        files=[
            {"name": file.name, "bytes": file.bytes, "sha256": file.sha256}
            for file in line.files
        ],
        address=origin.address,
        rows_read=tally.rows_read,
        used=tally.used,
        left_out=tally.left_out,
        not_understood=tally.not_understood,
        examples=tally.examples,
        joins=tally.joins,
        read_at=at,
    )
