"""What goes round: which things, by people's accounts, come back to themselves?

A loop is told with its length, and loops are looked for up to a length that is always
said: in a map of a hundred things there are millions of longer ones (on the Foresight
map of obesity, 193 run through six things or fewer, and 5.7 million had been listed
after 15 seconds without a bound). Enumeration with a bound: Gupta and Suzumura (2021),
as networkx has it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from itertools import islice, pairwise
from types import ModuleType
from typing import TYPE_CHECKING

from weft.voices.domain.causes.arrows import Arrow, is_a_cause
from weft.voices.domain.kinds import Basis, Sign

if TYPE_CHECKING:
    from networkx import DiGraph

LONGEST = 6
"""How many things a loop runs through at most, where nobody asks for more."""

MOST = 5_000
"""How many loops are listed at most: where there are more, the length goes down."""


class Turn(StrEnum):
    """What a loop does to a change that comes into it."""

    REINFORCING = "reinforcing"  # it grows: the way up and the way down
    BALANCING = "balancing"  # it is held back: a brake
    UNKNOWN = "unknown"  # of one arrow at least nobody knows, or people differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A way round, beginning with its arrow that was told first."""

    arrows: tuple[Arrow, ...]

    @property
    def things(self) -> tuple[str, ...]:
        """List what it runs through, in order; each once."""
        return tuple(arrow.cause for arrow in self.arrows)

    @property
    def way(self) -> tuple[str, ...]:
        """Say which way round it is, wherever one begins."""
        return way_round(self.things)

    @property
    def turn(self) -> Turn:
        """Say what it does to a change: an even number of «less» lets it grow."""
        signs = [arrow.sign for arrow in self.arrows]
        if Sign.UNKNOWN in signs:
            return Turn.UNKNOWN
        even = signs.count(Sign.LESS) % 2 == 0
        return Turn.REINFORCING if even else Turn.BALANCING

    @property
    def inferred(self) -> int:
        """Count its arrows that nobody stated."""
        return sum(arrow.basis is Basis.INFERRED for arrow in self.arrows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loops:
    """All loops up to a length.

    Attributes
    ----------
    found
        Shortest first, then in the order in which their arrows were told.
    longest
        Through how many things a loop was looked for: none up to it is left out.
    none_longer
        True where there can be no longer loop; otherwise nobody has looked.
    """

    found: tuple[Loop, ...]
    longest: int
    none_longer: bool

    def count(self, turn: Turn) -> int:
        """Count those that turn one way."""
        return sum(loop.turn is turn for loop in self.found)


def loops(
    arrows: Sequence[Arrow],
    *,
    longest: int = LONGEST,
    most: int = MOST,
    parts_too: bool = False,
) -> Loops:
    """Find every loop up to a length.

    Parameters
    ----------
    arrows
        Each pair of things once, as ``arrows_of`` gives them.
    longest
        Through how many things a loop may run, at least 1; a large number asks for all
        that can be listed.
    most
        Where there are more loops than this, only shorter ones are listed, as long as
        can be, and ``Loops.longest`` says up to where.
    parts_too
        Let «is a part of» through as if it were a cause, to see what it would add.

    Raises
    ------
    ValueError
        When no loop could be so short.
    """
    if longest < 1:
        raise ValueError("A loop runs through one thing at least.")
    graph, lead = _graph(arrows, parts_too=parts_too)
    largest = max((len(part) for part in _components(graph)), default=0)
    longest, rounds = _as_many_as_can_be_listed(graph, min(longest, largest), most)
    found = [_loop(at, lead) for at in rounds]
    found.sort(key=lambda at: (len(at), at))
    return Loops(
        found=tuple(Loop(arrows=tuple(arrows[one] for one in at)) for at in found),
        longest=longest,
        none_longer=longest >= largest,
    )


def way_round(things: Sequence[str]) -> tuple[str, ...]:
    """Give one way round one name: from the thing that the alphabet puts first."""
    if not things:
        return ()
    first = things.index(min(things))
    return (*things[first:], *things[:first])


def parts(arrows: Sequence[Arrow]) -> tuple[tuple[str, ...], ...]:
    """Find things that all lead to one another, largest part first.

    Every loop runs within one of these (strong components); what is in none of them is
    in no loop.
    """
    graph, _ = _graph(arrows)
    names = _names(arrows)
    told = [tuple(names[at] for at in sorted(part)) for part in _components(graph)]
    return tuple(sorted(told, key=lambda part: (-len(part), names.index(part[0]))))


def in_no_loop(arrows: Sequence[Arrow]) -> tuple[str, ...]:
    """List things that no loop runs through, in the order told."""
    going_round = {name for part in parts(arrows) for name in part}
    return tuple(name for name in _names(arrows) if name not in going_round)


def shortest_through(arrows: Sequence[Arrow], arrow: Arrow) -> Loop | None:
    """Find the shortest loop that an arrow is on, however long; None if on none."""
    if not is_a_cause(arrow):
        return None
    graph, lead = _graph(arrows)
    numbers = {name: at for at, name in enumerate(_names(arrows))}
    start, end = numbers[arrow.effect], numbers[arrow.cause]
    if not _networkx().has_path(graph, start, end):
        return None
    back = _networkx().shortest_path(graph, start, end)
    return Loop(arrows=tuple(arrows[one] for one in _loop(back, lead)))


def no_brake_named(told: Loops) -> bool:
    """Say whether there are loops and every one feeds itself: then ask for a brake.

    A loop whose turn is not known may be the brake, so nothing is said then.
    """
    return bool(told.found) and all(
        loop.turn is Turn.REINFORCING for loop in told.found
    )


def told_with_hope(loop: Loop, hopeful: Collection[str]) -> bool:
    """Say whether at least half of a loop's arrows were told with hope.

    One hopeful word does not lift a long way down.

    Parameters
    ----------
    hopeful
        Refs of accounts or of passages that people marked so.
    """
    marked = frozenset(hopeful)
    told_so = sum(
        any(one.ref in marked or marked & set(one.words) for one in arrow.told)
        for arrow in loop.arrows
    )
    return 2 * told_so >= len(loop.arrows)


def hopeful_first(
    told: Loops,
    hopeful: Collection[str],
    marked: Collection[tuple[str, ...]] = (),
) -> tuple[Loop, ...]:
    """Put first the loops that people marked as hopeful, then those told with hope.

    Parameters
    ----------
    hopeful
        As ``told_with_hope`` takes them.
    marked
        Ways round (``way_round``) that people call hopeful.
    """

    def last(loop: Loop) -> tuple[bool, bool]:
        return loop.way not in marked, not told_with_hope(loop, hopeful)

    return tuple(sorted(told.found, key=last))


def _networkx() -> ModuleType:
    """Load what lists loops: half a second that no other page need wait for."""
    return import_module("networkx")


def _names(arrows: Sequence[Arrow]) -> list[str]:
    """List things in the order told, which numbers them."""
    return list(dict.fromkeys(n for one in arrows for n in (one.cause, one.effect)))


def _graph(
    arrows: Sequence[Arrow], *, parts_too: bool = False
) -> tuple["DiGraph", dict[tuple[int, int], int]]:
    """Give the causes as a graph of numbers, and the arrow of each pair.

    Numbers and not names: sets of names come in another order each time Python starts.
    """
    numbers = {name: at for at, name in enumerate(_names(arrows))}
    lead: dict[tuple[int, int], int] = {}
    for at, one in enumerate(arrows):
        if parts_too or is_a_cause(one):
            lead[numbers[one.cause], numbers[one.effect]] = at
    graph = _networkx().DiGraph()
    graph.add_nodes_from(range(len(numbers)))
    graph.add_edges_from(lead)
    return graph, lead


def _components(graph: "DiGraph") -> Iterator[set[int]]:
    """Give the strong components that hold a loop."""
    for part in _networkx().strongly_connected_components(graph):
        only = next(iter(part))
        if len(part) > 1 or graph.has_edge(only, only):
            yield part


def _as_many_as_can_be_listed(
    graph: "DiGraph", longest: int, most: int
) -> tuple[int, list[list[int]]]:
    """List loops up to the greatest length at which there are not too many."""
    known, found, too_long = 0, list[list[int]](), longest + 1
    trying = longest
    while known < trying < too_long:
        listed = list(
            islice(_networkx().simple_cycles(graph, length_bound=trying), most + 1)
        )
        if len(listed) <= most:
            known, found = trying, listed
        else:
            too_long = trying
        trying = (known + too_long) // 2
    return known, found


def _loop(things: Sequence[int], lead: dict[tuple[int, int], int]) -> tuple[int, ...]:
    """Turn a way round into its arrows, the first told first."""
    at = [lead[pair] for pair in pairwise([*things, things[0]])]
    first = at.index(min(at))
    return (*at[first:], *at[:first])
