"""In which words does a group ask for a hand by its own link?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.assets.domain.chances import ChanceKind
from weft.assets.domain.told import NO, YES
from weft.assets.queries.chances import ChanceAbout
from weft.commons.saying import dated, first_large, minutes

KINDS = (
    (str(ChanceKind.VOLUNTARY), "People give their time"),
    (str(ChanceKind.PAID), "It is paid"),
    (str(ChanceKind.LEARNING), "People learn something"),
)
ONCE = (("", "We leave it open"), (YES, "Once"), (NO, "Over several times"))
EXPENSES = (("", "We leave it open"), (YES, "Yes"), (NO, "No"))
DONE: Mapping[str, str] = {
    "asked": "It stands on the page for people with an hour to give.",
    "back": "It is gone.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """Something that a group asks for."""

    about: ChanceAbout
    own: bool

    @property
    def key(self) -> str:
        """Say which, for the form."""
        return str(self.about.id)

    @property
    def words(self) -> str:
        """Say what one gets, how long it takes, when, and by whose word."""
        told = self.about
        long = (
            f"{first_large(minutes(told.minutes_in_all))} in all."
            if told.minutes_in_all
            else ""
        )
        until = f"Open until {dated(told.last_on)}." if told.last_on else ""
        by = "" if self.own else f"Told by {told.told_by or 'somebody'}."
        when = f"{told.when}." if told.when else ""
        kind = f"{dict(KINDS)[str(told.kind)]}."
        return " ".join(part for part in (kind, long, when, until, by) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandPage:
    """What a group asks for, and room to ask for more."""

    asks: tuple[AskLine, ...]
    back: str = field(repr=False)
    typed: Mapping[str, str] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    today: str = ""
    done: str = ""
    problem: tuple[str, str] = ("", "")

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """List what one may get for one's time."""
        return KINDS

    @property
    def once(self) -> tuple[tuple[str, str], ...]:
        """List how often it may be."""
        return ONCE

    @property
    def expenses(self) -> tuple[tuple[str, str], ...]:
        """List what may be said of expenses."""
        return EXPENSES

    def was(self, name: str) -> str:
        """Give back what was typed, so that nobody types it twice."""
        return self.typed.get(name, "")

    def error(self, name: str) -> str:
        """Say what was wrong with a field."""
        return self.problem[1] if self.problem[0] == name else ""
