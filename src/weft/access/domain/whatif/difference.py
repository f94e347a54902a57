"""Who gains and who loses? Reckoned anew only where something is touched.

How many offers, groups and kinds are open adds up over groups: what the groups that a
scenario touches bring, before and after, is the whole difference. So the kernel sees
their offers only, the journeys to their places, and the areas that these lead from;
what comes of it is equal to reckoning everything anew.
"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice import UNKNOWN, Journeys, RealChoice, choose
from weft.access.domain.choice.values import Flags, Ints, Longs
from weft.access.domain.whatif.applying import Applied, Book, applied
from weft.access.domain.whatif.changes import Scenario
from weft.access.domain.whatif.parts import Baseline, Part, Rerouted, Timed, retimed
from weft.commons.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """What a scenario changes, in the areas that it touches.

    Attributes
    ----------
    areas
        Which areas; in all others nothing changes.
    people
        Thousandths, (lives, areas).
    offers
        How many are open, before and after: (2, lives, areas, 2 planes).
    three
        Whether there are three real choices, before and after: (2, lives, areas, 2).
    not_reckoned
        How many sessions are new or at another hour, and could not be reached by a
        timetabled way because nobody said when its buses go.
    """

    areas: Ints
    people: Longs
    offers: Ints
    three: Flags
    not_reckoned: int

    @property
    def gain(self) -> Longs:
        """Count who comes to a third choice: thousandths, (lives, areas, 2)."""
        return self._people(~self.three[0] & self.three[1])

    @property
    def loss(self) -> Longs:
        """Count who loses a third choice: thousandths, (lives, areas, 2)."""
        return self._people(self.three[0] & ~self.three[1])

    @property
    def first(self) -> Longs:
        """Count who comes to a first choice, less who loses the only one."""
        some = self.offers > 0
        gains, losses = ~some[0] & some[1], some[0] & ~some[1]
        return self._people(gains) - self._people(losses)

    @property
    def more(self) -> Longs:
        """Count who has more to choose from: thousandths, (lives, areas, 2)."""
        return self._people(self.offers[1] > self.offers[0])

    @property
    def less(self) -> Longs:
        """Count who has less to choose from: thousandths, (lives, areas, 2)."""
        return self._people(self.offers[1] < self.offers[0])

    @property
    def changes_nothing(self) -> bool:
        """Tell whether nobody has more, less or other choices by it."""
        return bool(
            (self.offers[0] == self.offers[1]).all()
            and (self.three[0] == self.three[1]).all()
        )

    def _people(self, of: Flags) -> Longs:
        return np.asarray(of * self.people[..., None], dtype=np.int64)


def difference(
    base: Baseline,
    scenario: Scenario,
    book: Book,
    *,
    timed: Timed | None = None,
    rerouted: Rerouted | None = None,
) -> Difference:
    """Say what a scenario changes.

    Parameters
    ----------
    timed
        Tells the journeys by timetable to sessions that are new or moved.
    rerouted
        Where the scenario has trips: the journeys by each way that they change.

    Raises
    ------
    NotPossible
        When something that a change is about is not there in this week, or a trip is
        asked for and nobody has the timetable.
    """
    world = base.world
    told = applied(world.offers, world.sessions, scenario, book)
    if told.trips and rerouted is None:
        raise NotPossible("A further bus needs a timetable, and none is loaded here.")
    touched = told.touched.copy()
    for at, others in (rerouted or {}).items():
        touched[world.sessions.offer[retimed(base, at, others)]] = True
    mine = _same_groups(told, touched)
    before = Part(base, world.offers, world.sessions, mine[: len(world.offers)])
    after = Part(base, told.offers, told.sessions, mine)
    olds = np.arange(len(world.sessions), dtype=np.int32)
    ways = [before.ways(olds, None, {}), after.ways(told.was, timed, rerouted or {})]
    areas = _reached(base, [*ways[0], *ways[1]])
    found = [
        choose(part.world(some, areas), base.lives, whole=False)
        for part, some in zip((before, after), ways, strict=True)
    ]
    return _told(base, areas, found, after.not_reckoned)


def _same_groups(told: Applied, touched: Flags) -> Flags:
    """Widen what is touched to everything of the same groups; (offers,)."""
    groups = told.offers.group
    mine = np.isin(groups, groups[touched & (groups != UNKNOWN)])
    return np.asarray(mine | touched)


def _reached(base: Baseline, ways: list[Journeys]) -> Ints:
    """List the areas from which any of these journeys leads."""
    some = np.zeros(len(base.world.areas), dtype=np.bool_)
    for way in ways:
        some |= way.end > way.begin
    return np.flatnonzero(some).astype(np.int32)


def _told(
    base: Baseline, areas: Ints, found: list[RealChoice], not_reckoned: int
) -> Difference:
    """Put what the touched groups bring in the place of what they brought."""
    was, becomes = found
    counts = base.found.counts[:, areas].astype(np.int64)
    kinds = base.found.kinds[:, areas].astype(np.int64)
    now = counts - was.counts + becomes.counts
    kinds_now = kinds - was.kinds + becomes.kinds
    three = [
        (one[..., 0] >= base.world.terms.enough)
        & (one[..., 1] >= 2)  # noqa: PLR2004 two groups
        & ((of > 0).sum(axis=-1) >= 2)  # noqa: PLR2004 two kinds
        for one, of in ((counts, kinds), (now, kinds_now))
    ]
    return Difference(
        areas=areas,
        people=base.world.areas.people[:, areas],
        offers=np.stack([counts[..., 0], now[..., 0]]).astype(np.int32),
        three=np.stack(three),
        not_reckoned=not_reckoned,
    )
