"""How does what a source told become what the register holds?

A thing keeps its address for ever: its key is made of region, source and the teller's
own number. What a source tells again replaces what it told before; what it no longer
tells stays, marked, because absence is not closing. Everything happens inside the one
transaction of the build.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.not_listing import ASKED_NOT, without_who_asked
from weft.assets.domain.told import AssetTold, OfferTold, TieTold, Told
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import (
    Asset,
    Chance,
    Fact,
    Offer,
    OtherName,
    Schedule,
    Tie,
)
from weft.assets.queries.proposals import marks_of
from weft.assets.services import told_rows
from weft.assets.services.listings import derive
from weft.assets.services.listings.deriving import forget
from weft.assets.services.listings.keeping import keep_own_words
from weft.assets.services.proposals.lasting import keep_accepted
from weft.assets.services.rows import put
from weft.commons.batches import batched
from weft.commons.times import Week
from weft.ground.domain.asked import Reading

BATCH = 5_000


@dataclass(slots=True)
class _Pointing:
    """Who points at whom, by references; few enough to keep until all are in."""

    parts: list[tuple[UUID, str]] = field(default_factory=list)
    ties: list[tuple[UUID, TieTold]] = field(default_factory=list)


@transaction.atomic
def load(
    *, region: str, readings: Sequence[Reading[Told]], by: Actor, week: Week
) -> None:
    """Take in what every source of a region told.

    Parameters
    ----------
    region
        Its slug; the region is already there.
    readings
        One for each source, in the order of the region file.
    by
        Who does it.
    week
        The week from which sessions are made.
    """
    forget(region)
    readings = _without_who_asked(region, readings)
    assets = offers = chances = 0
    for reading in readings:
        source = reading.asked.source
        for table in (Asset, Offer):
            table.objects.filter(region=region, source=source).update(in_latest=False)
        _forget_details(region, source)
        assets += _take_assets(region, reading)
        offers += _take_offers(region, reading)
    for reading in readings:
        _take_later_facts(region, reading)
        chances += _take_chances(region, reading)  # of any source's groups
    keep_accepted(region)
    _keep_own_words(region, readings)
    record(
        by=by,
        deed="assets.load",
        subject=f"region {region}",
        details={
            "sources": len(readings),
            "assets": assets,
            "offers": offers,
            "chances": chances,
        },
    )
    if readings:
        calendar = readings[0].asked.region.calendar.calendar(week)
        weeks = weeks_listed(week)
        derive(region=region, weeks=weeks, by=by, calendar=calendar)


def _without_who_asked(
    region: str, readings: Sequence[Reading[Told]]
) -> Sequence[Reading[Told]]:
    """Leave out who asked not to be listed, say so, and hide what stood there."""
    marks = marks_of(region)
    kept = []
    for reading in readings:
        told, asked = without_who_asked(reading.content, marks)
        source = reading.asked.source
        for table, left_out in ((Asset, asked.assets), (Offer, asked.offers)):
            for some in batched(sorted(left_out)):
                table.objects.filter(
                    region=region, source=source, reference__in=some
                ).update(visibility=Visibility.HIDDEN)
        if asked:
            reading.tally.joined(ASKED_NOT, hits=len(asked), of=reading.tally.used)
        kept.append(replace(reading, content=told))
    return kept


def _forget_details(region: str, source: str) -> None:
    """Clear the names, facts, ties and schedules that a source told before."""
    OtherName.objects.filter(asset__region=region, source=source).delete()
    for table in (Fact, Schedule):
        table.objects.filter(asset__region=region, source=source).delete()
        table.objects.filter(offer__region=region, source=source).delete()
    Tie.objects.filter(asset__region=region, source=source).delete()


def _keep_own_words(region: str, readings: Sequence[Reading[Told]]) -> None:
    """Put back what groups said of the offers that these sources have told again."""
    sources = [one.asked.source for one in readings]
    told = Q(offer__region=region, offer__source__in=sources, offer__in_latest=True)
    keep_own_words(told)


def _take_assets(region: str, reading: Reading[Told]) -> int:
    """Write a source's assets, then what points from one to another."""
    asked, pointing, taken = reading.asked, _Pointing(), 0
    for batch in batched(reading.content.assets, most=BATCH):
        rows = told_rows.Rows(region=region, source=asked.source)
        put(
            Asset,
            (rows.asset(told, lsoa=_lsoa(reading, told)) for told in batch),
            again=True,
        )
        put(OtherName, rows.names(batch))
        put(Fact, rows.facts_of_assets(batch))
        put(Schedule, rows.schedules_of_assets(batch))
        _note_pointing(region, asked.source, batch, pointing)
        taken += len(batch)
    _point(region, asked.source, pointing)
    return taken


