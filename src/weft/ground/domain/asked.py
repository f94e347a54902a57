"""What is an importer asked, and what does it give back?

Every importer of every part (``weft/<part>/sources/<importer>.py``) has one entry,
``read(asked, *, progress=unwatched) -> Reading``. It is pure: it reads the files it
is handed and touches no data base, so that a build which is killed while reading
has changed nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point
from weft.commons.provenance import Origin, Tally, Vintage
from weft.commons.times import Week
from weft.ground.domain.region_file import RegionFile

T = TypeVar("T")


def no_postcodes(_postcode: str) -> Point | None:
    """Know of no postcode; what ground itself is handed."""
    return None


def no_areas(_point: Point) -> str:
    """Know of no area; what ground itself is handed."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an importer is handed.

    Attributes
    ----------
    source
        The key of its table in the region file.
    importer
        The module that reads it.
    files
        Found, existing, sorted.
    origin
        Whose data it is, of which date and vintage, on what terms.
    region
        The region's own file.
    areas
        The codes of each vintage that the ground part of this build has read. While
        ground itself reads they grow: lookups come first and tell boundaries, points
        and postcodes which areas are the region's.
    week
        The Monday the build is made for.
    locate
        A postcode, spelt any way, to its point, from this build's postcode files.
    lsoa_of
        A point to the code of the LSOA 2021 around it; "" outside the region.
    """

    source: str
    importer: str
    files: tuple[Path, ...]
    origin: Origin
    region: RegionFile
    week: Week
    areas: Mapping[Vintage, frozenset[str]] = field(default_factory=dict)
    locate: Callable[[str], Point | None] = no_postcodes
    lsoa_of: Callable[[Point], str] = no_areas

    @property
    def vintage(self) -> Vintage:
        """Say which areas the rows are about.

        Raises
        ------
        FileNotUnderstood
            When the region file does not say.
        """
        if self.origin.vintage is None:
            raise FileNotUnderstood(
                f"[sources.{self.source}] does not say which areas it is about",
                file=f"{self.region.slug.replace('-', '_')}.toml",
                column="geography",
                remedy='Add «geography = "lsoa"» and «vintage = 2021», or as it is.',
            )
        return self.origin.vintage

    def option(self, name: str, default: str = "") -> str:
        """Read one line of the source's own ``options`` in the region file."""
        for entry in self.region.sources:
            if entry.key == self.source:
                return entry.options.get(name, default)
        return default


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """What an importer gives back.

    Attributes
    ----------
    asked
        What it was asked, for the ledger.
    content
        What the files say, as frozen values of the importer's part.
    tally
        How many rows were used, left out and not understood.
    """

    asked: Asked
    content: T
    tally: Tally
