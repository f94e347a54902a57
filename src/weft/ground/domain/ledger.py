"""What does the ledger say of one source?

A line tells whose data it is, which bytes they were, and what came of every row.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from weft.commons.provenance import Origin, Tally
from weft.commons.times import Week

BY_FEED = "feed-"
"""Begins the name of a source that is read by itself, apart from the region's files."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FileSeen:
    """One file as it was read, by its path below the folder it was found in."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One source of a build."""

    part: str
    importer: str
    origin: Origin
    files: tuple[FileSeen, ...]
    tally: Tally


def inputs_hash(
    *, region_file: Path, sources: Mapping[str, Iterable[FileSeen]], week: Week
) -> str:
    """Tell whether two builds were made of the same things.

    Parameters
    ----------
    region_file
        What the region is made of; a changed line may change every table.
    sources
        The files of each source.
    week
        The Monday the build is made for: sessions run from it.

    Returns
    -------
    str
        SHA-256 in hexadecimal; the times of files and the folder do not count.
    """
    told = {
        "region": hashlib.sha256(region_file.read_bytes()).hexdigest(),
        "week": week.monday.isoformat(),
        "sources": {
            key: sorted((file.name, file.sha256) for file in files)
            for key, files in sources.items()
        },
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
