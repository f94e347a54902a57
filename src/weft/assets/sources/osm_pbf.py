"""Which places, streets and stops does an extract of OpenStreetMap hold?

The whole extract is read, not layers of it: besides places it gives the names of towns,
villages, streets and bus stops that somebody may start from, and where one may walk
into a park or onto a towpath (docs/data/osm.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from weft.assets.domain.place_kinds import (
    DECIDING_KEYS,
    LeftOut,
    NotKnown,
    place_kind_of,
)
from weft.assets.domain.told import AssetTold, Told
from weft.assets.exchange.named_places import Gazetteer
from weft.assets.exchange.osm import asset_from
from weft.assets.exchange.waterways import Waterways
from weft.assets.sources.hours_read import HoursRead
from weft.assets.sources.walks import Walk
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.standards.osm import Thing
from weft.standards.osm.pbf import read_pbf

KEYS = frozenset({*DECIDING_KEYS, "place", "public_transport"})
EVERY = 2_000  # things between two words to whoever is watching


@dataclass(slots=True)
class _Heard:
    """What one walk through the extract gathers besides places."""

    tally: Tally = field(default_factory=Tally)
    hours: HoursRead = field(default_factory=HoursRead)
    names: Gazetteer = field(default_factory=Gazetteer)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read the extract.

    Raises
    ------
    FileNotUnderstood
        When a file is not PBF, or is cut short.
    """
    heard = _Heard()
    walk = Walk(lambda: _assets(asked, _Heard(), unwatched))
    walk.through(_assets(asked, heard, progress))
    heard.hours.tell(heard.tally)
    named = tuple(heard.names.named_places())
    heard.tally.joined("names to start from", hits=len(named), of=len(named))
    content = Told(assets=walk, named_places=named)
    return Reading(asked=asked, content=content, tally=heard.tally)


def _assets(asked: Asked, heard: _Heard, progress: Progress) -> Iterator[AssetTold]:
    """Give the places of every file, one after the other."""
    for path in asked.files:
        yield from _of_file(path, asked, heard, progress)


def _of_file(
    path: Path, asked: Asked, heard: _Heard, progress: Progress
) -> Iterator[AssetTold]:
    """Give the places of one extract; canals last, when all their stretches are in."""
    water = Waterways()
    for number, thing in enumerate(read_pbf(path, keys=KEYS)):
        if number % EVERY == 0:
            progress(number, 0, "reading OpenStreetMap's extract")
        if water.hear(thing):
            continue
        is_name = heard.names.hear(thing)
        if _says_what_it_is(thing):
            told = _decide(thing, asked, heard)
            if told is not None:
                yield told
        elif is_name:
            heard.tally.leave_out("a name to start from: a settlement, street or stop")
        else:
            heard.tally.leave_out("a street or other thing that is no place of ours")
    for thing in water.whole():
        told = _decide(thing, asked, heard)
        if told is not None:
            yield told


def _says_what_it_is(thing: Thing) -> bool:
    """Tell whether a tag decides its kind; a street or a stop has none."""
    return any(key in thing.tags for key in DECIDING_KEYS)


def _decide(thing: Thing, asked: Asked, heard: _Heard) -> AssetTold | None:
    """Take it, or count why not."""
    kind = place_kind_of(thing.tags)
    if isinstance(kind, LeftOut):
        heard.tally.leave_out(kind.reason)
        return None
    if isinstance(kind, NotKnown):
        heard.tally.complain(
            "a key and value nobody has decided about", example=kind.tag
        )
        return None
    heard.tally.use()
    told = asset_from(thing, kind, snapshot=asked.origin.dated)
    heard.hours.hear(thing.tags.get("opening_hours", ""), told)
    return told
