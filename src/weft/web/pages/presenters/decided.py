"""In which words does it stand what was decided, and what was there before?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.assets.domain.proposals import (
    PUBLIC_WORDS,
    WISHES,
    Decider,
    ProposalKind,
    ToldField,
)
from weft.assets.domain.told import ScheduleTold
from weft.assets.pages.presenters.shared import thing_address
from weft.assets.pages.presenters.when import rule_in_words
from weft.assets.queries.decided import BecameOf, Changed, Decisions
from weft.commons.saying import counted, dated, first_large, listed
from weft.commons.standing import Standing
from weft.web.pages.presenters.steward import FIELDS

DECIDED = {
    ProposalKind.NEW: ("It is on the list.", "It is not on the list."),
    ProposalKind.WRONG: ("The list was changed.", "The list stayed as it was."),
    ProposalKind.CLOSED: ("It has closed.", "It has not closed."),
    ProposalKind.HOLDER: ("People do not agree whose it is.", "It is as we say."),
    ProposalKind.USED: ("People use it.", "It is not said that people use it."),
    ProposalKind.VISIT: ("The line stands on its page.", "The line is not shown."),
    ProposalKind.MISSING: ("Neighbours see it.", "It is not shown."),
    ProposalKind.START: ("Neighbours see it.", "It is not shown."),
    ProposalKind.GIFT: ("Neighbours see it.", "It is not shown."),
    ProposalKind.OFFER: ("Neighbours see it.", "It is not shown."),
}
SEEN_TO = ("It was seen to.", "It was laid aside.")
BACK = "It was put back as it was."
"""Why something is declined that had been accepted."""
NOTHING = "nothing"
OUTDONE = "Its own list has told other times since. Those count now."


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOnPage:
    """One decision, and the button that turns it round."""

    one: BecameOf

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"decided-{self.one.proposal}"

    @property
    def accepted(self) -> bool:
        """Tell whether it was taken as so."""
        return self.one.standing is Standing.ACCEPTED

    @property
    def thing(self) -> str:
        """Name the thing, where its name may be seen."""
        thing = self.one.thing
        if thing is None:
            return "Something that people told us"
        return thing.name or "Something that is known to exist"

    @property
    def thing_address(self) -> str:
        """Where the page of the thing stands."""
        return thing_address(self.one.thing)

    @property
    def said(self) -> str:
        """Say what was decided."""
        yes, no = DECIDED.get(self.one.kind, SEEN_TO)
        return yes if self.accepted else no

    @property
    def when(self) -> str:
        """Say who told it and when, and how long it took until it was decided."""
        who = first_large(self.one.said_as or "somebody")
        told = f"{who} told us on {dated(self.one.said_on)}."
        if self.one.decided_on is None:
            return told
        on = f"on {dated(self.one.decided_on)}, {self._took}."
        theirs = f"{told} Those who look after it decided it {on}"
        return theirs if self.one.by_holder else f"{told} It was decided {on}"

    @property
    def _took(self) -> str:
        days = self.one.days
        return f"{counted(days, 'day', 'days')} later" if days else "the same day"

    @property
    def why(self) -> str:
        """Say why it was left as it was."""
        return "" if self.accepted else self.one.why

    @property
    def changed(self) -> tuple[tuple[str, str, str], ...]:
        """List each field that changed: its name, what it said, what it says."""
        return tuple(_line(one) for one in self.one.changed)

    @property
    def outdone(self) -> str:
        """Say where its sources have told otherwise since."""
        return OUTDONE if self.one.outdone else ""

    @property
    def address(self) -> str:
        """Where turning it round goes; "" where nobody decides it from a desk."""
        if self.one.decides is not Decider.STEWARD:
            return ""
        return reverse("web:decide_proposal", args=[self.one.proposal])

    @property
    def seen(self) -> str:
        """Say how it stood when the page was drawn."""
        return str(self.one.standing)

    @property
    def back(self) -> tuple[str, str]:
        """Say what turning it round is called, and why, where it takes something away.

        Of what is new or mended one accepts what was told, which may be mended first
        only in the queue.
        """
        if not self.accepted:
            return "Take it as so after all", ""
        shown = self.one.kind in PUBLIC_WORDS | WISHES
        return "Take it off its page" if shown else "Put it back as it was", BACK


def _line(one: Changed) -> tuple[str, str, str]:
    was, now = one.was, one.now
    if one.field is ToldField.WHEN:
        was, now = _times(one.times_were), _times(one.times_are)
    if one.field is ToldField.CLOSED_ON:
        was, now = (dated(date.fromisoformat(day)) if day else "" for day in (was, now))
    if one.field is ToldField.HELD_BY:  # both are named, and nobody decides
        now = listed([name for name in (was, now) if name], joint="or")
    return FIELDS[one.field], _quoted(was), _quoted(now)


def _quoted(words: str) -> str:
    return f"«{words}»" if words else NOTHING


def _times(rules: tuple[ScheduleTold, ...]) -> str:
    return " ".join(rule.opening_hours or rule_in_words(rule) for rule in rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPage:
    """What was decided, the latest first, a page at a time."""

    found: Decisions
    number: int

    @property
    def items(self) -> Iterator[DecisionOnPage]:
        """List the decisions."""
        return (DecisionOnPage(one=one) for one in self.found.every)

    @property
    def answer(self) -> str:
        """Say what stands here."""
        if not self.found.every:
            return "Nothing was decided yet." if self.number == 1 else "No more."
        return "The latest stands first. Put back here what was a slip, however old."

    @property
    def earlier(self) -> str:
        """Lead to what was decided before."""
        if not self.found.more:
            return ""
        return f"{reverse('web:decided')}?page={self.number + 1}"
