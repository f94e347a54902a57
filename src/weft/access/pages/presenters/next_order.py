"""In which words does it stand whose order an answer follows, and what that changes?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weft.access.domain.lives import Life
from weft.access.domain.next_offer import Prepared, Settings, Weighed, Whose
from weft.access.domain.next_offer.order import RANKED, Order
from weft.access.domain.siting import Goal, Plan
from weft.access.domain.siting.answers import reached
from weft.access.pages.next_order import FIRST, OF, PLACE, WHOSE, Places
from weft.access.pages.presenters.next_plan import TITLES, TO_WHAT, PlanOnPage
from weft.assets.domain.kinds import OFFER_WORDS
from weft.commons.disclosure import rounded_estimate
from weft.commons.saying import counted, dated, first_large, listed, number

WORDS: Mapping[Whose, str] = {
    Whose.RESIDENTS: "the residents’ association",
    Whose.COUNCIL: "the parish or town council",
    Whose.MEETING: "an open meeting",
    Whose.GROUPS: "the groups that meet there, together",
    Whose.YOUNG: "a council of young people",
    Whose.PATIENTS: "a patients’ group",
    Whose.FAITH: "a faith community",
}
NOBODY = "Nobody says whose order this is. It stands in the link of this page."
STANDS = ("first", "second", "third")
COUNTS = ("four times", "three times", "twice")
NONE_CHOSEN = ("", "Nothing")

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOnPage:
    """A community's own order.

    ``uncounted`` are the lives of which nobody knows how many live so here.
    """

    order: Order
    settings: Settings
    region: str
    places: Places
    lives: Sequence[Life]
    uncounted: frozenset[str] = frozenset()

    @property
    def whose(self) -> str:
        """Say whose order it is, and since when."""
        if self.order.whose is None:
            return NOBODY
        at = self.places.get(self.order.of, self.region)
        day = f", {dated(self.order.said_on)}" if self.order.said_on else ""
        words = f"This is the order of {WORDS[self.order.whose]} of {at}{day}."
        return words if day else f"{words} Nobody says when they stated it."

    @property
    def lines(self) -> tuple[str, ...]:
        """Say what stands first in it."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        told = self.order
        if told.places:
            named = [self.places[one] for one in told.places]
            counts = listed(COUNTS[: len(named)])
            each = "" if len(named) == 1 else " in turn"
            yield f"Places: {', then '.join(named)}. People there count {counts}{each}."
        if told.kinds:
            named = [OFFER_WORDS[one].lower() for one in told.kinds]
            yield (
                f"Kinds: {', then '.join(named)}. They are taken first while all "
                "together bring at most two in a hundred fewer."
            )
        titles = {one.slug: one.title for one in self.lives}
        for times, words in ((3, "three times"), (2, "twice"), (0, "not at all")):
            some = [
                titles.get(life, life) for life, n in self.settings.own if n == times
            ]
            if some:
                yield f"Weeks that count {words}: {'; '.join(some)}."
        if unknown := self.uncounted & {life for life, _ in self.settings.own}:
            yield (
                "Nobody knows how many live so here, so the order cannot weigh it: "
                f"{'; '.join(sorted(titles.get(one, one) for one in unknown))}."
            )

    # --- the form

    @property
    def selects(self) -> tuple[tuple[str, str, Choices, str], ...]:
        """Offer whose it is: name, label, answers, chosen."""
        told = self.order
        whose = tuple((one.value, first_large(words)) for one, words in WORDS.items())
        return (
            (WHOSE, "Who says so?", (("", "Nobody yet"), *whose), told.whose or ""),
            (OF, "Of where?", (("", self.region), *self.places.items()), told.of),
        )

    @property
    def ranked(
        self,
    ) -> tuple[tuple[str, tuple[tuple[str, str, Choices, str], ...]], ...]:
        """Offer what may stand first, second and third."""
        kinds = tuple((kind.value, words) for kind, words in OFFER_WORDS.items())
        places = tuple(self.places.items())
        both = (
            ("Which places come first?", PLACE, places, self.order.places),
            ("Which kinds come first?", FIRST, kinds, self.order.kinds),
        )
        return tuple(
            (legend, tuple(_three(name, answers, chosen)))
            for legend, name, answers, chosen in both
        )

    @property
    def day(self) -> str:
        """Give the day for its field."""
        return self.order.said_on.isoformat() if self.order.said_on else ""


def _three(
    name: str, answers: Choices, chosen: Sequence[str]
) -> Iterator[tuple[str, str, Choices, str]]:
    for n in range(len(RANKED)):
        at = str(chosen[n]) if n < len(chosen) else ""
        yield f"{name}-{n + 1}", STANDS[n].capitalize(), (NONE_CHOSEN, *answers), at


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One answer by a community's order beside the one by need."""

    ours: PlanOnPage
    need: PlanOnPage
    first: frozenset[str]

    @property
    def title(self) -> str:
        """Say which answer."""
        return TITLES[self.ours.plan.goal]

    @property
    def same(self) -> str:
        """Say how much of both is the same."""
        ours, need = _named(self.ours), _named(self.need)
        if set(ours) == set(need):
            return "By need, the same would be put on."
        both, whole = len(set(ours) & set(need)), counted(len(ours), "offer", "offers")
        if not both:
            return "By need, nothing of this would be put on."
        return f"By need, {number(both)} of {whole} would stay."

    @property
    def brings(self) -> str:
        """Say how many each brings there, and how many of them in the first places."""
        goal = TO_WHAT[self.ours.plan.goal]
        ours, need = (self._people(one) for one in (self.ours, self.need))
        return f"To {goal}: {ours} by this order, {need} by need."

    def _people(self, plan: PlanOnPage) -> str:
        words = f"about {plan.people:,} people"
        if not self.first:
            return words
        inside = _inside(plan.weighed, plan.told, plan.plan, self.first)
        return f"{words} (about {inside:,} in the places that come first)"

    @property
    def only_ours(self) -> tuple[str, ...]:
        """List what only this order puts on."""
        return _without(self.ours, self.need)

    @property
    def only_need(self) -> tuple[str, ...]:
        """List what only need would put on."""
        return _without(self.need, self.ours)


def _named(plan: PlanOnPage) -> dict[tuple[int, int, int], str]:
    """Name each offer of a plan, by its room-hour, kind and language."""
    some = plan.weighed.candidates
    keys = (
        (int(some.hour[one]), int(some.kind[one]), int(some.tongue[one]))
        for one in plan.plan.chosen
    )
    words = (f"{one.name}: {one.words}" for one in plan.offers)
    return dict(zip(keys, words, strict=True))


def _without(one: PlanOnPage, other: PlanOnPage) -> tuple[str, ...]:
    mine, theirs = _named(one), _named(other)
    return tuple(words for key, words in mine.items() if key not in theirs)


def _inside(weighed: Weighed, told: Prepared, plan: Plan, first: frozenset[str]) -> int:
    """Count whom a plan brings to its goal in some areas: an estimate."""
    goal: Goal = plan.goal
    helped = reached(weighed.asked, goal, plan.chosen)
    here = np.array([one in first for one in told.areas], dtype=bool)
    mine = helped & np.tile(here, len(told.lives))
    return rounded_estimate(float(weighed.asked.cells.people[mine].sum()))
