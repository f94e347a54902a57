"""Which single statement answers a wish: everything counted out, and one page of it?

Whole numbers and IEEE additions and multiplications only, which every data base
reckons alike, so that answers agree in their order to the last place. Distances are on
a plane whose scale is right where the asker stands: within 0.1 % of the sphere's at
10 km.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db import connection

from weft.assets.domain.facts import FactField
from weft.assets.domain.wanting import Wanting, fact_token
from weft.assets.queries.search.asking import SHORTEST_VISIT, Ask
from weft.assets.queries.search.index import ALWAYS_OPEN, HAS_SESSIONS, UNKNOWN_HOURS
from weft.assets.queries.search.marks import NO_LANGUAGE, bits, language_mark
from weft.assets.queries.search.matching import (
    Dialect,
    Piece,
    Value,
    dialect,
    joined,
    listed,
)
from weft.commons.places import EARTH_METRES, Point, Strip, strips_within
from weft.commons.times import Window, merged

METRES_OF_A_DEGREE = math.pi * EARTH_METRES / 180
RARE = 1_000
"""A word in fewer listings than this finds them faster than the squares of the map."""

FAR = 1e18  # squared metres: behind everything that has a place
COUNTS, PAGE = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a statement is made from."""

    ask: Ask
    wanting: Wanting
    rarest: int | None = None  # listings that hold the rarest word; None: not known


def answering(asked: Asked) -> Piece:
    """Write the statement that counts the whole answer and gives one page of it.

    Returns
    -------
    Piece
        Its rows are (part, kind, a, b, c, d, apart). Where part is ``COUNTS``: told
        yes, told no, uncertain and hours unknown (as 2 and 1), how many. Where it is
        ``PAGE``: listing, uncertain, place on the page, nothing, squared metres.
    """
    hits = _hits(asked)
    order = "missing, lead, slip, plane, tier, apart, id"
    led = (
        "SELECT hits.*, CASE WHEN slip > 0 AND ROW_NUMBER() OVER (PARTITION BY "
        "missing, slip ORDER BY plane, tier, apart, id) > 1 THEN 1 ELSE 0 END AS lead "
        "FROM hits WHERE untimed = 0"
        if asked.wanting.slips
        else "SELECT hits.*, 0 AS lead FROM hits WHERE untimed = 0"
    )
    return (
        Piece("WITH ")
        + hits
        + Piece(
            f" SELECT {COUNTS} AS part, c.name AS kind, g.yes AS a, g.no AS b, "
            "g.plane AS c, g.n AS d, CAST(0 AS DOUBLE PRECISION) AS apart FROM "
            "(SELECT kind, yes, no, plane + 2 * untimed AS plane, COUNT(*) AS n "
            "FROM hits GROUP BY kind, yes, no, plane + 2 * untimed) g "
            "JOIN assets_searchcode c ON c.code = g.kind UNION ALL "
            f"SELECT {PAGE}, '', p.id, p.plane, ROW_NUMBER() OVER (ORDER BY {order}), "
            f"0, p.apart FROM (SELECT {order} FROM ({led}) l "
            f"ORDER BY {order} LIMIT %s OFFSET %s) p",
            (asked.ask.most, asked.ask.first),
        )
    )


def held_by_few(wanting: Wanting, *, few: int) -> Piece:
    """Write the statement that counts, up to ``few``, what answers anywhere at all."""
    words = dialect()
    return Piece(
        f"SELECT COUNT(*) FROM ({words.ids} LIMIT %s) x",
        (_everything(wanting, words), few),
    )


def within(asked: Asked) -> Piece:
    """Write the statement for every listing that answers, in no order, and no other.

    Where the question has a place, what is online answers from everywhere.
    """
    words = dialect()
    near = (
        Piece("WITH ")
        + _found(asked)
        + Piece(" SELECT f.listing_id FROM found f")
        + _where(_circle(asked.ask))
    )
    if asked.ask.near is None:
        return near
    parts = [words.word(fact_token(FactField.ONLINE))]
    if asked.wanting.groups:
        parts.append(_everything(asked.wanting, words))
    online = Piece(
        f"SELECT f.listing_id FROM assets_findable f "
        f"JOIN ({words.ids}) o ON o.id = f.listing_id",
        (words.every(parts),),
    )
    conditions = _where(_plain_conditions(asked.ask))
    return near + Piece(" UNION ") + online + conditions


