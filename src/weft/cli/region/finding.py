"""Which of a region's files are there, and which still have to be fetched?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import MOST_STREAMED, checksum
from weft.commons.files.opening import too_large
from weft.commons.progress import Progress, unwatched
from weft.ground.domain.ledger import FileSeen
from weft.ground.domain.region_file import RegionFile, SourceEntry

BY_HAND = "by-hand"
"""A folder inside the other, for files that a person had to save in a browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesFound:
    """The files of each source, sorted, and the sources that have none yet."""

    folder: Path
    files: Mapping[str, tuple[Path, ...]]
    missing: tuple[SourceEntry, ...]

    def named(self, path: Path) -> str:
        """Name a file by where it lies in the folder."""
        return path.relative_to(self.folder).as_posix()


def find_files(region: RegionFile, folder: Path) -> FilesFound:
    """Look for the files of every source of a region.

    Raises
    ------
    FileNotUnderstood
        When there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotUnderstood(
            "there is no such folder",
            file=str(folder),
            remedy=f"./weft region fetch {region.slug} --into {folder} fills it.",
        )
    found = {entry.key: _files_of(entry, folder) for entry in region.sources}
    missing = tuple(entry for entry in region.sources if not found[entry.key])
    return FilesFound(folder=folder, files=found, missing=missing)


def _files_of(entry: SourceEntry, folder: Path) -> tuple[Path, ...]:
    """Find the files of one source, in the folder or among those saved by hand."""
    paths = {
        path
        for pattern in entry.files
        for place in (folder, folder / BY_HAND)
        for path in (*place.glob(pattern), *_bare(place, pattern))
        if path.is_file() and not path.name.endswith(".part")
    }
    return tuple(sorted(paths))


def _bare(place: Path, pattern: str) -> list[Path]:
    """Find a file saved by hand without the folder that the pattern names."""
    if place.name != BY_HAND:
        return []
    return list(place.glob(pattern.rsplit("/", 1)[-1]))


def seen(
    found: FilesFound, *, progress: Progress = unwatched
) -> dict[str, tuple[FileSeen, ...]]:
    """Reckon the checksum of every file, each once.

    Raises
    ------
    FileNotUnderstood
        When a file is larger than any of its kind; it is not read.
    """
    paths = sorted({path for paths in found.files.values() for path in paths})
    known: dict[Path, FileSeen] = {}
    for number, path in enumerate(paths):
        progress(number, len(paths), f"looking at {path.name}")
        size = path.stat().st_size
        if size > MOST_STREAMED:
            raise too_large(path.name, MOST_STREAMED)
        known[path] = FileSeen(
            name=found.named(path), bytes=size, sha256=checksum(path)
        )
    return {
        key: tuple(known[path] for path in paths) for key, paths in found.files.items()
    }
