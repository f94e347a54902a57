"""How is a spreadsheet taken into the register?

What a sheet tells bears a source of its own, ``import-7``; what was there before is not
touched. Rows that were not taken, and cells that were not understood, stay with the
import in the teller's words.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility
from weft.assets.domain.sheets import (
    Outcome,
    Preview,
    RowRead,
    RowSeen,
    SheetRead,
    gathered,
)
from weft.assets.domain.told import AssetTold, OfferTold
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import (
    Asset,
    Fact,
    Import,
    Offer,
    OtherName,
    Schedule,
    Tie,
)
from weft.assets.queries.imports import (
    named_here,
    places_here,
    preview,
    source_of,
)
from weft.assets.services.listings import derive_some
from weft.assets.services.rows import put
from weft.assets.services.told_rows import Rows
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.ground import queries as ground

T = TypeVar("T", AssetTold, OfferTold)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touched:
    """What a deed has touched, and so must be listed anew."""

    assets: set[UUID]
    offers: set[UUID]


@transaction.atomic
def take_spreadsheet(
    *,
    region: str,
    sheet: SheetRead,
    by: Actor,
    week: Week,
    told_by: str = "",
    also: Collection[int] = (),
) -> int:
    """Take in what a spreadsheet tells that is new.

    Parameters
    ----------
    region, sheet
        The slug of the region, and the sheet as it was read.
    by, told_by
        Who does it, and whose word it is.
    week
        The week from which sessions are made.
    also
        Lines to take although they seem to be there already.

    Returns
    -------
    int
        The number of the import, by which all of it can be taken back.

    Raises
    ------
    NotFound, NotPossible
        When there is no such region, or the very same file was taken before.
    """
    _refuse(region, sheet)
    seen = preview(sheet, region=region)
    taken = [one for one in seen.rows if _is_taken(one, also)]
    entry = _entry(seen, taken, region, told_by)
    touched = _write(entry, [one.row for one in taken], _here(seen, entry))
    record(
        by=by,
        deed="assets.take_spreadsheet",
        subject=f"import {entry.number}",
        details={"rows": entry.rows, "taken": entry.taken},
    )
    weeks = weeks_listed(week)
    assets, offers = touched.assets, touched.offers
    derive_some(region=region, assets=assets, offers=offers, weeks=weeks, by=by)
    return entry.number


def _entry(
    seen: Preview, taken: Sequence[RowSeen], region: str, told_by: str
) -> Import:
    """Note that a sheet was taken, and what of it was not."""
    sheet = seen.sheet
    entry, is_new = Import.objects.get_or_create(  # two may take it at one moment
        region_id=region,
        checksum=sheet.checksum,
        undone=False,
        defaults={
            "file": sheet.file[:200],
            "told_by": told_by[:200],
            "told_on": sheet.told_on,
            "rows": len(sheet.rows),
            "taken": len(taken),
            "left": _left(seen, taken),
        },
    )
    if not is_new:
        raise _taken_before("just now", entry.number)
    return entry


def _refuse(region: str, sheet: SheetRead) -> None:
    """Refuse a region that is not there, and a file that was taken before."""
    ground.region(region)
    before = Import.objects.filter(
        region=region, checksum=sheet.checksum, undone=False
    ).first()
    if before is not None:
        raise _taken_before(f"on {before.told_on:%-d %B %Y}", before.number)


def _taken_before(when: str, number: int) -> NotPossible:
    """Make the error for a file that is taken a second time."""
    return NotPossible(
        f"This very file was taken {when}, as import {number}. Take that back first: "
        f"./weft import --undo {number}"
    )


def _is_taken(seen: RowSeen, also: Collection[int]) -> bool:
    """Tell whether a row is taken: it is new, or somebody said to take it anyway."""
    wanted = seen.row.line in also and seen.outcome is not Outcome.NOT_TAKEN
    return seen.outcome is Outcome.NEW or wanted


def _left(seen: Preview, taken: Sequence[RowSeen]) -> list[dict[str, object]]:
    """Keep what was not taken and what was not understood, in the teller's words."""
    lines = {one.row.line for one in taken}
    return [
        {
            "line": one.row.line,
            "why": "" if one.row.line in lines else one.row.why or str(one.outcome),
            "words": [[cell.heading, cell.words] for cell in one.row.left],
        }
        for one in seen.rows
        if one.row.left or one.row.line not in lines
    ]


