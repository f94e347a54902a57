"""Which single statement answers a wish: everything counted out, and one page of it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from weft.assets.domain.facts import FactField
from weft.assets.domain.wanting import Wanting, fact_token
from weft.assets.queries.search.asking import Ask
from weft.assets.queries.search.conditions import (
    apart,
    circle,
    languages,
    plain_conditions,
    plane,
    strips_of,
    timely,
    where,
)
from weft.assets.queries.search.index import UNKNOWN_HOURS
from weft.assets.queries.search.matching import (
    Dialect,
    Piece,
    dialect,
    filled,
    joined,
    listed,
)

RARE = 1_000
"""A word in fewer listings than this finds them faster than the squares of the map."""

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
        yes, told no, uncertain and hours unknown (as 1 and 2), how many. Where it is
        ``PAGE``: listing, uncertain, place on the page, nothing, squared metres.
    """
    return filled(
        _ANSWER_WITH_SLIPS if asked.wanting.slips else _ANSWER,
        hits=_hits(asked, dialect()),
        page=Piece("LIMIT %s OFFSET %s", (asked.ask.most, asked.ask.first)),
    )


_ORDER = "missing, lead, slip, plane, tier, apart, id"
_LED = "SELECT hits.*, 0 AS lead FROM hits WHERE untimed = 0"
# The best answer of each slip leads, then the rest of each in its turn.
_LED_BY_SLIPS = """
SELECT hits.*, CASE WHEN slip > 0 AND ROW_NUMBER() OVER (
    PARTITION BY missing, slip ORDER BY plane, tier, apart, id
) > 1 THEN 1 ELSE 0 END AS lead FROM hits WHERE untimed = 0
"""
_ANSWER, _ANSWER_WITH_SLIPS = (
    f"""WITH {{hits}}
SELECT {COUNTS} AS part, c.name AS kind, g.yes AS a, g.no AS b, g.plane AS c, g.n AS d,
    CAST(0 AS DOUBLE PRECISION) AS apart
FROM (
    SELECT kind, yes, no, plane + 2 * untimed AS plane, COUNT(*) AS n
    FROM hits GROUP BY kind, yes, no, plane + 2 * untimed
) g JOIN assets_searchcode c ON c.code = g.kind
UNION ALL
SELECT {PAGE}, '', p.id, p.plane, ROW_NUMBER() OVER (ORDER BY {_ORDER}), 0, p.apart
FROM (SELECT {_ORDER} FROM ({led}) l ORDER BY {_ORDER} {{page}}) p"""
    for led in (_LED, _LED_BY_SLIPS)
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
    near = filled(
        "WITH {found} SELECT f.listing_id FROM found f{where}",
        found=_found(asked, words),
        where=where(circle(asked.ask)),
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
    conditions = where(plain_conditions(asked.ask))
    return near + Piece(" UNION ") + online + conditions


def numbered(asked: Asked, numbers: Sequence[int]) -> Piece:
    """Write the statement for those of some listings that answer, wherever they are."""
    words = dialect()
    conditions = [
        Piece("f.listing_id IN ") + listed(numbers),
        *plain_conditions(asked.ask),
    ]
    if asked.wanting.groups:
        told = _everything(asked.wanting, words)
        conditions.append(Piece(f"f.listing_id IN ({words.ids})", (told,)))
    return Piece("SELECT f.listing_id FROM assets_findable f") + where(conditions)


def _hits(asked: Asked, words: Dialect) -> Piece:
    """Write every answer as a row: what is counted, and what it is ordered by."""
    untimed = f"CASE WHEN f.hours = {UNKNOWN_HOURS} THEN 1 ELSE 0 END"
    return filled(
        "{found}, hits AS MATERIALIZED (SELECT f.listing_id AS id, f.kind AS kind, "
        "f.told_yes AS yes, f.told_no AS no, f.missing, f.slip, f.apart, "
        "{plane} AS plane, {tier} AS tier, {untimed} AS untimed FROM found f{where})",
        found=_found(asked, words),
        plane=plane(asked.ask, words),
        tier=_tier(asked, words),
        untimed=Piece(untimed if asked.ask.windows else "0"),
        where=where([*circle(asked.ask), *timely(asked.ask)]),
    )


def _found(asked: Asked, words: Dialect) -> Piece:
    """Write everything that has the words and is not shut out, and how far it is."""
    source, conditions = _source(asked, words)
    ranked = asked.wanting.slips
    return filled(
        "{ranks}found AS (SELECT f.listing_id, f.kind, f.told_yes, f.told_no, "
        "f.price_pence, f.hours, f.drop_in, {apart} AS apart, {reading} "
        "FROM {source}{where})",
        ranks=_ranks(asked, words) + Piece(", ") if ranked else Piece(""),
        apart=apart(asked.ask.near),
        reading=Piece("r.missing, r.slip" if ranked else "0 AS missing, 0 AS slip"),
        source=source,
        where=where(conditions),
    )


def _source(asked: Asked, words: Dialect) -> tuple[Piece, list[Piece]]:
    """Choose what leads: ranked words, words, squares of the map, or everything."""
    conditions = plain_conditions(asked.ask)
    if asked.wanting.slips:
        ranked = f"ranks r {words.driving} assets_findable f ON f.listing_id = r.id"
        return Piece(ranked), conditions
    expression = _expression(asked, words)
    if expression and words.where_words:
        condition = Piece(words.where_words, (expression,))
        return Piece(words.from_words), [condition, *conditions]
    if expression:
        return Piece(words.from_words, (expression,)), conditions
    strips = strips_of(asked.ask)
    if not strips:
        return Piece("assets_findable f"), conditions
    rows = (listed((one.column, one.lowest, one.highest)) for one in strips)
    source = filled(
        "(SELECT column1 AS c, column2 AS lo, column3 AS hi FROM (VALUES {strips}) v) s"
        f" {words.driving} assets_findable f"
        " ON f.cell_column = s.c AND f.cell_row BETWEEN s.lo AND s.hi",
        strips=joined(rows, ", "),
    )
    return source, conditions


def _expression(asked: Asked, words: Dialect) -> str:
    """Ask for the words, the languages and, unless a word is rare, the squares."""
    parts = [_everything(asked.wanting, words)] if asked.wanting.groups else []
    if asked.ask.languages:
        parts.append(languages(asked.ask, words, unknown=True))
    if parts and (asked.rarest is None or asked.rarest > RARE):
        strips = strips_of(asked.ask)
        parts += [words.cells(strips)] if strips else []
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
    groups, strips = asked.wanting.groups, strips_of(asked.ask)
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
                parts.append(languages(asked.ask, words, unknown=True))
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
