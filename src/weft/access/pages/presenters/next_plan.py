"""In which words does one answer stand: what to put on, how good that is, what else?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from weft.access.domain.next_offer import Prepared, Weighed
from weft.access.domain.next_offer.weighing import ENGLISH, KINDS
from weft.access.domain.siting import Goal, Plan, Proof
from weft.assets.domain.kinds import OFFER_WORDS
from weft.assets.queries.about import Brief
from weft.commons.disclosure import rounded_estimate
from weft.commons.saying import (
    DAY_NAMES,
    counted,
    language_name,
    listed,
    money,
    number,
)

SWAPS_SHOWN = 10
TITLES: Mapping[Goal, str] = {
    Goal.THIRD: "Most people to a third choice",
    Goal.FIRST: "Those with nothing to a first choice",
}
TO_WHAT: Mapping[Goal, str] = {
    Goal.THIRD: "a third choice",
    Goal.FIRST: "a first choice",
}
NOT_NAMED = "A room that may not be named any more"
NOTHING = "Nothing that was weighed brings anybody there."
IS_TOLD = "They told us that it is empty then."
ASK = "Ask first: nobody has told us if it is empty then."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferOnPage:
    """One thing that could be put on."""

    room: Brief | None
    when: str
    kind: str
    languages: str
    cost_pence: int
    is_told: bool
    alike: int

    @property
    def name(self) -> str:
        """Name the room."""
        return self.room.name if self.room else NOT_NAMED

    @property
    def address(self) -> str:
        """Lead to the room; "" where it may not be named."""
        return reverse("assets:asset", args=[self.room.id]) if self.room else ""

    @property
    def words(self) -> str:
        """Say all but the room."""
        return f"{self.kind}, {self.when}, {self.languages}, {money(self.cost_pence)}"

    @property
    def whether_empty(self) -> str:
        """Say whether somebody knows that the room is empty then."""
        return IS_TOLD if self.is_told else ASK

    @property
    def other_times(self) -> str:
        """Say at how many other times it would be open to the same people."""
        times = counted(self.alike, "more time there", "more times there")
        return f"As good at {times}." if self.alike else ""


def percent(share: float) -> str:
    """Say a share in a hundred; never nothing of something.

    >>> percent(0.246), percent(0.001)
    ('25 in 100', 'less than 1 in 100')
    """
    return f"{share * 100:.0f} in 100" if share >= 0.01 else "less than 1 in 100"  # noqa: PLR2004 one of a hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOnPage:
    """One answer."""

    plan: Plan
    told: Prepared
    weighed: Weighed
    rooms: Mapping[int, Brief]
    weighted: bool

    @property
    def id(self) -> str:
        """Name it for links."""
        return self.plan.goal.value

    @property
    def title(self) -> str:
        """Say what it is for."""
        return TITLES[self.plan.goal]

    @property
    def people(self) -> int:
        """Say how many it brings there: an estimate."""
        return rounded_estimate(self.plan.people)

    @property
    def answer(self) -> str:
        """Say what it brings, and what it costs."""
        if not self.plan.chosen:
            return NOTHING
        what = counted(len(self.plan.chosen), "offer", "offers")
        goal, cost = TO_WHAT[self.plan.goal], money(self.plan.cost)
        return (
            f"About {self.people:,} people come to {goal} by {what}, for {cost} a week."
        )

    @property
    def how_good(self) -> str:
        """Say how far from the best possible it can be, and by whose reckoning."""
        if self.plan.is_best:
            words = "Of what was weighed, nothing is better"
        else:
            words = f"The best possible is at most {percent(self._more)} better"
        if self.plan.proof is Proof.SOLVER:
            return (
                f"{words}, as the solver HiGHS reckons it. Its own word for it was "
                f"«{self.plan.word}»."
            )
        return f"{words}: that is proven here."

    @property
    def _more(self) -> float:
        return (self.plan.bound - self.plan.value) / max(self.plan.value, 1e-9)

    @property
    def counted_so(self) -> str:
        """Say that people were weighted, where they were."""
        words = "Chosen by the weights; people are told unweighted."
        return words if self.weighted else ""

    @property
    def offers(self) -> tuple[OfferOnPage, ...]:
        """List what to put on."""
        return tuple(map(self.offer, self.plan.chosen))

    def offer(self, number: int) -> OfferOnPage:
        """Say one of what was weighed."""
        some, hours = self.weighed.candidates, self.told.hours
        hour = int(some.hour[number])
        return OfferOnPage(
            room=self.rooms.get(int(hours.room[hour])),
            when=_when(int(hours.day[hour]), int(hours.starts[hour])),
            kind=OFFER_WORDS[KINDS[int(some.kind[number])]],
            languages=self._languages(int(some.tongue[number])),
            cost_pence=int(self.weighed.asked.candidates.cost[number]),
            is_told=bool(hours.told[hour]),
            alike=int(some.alike[number]),
        )

    def _languages(self, tongue: int) -> str:
        if tongue == ENGLISH:
            return "in English"
        names = [language_name(one) for one in self.told.tongues[tongue]]
        return f"in English and {listed(names, joint='or')}"

    @property
    def how_many_swaps(self) -> str:
        """Say how many would do as well, or nearly."""
        plan = self.plan
        if not plan.swaps_in_all:
            return "To put another in place of one of them brings less."
        return (
            f"{counted(plan.swaps_in_all, 'swap', 'swaps').capitalize()} of one for "
            f"another would do nearly as well; {number(plan.ties)} just as well."
        )

    @property
    def swaps(self) -> Iterator[str]:
        """Say the best of them."""
        for one in self.plan.swaps[:SWAPS_SHOWN]:
            other, instead = self.offer(one.candidate), self.offer(one.instead_of)
            yield (
                f"{other.name}, {other.words}, in place of {instead.name}, "
                f"{instead.when}"
            )


def _when(day: int, minutes: int) -> str:
    return f"{DAY_NAMES[day]}s at {minutes // 60:02}:{minutes % 60:02}"
