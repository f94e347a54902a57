"""In which words is somebody asked for an hour, and told what it takes in all?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.assets.domain.chances import ChanceKind
from weft.assets.domain.proposals import ProposalKind
from weft.assets.queries.chances import PutForward
from weft.assets.queries.wished import Wished
from weft.commons.saying import ago, counted, dated, distance, first_large, minutes
from weft.web.lending import Lending, Reach

KINDS: Mapping[ChanceKind, str] = {
    ChanceKind.VOLUNTARY: "You give your time",
    ChanceKind.PAID: "It is paid",
    ChanceKind.LEARNING: "You learn something",
}
CHOICES = (
    ("", "All of it"),
    (str(ChanceKind.VOLUNTARY), "Giving time"),
    (str(ChanceKind.PAID), "Paid"),
    (str(ChanceKind.LEARNING), "Learning"),
)
PUT_FORWARD = {ProposalKind.GIFT: "To give or to lend", ProposalKind.OFFER: "An offer"}
WISHED = {
    ProposalKind.MISSING: "Missing here",
    ProposalKind.START: "Wants to start it",
}
OFTEN = {True: ", once", False: ", over several times"}
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceOnPage:
    """One chance: what, how long in all, with whom, expenses, and how to say yes."""

    reach: Reach
    today: date

    @property
    def name(self) -> str:
        """Use the words of whoever asks."""
        return self.reach.chance.name

    @property
    def summary(self) -> str:
        """Say what it is."""
        return self.reach.chance.summary

    @property
    def kind(self) -> str:
        """Say what one gets for one's time."""
        pay = self.reach.chance.pay
        return f"{KINDS[self.reach.chance.kind]}: {pay}" if pay else self._plain_kind

    @property
    def _plain_kind(self) -> str:
        return KINDS[self.reach.chance.kind]

    @property
    def weave(self) -> str:
        """Say by thread whether it is known how long it takes."""
        return "open" if self.reach.chance.minutes_in_all is None else "solid"

    @property
    def time(self) -> str:
        """Say how long it takes in all, and with the way there and back."""
        told = self.reach.chance
        if told.minutes_in_all is None:
            return "Nobody has told us how long it takes. Ask."
        often = "" if told.once is None else OFTEN[told.once]
        return f"{first_large(minutes(told.minutes_in_all))} in all{often}."

    @property
    def way(self) -> str:
        """Say how far it is, as an estimate, both ways."""
        each = self.reach.minutes_each_way
        if each is None or self.reach.metres is None:
            return ""
        both = minutes(2 * each)
        return (
            f"The way there and back is about {both} more on foot "
            f"({distance(self.reach.metres)} in a straight line each way)."
        )

    @property
    def when(self) -> str:
        """Say when, and until when it is open."""
        told = self.reach.chance
        until = f" Open until {dated(told.last_on)}." if told.last_on else ""
        return f"{told.when}.{until}" if told.when else until.strip()

    @property
    def where(self) -> str:
        """Say where it is."""
        place = self.reach.chance.place
        return place.name if place else ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Say with whom, and whether expenses are paid back."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Fact]:
        told = self.reach.chance
        if told.with_whom:
            yield "yes", f"With {told.with_whom}"
        else:
            yield "unknown", "With whom: nobody has told us"
        note = f": {told.expenses_note}" if told.expenses_note else ""
        match told.expenses:
            case True:
                yield "yes", f"Expenses paid{note}"
            case False:
                yield "no", f"No expenses paid{note}"
            case _:
                yield "unknown", "Expenses: nobody has told us"
        if told.region_wide:
            yield "yes", "For people from anywhere in the region"

    @property
    def group_name(self) -> str:
        """Say who asks."""
        group = self.reach.chance.group
        return group.name if group else self.reach.chance.told_by

    @property
    def group_address(self) -> str:
        """Lead to whoever asks."""
        group = self.reach.chance.group
        return reverse("assets:group", args=[group.id]) if group else ""

    @property
    def telephone(self) -> str:
        """Say whom to ring."""
        return self.reach.chance.telephone

    @property
    def how(self) -> str:
        """Say how to say yes."""
        return self.reach.chance.how_to_join

    @property
    def age(self) -> str:
        """Say how old it is."""
        on = self.reach.chance.told_on
        return f"Told {ago(on, today=self.today)}" if on else "Told, nobody knows when"


@dataclass(frozen=True, slots=True, kw_only=True)
class PutForwardOnPage:
    """A gift or an offer of a neighbour, in their words."""

    told: PutForward
    today: date

    @property
    def words(self) -> str:
        """Give their words."""
        return self.told.words

    @property
    def who(self) -> str:
        """Say what it is, as whom if that may be shown, and when."""
        whom = self.told.shown_as or "Somebody"
        what = PUT_FORWARD[self.told.kind]
        return f"{what}. {whom}, {ago(self.told.said_on, today=self.today)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WishedOnPage:
    """What a neighbour misses or would start, in their words."""

    told: Wished
    today: date

    @property
    def heading(self) -> str:
        """Say what is wished for."""
        return self.told.name

    @property
    def words(self) -> str:
        """Give their words, or what they told field by field."""
        return self.told.words or self.told.name

    @property
    def when(self) -> str:
        """Say when it would be."""
        return self.told.when

    @property
    def who(self) -> str:
        """Say what it is, as whom if that may be shown, and when."""
        whom = self.told.shown_as or "Somebody"
        what = WISHED[self.told.kind]
        return f"{what}. {whom}, {ago(self.told.said_on, today=self.today)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LendingPage:
    """One hour, once; then more; then what neighbours have put forward."""

    told: Lending
    today: date
    kind: str = ""
    region_wide: bool = False

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer the kinds."""
        return CHOICES

    @property
    def small(self) -> tuple[ChanceOnPage, ...]:
        """List what is known to ask one hour at most, and once."""
        return self._of(one_hour=True)

    @property
    def more(self) -> tuple[ChanceOnPage, ...]:
        """List what asks more, or does not say."""
        return self._of(one_hour=False)

    def _of(self, *, one_hour: bool) -> tuple[ChanceOnPage, ...]:
        return tuple(
            ChanceOnPage(reach=one, today=self.today)
            for one in self.told.chances
            if one.is_an_hour_once is one_hour
        )

    @property
    def answer(self) -> str:
        """Say how many there are."""
        if not self.told.chances:
            return "We know of none yet. Ring somebody, or note below what you offer."
        small = counted(len(self.small), "thing takes", "things take")
        more = counted(len(self.more), "more", "more")
        return f"{first_large(small)} an hour or less, once. {first_large(more)}."

    @property
    def where_from(self) -> str:
        """Say where we looked from."""
        start = self.told.start
        return f"The nearest to {start.name} first." if start else ""

    @property
    def wished(self) -> tuple[tuple[str, tuple[WishedOnPage, ...]], ...]:
        """List what people miss or would start, place by place, "" where none is told.

        The places stand in the order in which the first wish of each does.
        """
        places: dict[str, list[WishedOnPage]] = {}
        for one in self.told.wished:
            shown = WishedOnPage(told=one, today=self.today)
            places.setdefault(one.place.casefold(), []).append(shown)
        return tuple((some[0].told.place, tuple(some)) for some in places.values())

    @property
    def put_forward(self) -> tuple[PutForwardOnPage, ...]:
        """List what neighbours offer."""
        return tuple(
            PutForwardOnPage(told=one, today=self.today)
            for one in self.told.put_forward
        )
