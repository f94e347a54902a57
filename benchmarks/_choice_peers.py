"""The named peers on the same question: DuckDB, twice, and polars.

Each is asked for less than Weft reckons in its one pass: how many offers, groups and
kinds, on both planes. Not for the hours, nor for what one change would open.
"""

from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import polars as pl
from _choice_world import Made


def tables(made: Made) -> dict[str, pl.DataFrame]:
    """Lay the world out as tables, one row a thing, as others would hold it."""
    world, way = made.world, made.world.ways[0]
    offers, sessions = world.offers, world.sessions
    area = np.repeat(np.arange(len(world.areas)), way.end - way.begin)
    windows = [
        (n, *window)
        for n, life in enumerate(made.lives)
        for window in life.windows.tolist()
    ]
    return {
        "pairs": pl.DataFrame(
            {
                "area": area.astype(np.int32),
                "place": way.target,
                "there": way.there.astype(np.int32),
                "back": way.back.astype(np.int32),
            }
        ),
        "sessions": pl.DataFrame(
            {
                "offer": sessions.offer,
                "starts": sessions.start,
                "ends": sessions.end,
                "place": sessions.place,
                "dated": sessions.sure,
            }
        ),
        "offers": pl.DataFrame(
            {
                "offer": np.arange(len(offers), dtype=np.int32),
                "grp": offers.group,
                "kind": offers.kind,
                "price": offers.price_pence,
                "meets": offers.meets,
                "fails": offers.fails,
                "least_age": offers.least_age,
                "newcomers": offers.newcomers,
                "fresh": offers.sure,
            }
        ),
        "lives": pl.DataFrame(
            [
                (n, one.ways[0][1], one.margin, one.purse, one.needs, *one.ages)
                for n, one in enumerate(made.lives)
            ],
            schema=[
                "life",
                "furthest",
                "margin",
                "purse",
                "needs",
                "youngest",
                "oldest",
            ],
            orient="row",
        ),
        "windows": pl.DataFrame(
            windows, schema=["life", "opens", "closes"], orient="row"
        ),
    }


_NEVER = """newcomers <> 0 and (fails & needs) = 0 and least_age <= oldest
    and (purse = 2147483647 or price <= purse)"""
_CERTAIN = """newcomers > 0 and (meets & needs) = needs and least_age <= youngest
    and (purse = 2147483647 or (price >= 0 and price <= purse)) and fresh and dated"""

NAIVE = f"""
select life, area,
    count(distinct offer) filter (sure), count(distinct grp) filter (sure),
    count(distinct kind) filter (sure),
    count(distinct offer), count(distinct grp), count(distinct kind)
from (
    select l.life, p.area, s.offer, o.grp, o.kind, {_CERTAIN} as sure
    from pairs p join sessions s using (place) join offers o on o.offer = s.offer
    cross join lives l join windows w on w.life = l.life
    where {_NEVER} and p.there <= l.furthest and p.back <= l.furthest
        and s.starts - p.there - l.margin >= w.opens
        and s.ends + p.back + l.margin <= w.closes
) group by life, area"""

SLACK = f"""
create or replace temp table slack as
select l.life, s.place, s.offer, o.grp, o.kind, {_CERTAIN} as sure,
    least(s.starts - l.margin - w.opens, l.furthest) as before,
    least(w.closes - l.margin - s.ends, l.furthest) as after
from sessions s join offers o on o.offer = s.offer
cross join lives l join windows w on w.life = l.life
where {_NEVER} and s.starts - l.margin >= w.opens and s.ends + l.margin <= w.closes"""
BIT_SETS = """
select life, area,
    bit_count(bitstring_agg(offer, 0, {offers}) filter (sure)),
    bit_count(bitstring_agg(grp, 0, {groups}) filter (sure)),
    bit_count(bit_or(1::ubigint << kind) filter (sure)),
    bit_count(bitstring_agg(offer, 0, {offers})),
    bit_count(bitstring_agg(grp, 0, {groups})),
    bit_count(bit_or(1::ubigint << kind))
from pairs p join slack s on s.place = p.place
    and p.there <= s.before and p.back <= s.after
where life = {life} group by life, area"""
TWO_STEPS = """
select life, area,
    count(*) filter (sure), count(distinct grp) filter (sure),
    bit_count(bit_or(1::ubigint << kind) filter (sure)),
    count(*), count(distinct grp), bit_count(bit_or(1::ubigint << kind))
from (
    select life, area, offer, any_value(grp) as grp, any_value(kind) as kind,
        bool_or(sure) as sure
    from pairs p join slack s on s.place = p.place
        and p.there <= s.before and p.back <= s.after
    group by life, area, offer
) group by life, area"""


