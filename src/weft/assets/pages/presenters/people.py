"""In which words is a group told who may come in by a link?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.accounts.links import LinkAbout
from weft.accounts.queries import LinksInHand
from weft.accounts.roles import LinkRole
from weft.assets.queries.holding import GroupInHand
from weft.commons.saying import clock, counted, dated, day_of, first_large

DONE: Mapping[str, str] = {
    "off": "That link is switched off. Nobody gets in with it any more.",
    "renewed": "This is your new link. The old one opens nothing any more.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One link of somebody who was let in; whose it is we do not know."""

    link: LinkAbout

    @property
    def key(self) -> str:
        """Say which, for the form."""
        return str(self.link.key)

    @property
    def name(self) -> str:
        """Call it by when it was given."""
        at = self.link.made_at
        return f"The link of {dated(day_of(at))}, {clock(at)}"

    @property
    def words(self) -> str:
        """Say until when it works, and when it was used last."""
        return link_in_words(self.link)


def link_in_words(link: LinkAbout) -> str:
    """Say until when a link works, and when it was used last."""
    used = link.last_used_at
    last = f"Last used on {dated(day_of(used))}." if used else "Not used yet."
    return f"It works until {dated(day_of(link.expires_at))}. {last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """Who has a link to a group's page, as whoever holds one sees it.

    ``own`` and ``made`` hold what opens a link; the page carries them, and we do not.
    """

    group: GroupInHand
    links: LinksInHand
    back: str = field(repr=False)
    own: str = field(repr=False)
    made: str = field(default="", repr=False)
    done: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def may_let_in(self) -> bool:
        """Tell whether whoever looks may let others in."""
        return self.links.own.role is LinkRole.HOLDER

    @property
    def own_key(self) -> str:
        """Say which link is theirs, for the form."""
        return str(self.links.own.key)

    @property
    def until(self) -> str:
        """Say until when their own works."""
        return f"It works until {dated(day_of(self.links.own.expires_at))}."

    @property
    def lines(self) -> tuple[LinkLine, ...]:
        """List the links of those whom they let in, the latest first."""
        return tuple(LinkLine(link=link) for link in self.links.let_in)

    @property
    def others(self) -> str:
        """Say how many more hold the page by a link that they did not give."""
        many = self.links.others
        if not many:
            return ""
        words = counted(many, "more person holds", "more people hold")
        return f"{first_large(words)} this page by a link that we gave them."
