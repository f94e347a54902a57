"""What is shown of a group for its «yes», and where is each line changed?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.like import Part
from weft.assets.pages.presenters.when import When
from weft.assets.queries.holding import GroupInHand, OfferInHand, Shown

Line = tuple[str, str, Markup]
NOBODY = "Nobody has told us"
HOW_TO_GET_IN, TELEPHONE = "Getting in", "Telephone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOnPage:
    """One thing, line by line: what it is, what the list says, and how to change it."""

    key: UUID
    name: str
    shown: Shown
    now: datetime
    here: str  # the group's own page
    is_offer: bool = True

    @property
    def lines(self) -> tuple[Line, ...]:
        """Say it line by line; of a group itself only what somebody has told."""
        every = self._of_an_offer() if self.is_offer else self._of_itself()
        return tuple(every)

    def _of_an_offer(self) -> Iterator[Line]:
        state, cost = worded.price(*self.shown.price)
        where = ", ".join(p for p in (self.shown.place, self.shown.postcode) if p)
        yield self._line("When", self._when, f"?offer={self.key}#times")
        yield self._like("Cost", cost if state == "yes" else NOBODY, Part.PRICE)
        yield self._like("Where", where or NOBODY, Part.PLACE)
        yield self._like(HOW_TO_GET_IN, self._door or NOBODY, Part.DOOR)
        yield self._like(TELEPHONE, self.shown.telephone or NOBODY, Part.JOINING)

    def _of_itself(self) -> Iterator[Line]:
        tell_us = reverse("assets:tell_us_of", args=[self.key])
        told = self.shown
        is_told = told.times.hours_known or told.times.always_open
        where = ", ".join(one for one in (told.place, told.postcode) if one)
        lines = (
            ("When", self._when if is_told else ""),
            ("Where", where),
            (HOW_TO_GET_IN, self._door),
            (TELEPHONE, told.telephone),
        )
        for what, words in lines:
            if words:
                yield self._line(what, words, tell_us)

    @property
    def _when(self) -> str:
        when = When(times=self.shown.times, now=self.now, name="")
        return " ".join((when.words, *when.dates))

    @property
    def _door(self) -> str:
        return ". ".join(
            worded.fact_in_words(one, value) for one, value in self.shown.door.items()
        )

    def _like(self, what: str, words: str, part: Part) -> Line:
        address = f"{self.here}/like?offer={self.key}&part={part}#part-{part}"
        return self._line(what, words, address)

    def _line(self, what: str, words: str, address: str) -> Line:
        link = Markup(
            '<a href="{}">Change<span class="nhsuk-u-visually-hidden">: {}, {}</span>'
            "</a>"
        )
        return (what, words, link.format(address, self.name, what))


def shown_of(
    group: GroupInHand, *, now: datetime, here: str
) -> tuple[ShownOnPage, ...]:
    """List all that a «yes» confirms: what the group does, and what is said of itself.

    Parameters
    ----------
    group
        As its own people see it.
    now
        When it is looked at.
    here
        The address of the group's own page.
    """
    itself = ShownOnPage(
        key=group.key,
        name=group.name,
        shown=group.shown,
        now=now,
        here=here,
        is_offer=False,
    )
    offers = tuple(_offer(one, now=now, here=here) for one in group.offers)
    own = (itself,) if itself.lines else ()
    # a place is asked about its own hours first, a group about what it does
    return (*own, *offers) if group.shown.times.hours_known else (*offers, *own)


def _offer(one: OfferInHand, *, now: datetime, here: str) -> ShownOnPage:
    return ShownOnPage(key=one.key, name=one.name, shown=one.shown, now=now, here=here)
