"""Which places does OpenStreetMap know, told layer by layer in GeoJSON?

The files are those that ``ogr2ogr`` writes of an extract, one layer for each key and
value; one thing may lie in several layers and is taken once (docs/data/osm.md). Each
feature is used, told twice, left out with its reason, or not understood and counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from weft.assets.domain.place_kinds import LeftOut, NotKnown, place_kind_of
from weft.assets.domain.told import AssetTold, Told
from weft.assets.exchange.osm import asset_from
from weft.assets.sources.hours_read import HoursRead
from weft.assets.sources.walks import Walk
from weft.commons.files import Feature, open_features
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.standards.osm import Thing
from weft.standards.osm.geojson import all_tags, identity, placed

REPEATED = "told twice: the same thing in another layer"


@dataclass(slots=True)
class _Heard:
    """What one walk through the layers gathers besides places."""

    tally: Tally = field(default_factory=Tally)
    hours: HoursRead = field(default_factory=HoursRead)
    seen: set[tuple[str, int]] = field(default_factory=set)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read every layer.

    Raises
    ------
    FileNotUnderstood
        When a file is not GeoJSON, or is cut short.
    """
    heard = _Heard()
    walk = Walk(lambda: _assets(asked, _Heard(), unwatched))
    walk.through(_assets(asked, heard, progress))
    heard.hours.tell(heard.tally)
    return Reading(asked=asked, content=Told(assets=walk), tally=heard.tally)


def _assets(asked: Asked, heard: _Heard, progress: Progress) -> Iterator[AssetTold]:
    """Give the places, one after the other, counting what became of each feature."""
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), "reading OpenStreetMap's places")
        for feature in open_features(path):
            told = _asset(feature, asked, heard)
            if told is not None:
                yield told
    progress(len(asked.files), len(asked.files), "read OpenStreetMap's places")


def _asset(feature: Feature, asked: Asked, heard: _Heard) -> AssetTold | None:
    """Decide about one feature."""
    tally = heard.tally
    who = identity(feature.properties, feature.geometry)
    where = f"{feature.file}, line {feature.line}"
    if who is None or feature.geometry is None:
        tally.complain("no number or no place", example=where)
        return None
    if who in heard.seen:
        tally.leave_out(REPEATED)
        return None
    heard.seen.add(who)
    tags = all_tags(feature.properties)
    kind = place_kind_of(tags)
    if isinstance(kind, LeftOut):
        tally.leave_out(kind.reason)
        return None
    if isinstance(kind, NotKnown):
        tally.complain("a key and value nobody has decided about", example=kind.tag)
        return None
    spot = placed(feature.geometry)
    if spot is None:
        tally.complain("a shape that cannot be read", example=where)
        return None
    tally.use()
    thing = Thing(kind=who[0], number=who[1], tags=tags, at=spot[0], shape=spot[1])
    told = asset_from(thing, kind, snapshot=asked.origin.dated)
    heard.hours.hear(tags.get("opening_hours", ""), told)
    return told
