"""What is told of regions, areas and data sets, as frozen values?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from weft.commons.places import Point
from weft.commons.provenance import Geography, Vintage


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAbout:
    """A region that this deployment serves."""

    slug: str
    name: str
    made_up: bool
    telephone: str
    telephone_hours: str
    languages: tuple[str, ...]
    districts: tuple[str, ...]
    week: date | None
    built_at: datetime | None
    inputs_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaName:
    """An area by its code and names only."""

    vintage: Vintage
    code: str
    name: str
    called: str = ""

    @property
    def title(self) -> str:
        """Say what people call it, or its official name."""
        return self.called or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaAbout:
    """An area of official statistics, of one year.

    ``boundary`` is WKB in longitude and latitude, and None where it was not asked
    for. ``within`` are the areas that it lies in, smallest first. An LSOA has no name
    of its own: its ``title`` is that of the neighbourhood (MSOA) it lies in.
    """

    region: str
    vintage: Vintage
    code: str
    name: str
    called: str
    point: Point | None
    point_is_weighted: bool | None
    people: int | None
    urban: bool | None
    rural_urban: str
    boundary: bytes | None = None
    within: tuple[AreaName, ...] = ()

    @property
    def title(self) -> str:
        """Say what people call it, or the neighbourhood around it, or its name."""
        if self.called:
            return self.called
        around = self.inside(Geography.MSOA)
        return around.called if around and around.called else self.name

    def inside(self, geography: Geography) -> AreaName | None:
        """Find the area of a geography that this one lies in, of the newest year."""
        found = [area for area in self.within if area.vintage.geography == geography]
        return max(found, key=lambda area: area.vintage, default=None)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LinkAbout:
    """One area lies in another, or became it; ``change`` is U, S, M, X or ""."""

    code: str
    to_code: str
    change: str = ""


class StartKind(StrEnum):
    """What somebody typed to say where they start."""

    POSTCODE = "postcode"
    OUTWARD = "outward"  # BD3
    SECTOR = "sector"  # LS9 6
    AREA_CODE = "area_code"
    SQUARE = "square"  # of 1 km, as an address says it
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFound:
    """A place to start from.

    Attributes
    ----------
    name
        As it is written properly; a whole postcode never goes into an address.
    point
        Where it is; the middle of an outward code, a street, an area.
    kind
        What was typed.
    area
        The LSOA 2021 around it, "" outside every region.
    within
        What tells it from another of the same name.
    region
        The region it lies in, "" outside.
    corrected
        True where a slip of the finger was mended: say what was understood.
    ended
        True for a postcode that Royal Mail has ended.
    """

    name: str
    point: Point
    kind: StartKind
    area: str = ""
    within: str = ""
    region: str = ""
    corrected: bool = False
    ended: bool = False

    @property
    def coarse(self) -> str:
        """Give the word that may stand in an address: area code or 1 km square."""
        return self.area or self.point.square.token


@dataclass(frozen=True, slots=True, kw_only=True)
class StartsFound:
    """Several places bear the name; somebody has to choose."""

    options: tuple[StartFound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """Nothing like it is known; ``looks_like_postcode`` and what may help instead."""

    looks_like_postcode: bool = False
    instead: tuple[StartFound, ...] = ()


Start = StartFound | StartsFound | NotKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetAbout:
    """A line of the ledger."""

    source: str
    part: str
    importer: str
    name: str
    publisher: str
    licence: str
    edition: str
    dated: date | None
    vintage: Vintage | None
    files: tuple[tuple[str, int, str], ...]  # name, bytes, SHA-256
    address: str
    rows_read: int
    used: int
    left_out: Mapping[str, int]
    not_understood: Mapping[str, int]
    examples: tuple[str, ...]
    joins: Mapping[str, str]
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionReport:
    """What a region was built from, and what came of every row."""

    region: RegionAbout
    datasets: tuple[DatasetAbout, ...]
    areas: Mapping[str, int]  # lsoa21 -> how many
    postcodes: int
    postcodes_live: int
    names: int
    links: Mapping[str, int] = field(default_factory=dict)

    @property
    def osm_features(self) -> int:
        """Count the features of OpenStreetMap that were read, repeats and all."""
        return sum(d.rows_read for d in self.datasets if d.importer.startswith("osm_"))
