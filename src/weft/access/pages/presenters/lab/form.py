"""What may be filled in, for the change that somebody wants to try?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from weft.access.pages.lab.sorts import SORTS, Asks, Finds, Sort
from weft.access.pages.presenters.lab.saying import Sayer, needs_to_try
from weft.access.queries.scenarios import OfferNamed, Ready
from weft.assets.domain.kinds import OFFER_WORDS, JoiningRule
from weft.assets.pages.presenters.joining import JOINING
from weft.commons.saying import DAY_NAMES

MOST = 60
"""Things in one list; of more, one types a part of the name first."""

Items = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the form: a list to choose from, or a line to write in."""

    name: str
    label: str
    items: Items = ()
    value: str = ""
    hint: str = ""
    many: bool = False


@dataclass(frozen=True, kw_only=True)
class Form:
    """The form of one sort of change.

    Attributes
    ----------
    told
        What was filled in so far.
    problem
        What is wrong with it, in words.
    """

    sort: Sort
    ready: Ready
    told: QueryDict
    problem: str = ""

    @property
    def sayer(self) -> Sayer:
        """Give the words."""
        return Sayer(self.ready)

    @property
    def part(self) -> str:
        """Say which part of a name was typed."""
        return self.told.get("find", "").strip()

    @cached_property
    def found(self) -> Items:
        """List what has this part in its name."""
        if self.sort.finds is Finds.PLACE:
            places = self.ready.named.places.items()
            told = [(name, title) for name, title in places if name != "online"]
        else:
            told = list(self._offers(self.ready.named.offers))
        part = self.part.casefold()
        some = [one for one in told if part in one[1].casefold()]
        return tuple(sorted(some, key=lambda one: one[1]))

    def _offers(self, offers: tuple[OfferNamed, ...]) -> Iterator[tuple[str, str]]:
        """List offers, or each of their times."""
        for one in offers:
            place = self.sayer.named.places.get(one.place, "")
            at = f" ({place})" if place else ""
            if self.sort.finds is Finds.OFFER:
                yield one.name, f"{one.title}{at}"
                continue
            for start, _ in one.sessions:
                if start >= 0:
                    when = self.when(start)
                    yield f"{one.name}.{start}", f"{one.title}, {when}{at}"

    def when(self, minute: int) -> str:
        """Say a minute of the week."""
        return self.sayer.when(minute)

    @property
    def must_find(self) -> bool:
        """Tell whether a part of the name is still wanted."""
        return self.sort.finds is not Finds.NOTHING and not 0 < len(self.found) <= MOST

    @property
    def find_says(self) -> str:
        """Say what to do where too much or nothing was found."""
        if not self.found:
            return "Nothing here has that in its name. Try another word."
        return f"{len(self.found):,} have that in their name. Type a little more."

    @property
    def fields(self) -> tuple[Field, ...]:
        """List the fields to fill in."""
        words = {
            Finds.OFFER: "Which one?",
            Finds.SESSION: "Which one, and when is it now?",
            Finds.PLACE: "At which place?",
        }
        first = (
            [self.to_choose(self.sort.finds.value, words[self.sort.finds], self.found)]
            if self.sort.finds is not Finds.NOTHING
            else []
        )
        return (*first, *(_FIELDS[ask](self) for ask in self.sort.asks))

    def to_choose(self, name: str, label: str, items: Items, usual: str = "") -> Field:
        """Make a list to choose from."""
        value = self.told.get(name, usual)
        return Field(name=name, label=label, items=items, value=value)

    def to_write(self, name: str, label: str, usual: str, hint: str = "") -> Field:
        """Make a line to write in."""
        value = self.told.get(name, usual)
        return Field(name=name, label=label, value=value, hint=hint)


DAYS: Items = tuple((str(n), name) for n, name in enumerate(DAY_NAMES))
_SUNDAY, _SATURDAY = "6", "5"


def _lines(form: Form) -> Items:
    buses = form.ready.buses
    return tuple(
        (line.name, f"{line.number}, {line.operator}" if line.operator else line.number)
        for line in (buses.lines if buses else ())
    )


def _needs(form: Form) -> Field:
    return Field(
        name=Asks.NEEDS,
        label="What would be so?",
        items=needs_to_try(form.ready),
        many=True,
    )


_FIELDS: Mapping[Asks, Callable[[Form], Field]] = {
    Asks.LINE: lambda form: form.to_choose(Asks.LINE, "Which bus?", _lines(form)),
    Asks.ROUTE: lambda form: form.to_choose(
        Asks.ROUTE, "Which bus?", tuple(form.sayer.routes.items())
    ),
    Asks.DAY: lambda form: form.to_choose(Asks.DAY, "On which day?", DAYS, _SUNDAY),
    Asks.LIKE: lambda form: form.to_choose(
        Asks.LIKE, "As often as on which day?", DAYS, _SATURDAY
    ),
    Asks.CLOCK: lambda form: form.to_write(
        Asks.CLOCK, "At what time?", "10:00", "Like 10:30 or 18:00."
    ),
    Asks.MINUTES: lambda form: form.to_write(
        Asks.MINUTES, "For how many minutes?", "60"
    ),
    Asks.POUNDS: lambda form: form.to_write(
        Asks.POUNDS, "What does it cost, in pounds?", "0", "Like 2 or 2.50. 0 is free."
    ),
    Asks.KIND: lambda form: form.to_choose(
        Asks.KIND,
        "What kind of thing?",
        tuple((kind.value, words) for kind, words in OFFER_WORDS.items()),
    ),
    Asks.NEED: lambda form: form.to_choose(
        Asks.NEED, "What would be otherwise?", needs_to_try(form.ready)
    ),
    Asks.NEEDS: _needs,
    Asks.MET: lambda form: form.to_choose(
        Asks.MET,
        "Would it be so, or not?",
        (("1", "Yes, it would be so"), ("0", "No, it would not be so any more")),
        "1",
    ),
    Asks.RULE: lambda form: form.to_choose(
        Asks.RULE,
        "How would one join?",
        tuple((rule.value, JOINING[rule]) for rule in JoiningRule),
    ),
    Asks.FACES: lambda form: form.to_write(
        Asks.FACES, "For how many new faces a week?", "2"
    ),
}


def sorts_here(ready: Ready) -> tuple[Sort, ...]:
    """List what may be tried in this week: buses where a timetable is loaded."""
    return tuple(one for one in SORTS if ready.buses is not None or not one.by_bus)
