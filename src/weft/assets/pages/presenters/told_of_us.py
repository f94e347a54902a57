"""In which words is a group asked about what people told us of it?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.assets.domain.proposals import ProposalKind
from weft.assets.pages.presenters.telling import ASKED
from weft.assets.queries.told_of_us import ToldOfUs
from weft.commons.saying import dated, first_large

DONE: Mapping[str, str] = {
    "so": "The list says so now. You can turn it round here.",
    "not-so": "The list stays as it is. Thank you.",
}
SAID: Mapping[ProposalKind, str] = {
    ProposalKind.WRONG: "that something we say is wrong",
    ProposalKind.CLOSED: "that it has closed",
    ProposalKind.USED: "that people here use it as a community place",
}
YES: Mapping[ProposalKind, str] = {
    ProposalKind.WRONG: "Yes, say it like this",
    ProposalKind.CLOSED: "Yes, it has closed",
    ProposalKind.USED: "Yes, people do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOnPage:
    """What somebody told us, and what the group may say to it."""

    one: ToldOfUs

    @property
    def key(self) -> str:
        """Name it for the form."""
        return str(self.one.about.proposal)

    @property
    def thing(self) -> str:
        """Name what it is about."""
        thing = self.one.about.thing
        return thing.name if thing is not None and thing.name else "What you hold"

    @property
    def said(self) -> str:
        """Say who told what, and when."""
        about = self.one.about
        who = first_large(about.said_as or "somebody")
        return f"{who} told us on {dated(about.said_on)} {SAID[about.kind]}."

    @property
    def words(self) -> str:
        """Give their own words."""
        return self.one.about.words

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """List what it should say, by their word."""
        return tuple(
            (ASKED[name][0] if name in ASKED else str(name), value)
            for name, value in self.one.about.told.items()
        )

    @property
    def yes(self) -> str:
        """Say what the group says yes to; "" where it says so on its own page."""
        about = self.one.about
        has_nothing_to_take = about.kind is ProposalKind.WRONG and not about.told
        if self.one.is_end_of_group or has_nothing_to_take:
            return ""
        return YES[about.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfUsPage:
    """All that waits, and what was just decided."""

    waiting: tuple[ToldOnPage, ...]
    back: str
    done: str = ""
    just: str = ""
    problem: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def other_way(self) -> tuple[str, str]:
        """Say how what was just decided is turned round: the answer, and its words."""
        if self.done == "so":
            return "not-so", "No, put it back as it was"
        return "so", "Yes, it is so after all"