def _lsoa(reading: Reading[Told], told: AssetTold) -> str:
    """Find the small area that a place lies in; "" outside the region."""
    return reading.asked.lsoa_of(told.point) if told.point else ""


def _take_offers(region: str, reading: Reading[Told]) -> int:
    """Write a source's offers."""
    source, taken = reading.asked.source, 0
    rows = told_rows.Rows(region=region, source=source)
    for batch in batched(reading.content.offers, most=BATCH):
        wanted = {ref for told in batch for ref in (told.group, told.place) if ref}
        known = _found(region, source, wanted)
        put(Offer, (rows.offer(told, known) for told in batch), again=True)
        put(Fact, rows.facts_of_offers(batch))
        put(Schedule, rows.schedules_of_offers(batch))
        _count_missing(reading, batch, known)
        taken += len(batch)
    return taken


def _take_chances(region: str, reading: Reading[Told]) -> int:
    """Write a source's chances to lend a hand, in the place of those it told before."""
    source = reading.asked.source
    Chance.objects.filter(region=region, source=source).delete()
    told = list(reading.content.chances)
    wanted = {ref for one in told for ref in (one.group, one.place) if ref}
    known = _found(region, source, wanted)
    rows = told_rows.Rows(region=region, source=source)
    put(Chance, (rows.chance(one, known) for one in told))
    if wanted:
        reading.tally.joined(
            "groups and places of chances", hits=len(known), of=len(wanted)
        )
    return len(told)


def _take_later_facts(region: str, reading: Reading[Told]) -> None:
    """Write what a source says of the things that other sources told of."""
    later = list(reading.content.later_facts)
    if not later:
        return
    source = reading.asked.source
    known = _found(region, source, {one.of for one in later})
    rows = told_rows.Rows(region=region, source=source)
    put(Fact, (rows.fact(o.fact, asset=known[o.of]) for o in later if o.of in known))
    hits = sum(1 for one in later if one.of in known)
    reading.tally.joined("things of other sources", hits=hits, of=len(later))


def _count_missing(
    reading: Reading[Told], batch: Sequence[OfferTold], known: dict[str, UUID]
) -> None:
    """Say in the ledger how many offers found the group and place they name."""
    for what, wanted in (
        ("groups of offers", [told.group for told in batch if told.group]),
        ("places of offers", [told.place for told in batch if told.place]),
    ):
        if wanted:
            hits = sum(1 for reference in wanted if reference in known)
            reading.tally.joined(what, hits=hits, of=len(wanted))


def _note_pointing(
    region: str, source: str, batch: Iterable[AssetTold], pointing: _Pointing
) -> None:
    """Remember what points elsewhere."""
    for told in batch:
        key = key_of(region, source, told.reference)
        if told.part_of:
            pointing.parts.append((key, told.part_of))
        pointing.ties.extend((key, tie) for tie in told.ties)


def _point(region: str, source: str, pointing: _Pointing) -> None:
    """Write parts and ties, now that everything they point at is in."""
    wanted = {ref for _, ref in pointing.parts}
    wanted |= {tie.to for _, tie in pointing.ties if tie.to}
    known = _found(region, source, wanted)
    for key, reference in pointing.parts:
        if reference in known:
            Asset.objects.filter(pk=key).update(part_of=known[reference])
    rows = told_rows.Rows(region=region, source=source)
    put(Tie, (rows.tie(key, tie, known) for key, tie in pointing.ties))


def _found(region: str, source: str, references: Iterable[str]) -> dict[str, UUID]:
    """Find things by reference: the source's own first, then any other source's."""
    found: dict[str, UUID] = {}
    for batch in batched(sorted(references), most=500):
        there = Asset.objects.filter(region=region, reference__in=batch)
        for key, told_by, reference in there.values_list("pk", "source", "reference"):
            if told_by == source or reference not in found:
                found[reference] = key
    return found