def _told(thing: T, entry: Import) -> T:
    """Say whose word a thing and all that is said of it are."""
    by, on = thing.told_by or entry.told_by, thing.told_on or entry.told_on
    facts = tuple(replace(one, told_by=by, told_on=on) for one in thing.facts)
    told = replace(thing, facts=facts, told_by=by, told_on=on)
    if isinstance(told, AssetTold):
        ties = tuple(replace(one, told_by=by, told_on=on) for one in told.ties)
        return replace(told, ties=ties)
    return told


def _write(
    entry: Import, taken: Sequence[RowRead], here: Mapping[str, UUID]
) -> _Touched:
    """Write what is new, and what is said of places that are here already."""
    rows = Rows(region=entry.region_id, source=source_of(entry.number))
    told_assets, told_offers = gathered(taken)
    assets = [_told(one, entry) for one in told_assets]
    offers = [_told(one, entry) for one in told_offers]
    row_places = [one for one in assets if _is_place_of_a_row(one)]
    there = places_here(row_places, region=rows.region)
    new = [_located(one, rows.region) for one in assets if one.reference not in there]
    written = {one.reference: rows.asset_key(one.reference) for one, _ in new}
    known = {**here, **there, **written}
    put(Asset, (rows.asset(one, lsoa=lsoa) for one, lsoa in new))
    put(OtherName, rows.names(one for one, _ in new))
    said = [(known[one.reference], fact) for one in assets for fact in one.facts]
    put(Fact, (rows.fact(fact, asset=key) for key, fact in said))
    put(Schedule, rows.schedules_of_assets(one for one, _ in new))
    _point(rows, [one for one, _ in new], known)
    put(Offer, (rows.offer(one, known) for one in offers))
    put(Fact, rows.facts_of_offers(offers))
    put(Schedule, rows.schedules_of_offers(offers))
    return _Touched(
        assets={key for key, _ in said} | {known[one.reference] for one, _ in new},
        offers={rows.offer_key(one.reference) for one in offers},
    )


def _is_place_of_a_row(told: AssetTold) -> bool:
    """Tell whether it is where something happens, and has no row of its own.

    Two rows were compared with the register before; whoever took one meant it.
    """
    return told.kind is AssetKind.PLACE and told.reference.endswith("-place")


def _point(rows: Rows, new: Sequence[AssetTold], known: Mapping[str, UUID]) -> None:
    """Write who holds, decides and works with what is new, and what it is part of."""
    names = {tie.to_name for one in new for tie in one.ties if not tie.to}
    wholes = {one.part_of for one in new if one.part_of}
    by_name = named_here(names | wholes, region=rows.region)
    for one in new:
        whole = known.get(one.part_of) or by_name.get(one.part_of)
        if whole:
            Asset.objects.filter(pk=known[one.reference]).update(part_of=whole)
    to = {**by_name, **known}
    ties = (
        (one.reference, tie)
        for one in new
        for tie in one.ties
        if tie.to in known or not tie.to  # else its row was not taken, nor its name
    )
    put(
        Tie,
        (
            rows.tie(known[of], replace(tie, to=tie.to or tie.to_name), to)
            for of, tie in ties
        ),
    )


def _here(seen: Preview, entry: Import) -> dict[str, UUID]:
    """Say which things the rows mean that are here already, or told twice."""
    rows = Rows(region=entry.region_id, source=source_of(entry.number))
    found: dict[str, UUID] = {}
    for one in seen.rows:
        if one.row.thing is not None and one.like is not None:
            found[one.row.thing.reference] = one.like
        elif one.row.thing is not None and one.like_line is not None:
            first = f"row-{one.like_line}"
            found[one.row.thing.reference] = found.get(first, rows.asset_key(first))
    return found


def _located(told: AssetTold, region: str) -> tuple[AssetTold, str]:
    """Put a place on the map by its postcode, and say in which small area it lies."""
    on_map = told.kind not in INTANGIBLE and told.visibility is Visibility.PUBLIC
    start = ground.find_start(told.postcode) if told.postcode and on_map else None
    if not isinstance(start, ground.StartFound):
        return told, ""
    inside = start.area if start.region == region else ""
    return replace(told, point=start.point), inside
