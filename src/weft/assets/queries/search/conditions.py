"""Which conditions shut a listing out, put it behind others, or let it in?

Whole numbers and IEEE additions and multiplications only, which every data base
reckons alike, so that answers agree in their order to the last place. Distances are on
a plane whose scale is right where the asker stands: within 0.1 % of the sphere's at
10 km.
"""

import math
from datetime import datetime, timedelta
from typing import cast

from django.db import connection

from weft.assets.queries.search.asking import SHORTEST_VISIT, Ask
from weft.assets.queries.search.index import ALWAYS_OPEN, HAS_SESSIONS, UNKNOWN_HOURS
from weft.assets.queries.search.marks import NO_LANGUAGE, bits, language_mark
from weft.assets.queries.search.matching import Dialect, Piece, Value, joined, listed
from weft.commons.places import EARTH_METRES, Point, Strip, strips_within
from weft.commons.times import Window, merged

METRES_OF_A_DEGREE = math.pi * EARTH_METRES / 180
FAR = 1e18  # squared metres: behind everything that has a place


def plain_conditions(ask: Ask) -> list[Piece]:
    """Shut out other regions and kinds, what is told as no, and what is left out."""
    conditions = []
    for sort, column, names in (
        ("region", "region", ask.regions),
        ("kind", "kind", sorted(ask.kinds)),
    ):
        if names:
            conditions.append(
                Piece(
                    f"f.{column} IN (SELECT code FROM assets_searchcode "
                    f"WHERE sort = '{sort}' AND name IN "
                )
                + listed(names)
                + Piece(")")
            )
    if ask.but:
        conditions.append(Piece("f.listing_id NOT IN ") + listed(ask.but))
    if ask.wishes:
        conditions.append(Piece("(f.told_no & %s) = 0", (bits(ask.wishes),)))
    if ask.most_pence is not None:
        conditions.append(
            Piece("(f.price_pence IS NULL OR f.price_pence <= %s)", (ask.most_pence,))
        )
    return conditions


def plane(ask: Ask, words: Dialect) -> Piece:
    """Write 0 where all that was wished for is known, and 1 where some is not."""
    sure = []
    if ask.wishes:
        mask = bits(ask.wishes)
        sure.append(Piece("(f.told_yes & %s) = %s", (mask, mask)))
    if ask.most_pence is not None:
        sure.append(Piece("f.price_pence IS NOT NULL"))
    if ask.languages:
        told = languages(ask, words, unknown=False)
        sure.append(Piece(f"f.listing_id IN ({words.ids})", (told,)))
    if not sure:
        return Piece("0")
    return Piece("CASE WHEN ") + joined(sure, " AND ") + Piece(" THEN 0 ELSE 1 END")


def languages(ask: Ask, words: Dialect, *, unknown: bool) -> str:
    """Ask for any of the languages, or also for listings that tell of none."""
    told = [language_mark(code) for code in sorted(ask.languages)]
    return words.some(map(words.word, [*told, NO_LANGUAGE] if unknown else told))


def apart(near: Point | None) -> Piece:
    """Write how far it is, in squared metres; without a place, how long the name is."""
    if near is None:
        return Piece("CAST(f.name_words AS DOUBLE PRECISION)")
    east = METRES_OF_A_DEGREE * math.cos(math.radians(near.latitude))
    across = (near.longitude, east)
    along = (near.latitude, METRES_OF_A_DEGREE)
    return Piece(_APART, (*across, *across, *along, *along))


_ACROSS = "((f.longitude - %s) * %s)"
_ALONG = "((f.latitude - %s) * %s)"
_APART = f"COALESCE({_ACROSS} * {_ACROSS} + {_ALONG} * {_ALONG}, {FAR:.1f})"


def circle(ask: Ask) -> list[Piece]:
    """Keep what lies within the radius, and beyond the inner one."""
    if ask.near is None:
        return []
    circle = []
    if ask.within_metres is not None:
        circle.append(Piece("f.apart <= %s", (float(ask.within_metres) ** 2,)))
    if ask.beyond_metres is not None:
        circle.append(Piece("f.apart > %s", (float(ask.beyond_metres) ** 2,)))
    return circle


def timely(ask: Ask) -> list[Piece]:
    """Keep what is on in free time, and what nobody knows the hours of, to count it."""
    if not ask.windows:
        return []
    windows = merged(ask.windows)
    ways = [Piece(f"f.hours = {UNKNOWN_HOURS}")]
    if any(window.minutes >= SHORTEST_VISIT for window in windows):
        ways.append(Piece(f"f.hours = {ALWAYS_OPEN}"))
    inside = joined((_inside(window) for window in windows), " OR ")
    ways.append(
        Piece(
            f"(f.hours = {HAS_SESSIONS} AND EXISTS (SELECT 1 FROM assets_session s "
            "WHERE s.listing_id = f.listing_id AND ("
        )
        + inside
        + Piece(")))")
    )
    return [Piece("(") + joined(ways, " OR ") + Piece(")")]


def _inside(window: Window) -> Piece:
    """Write that a session lies in a window, or a door stands open for long enough.

    A door that is open for less than a visit is worth the whole of its time, whether
    or not one may come and go.
    """
    visit = timedelta(minutes=SHORTEST_VISIT)
    whole = Piece(
        "(s.starts >= %s AND s.ends <= %s", (_kept(window.start), _kept(window.end))
    )
    if window.minutes < SHORTEST_VISIT:
        return whole + Piece(")")
    return whole + Piece(
        " OR f.drop_in = 1 AND s.starts <= %s AND s.ends >= %s)",
        (_kept(window.end - visit), _kept(window.start + visit)),
    )


def _kept(moment: datetime) -> Value:
    """Write an instant as the data base keeps it."""
    return cast("Value", connection.ops.adapt_datetimefield_value(moment))


def strips_of(ask: Ask) -> tuple[Strip, ...]:
    """List the squares of the map that the circle touches."""
    if ask.near is None or ask.within_metres is None:
        return ()
    return strips_within(ask.near, float(ask.within_metres))


def where(conditions: list[Piece]) -> Piece:
    """Write the conditions, where there are any."""
    if not conditions:
        return Piece("")
    return Piece(" WHERE ") + joined(conditions, " AND ")
