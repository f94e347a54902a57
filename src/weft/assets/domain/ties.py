"""Which places and people join most groups, and what would come apart without them?

Everything that is tied is a *knot*; a *thread* ties two. For each knot three things are
told, all of them counts that can be checked by hand on the list below the picture:

* which groups it is tied to;
* for which of those it is the only tie that is known;
* into which parts what hangs together now would fall if it stopped.

The parts are found for all knots in one walk: a knot holds back whatever has no way
past it (articulation points and low links: Hopcroft and Tarjan, «Efficient algorithms
for graph manipulation», Communications of the ACM 16, 1973). The slow twin in the tests
takes each knot away and walks through what is left.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from weft.commons.places import Point

Key = str
Thread = tuple[Key, Key]
NEAR_METRES = 1_500
"""Twenty minutes on foot: a tie that stays within is of one neighbourhood."""


class Reach(StrEnum):
    """How far a tie goes."""

    NEAR = "near"
    FAR = "far"
    NOT_KNOWN = "not_known"  # nobody has said where one of the two is


def reach_of(one: Point | None, other: Point | None) -> Reach:
    """Say whether a tie stays within twenty minutes on foot, as the crow flies."""
    if one is None or other is None:
        return Reach.NOT_KNOWN
    return Reach.NEAR if one.metres_to(other) <= NEAR_METRES else Reach.FAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What one knot holds together.

    Attributes
    ----------
    groups
        The groups that it is tied to, by their keys.
    only_link_of
        Those of them that have no other tie.
    parts
        How many groups each part would have that what hangs together now would fall
        into without it, the largest first; parts without a group are not counted.
        One part, or none: nothing would come apart.
    """

    groups: tuple[Key, ...] = ()
    only_link_of: tuple[Key, ...] = ()
    parts: tuple[int, ...] = ()

    @property
    def holds_apart_from_each_other(self) -> int:
        """Count the parts that would not be tied to one another any more."""
        return len(self.parts) if len(self.parts) > 1 else 0


def joinings(
    knots: Mapping[Key, bool], threads: Iterable[Thread]
) -> dict[Key, Joining]:
    """Say of every knot what it holds together.

    Parameters
    ----------
    knots
        Every knot by its key, and whether it is a group.
    threads
        Pairs of keys that are tied; the order in a pair, repeats and a knot tied to
        itself say nothing.

    Raises
    ------
    KeyError
        When a thread leads to no knot.
    """
    near = beside(knots, threads)
    parts = _parts(knots, near)
    return {
        key: Joining(
            groups=tuple(other for other in near[key] if knots[other]),
            only_link_of=tuple(
                other for other in near[key] if knots[other] and len(near[other]) == 1
            ),
            parts=parts[key],
        )
        for key in knots
    }


def beside(
    knots: Mapping[Key, bool], threads: Iterable[Thread]
) -> dict[Key, tuple[Key, ...]]:
    """Say of every knot which others it is tied to, in the order of their keys."""
    near: dict[Key, set[Key]] = {key: set() for key in knots}
    for one, other in threads:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return {key: tuple(sorted(others)) for key, others in near.items()}


@dataclass(slots=True)
class _Walk:
    """What is known of the knots on a walk through what hangs together."""

    turn: dict[Key, int] = field(default_factory=dict)  # when it was first met
    low: dict[Key, int] = field(default_factory=dict)  # the earliest that is reached
    groups: dict[Key, int] = field(default_factory=dict)  # behind it, with itself
    held: dict[Key, list[int]] = field(default_factory=dict)  # groups of what it holds

    def meet(self, key: Key, *, is_group: bool) -> None:
        self.turn[key] = self.low[key] = len(self.turn)
        self.groups[key] = int(is_group)
        self.held[key] = []

    def leave(self, key: Key, before: Key) -> None:
        """Go back from a knot whose others are all met to the one it was met from."""
        self.low[before] = min(self.low[before], self.low[key])
        self.groups[before] += self.groups[key]
        if self.low[key] >= self.turn[before]:
            self.held[before].append(self.groups[key])


def _parts(
    knots: Mapping[Key, bool], near: Mapping[Key, tuple[Key, ...]]
) -> dict[Key, tuple[int, ...]]:
    """Say of every knot into which parts its whole would fall without it."""
    parts: dict[Key, tuple[int, ...]] = {}
    walk = _Walk()
    for start in sorted(knots):
        if start in walk.turn:
            continue
        met = list(_walk_from(start, knots, near, walk))
        for key in met:
            own, held = int(knots[key]), walk.held[key]
            rest = walk.groups[start] - own - sum(held)
            parts[key] = tuple(sorted((n for n in (*held, rest) if n), reverse=True))
    return parts


def _walk_from(
    start: Key,
    knots: Mapping[Key, bool],
    near: Mapping[Key, tuple[Key, ...]],
    on: _Walk,
) -> Iterator[Key]:
    """Walk through what hangs together with a knot, and give each as it is met.

    By a stack of its own: a chain of groups may be longer than Python's.
    """
    on.meet(start, is_group=knots[start])
    yield start
    path: list[tuple[Key, Iterator[Key]]] = [(start, iter(near[start]))]
    while path:
        key, others = path[-1]
        before = path[-2][0] if len(path) > 1 else None
        other = next(others, None)
        if other is None:
            path.pop()
            if before is not None:
                on.leave(key, before)
        elif other not in on.turn:
            on.meet(other, is_group=knots[other])
            yield other
            path.append((other, iter(near[other])))
        elif other != before:
            on.low[key] = min(on.low[key], on.turn[other])
