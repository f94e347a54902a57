"""How does a folder of files become a region that is served?

Everything is read first; then one transaction swaps the new region in
(docs/decisions/0006-one-transaction.md). Killed at any moment before it ends, the
region that was built before is untouched; run again, the same tables come out.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from weft.access.services.loading import load as load_access
from weft.accounts.actors import Actor
from weft.assets.services.loading import load as load_assets
from weft.cli.region.finding import FilesFound, find_files, seen
from weft.cli.region.reading import PARTS, RegionRead, read_region
from weft.commons.progress import Progress, unwatched
from weft.commons.times import LONDON, Week
from weft.ground import services as ground
from weft.ground.domain.ledger import FileSeen, LedgerLine, inputs_hash
from weft.ground.domain.named import NamedPlaceTold
from weft.ground.domain.region_file import (
    RegionFile,
    SourceEntry,
    read_region_file,
)
from weft.ground.queries import refuse_mixing, regions
from weft.ground.services.swapping import one_transaction
from weft.need.queries import residents
from weft.need.services.loading import load as load_need
from weft.web.atlas import draw_tiles

_Load = Callable[..., None]
"""How a part takes in what its own importers gave, whose types only it knows."""

AFTER_GROUND = PARTS[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build.

    Attributes
    ----------
    region
        The region's file.
    already
        True where the same files were built before, and nothing was done.
    missing
        Sources whose files are not there.
    seconds
        How long it took, all in all.
    locked_seconds
        How long others had to wait with writing.
    """

    region: RegionFile
    already: bool
    missing: tuple[SourceEntry, ...]
    seconds: float
    locked_seconds: float


def now() -> datetime:
    """Read the clock."""
    return datetime.now(LONDON)


def build(
    *,
    region_file: Path,
    folder: Path,
    week: Week,
    by: Actor,
    again: bool = False,
    progress: Progress = unwatched,
) -> Built:
    """Build a region from the files of a folder.

    Parameters
    ----------
    region_file
        ``regions/<slug>.toml``.
    folder
        Where the files are, as the region file names them.
    week
        The Monday that sessions and relative terms run from.
    by, progress
        Who builds, and whoever watches.
    again
        Build even where the same files were built before.

    Raises
    ------
    FileNotUnderstood, WrongVintage
        When a file is not what it should be; the region built before is untouched.
    NotPossible
        When the data folder holds a region of the other kind, made up or real.
    """
    began = time.monotonic()
    region = read_region_file(region_file)
    refuse_mixing(slug=region.slug, made_up=region.made_up)
    found = find_files(region, folder)
    files = seen(found, progress=progress)
    inputs = inputs_hash(region_file=region_file, sources=files, week=week)
    if not again and any(one.inputs_hash == inputs for one in regions()):
        return _built(region, found, began, already=True)
    read = read_region(region, found, week=week, progress=progress)
    locked = time.monotonic()
    with one_transaction():
        _write(region, read, week=week, by=by, progress=progress)
        _write_ledger(region, _lines(read, files), inputs, by, progress)
    locked = time.monotonic() - locked
    progress(0, 0, "drawing the map")
    draw_tiles(region.slug)  # a picture of what was committed: never in its way
    return _built(region, found, began, locked=locked)


def _write_ledger(
    region: RegionFile,
    lines: list[LedgerLine],
    inputs: str,
    by: Actor,
    progress: Progress,
) -> None:
    """Write down what it was made of: the last deed before all is swapped in."""
    progress(0, 0, "writing the ledger")
    ground.keep_ledger(
        region=region.slug, lines=lines, inputs_hash=inputs, at=now(), by=by
    )
    progress(0, 0, "swapping the new region in")


def _built(
    region: RegionFile,
    found: FilesFound,
    began: float,
    *,
    already: bool = False,
    locked: float = 0.0,
) -> Built:
    """Say what came of it."""
    return Built(
        region=region,
        already=already,
        missing=found.missing,
        seconds=time.monotonic() - began,
        locked_seconds=locked,
    )


def _write(
    region: RegionFile, read: RegionRead, *, week: Week, by: Actor, progress: Progress
) -> None:
    """Write every part, within the transaction of the build."""
    progress(0, 0, f"writing {len(read.ground.postcodes):,} postcodes")
    ground.load(region=region, ground=read.ground, week=week, by=by)
    loads: dict[str, _Load] = {
        "need": load_need,
        "assets": load_assets,
        "access": load_access,
    }
    for part in AFTER_GROUND:
        progress(0, 0, f"writing {part}")
        readings = read.readings[part]
        loads[part](region=region.slug, readings=readings, by=by, week=week)
    people = residents(region.slug)
    ground.count_people(region=region.slug, people=people, by=by)
    progress(0, 0, "writing names")
    ground.name_places(
        region=region.slug, ground=read.ground, named=_named(read), by=by
    )


def _named(read: RegionRead) -> Iterable[NamedPlaceTold]:
    """Gather the towns, streets and stops that maps have told."""
    for part in AFTER_GROUND:
        for reading in read.readings[part]:
            yield from getattr(reading.content, "named_places", ())


def _lines(
    read: RegionRead, files: dict[str, tuple[FileSeen, ...]]
) -> list[LedgerLine]:
    """Write the ledger's lines, in the order in which the sources were read."""
    return [
        LedgerLine(
            part=part,
            importer=reading.asked.importer,
            origin=reading.asked.origin,
            files=files[reading.asked.source],
            tally=reading.tally,
        )
        for part in PARTS
        for reading in read.readings[part]
    ]
