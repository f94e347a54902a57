"""What can somebody lend a hand with from where they are, and how long is it in all?"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from weft.access.domain.travel import Way, journey
from weft.assets.domain.chances import ChanceKind, is_an_hour_once
from weft.assets.queries.chances import (
    ChanceAbout,
    PutForward,
    chances_in,
    put_forward_in,
)
from weft.assets.queries.wished import Wished, wished_for_in
from weft.ground.queries import StartFound, find_start, forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A chance, and the way to it: an estimate, both ways on foot."""

    chance: ChanceAbout
    minutes_each_way: int | None = None
    metres: int | None = None

    @property
    def is_an_hour_once(self) -> bool:
        """Tell whether it is known to ask one hour at most, and once."""
        return is_an_hour_once(self.chance.minutes_in_all, once=self.chance.once)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lending:
    """All the chances of a region, the nearest first, and what neighbours offer."""

    chances: tuple[Reach, ...]
    put_forward: tuple[PutForward, ...]
    wished: tuple[Wished, ...] = ()
    start: StartFound | None = None


def lending(
    region: str,
    *,
    kind: ChanceKind | None,
    region_wide: bool,
    start: StartFound | None,
    today: date,
) -> Lending:
    """Find what somebody can lend a hand with.

    Parameters
    ----------
    region
        Its slug.
    kind
        Only those of one kind; None for all.
    region_wide
        Only those that are for people of the whole region.
    start
        Where from, if they said; nothing exact of it is handed on.
    today
        What closed before is left out.
    """
    found = [
        one
        for one in chances_in(region, today=today)
        if kind in {None, one.kind} and (one.region_wide is True or not region_wide)
    ]
    return Lending(
        chances=tuple(sorted(_reached(found, start), key=_first_small_then_near)),
        put_forward=put_forward_in(region),
        wished=tuple(_nearest_first(wished_for_in(region), start)),
        start=forgotten(start) if start else None,
    )


def _reached(found: Iterable[ChanceAbout], start: StartFound | None) -> Iterable[Reach]:
    for one in found:
        if start is None or one.point is None:
            yield Reach(chance=one)
            continue
        way = journey(start.point, one.point, (Way.FOOT,))
        yield Reach(chance=one, minutes_each_way=way.minutes, metres=way.metres)


def _nearest_first(
    wished: Iterable[Wished], start: StartFound | None
) -> Iterable[Wished]:
    """Put what is wished for near somebody first, and last what is nowhere we know."""
    if start is None:
        return wished
    found = {place: find_start(place) for place in {one.place for one in wished}}
    far = {
        place: start.point.metres_to(there.point)
        for place, there in found.items()
        if isinstance(there, StartFound)
    }
    return sorted(wished, key=lambda one: far.get(one.place, math.inf))


def _first_small_then_near(one: Reach) -> tuple[bool, int, int, str]:
    """Put what asks least before what asks more; what nobody told comes last."""
    unknown = 10**9
    minutes = one.chance.minutes_in_all
    return (
        not one.is_an_hour_once,
        one.metres if one.metres is not None else unknown,
        minutes if minutes is not None else unknown,
        one.chance.name,
    )