def _opened(given: dict[str, pl.DataFrame]) -> duckdb.DuckDBPyConnection:
    held = duckdb.connect()
    held.execute("set threads = 1")
    with TemporaryDirectory() as folder:
        for name, table in given.items():
            table.write_parquet(f"{folder}/{name}.parquet")
            held.execute(f"create table {name} as from '{folder}/{name}.parquet'")
    return held


def _answers(rows: dict[str, np.ndarray], made: Made) -> np.ndarray:
    """Give (lives, areas, 2, 3), nothing where nothing is."""
    found = np.zeros((len(made.lives), len(made.world.areas), 2, 3), dtype=np.int64)
    life, area, *columns = rows.values()
    told = [np.ma.filled(np.ma.asarray(column), 0) for column in columns]
    flat = np.column_stack([np.nan_to_num(column) for column in told])
    found[life, area] = flat.reshape(-1, 2, 3)
    return found


class DuckNaive:
    """As one writes the question down in SQL."""

    def __init__(self, made: Made) -> None:
        self.made, self.held = made, _opened(tables(made))

    def answer(self) -> np.ndarray:
        """Ask."""
        return _answers(self.held.execute(NAIVE).fetchnumpy(), self.made)


class DuckBits:
    """Slack reckoned first, sets as bits, a life at a time."""

    def __init__(self, made: Made) -> None:
        self.made, self.held = made, _opened(tables(made))

    def answer(self) -> np.ndarray:
        """Ask."""
        self.held.execute(SLACK)
        offers = self.made.world.offers
        sizes = {"offers": len(offers), "groups": int(offers.group.max()) + 1}
        return sum(
            _answers(
                self.held.execute(BIT_SETS.format(life=n, **sizes)).fetchnumpy(),
                self.made,
            )
            for n in range(len(self.made.lives))
        )


class DuckTwoSteps(DuckBits):
    """Slack reckoned first, each offer once, kinds as bits."""

    def answer(self) -> np.ndarray:
        """Ask."""
        self.held.execute(SLACK)
        return _answers(self.held.execute(TWO_STEPS).fetchnumpy(), self.made)


class Polars:
    """A life at a time: what is possible, joined with the journeys; all cores."""

    def __init__(self, made: Made) -> None:
        self.made, self.held = made, tables(made)

    def answer(self) -> np.ndarray:
        """Ask."""
        return sum(
            self._of(n, life) for n, life in enumerate(self.held["lives"].to_dicts())
        )

    def _of(self, n: int, life: dict[str, int]) -> np.ndarray:
        told, c = self.held, pl.col
        needs, purse = life["needs"], life["purse"]
        pays = pl.lit(value=True) if purse == 2**31 - 1 else c("price") <= purse
        known = pl.lit(value=True) if purse == 2**31 - 1 else c("price") >= 0
        here = (
            told["offers"]
            .lazy()
            .filter(
                c("newcomers") != 0,
                (c("fails") & needs) == 0,
                c("least_age") <= life["oldest"],
                pays,
            )
            .with_columns(
                sure=(c("newcomers") > 0)
                & ((c("meets") & needs) == needs)
                & (c("least_age") <= life["youngest"])
                & known
                & c("fresh")
            )
            .join(told["sessions"].lazy(), on="offer")
            .join(told["windows"].lazy().filter(c("life") == n), how="cross")
            .with_columns(
                sure=c("sure") & c("dated"),
                before=c("starts") - life["margin"] - c("opens"),
                after=c("closes") - life["margin"] - c("ends"),
            )
            .filter(c("before") >= 0, c("after") >= 0)
            .select("place", "offer", "grp", "kind", "sure", "before", "after")
        )
        open_ = (
            told["pairs"]
            .lazy()
            .filter(c("there") <= life["furthest"], c("back") <= life["furthest"])
            .join(here, on="place")
            .filter(c("there") <= c("before"), c("back") <= c("after"))
        )
        names = ("offer", "grp", "kind")
        rows = (
            open_.group_by("area")
            .agg(
                *(
                    c(name).filter(c("sure")).n_unique().alias(f"{name} sure")
                    for name in names
                ),
                *(c(name).n_unique() for name in names),
            )
            .collect()
        )
        area = rows["area"].to_numpy()
        columns = {
            "life": np.full(len(area), n),
            "area": area,
            **{name: rows[name].to_numpy() for name in rows.columns[1:]},
        }
        return _answers(columns, self.made)


PEERS = {
    "DuckDB, as written down": DuckNaive,
    "DuckDB, bit sets": DuckBits,
    "DuckDB, slack and two steps": DuckTwoSteps,
    "polars": Polars,
}
