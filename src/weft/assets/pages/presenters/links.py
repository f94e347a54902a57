"""In which words do those who check the list see which links a group has?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from weft.accounts.links import LinkAbout
from weft.accounts.roles import LinkRole
from weft.assets.domain.messages import Messages
from weft.assets.pages.presenters.people import link_in_words
from weft.assets.queries.named import LinkedThing
from weft.commons.saying import counted, dated, day_of, first_large

ROLES: Mapping[LinkRole, str] = {
    LinkRole.HOLDER: "Looks after it",
    LinkRole.MEMBER: "Was let in by them",
}
OFF = "It is switched off. Nobody gets in with it any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGiven:
    """A link that was just made for a group, shown once."""

    to: UUID
    messages: Messages = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedOnPage:
    """One thing, and its links."""

    one: LinkedThing
    now: datetime

    @property
    def key(self) -> str:
        """Say which, for the form."""
        return str(self.one.key)

    @property
    def links(self) -> tuple[tuple[str, str, str], ...]:
        """List the links that open still: key, whose, and until when."""
        return tuple(
            (str(link.key), ROLES.get(link.role, ""), _given(link))
            for link in self.one.links
            if link.opens_at(self.now)
        )

    @property
    def ended(self) -> str:
        """Say how many opened once, and do not any more."""
        many = len(self.one.links) - len(self.links)
        if not many:
            return ""
        words = counted(many, "link was", "links were")
        return f"{first_large(words)} switched off, or ended."


def _given(link: LinkAbout) -> str:
    return f"Given on {dated(day_of(link.made_at))}. {link_in_words(link)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksPage:
    """What was looked for, what was found, and what was done."""

    typed: str
    found: tuple[LinkedThing, ...]
    now: datetime
    made: LinkGiven | None = None
    done: str = ""
    problem: str = ""

    @property
    def asked(self) -> str:
        """Say back what was looked for; a key that a form carried is no words."""
        return "" if self.done in {"make", "off"} else self.typed

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return OFF if self.done == "off" else ""

    @property
    def items(self) -> tuple[LinkedOnPage, ...]:
        """List what was found."""
        return tuple(LinkedOnPage(one=one, now=self.now) for one in self.found)

    @property
    def nothing(self) -> str:
        """Say that nothing was found, if something was looked for."""
        if not self.typed or self.found:
            return ""
        return "Nothing on the list is called that."