def _hits(asked: Asked) -> Piece:
    """Write every answer as a row: what is counted, and what it is ordered by."""
    words = dialect()
    return (
        _found(asked)
        + Piece(
            ", hits AS MATERIALIZED (SELECT f.listing_id AS id, f.kind AS kind, "
            "f.told_yes AS yes, f.told_no AS no, f.missing, f.slip, f.apart, "
        )
        + _plane(asked.ask, words)
        + Piece(" AS plane, ")
        + _tier(asked, words)
        + Piece(" AS tier, ")
        + Piece(
            f"CASE WHEN f.hours = {UNKNOWN_HOURS} THEN 1 ELSE 0 END"
            if asked.ask.windows
            else "0"
        )
        + Piece(" AS untimed FROM found f")
        + _where([*_circle(asked.ask), *_timely(asked.ask)])
        + Piece(")")
    )


def _found(asked: Asked) -> Piece:
    """Write everything that has the words and is not shut out, and how far it is."""
    words = dialect()
    source, conditions = _source(asked, words)
    ranked = asked.wanting.slips
    before = Piece("")
    if ranked:
        before = _ranks(asked, words) + Piece(", ")
    apart = _apart(asked.ask.near)
    return (
        before
        + Piece(
            "found AS (SELECT f.listing_id, f.kind, f.told_yes, f.told_no, "
            "f.price_pence, f.hours, f.drop_in, "
        )
        + apart
        + Piece(" AS apart")
        + Piece(", r.missing, r.slip" if ranked else ", 0 AS missing, 0 AS slip")
        + Piece(" FROM ")
        + source
        + _where(conditions)
        + Piece(")")
    )


def _source(asked: Asked, words: Dialect) -> tuple[Piece, list[Piece]]:
    """Choose what leads: ranked words, words, squares of the map, or everything."""
    conditions = _plain_conditions(asked.ask)
    strips = _strips(asked.ask)
    if asked.wanting.slips:
        return (
            Piece(f"ranks r {words.driving} assets_findable f ON f.listing_id = r.id"),
            conditions,
        )
    expression = _expression(asked, words)
    if expression:
        source = Piece(words.from_words)
        if words.where_words:
            return source, [Piece(words.where_words, (expression,)), *conditions]
        return source + Piece("", (expression,)), conditions
    if strips:
        rows = joined(
            (listed((one.column, one.lowest, one.highest)) for one in strips), ", "
        )
        return (
            Piece("(SELECT column1 AS c, column2 AS lo, column3 AS hi FROM (VALUES ")
            + rows
            + Piece(
                f") v) s {words.driving} assets_findable f ON f.cell_column = s.c "
                "AND f.cell_row BETWEEN s.lo AND s.hi"
            ),
            conditions,
        )
    return Piece("assets_findable f"), conditions


def _expression(asked: Asked, words: Dialect) -> str:
    """Ask for the words, the languages and, unless a word is rare, the squares."""
    parts = [_everything(asked.wanting, words)] if asked.wanting.groups else []
    if asked.ask.languages:
        parts.append(_languages(asked.ask, words, unknown=True))
    strips = _strips(asked.ask)
    if parts and strips and (asked.rarest is None or asked.rarest > RARE):
        parts.append(words.cells(strips))
    return words.every(parts)


def _everything(wanting: Wanting, words: Dialect) -> str:
    """Ask for every group of a wish, or for any of it."""
    groups = (words.group(group.alternatives) for group in wanting.groups)
    return words.some(groups) if wanting.any_of_it else words.every(groups)


def _ranks(asked: Asked, words: Dialect) -> Piece:
    """Say of every answer how far it is from what was typed.

    One look at the index for each alternative that is not what was typed, each with
    the rest of the wish and the squares of the map, so that each finds few.
    """
    groups, strips = asked.wanting.groups, _strips(asked.ask)
    looks = []
    looked_at = [
        at for at, group in enumerate(groups) if asked.wanting.any_of_it or group.slips
    ]
    for at in looked_at:
        group = groups[at]
        others = [] if asked.wanting.any_of_it else [*groups[:at], *groups[at + 1 :]]
        for slip in sorted({one.slip for one in group.alternatives}):
            same = [one for one in group.alternatives if one.slip == slip]
            parts = [words.group(same), *(words.group(o.alternatives) for o in others)]
            if asked.ask.languages:
                parts.append(_languages(asked.ask, words, unknown=True))
            if strips:
                parts.append(words.cells(strips))
            looks.append(
                Piece(
                    f"SELECT id, {at} AS grp, {slip} AS slip FROM ({words.ids}) x",
                    (words.every(parts),),
                )
            )
    return (
        Piece("looks AS (")
        + joined(looks, " UNION ALL ")
        + Piece(
            "), ranks AS MATERIALIZED (SELECT id, "
            f"{len(looked_at)} - COUNT(*) AS missing, SUM(slip) AS slip FROM "
            "(SELECT id, grp, MIN(slip) AS slip FROM looks GROUP BY id, grp) b "
            "GROUP BY id)"
        )
    )


