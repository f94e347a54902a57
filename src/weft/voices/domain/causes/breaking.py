"""Which arrows, if cut, would open most loops?

To cut an arrow is to do something so that the one thing no longer makes the other. What
opens most loops is an opinion drawn from what was said, not a forecast: a loop that is
told often is not a loop that is strong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from weft.voices.domain.causes.arrows import Arrow
from weft.voices.domain.causes.loops import Loop

TRIES = 20_000
"""How many choices are tried before «the best» becomes «good, not known to be best»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Some arrows, and how many loops would be open without them.

    Attributes
    ----------
    proven
        True where no other choice is better; False where the arrows were taken one by
        one, each time the one on most loops that are left (greedy).
    """

    arrows: tuple[Arrow, ...]
    opened: int
    of: int
    proven: bool


def breaks_most(loops: Sequence[Loop], *, cuts: int = 1) -> Cut:
    """Choose so many arrows that, if cut, they open most loops.

    Parameters
    ----------
    cuts
        How many arrows are cut at most; at least 1.

    Raises
    ------
    ValueError
        When nothing is to be cut.
    """
    if cuts < 1:
        raise ValueError("To open a loop, one arrow at least is cut.")
    ground = _Ground(loops)
    cuts = min(cuts, len(ground.arrows))
    if comb(len(ground.arrows), cuts) > TRIES:
        return ground.cut(ground.greedy(cuts), proven=False)
    best = max(
        combinations(range(len(ground.arrows)), cuts),
        key=ground.opened,
        default=(),
    )
    return ground.cut(best, proven=True)


def on_several(loops: Sequence[Loop]) -> tuple[tuple[Arrow, int], ...]:
    """List the arrows that lie on more than one loop, those on most first."""
    ground = _Ground(loops)
    counted = zip(ground.arrows, (mine.bit_count() for mine in ground.on), strict=True)
    several = [(arrow, many) for arrow, many in counted if many > 1]
    return tuple(sorted(several, key=lambda one: -one[1]))


def breaks_all(loops: Sequence[Loop]) -> Cut:
    """Choose the fewest arrows that, if cut, open every loop (least hitting set)."""
    ground = _Ground(loops)
    usual = ground.greedy(len(ground.arrows))
    fewest = ground.fewest(usual)
    return ground.cut(usual if fewest is None else fewest, proven=fewest is not None)


class _Ground:
    """Which loops each arrow is on, as bits of a whole number."""

    def __init__(self, loops: Sequence[Loop]) -> None:
        self.loops = loops
        self.all = (1 << len(loops)) - 1
        on: dict[tuple[str, str], int] = {}
        found: dict[tuple[str, str], Arrow] = {}
        for bit, loop in enumerate(loops):
            for arrow in loop.arrows:
                pair = (arrow.cause, arrow.effect)
                found.setdefault(pair, arrow)
                on[pair] = on.get(pair, 0) | 1 << bit
        self.arrows = list(found.values())
        self.on = [on[pair] for pair in found]
        self.of_loop = [
            [at for at, mine in enumerate(self.on) if mine >> bit & 1]
            for bit in range(len(loops))
        ]
        self.tries = 0

    def opened(self, chosen: Sequence[int]) -> int:
        """Count the loops that lie open without these arrows."""
        bits = 0
        for at in chosen:
            bits |= self.on[at]
        return bits.bit_count()

    def greedy(self, cuts: int) -> tuple[int, ...]:
        """Take arrows one by one, each time the one on most loops that are left."""
        chosen: list[int] = []
        left = self.all
        while left and len(chosen) < cuts:
            best = max(
                range(len(self.arrows)), key=lambda at: (self.on[at] & left).bit_count()
            )
            chosen.append(best)
            left &= ~self.on[best]
        return tuple(chosen)

    def fewest(self, usual: tuple[int, ...]) -> tuple[int, ...] | None:
        """Look for fewer arrows than the usual choice has; None if it takes too long.

        One of the arrows of every loop must be cut, so each is tried in turn, for one
        arrow, then two, and so on: the first that opens all is the fewest.
        """
        for cuts in range(len(usual)):
            chosen = self._with(self.all, cuts)
            if self.tries > TRIES:
                return None
            if chosen is not None:
                return chosen
        return usual

    def _with(self, left: int, cuts: int) -> tuple[int, ...] | None:
        self.tries += 1
        if not left:
            return ()
        best = max((mine & left).bit_count() for mine in self.on)
        if self.tries > TRIES or best * cuts < left.bit_count():
            return None
        lowest = (left & -left).bit_length() - 1
        for at in self.of_loop[lowest]:
            rest = self._with(left & ~self.on[at], cuts - 1)
            if rest is not None:
                return (at, *rest)
        return None

    def cut(self, chosen: Sequence[int], *, proven: bool) -> Cut:
        """Say what a choice of arrows opens."""
        return Cut(
            arrows=tuple(self.arrows[at] for at in chosen),
            opened=self.opened(chosen),
            of=len(self.loops),
            proven=proven,
        )
