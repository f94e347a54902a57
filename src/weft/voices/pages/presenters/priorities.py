"""How does it read what a community puts first?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from weft.access.pages.next_order import link_of_order
from weft.access.pages.presenters.next_order import WORDS as WHOSE_WORDS
from weft.assets.domain.kinds import OFFER_WORDS
from weft.commons.saying import counted, dated, first_large
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.priorities import order_of
from weft.voices.domain.told_asked import ElsewhereTold, PrioritiesTold, PriorityTold
from weft.voices.queries.priorities import PrioritiesShown

COLUMNS = (
    Column("Community"),
    Column("Decided on"),
    Column("How many decided", numeric=True),
    Column("How"),
    Column("Place on the list", numeric=True),
    Column("What comes there"),
    Column("Where"),
    Column("Kind of offer"),
    Column("Who would put it elsewhere"),
    Column("Where they would put it", numeric=True),
    Column("What they said"),
)
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityLine:
    """One thing on a list."""

    told: PriorityTold
    places: Mapping[str, str]

    @property
    def about(self) -> str:
        """Say where and of which kind, where that is told."""
        where = self.places.get(self.told.place, self.told.place)
        kind = OFFER_WORDS[self.told.kind] if self.told.kind else ""
        return ", ".join(one for one in (where, kind) if one)

    @property
    def elsewhere(self) -> tuple[tuple[str, str], ...]:
        """Say who would put it elsewhere, and their words."""
        return tuple((_differs(one), one.words) for one in self.told.elsewhere)


def _differs(one: ElsewhereTold) -> str:
    where = "not on the list" if one.at is None else f"in place {one.at}"
    return f"{first_large(one.by)} would put it {where}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCard:
    """A community's list."""

    told: PrioritiesTold
    places: Mapping[str, str]
    today: date

    @property
    def by(self) -> str:
        """Say who decided, when and how; what is not known is said."""
        one = self.told
        when = dated(one.decided_on) if one.decided_on else "nobody noted when"
        many = (
            counted(one.people, "person", "people") + " decided"
            if one.people is not None
            else "nobody noted how many decided"
        )
        how = one.how or "nobody noted how"
        return f"{first_large(when)}; {many}; {how}."

    @property
    def whose(self) -> str:
        """Say which kind of community it is."""
        kind = WHOSE_WORDS[self.told.whose] if self.told.whose else ""
        of = self.places.get(self.told.of, "")
        return f"{first_large(kind)} of {of}." if kind and of else first_large(kind)

    @property
    def lines(self) -> tuple[PriorityLine, ...]:
        """Give what comes first, second, third …"""
        return tuple(
            PriorityLine(told=one, places=self.places) for one in self.told.first
        )

    @property
    def next_offer(self) -> str:
        """Lead to what could be put on next, in this order; "" where it names none."""
        return link_of_order(order_of(self.told, today=self.today))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesPage:
    """What communities put first."""

    shown: PrioritiesShown
    today: date

    @property
    def cards(self) -> tuple[ListCard, ...]:
        """Give the lists."""
        places = dict(self.shown.places)
        return tuple(
            ListCard(told=one, places=places, today=self.today)
            for one in self.shown.lists
        )

    def file(self, kind: str) -> str:
        """Lead to the same as a file."""
        return reverse("voices:priorities_file", args=[self.shown.slug, kind])

    @property
    def table(self) -> Table:
        """Give them as a table: a line for each thing, and for each who differs."""
        return Table(
            title=f"{self.shown.name}: what comes first",
            columns=COLUMNS,
            rows=tuple(row for card in self.cards for row in _rows(card)),
            notes=(self.shown.draft,) if self.shown.draft else (),
        )


def _rows(card: ListCard) -> Iterator[tuple[Cell, ...]]:
    told = card.told
    for at, line in enumerate(card.lines, 1):
        one = line.told
        for other in one.elsewhere or (None,):
            yield (
                told.community,
                told.decided_on,
                told.people,
                told.how or None,
                at,
                one.words,
                card.places.get(one.place),
                OFFER_WORDS[one.kind] if one.kind else None,
                other.by if other else None,
                other.at if other else None,
                (other.words or None) if other else None,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesInHand(PrioritiesPage):
    """The same, as those who hold the project see it."""

    back: str
    neighbourhoods: Choices
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def rows(self) -> range:
        """Offer as many lines as a list may have here."""
        return range(1, MOST + 1)

    @property
    def whose(self) -> Choices:
        """Offer kinds of communities."""
        known = tuple((one.value, words) for one, words in WHOSE_WORDS.items())
        return (("", "None of these"), *known)

    @property
    def kinds(self) -> Choices:
        """Offer kinds of offers."""
        known = tuple((one.value, words) for one, words in OFFER_WORDS.items())
        return (("", "Not said"), *known)

    @property
    def where(self) -> Choices:
        """Offer neighbourhoods."""
        return (("", "Not said"), *self.neighbourhoods)

    @property
    def lists(self) -> Choices:
        """Offer the lists."""
        return tuple((one.ref, one.community) for one in self.shown.lists)

    @property
    def things(self) -> Choices:
        """Offer what stands on the lists."""
        return tuple(
            (f"{one.ref} {at}", f"{one.community}, {at}: {row.words[:50]}")
            for one in self.shown.lists
            for at, row in enumerate(one.first, 1)
        )

    def was(self, answer: str, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "") if self.typed.get("answer") == answer else ""


MOST = 5
NEWS = {
    "list": "The list is there.",
    "elsewhere": "It stands beside the list.",
    "out": "The list is out again.",
}
