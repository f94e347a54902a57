"""In which words is it said what could be put on next, and how sure that is?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.access.domain.lives import Life
from weft.access.domain.next_offer import Prepared, Settings, Weighed, Weights
from weft.access.domain.next_offer.settings import HEAVIEST
from weft.access.pages.next_asked import OWN, NextAsked, pounds
from weft.access.pages.next_order import places_of
from weft.access.pages.presenters.next_map import helped_map
from weft.access.pages.presenters.next_order import Beside, OrderOnPage
from weft.access.pages.presenters.next_plan import PlanOnPage
from weft.access.pages.presenters.next_tables import (
    held_table,
    lives_table,
    offers_table,
)
from weft.access.pages.presenters.said import BASES, sourced, week_of
from weft.access.queries.next_offer import ReadyAbout
from weft.assets.domain.kinds import OFFER_WORDS
from weft.assets.queries.about import Brief
from weft.commons.saying import counted, money
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import Plot
from weft.shell.tables import Table

WEIGHTS: Mapping[Weights, str] = {
    Weights.ALIKE: "Everybody counts alike",
    Weights.NEED: "More where many things go short, up to twice as much",
    Weights.OWN: "By a community’s own order, told below",
}
HOW_MUCH = ("Not at all", "Once", "Twice", "Three times")
ROOMS = (
    ("", "Also ask rooms of which nobody has told us when they are empty"),
    ("yes", "Only rooms that somebody told us are empty then"),
)
UNKNOWN = (
    ("", "Count what nobody knows of a room as no"),
    ("yes", "Count what nobody knows of a room as yes"),
)


def _inline(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _flag(answers: tuple[tuple[str, str], ...], *, on: bool) -> str:
    return dict(answers)["yes" if on else ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPage:
    """What could be put on next, both ways, with all that is not known of it."""

    region: RegionAbout | None
    about: ReadyAbout | None
    asked: NextAsked
    lives: Sequence[Life] = ()
    told: Prepared | None = None
    weighed: Weighed | None = None
    by_need: Weighed | None = None
    rooms: Mapping[int, Brief] | None = None
    areas: Sequence[AreaAbout] = ()

    @property
    def settings(self) -> Settings:
        """Say what was asked."""
        return self.asked.settings

    @property
    def weighing(self) -> bool:
        """Tell whether what was asked is still being weighed."""
        own = self.settings.weights is Weights.OWN
        whole = self.weighed is not None and not (own and self.by_need is None)
        return self.about is not None and not whole

    @property
    def when(self) -> str:
        """Say which week it is about."""
        return week_of(self.about.week) if self.about else ""

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return BASES.get(self.told.basis, "") if self.told else ""

    @property
    def looked_at(self) -> str:
        """Say how much was weighed, and what was left out."""
        if self.told is None or self.weighed is None:
            return ""
        rooms = counted(len(self.told.rooms), "room", "rooms")
        few, many = len(self.weighed.candidates), self.weighed.candidates.of
        words = f"We looked at {rooms}, four times a day, and weighed {few:,} offers."
        if few < many:
            words += (
                f" The other {many - few:,} would be open to the same people from the "
                "same room, or to fewer."
            )
        if self.told.rooms_left_out:
            words += f" Left out: {self.told.rooms_left_out:,} more rooms."
        return words

    @property
    def plans(self) -> tuple[PlanOnPage, ...]:
        """Give both answers."""
        return tuple(self._plans())

    def _plans(self) -> Iterator[PlanOnPage]:
        if self.weighed is not None:
            yield from self._both(self.weighed)

    def _both(self, weighed: Weighed) -> Iterator[PlanOnPage]:
        if self.told is None:
            return
        for plan in (weighed.answer.third, weighed.answer.first):
            yield PlanOnPage(
                plan=plan,
                told=self.told,
                weighed=weighed,
                rooms=self.rooms or {},
                weighted=self.settings.weights is not Weights.ALIKE,
            )

    @property
    def order(self) -> OrderOnPage:
        """Say whose order it is, or ask for it."""
        return OrderOnPage(
            order=self.asked.order,
            settings=self.settings,
            region=self.region.name if self.region else "",
            places=places_of(self.areas),
            lives=self.lives,
            uncounted=self._uncounted,
        )

    @property
    def _uncounted(self) -> frozenset[str]:
        told = self.told
        every = enumerate(told.lives) if told else ()
        return frozenset(life for n, life in every if told and not told.people[n].any())

    @property
    def beside_need(self) -> tuple[Beside, ...]:
        """Lay both answers beside those by need, where they follow an own order."""
        if self.by_need is None:
            return ()
        first = frozenset(area for area, _ in self.settings.own_areas)
        both = zip(self.plans, self._both(self.by_need), strict=True)
        return tuple(Beside(ours=o, need=n, first=first) for o, n in both)

    @property
    def held(self) -> Table | None:
        """Tell whether the answers change where something is assumed otherwise."""
        return held_table(self.weighed, self.source) if self.weighed else None

    @property
    def of_lives(self) -> Table | None:
        """Tell what each life has of both."""
        if self.weighed is None or self.told is None:
            return None
        titles = {one.slug: one.title for one in self.lives}
        return lives_table(self.weighed, self.told, titles, self.plans[0], self.source)

    @property
    def map(self) -> Plot | None:
        """Draw where somebody comes to a third choice."""
        if self.weighed is None or self.told is None:
            return None
        return helped_map(self.weighed, self.told, self.areas, self.source)

    @property
    def offers(self) -> Table:
        """Tell both plans in rows, with what was asked."""
        return offers_table(self.plans, self.source, self.notes)

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what it rests on."""
        if self.about is None:
            return ()
        return (
            self.assumed,
            *self.ordered,
            f"Asked: {self.asked.link or 'as usual'}",
            *(f"{one.title}: {one.how_good}" for one in self.plans),
            f"made ready: {self.about.digest}",
            f"week published: {self.about.published}",
        )

    @property
    def ordered(self) -> tuple[str, ...]:
        """Say whose order it follows and what stands first in it, where it does."""
        if self.settings.weights is not Weights.OWN:
            return ()
        return (self.order.whose, *self.order.lines)

    @property
    def asked_in_words(self) -> str:
        """Say in a sentence what is asked, for paper, which has no form."""
        told = self.settings
        budget = told.budget_pence
        most = counted(told.most, "offer", "offers")
        cost = f"{money(budget)} a week" if budget is not None else "any money"
        kinds = "; ".join(OFFER_WORDS[one].lower() for one in told.kinds)
        parts = (
            f"Asked: at most {most} for {cost}; {kinds}.",
            f"Who counts for how much: {_inline(WEIGHTS[told.weights])}.",
            f"{_flag(ROOMS, on=told.only_told)}.",
            f"{_flag(UNKNOWN, on=told.unknown_is_yes)}.",
        )
        return " ".join(parts)

    @property
    def assumed(self) -> str:
        """Say what is taken for granted of everything that would be put on."""
        told = self.settings
        return (
            f"Costs are assumed: {money(told.hire_pence)} an hour for a room of which "
            f"nobody has told us, {money(told.host_pence)} for whoever hosts, and "
            f"{money(told.tongue_pence)} more for one who speaks another language too. "
            "Each offer is free, for all ages, every week for an hour and a half, with "
            "no booking; children may come, and each room has its own group."
        )

    @property
    def source(self) -> str:
        """Say whose numbers they are."""
        return sourced(f"Weft, the next offer, {self.when}", self.basis)

    # --- the form

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Offer the kinds to choose from."""
        return tuple((kind.value, words) for kind, words in OFFER_WORDS.items())

    @property
    def kinds_chosen(self) -> tuple[str, ...]:
        """Say which are chosen."""
        return tuple(kind.value for kind in self.settings.kinds)

    @property
    def weights(self) -> tuple[tuple[str, str], ...]:
        """Offer what people may count for."""
        return tuple((one.value, words) for one, words in WEIGHTS.items())

    @property
    def flags(self) -> tuple[tuple[str, str, tuple[tuple[str, str], ...], str], ...]:
        """Offer two choices of what counts: name, legend, answers, chosen."""
        told = self.settings
        return (
            ("only_told", "Which rooms?", ROOMS, "yes" if told.only_told else ""),
            (
                "unknown_is_yes",
                "What if nobody knows of steps or toilets?",
                UNKNOWN,
                "yes" if told.unknown_is_yes else "",
            ),
        )

    @property
    def own(self) -> tuple[tuple[str, str, tuple[tuple[str, str], ...], str], ...]:
        """Offer what each life may count for: name, title, answers, chosen."""
        told = dict(self.settings.own)
        answers = tuple((str(n), HOW_MUCH[n]) for n in range(HEAVIEST + 1))
        return tuple(
            (f"{OWN}{one.slug}", one.title, answers, str(told.get(one.slug, 1)))
            for one in self.lives
        )

    @property
    def rates(self) -> tuple[tuple[str, str, str], ...]:
        """Offer the rates: name, label, value."""
        told = self.settings
        return (
            ("hire", "A room of which nobody has told us", pounds(told.hire_pence)),
            ("host", "Whoever hosts", pounds(told.host_pence)),
            ("tongue", "Besides, for another language", pounds(told.tongue_pence)),
        )

    def error(self, name: str) -> str:
        """Say what was wrong with a field."""
        return dict(self.asked.problems).get(name, "")

    def file(self, what: str, kind: str) -> str:
        """Lead to a table as a file, by the same question."""
        return reverse("access:next_file", args=[what, kind]) + self.asked.link

    @property
    def details_open(self) -> bool:
        """Tell whether what is folded up was used."""
        told = self.settings
        wrong = any(self.error(name) for name, _, _ in self.rates)
        return wrong or told.weights is Weights.OWN or self._ordered

    @property
    def _ordered(self) -> bool:
        order = bool(self.settings.own or self.asked.more)
        return order or bool(self.error("on"))
