"""What is within reach of the areas of one tile?"""

from collections.abc import Iterator, Sequence

import numpy as np

from weft.access.domain.choice.choosing import World, choose
from weft.access.domain.choice.values import Ints, Journeys
from weft.access.domain.choice.varying import changed
from weft.access.domain.journeys.everybody import Asked, Everybody
from weft.access.domain.journeys.for_all import (
    REAL,
    Money,
    along,
    at_home,
    paid,
    straight,
)
from weft.access.domain.journeys.surroundings import Doors, Surroundings
from weft.access.domain.tiles.halo import by_never_waiting, in_box
from weft.access.domain.tiles.restricting import reached_only
from weft.access.domain.tiles.values import Common, Part, Tile, points_of
from weft.access.domain.travel import Way


def one_by_one(
    common: Common, tiles: Sequence[Tile], around: Surroundings | None
) -> Iterator[Part]:
    """Reckon tiles here, one after the other; only one is in memory at a time."""
    places = doors_of(common, around)
    for tile in tiles:
        yield reckon_tile(common, tile, around, places)


def doors_of(common: Common, around: Surroundings | None) -> Doors | None:
    """Hang the places on the streets, once for many tiles."""
    if around is None:
        return None
    return around.doors(points_of(common.points), common.gates or None)


def reckon_tile(
    common: Common,
    tile: Tile,
    around: Surroundings | None,
    places: Doors | None,
) -> Part:
    """Find a tile's journeys, leave out what none leads to, and reckon.

    Parameters
    ----------
    common, tile
        What is asked.
    around, places
        Streets, timetable and the doors of all places; None for straight lines.
    """
    ways = (
        _straight(common, tile)
        if around is None or places is None
        else _along(common, tile, around, places)
    )
    ways = (at_home(len(tile.rows)), *ways)
    left = reached_only(common.offers, common.sessions, common.places, ways)
    world = World(
        areas=tile.areas,
        offers=left.offers,
        sessions=left.sessions,
        places=left.places,
        ways=left.ways,
        hours=common.hours,
        terms=common.terms,
    )
    chance = None if common.chance is None else common.chance[:, left.of]
    choice = choose(world, common.lives, classes=common.classes, chance=chance)
    return Part(
        rows=tile.rows,
        offers=left.of,
        choice=choice,
        changed=changed(world, common.lives)
        if common.varied
        else np.zeros_like(choice.three),
    )


def _straight(common: Common, tile: Tile) -> tuple[Journeys, ...]:
    """Go by straight lines to what lies in the tile's box."""
    horizon = common.terms.horizon
    ways = [way for way, _ in common.by]
    near = np.flatnonzero(in_box(tile.homes, common.points, ways, horizon=horizon))
    homes, places = points_of(tile.homes), points_of(common.points[near])
    to = np.concatenate([np.arange(REAL), near + REAL]).astype(np.int32)
    return tuple(
        way._replace(target=to[way.target])
        for way in straight(homes, places, common.by, horizon)
    )


def _along(
    common: Common, tile: Tile, around: Surroundings, places: Doors
) -> tuple[Journeys, ...]:
    """Go along the streets to whatever the search meets, and by bus to what may be."""
    homes = around.homes(points_of(tile.homes))
    everybody = Everybody(around, homes, places)
    horizon, found = common.terms.horizon, []
    near: dict[Way, Ints] = {}
    for way, by_bus in common.by:
        rows = None
        if by_bus:
            rows = near[way] = _near(common, everybody, way)
        told = common.occasions if rows is None else common.occasions.at(rows)
        (one,) = along(everybody, told, [(way, by_bus)], common.week, horizon)
        found.append(one if rows is None else one._replace(target=rows[one.target]))
    for by in common.money.by:
        rows = near[by[0]]
        alone = Money((by,), common.money.levels)
        told = common.occasions.at(rows)
        found += [
            one._replace(target=rows[one.target])
            for one in paid(everybody, told, alone, common.week, horizon)
        ]
    return tuple(found)


def _near(common: Common, everybody: Everybody, way: Way) -> Ints:
    """List the sessions that somebody may reach by bus."""
    horizon, told = common.terms.horizon, common.occasions
    near = everybody.near(Asked(way=way, horizon=horizon))
    near |= by_never_waiting(
        everybody.around, everybody.homes, everybody.places, way, horizon=horizon
    )
    on = (told.place >= 0) & near[np.maximum(told.place, 0)]
    rows: Ints = np.flatnonzero(on).astype(np.int32)
    return rows
