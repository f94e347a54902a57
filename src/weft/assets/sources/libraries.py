"""Which public libraries are there, when are they open, and which have closed?

All editions that are handed in are laid over one another, the newest first: what it
says counts, hours in clocks come from the newest edition that has any, and a library
that only an earlier edition knows stays, as old as that edition.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.place_kinds import place_kinds
from weft.assets.domain.told import (
    AssetTold,
    ScheduleTold,
    TieTold,
    Told,
    in_words,
)
from weft.assets.sources.library_hours import schedules_from
from weft.assets.sources.library_list import Edition, LibraryRow, read_edition
from weft.assets.sources.postcode_points import PostcodePoints, as_said, compact
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.named import folded

TOLD_BY = "the list of public libraries"
TOLD_NEWER = "told again by a newer edition"
OPERATIONS = {
    "la": "run by the council",
    "lal": "run by the council",
    "lau": "run by the council, without staff",
    "c": "run for the council by somebody else",
    "cl": "run for the council by somebody else",
    "cr": "run by the community",
    "crl": "run by the community",
    "icl": "run by the community, apart from the council",
}


_Layer = tuple[LibraryRow, date | None]


@dataclass(frozen=True, slots=True)
class _Layers:
    """One library through the editions, the newest first."""

    layers: tuple[_Layer, ...]

    @property
    def newest(self) -> LibraryRow:
        """What the newest edition that knows it says."""
        return self.layers[0][0]

    @property
    def told_on(self) -> date | None:
        """The date of that edition."""
        return self.layers[0][1]


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read every edition.

    Raises
    ------
    FileNotUnderstood
        When a file has the headings of no edition.
    """
    tally = Tally()
    editions = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading the lists of libraries")
        editions.append(read_edition(path))
    points = PostcodePoints(asked)
    libraries = _laid_over(_newest_first(editions, asked.origin.dated), tally)
    assets = tuple(_told_apart(_asset(layers, points) for layers in libraries))
    points.tell(tally)
    _count_closed(editions, tally)
    return Reading(asked=asked, content=Told(assets=assets), tally=tally)


def _newest_first(editions: Sequence[Edition], dated: date | None) -> list[Edition]:
    """Put editions in order; the region file's date is that of the newest.

    A yearly edition is «as at December»; an undated one is as old as the newest year it
    speaks of.
    """
    ordered = sorted(editions, key=lambda one: (-(one.year or 0), one.file))
    return [
        replace(
            one,
            dated=dated
            if at == 0 and dated
            else date(one.year, 12, 31)
            if one.year
            else None,
        )
        for at, one in enumerate(ordered)
    ]


def _laid_over(editions: Sequence[Edition], tally: Tally) -> list[_Layers]:
    """Find each library again in earlier editions: by name, else by postcode."""
    found: list[list[_Layer]] = []
    for edition in editions:
        by_name = {layers[-1][0].key: layers for layers in found}
        by_postcode = {_place(layers[-1][0]): layers for layers in found}
        taken: set[int] = set()
        named = [row for row in edition.rows if row.name]
        for row in edition.rows:
            if not row.name:
                tally.complain("no name", example=f"{edition.file}: {row.postcode}")
        # Those of the same name first, so that a neighbour does not take their place.
        for row in sorted(named, key=lambda row: row.key not in by_name):
            known = by_name.get(row.key) or by_postcode.get(_place(row))
            if known is None or id(known) in taken:
                found.append([(row, edition.dated)])
                tally.use()
                continue
            taken.add(id(known))
            known.append((row, edition.dated))
            tally.leave_out(TOLD_NEWER)
    return [_Layers(tuple(layers)) for layers in found]


def _place(row: LibraryRow) -> tuple[str, str]:
    """By what a library is found again that has changed its name."""
    return folded(row.authority), compact(row.postcode)


def _count_closed(editions: Sequence[Edition], tally: Tally) -> None:
    """Say in the ledger how many of the newest list have not closed."""
    newest = max(editions, key=lambda one: one.year or 0)
    open_still = sum(1 for row in newest.rows if row.closed_year is None)
    tally.joined("rows with no closing year", hits=open_still, of=len(newest.rows))


def _asset(library: _Layers, points: PostcodePoints) -> AssetTold:
    """Take a library as a place."""
    row, kind = library.newest, place_kinds()["library"]
    closed_on, closed_why = _closing(row, library.told_on)
    runs = row.operator or (f"{row.authority} Council" if row.authority else "")
    return AssetTold(
        reference="/".join(row.key),
        kind=AssetKind.PLACE,
        name=row.name if "librar" in row.name.lower() else f"{row.name} Library",
        place_kind=kind.key,
        summary=_summary(row),
        mix=kind.mix,
        point=points.of(row.postcode),
        address=row.address,
        postcode=as_said(row.postcode),
        website=next((r.website for r, _ in library.layers if r.website), ""),
        ownership_form=OPERATIONS.get(row.operation.lower(), ""),
        closed_on=closed_on,
        closed_why=closed_why,
        told_by=TOLD_BY,
        told_on=library.told_on,
        facts=in_words(
            WordField.STAFFED_HOURS,
            "" if row.closed else row.staffed_hours,
            by=TOLD_BY,
            on=library.told_on,
        ),
        ties=_ties(runs, library.told_on) if not row.closed else (),
        schedules=() if row.closed or row.shut_for_now else tuple(_hours(library)),
    )


def _told_apart(assets: Iterable[AssetTold]) -> Iterator[AssetTold]:
    """Tell two libraries of one name apart by postcode: an old site and a new one."""
    seen: set[str] = set()
    for asset in assets:
        reference = asset.reference
        if reference in seen:
            reference = f"{reference}/{compact(asset.postcode)}"
        while reference in seen:
            reference += "+"
        seen.add(reference)
        yield replace(asset, reference=reference)


def _closing(row: LibraryRow, told_on: date | None) -> tuple[date | None, str]:
    """Say when it closed; the lists know the year only."""
    if row.closed_year is not None:
        return date(row.closed_year, 12, 31), "Closed in that year; the day is not told"
    if row.closed:
        return told_on, "Closed by then; the list does not say when"
    return None, ""


def _summary(row: LibraryRow) -> str:
    """Say what else is in the building, and whether it is shut for now."""
    shared = ", ".join(row.shares_with)
    parts = (
        f"In one building with: {shared}." if shared else "",
        "Shut for now." if row.shut_for_now and not row.closed else "",
    )
    return " ".join(part for part in parts if part)


def _ties(runs: str, told_on: date | None) -> tuple[TieTold, ...]:
    """Say who runs it."""
    if not runs:
        return ()
    return (TieTold(kind=TieKind.RUNS, to_name=runs, told_by=TOLD_BY, told_on=told_on),)


def _hours(library: _Layers) -> Iterator[ScheduleTold]:
    """Say when it is open, from the newest clocks and the newest bands."""
    with_clocks = next((one for one in library.layers if one[0].hours), None)
    with_bands = next((one for one in library.layers if one[0].bands), None)
    return schedules_from(
        with_clocks[0].hours if with_clocks else {},
        times_told_on=with_clocks[1] if with_clocks else None,
        bands=with_bands[0].bands if with_bands else {},
        bands_told_on=with_bands[1] if with_bands else None,
    )
