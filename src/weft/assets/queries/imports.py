"""What would taking a spreadsheet do, and which have been taken?"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.not_listing import ASKED_NOT, is_marked
from weft.assets.domain.proposals import PLACES
from weft.assets.domain.same import Described, likely_key, same
from weft.assets.domain.sheets import (
    Preview,
    RowRead,
    SheetRead,
    place_described,
    previewed,
)
from weft.assets.domain.told import AssetTold
from weft.assets.models import Asset, Import, Offer
from weft.assets.queries.proposals import marks_of
from weft.ground.domain.named import folded

MAY_HOLD = (AssetKind.GROUP, AssetKind.PARTNERSHIP, AssetKind.PLACE)
"""What a name in somebody's sheet may lead to, where it says who holds something."""
Known = dict[tuple[str, ...], list[tuple[Described, UUID]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAbout:
    """One spreadsheet that was taken."""

    number: int
    region: str
    file: str
    told_by: str
    told_on: date
    rows: int
    taken: int
    undone: bool


def source_of(number: int) -> str:
    """Name the source of what an import told."""
    return f"import-{number}"


def preview(sheet: SheetRead, *, region: str) -> Preview:
    """Say what would become of every row; nothing is written.

    Parameters
    ----------
    sheet
        As it was read.
    region
        The slug of the region whose register it would be taken into.
    """
    sheet = _without_who_asked(sheet, region)
    wanted = {likely_key(row.described) for row in sheet.rows if not row.why}
    known: dict[AssetKind | None, Known] = {}
    here = {}
    for row in sheet.rows:
        if row.why:
            continue
        if row.kind not in known:
            known[row.kind] = _known(_of_kind(row.kind, region), wanted)
        like = _like(row.described, known[row.kind])
        if like is not None:
            here[row.line] = like
    return previewed(sheet, here)


def _without_who_asked(sheet: SheetRead, region: str) -> SheetRead:
    """Leave out the rows of those who asked not to be listed, and say so."""
    marks = marks_of(region)
    if not marks:
        return sheet
    rows = tuple(
        replace(row, why=ASKED_NOT) if _asked_not(row, marks) else row
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _asked_not(row: RowRead, marks: frozenset[str]) -> bool:
    """Tell whether the offer or the group of a row asked not to be listed, there."""
    about = (row.offer, row.group, row.thing)
    names = {told.name for told in about if told is not None}
    return is_marked(names, {row.described.place, row.described.postcode}, marks)


def places_here(places: Iterable[AssetTold], *, region: str) -> dict[str, UUID]:
    """Find which places the register has already, by the references of a sheet.

    A place counts as known only where name and postcode are both the same.
    """
    told = [place for place in places if place.postcode]
    wanted = {likely_key(place_described(place)) for place in told}
    known = _known(_places(region), wanted)
    found = ((place.reference, _like(place_described(place), known)) for place in told)
    return {reference: key for reference, key in found if key is not None}


def named_here(names: Collection[str], *, region: str) -> dict[str, UUID]:
    """Find whom names mean among the groups and places that anybody may see.

    Parameters
    ----------
    names
        As they were told.
    region
        The slug of the region.

    Returns
    -------
    dict
        By name; none where two bear it: whom it means only people could say.
    """
    wanted = {folded(name): name for name in names if name.strip()}
    if not wanted:
        return {}
    rows = Asset.objects.filter(
        region=region,
        visibility=Visibility.PUBLIC,
        closed_on=None,
        kind__in=[str(kind) for kind in MAY_HOLD],
    )
    found: dict[str, list[UUID]] = {}
    for key, name in rows.order_by("pk").values_list("pk", "name"):
        if folded(name) in wanted:
            found.setdefault(wanted[folded(name)], []).append(key)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}


def imports(region: str = "") -> tuple[ImportAbout, ...]:
    """List what was taken from spreadsheets, the newest first."""
    rows = Import.objects.order_by("-number")
    if region:
        rows = rows.filter(region=region)
    return tuple(
        ImportAbout(
            number=row.number,
            region=row.region_id,
            file=row.file,
            told_by=row.told_by,
            told_on=row.told_on,
            rows=row.rows,
            taken=row.taken,
            undone=row.undone,
        )
        for row in rows
    )


def _like(described: Described, known: Known) -> UUID | None:
    """Find the thing that a description seems to be of."""
    for other, key in known.get(likely_key(described), ()):
        if same(described, other):
            return key
    return None


def _known(
    things: Iterable[tuple[Described, UUID]], wanted: set[tuple[str, ...]]
) -> Known:
    """Keep what bears one of the names that are asked about."""
    known: Known = {}
    for described, key in things:
        name = likely_key(described)
        if name in wanted:
            known.setdefault(name, []).append((described, key))
    return known


def _offers(region: str) -> Iterator[tuple[Described, UUID]]:
    """List the offers that anybody may see, in the order of their keys."""
    rows = Offer.objects.filter(region=region, visibility=Visibility.PUBLIC)
    columns = ("pk", "name", "place__name", "place__postcode")
    for key, name, place, postcode in rows.order_by("pk").values_list(*columns):
        yield Described(name=name, place=place or "", postcode=postcode or ""), key


def _of_kind(kind: AssetKind | None, region: str) -> Iterator[tuple[Described, UUID]]:
    """List what anybody may see of a kind, as it is compared with rows of a sheet."""
    if kind is None:
        yield from _offers(region)
        return
    rows = Asset.objects.filter(
        region=region, visibility=Visibility.PUBLIC, kind=kind
    ).order_by("pk")
    compared = kind is AssetKind.GROUP or kind in PLACES
    for key, name, postcode in rows.values_list("pk", "name", "postcode"):
        yield Described(name=name, postcode=postcode if compared else ""), key


def _places(region: str) -> Iterator[tuple[Described, UUID]]:
    """List the places with a postcode that anybody may see."""
    rows = Asset.objects.filter(
        region=region, visibility=Visibility.PUBLIC, kind=AssetKind.PLACE
    ).exclude(postcode="")
    for key, name, postcode in rows.order_by("pk").values_list(
        "pk", "name", "postcode"
    ):
        yield Described(name=name, postcode=postcode), key
