"""What a scenario changes, by reckoning the whole week anew."""

import numpy as np

from weft.access.domain.choice import World, choose
from weft.access.domain.whatif import applied


def anew(world, scenario, book) -> World:
    """Make the whole world as it would be; timed journeys stay where the hour does."""
    told = applied(world.offers, world.sessions, scenario, book)
    now = {int(was): row for row, was in enumerate(told.was) if was >= 0}
    return World(
        areas=world.areas,
        offers=told.offers,
        sessions=told.sessions,
        places=world.places,
        ways=tuple(_kept(way, now) if way.timed else way for way in world.ways),
        hours=world.hours,
        terms=world.terms,
    )


def _kept(way, now):
    areas = []
    for first, last in zip(way.begin, way.end, strict=True):
        rows = [row for row in range(first, last) if int(way.target[row]) in now]
        areas.append(rows)
    order = np.array([row for rows in areas for row in rows], dtype=np.int64)
    ends = np.cumsum([len(rows) for rows in areas], dtype=np.int64)
    return way._replace(
        begin=np.concatenate([[0], ends[:-1]]).astype(np.int64),
        end=ends,
        target=np.array([now[int(way.target[row])] for row in order], dtype=np.int32),
        there=way.there[order],
        back=way.back[order],
        there_sure=None if way.there_sure is None else way.there_sure[order],
        back_sure=None if way.back_sure is None else way.back_sure[order],
    )


def whole(world, lives):
    """Reckon everything: how many offers are open, and whether there are three."""
    found = choose(world, lives)
    return found.counts[..., 0], found.has_three
