"""How are all the files of a region read, before anything is written?

Lookups come first, because they tell which areas are the region's; boundaries, points
and postcodes are cut down to those. The other parts are handed the ground that was put
together, and read after it.
"""

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from weft.cli.region.finding import FilesFound
from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.commons.times import Week
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.assembling import Ground, assembled, codes_told
from weft.ground.domain.postcode import compact
from weft.ground.domain.region_file import RegionFile, SourceEntry
from weft.ground.domain.told import GroundTold
from weft.ground.sources.remembered import FetchedFile, fetched_files

PARTS = ("ground", "need", "assets", "access")
GROUND_ORDER = (
    "lookup_oa",
    "lookup_change",
    "lookup_wards",
    "lookup_icb",
    "boundaries",
    "grid_areas",
    "rural_urban",
    "points",
    "msoa_names",
    "postcodes",
)


class Importer(Protocol):
    """A module that reads one kind of source."""

    def read(self, asked: Asked, *, progress: Progress = ...) -> Reading[object]:
        """Read the files, or raise ``FileNotUnderstood``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRead:
    """Everything that was read of a region, part by part; nothing is written yet."""

    ground: Ground
    readings: Mapping[str, tuple[Reading[object], ...]]

    @property
    def tallies(self) -> dict[str, Tally]:
        """Give what came of each source."""
        every = (reading for part in PARTS for reading in self.readings[part])
        return {reading.asked.source: reading.tally for reading in every}


def part_of(importer: str) -> str:
    """Say which part has an importer of this name.

    Raises
    ------
    FileNotUnderstood
        When no part has one.
    """
    for part in PARTS:
        if importlib.util.find_spec(f"weft.{part}.sources.{importer}"):
            return part
    raise FileNotUnderstood(
        f"there is no importer «{importer}»",
        file="the region file",
        column=f"sources.{importer}",
        remedy="Give «importer» the name of a module of weft/<part>/sources.",
    )


def read_region(
    region: RegionFile,
    found: FilesFound,
    *,
    week: Week,
    progress: Progress = unwatched,
) -> RegionRead:
    """Read every file of a region.

    Raises
    ------
    FileNotUnderstood, WrongVintage
        When a file is not what it should be; nothing has been written.
    """
    there = [entry for entry in region.sources if found.files[entry.key]]
    by_part = {
        part: [entry for entry in there if part_of(entry.importer) == part]
        for part in PARTS
    }
    fetched = fetched_files(found.folder)
    steps = _Steps(region, found, week, len(there), progress, fetched)
    ground_readings = _read_ground(by_part["ground"], steps)
    ground = assembled(ground_readings)
    asked_after = partial(_asked_after, ground)
    readings: dict[str, tuple[Reading[object], ...]] = {
        "ground": tuple(cast("Sequence[Reading[object]]", ground_readings))
    }
    for part in PARTS[1:]:
        readings[part] = tuple(
            steps.read(entry, asked_after(steps.asked(entry)))
            for entry in by_part[part]
        )
    return RegionRead(ground=ground, readings=readings)


@dataclass(slots=True)
class _Steps:
    """The reading of one source after another, told to whoever is watching."""

    region: RegionFile
    found: FilesFound
    week: Week
    total: int
    progress: Progress
    fetched: Mapping[str, FetchedFile]
    done: int = 0

    def asked(self, entry: SourceEntry) -> Asked:
        """Ask for one source."""
        files = self.found.files[entry.key]
        name = self.found.named(files[0]) if len(files) == 1 else ", ".join(entry.files)
        return Asked(
            source=entry.key,
            importer=entry.importer,
            files=files,
            origin=replace(entry.origin(name), dated=self._dated(entry, name)),
            region=self.region,
            week=self.week,
        )

    def _dated(self, entry: SourceEntry, name: str) -> date | None:
        """Say how old a table is: as the region file says, or as it was fetched."""
        fetched = self.fetched.get(name)
        return entry.dated or (fetched.dated if fetched else None)

    def read(self, entry: SourceEntry, asked: Asked) -> Reading[object]:
        """Read one source."""
        module = importlib.import_module(
            f"weft.{part_of(entry.importer)}.sources.{entry.importer}"
        )
        self.progress(self.done, self.total, f"reading {entry.key}")

        def within(done: int, total: int, saying: str) -> None:
            more = f" ({done:,} of {total:,})" if total else f" ({done:,})"
            self.progress(self.done, self.total, f"reading {entry.key}: {saying}{more}")

        reading = cast("Importer", module).read(asked, progress=within)
        _refuse_few(entry, reading.tally, asked.files)
        self.done += 1
        return reading


def _refuse_few(entry: SourceEntry, tally: Tally, files: Sequence[Path]) -> None:
    """Refuse a file with fewer rows than its publisher says it has."""
    least = int(entry.options.get("least_rows", "0"))
    if tally.rows_read < least:
        raise FileNotUnderstood(
            f"{tally.rows_read:,} rows were read, and the whole file has {least:,}",
            file=", ".join(path.name for path in files[:3]),
            remedy="It was cut short; download it again.",
        )


def _read_ground(
    entries: Sequence[SourceEntry], steps: _Steps
) -> list[Reading[GroundTold]]:
    """Read the ground's own sources, each knowing what those before have told."""
    readings: list[Reading[GroundTold]] = []
    for entry in sorted(entries, key=lambda one: GROUND_ORDER.index(one.importer)):
        asked = replace(steps.asked(entry), areas=codes_told(readings))
        reading = steps.read(entry, asked)
        readings.append(cast("Reading[GroundTold]", reading))
    return readings


def _asked_after(ground: Ground, asked: Asked) -> Asked:
    """Hand an importer of another part the ground to stand on."""
    points = {
        told.compact: Point(told.latitude, told.longitude) for told in ground.postcodes
    }

    def locate(postcode: str) -> Point | None:
        return points.get(compact(postcode))

    return replace(
        asked, areas=ground.codes(), locate=locate, lsoa_of=ground.inside.code_of
    )