def _plain_conditions(ask: Ask) -> list[Piece]:
    """Shut out other regions and kinds, and what is told as no."""
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
    if ask.wishes:
        conditions.append(Piece("(f.told_no & %s) = 0", (bits(ask.wishes),)))
    if ask.most_pence is not None:
        conditions.append(
            Piece("(f.price_pence IS NULL OR f.price_pence <= %s)", (ask.most_pence,))
        )
    return conditions


def _plane(ask: Ask, words: Dialect) -> Piece:
    """Write 0 where all that was wished for is known, and 1 where some is not."""
    sure = []
    if ask.wishes:
        mask = bits(ask.wishes)
        sure.append(Piece("(f.told_yes & %s) = %s", (mask, mask)))
    if ask.most_pence is not None:
        sure.append(Piece("f.price_pence IS NOT NULL"))
    if ask.languages:
        told = _languages(ask, words, unknown=False)
        sure.append(Piece(f"f.listing_id IN ({words.ids})", (told,)))
    if not sure:
        return Piece("0")
    return Piece("CASE WHEN ") + joined(sure, " AND ") + Piece(" THEN 0 ELSE 1 END")


def _tier(asked: Asked, words: Dialect) -> Piece:
    """Write 0 where every word typed stands in the name, 1 where those that matter do.

    It orders answers only where nobody asks from anywhere.
    """
    wanting = asked.wanting
    if asked.ask.near or not wanting.groups:
        return Piece("0")
    whole = Piece("")
    if wanting.passed:
        whole = Piece(
            f"WHEN f.listing_id IN ({words.ids}) THEN 0 ",
            (words.whole_names(wanting),),
        )
    return (
        Piece("CASE ")
        + whole
        + Piece(
            f"WHEN f.listing_id IN ({words.ids}) THEN 1 ELSE 2 END",
            (words.names(wanting),),
        )
    )


def _languages(ask: Ask, words: Dialect, *, unknown: bool) -> str:
    """Ask for any of the languages, or also for listings that tell of none."""
    told = [language_mark(code) for code in sorted(ask.languages)]
    return words.some(map(words.word, [*told, NO_LANGUAGE] if unknown else told))


def _apart(near: Point | None) -> Piece:
    """Write how far it is, in squared metres; without a place, how long the name is."""
    if near is None:
        return Piece("CAST(f.name_words AS DOUBLE PRECISION)")
    east = METRES_OF_A_DEGREE * math.cos(math.radians(near.latitude))
    across = Piece("((f.longitude - %s) * %s)", (near.longitude, east))
    along = Piece("((f.latitude - %s) * %s)", (near.latitude, METRES_OF_A_DEGREE))
    squares = (
        across + Piece(" * ") + across + Piece(" + ") + along + Piece(" * ") + along
    )
    return Piece("COALESCE(") + squares + Piece(f", {FAR:.1f})")


def _circle(ask: Ask) -> list[Piece]:
    """Keep what lies within the radius, and beyond the inner one."""
    if ask.near is None:
        return []
    circle = []
    if ask.within_metres is not None:
        circle.append(Piece("f.apart <= %s", (float(ask.within_metres) ** 2,)))
    if ask.beyond_metres is not None:
        circle.append(Piece("f.apart > %s", (float(ask.beyond_metres) ** 2,)))
    return circle


def _timely(ask: Ask) -> list[Piece]:
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
    """Write that a session lies in a window, or a door stands open for long enough."""
    visit = timedelta(minutes=SHORTEST_VISIT)
    session = Piece(
        "f.drop_in = 0 AND s.starts >= %s AND s.ends <= %s",
        (_kept(window.start), _kept(window.end)),
    )
    if window.minutes < SHORTEST_VISIT:
        return Piece("(") + session + Piece(")")
    return (
        Piece("(")
        + session
        + Piece(
            " OR f.drop_in = 1 AND s.starts <= %s AND s.ends >= %s)",
            (_kept(window.end - visit), _kept(window.start + visit)),
        )
    )


def _kept(moment: datetime) -> Value:
    """Write an instant as the data base keeps it."""
    return cast("Value", connection.ops.adapt_datetimefield_value(moment))


def _strips(ask: Ask) -> tuple[Strip, ...]:
    """List the squares of the map that the circle touches."""
    if ask.near is None or ask.within_metres is None:
        return ()
    return strips_within(ask.near, float(ask.within_metres))


def _where(conditions: list[Piece]) -> Piece:
    """Write the conditions, where there are any."""
    if not conditions:
        return Piece("")
    return Piece(" WHERE ") + joined(conditions, " AND ")
