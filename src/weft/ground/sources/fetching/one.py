"""How is one source of a region fetched, whichever way its publisher gives it?"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from weft.commons.errors import NotFetched
from weft.commons.progress import Progress, unwatched
from weft.ground.domain.region_file import SourceEntry
from weft.ground.sources.fetching.asking import Publishers
from weft.ground.sources.fetching.layers import save_layer
from weft.ground.sources.fetching.resolving import Addresses, address_of
from weft.ground.sources.fetching.saving import save
from weft.ground.sources.remembered import FetchedFile, fetched_files, remember


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one source: a file, whether it is new, and how large it is."""

    path: Path
    is_new: bool
    bytes: int


def fetch_source(
    publishers: Publishers,
    entry: SourceEntry,
    *,
    into: Path,
    today: date,
    where: Addresses | None = None,
    progress: Progress = unwatched,
) -> Fetched | None:
    """Fetch one source into a folder; None where it has no address to fetch from.

    Raises
    ------
    NotFetched
        When it cannot be had; the message says what a person can do.
    """
    getting = entry.getting
    if not (getting.address or getting.resolve):
        return None
    name = getting.save_as
    target = into / name
    try:
        if getting.resolve == "arcgis":
            is_new = not target.exists()
            if is_new:
                _save_layer(publishers, entry, into, today, where, progress)
        else:
            is_new = _save_file(publishers, entry, into, today, where, progress)
    except NotFetched as problem:
        raise NotFetched(f"{problem}. {by_hand(entry, into)}") from problem
    return Fetched(path=target, is_new=is_new, bytes=target.stat().st_size)


def by_hand(entry: SourceEntry, into: Path) -> str:
    """Say what a person can do instead."""
    page = entry.getting.page or entry.getting.address
    name = entry.files[0].rsplit("/", 1)[-1]
    return f"By hand: open {page} and save the file as {into / 'by-hand' / name}"


def _save_layer(
    publishers: Publishers,
    entry: SourceEntry,
    into: Path,
    today: date,
    where: Addresses | None,
    progress: Progress,
) -> None:
    """Read a layer of the portal; a layer of one vintage never changes."""
    getting = entry.getting
    target = into / getting.save_as
    target.parent.mkdir(parents=True, exist_ok=True)
    save_layer(publishers, getting, target, where or Addresses(), progress=progress)
    remember(
        into,
        getting.save_as,
        FetchedFile(
            address=getting.service,
            etag="",
            fetched_on=today.isoformat(),
            # A layer has no date of its own: the region file's counts.
            published=entry.dated.isoformat() if entry.dated else "",
        ),
    )


def _save_file(
    publishers: Publishers,
    entry: SourceEntry,
    into: Path,
    today: date,
    where: Addresses | None,
    progress: Progress,
) -> bool:
    """Find where a file is today, and save it unless it has not changed."""
    getting = entry.getting
    address = address_of(publishers, getting, where or Addresses())
    known = fetched_files(into).get(getting.save_as)
    same = known is not None and known.address == address
    arrived = save(
        publishers,
        address,
        into / getting.save_as,
        etag=known.etag if known and same else "",
        expect=getting.expect,
        progress=progress,
    )
    if arrived.is_new:
        remember(
            into,
            getting.save_as,
            FetchedFile(
                address=address,
                etag=arrived.etag,
                fetched_on=today.isoformat(),
                published=arrived.published,
            ),
        )
    return arrived.is_new
