"""In which words does a group see what it holds?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.assets.domain.kinds import Visibility
from weft.assets.domain.told import NO, YES
from weft.assets.domain.visibility import Channel
from weft.assets.queries.held import HeldInHand
from weft.commons.saying import dated

SHOWN: Mapping[Visibility, str] = {
    Visibility.PUBLIC: "Everybody can see it.",
    Visibility.MEMBERS: "Only those can see it whom you let in.",
    Visibility.KNOWN: "People can see that it is there, and how to ask. No more.",
    Visibility.HIDDEN: "Nobody can see it.",
}
MAY_SHOW = (
    (str(Visibility.PUBLIC), "Everybody can see it"),
    (str(Visibility.KNOWN), "Say only that it is there, and how to ask"),
    (str(Visibility.MEMBERS), "Only those whom we let in"),
    (str(Visibility.HIDDEN), "Nobody can see it"),
)
CARRIED = (
    (str(Channel.SEARCH), "Our own search and lists can find it"),
    (str(Channel.FEED), "Other lists and apps may take it from our feeds"),
    (
        str(Channel.BULK),
        "It may stand in files for anybody, if our search can find it",
    ),
    (str(Channel.SEARCH_ENGINE), "Search engines may find it"),
)
YOUNG = ((YES, "Yes"), (NO, "No"))
DONE: Mapping[str, str] = {
    "held-channels": "It is told by those ways now, and by no other.",
    "held-funders": "It is done. It counts on all our pages now.",
    "held-young": "Thank you. The list says so now.",
    "held-name": "It has its new name everywhere now.",
    "held-show": "It is shown like that everywhere now.",
    "held-terms": "Your terms go with it now.",
    "held-back": "It is noted.",
    "held-forget": "It is not noted any more.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOnPage:
    """Something that a group holds, as the group sees it."""

    one: HeldInHand

    @property
    def id(self) -> str:
        """Name it for links and labels."""
        return f"held-{self.one.key}"

    @property
    def summary(self) -> str:
        """Say what it is, around its name."""
        return "Your group itself" if self.one.is_group else self.one.kind

    @property
    def shown(self) -> str:
        """Say who can see it."""
        return SHOWN[self.one.visibility]

    @property
    def may_show(self) -> tuple[tuple[str, str], ...]:
        """List how it may be shown."""
        if self.one.disputed:
            return MAY_SHOW[1:]
        return MAY_SHOW

    @property
    def chosen(self) -> str:
        """Say how it is shown."""
        return str(self.one.visibility)

    @property
    def may_be_carried(self) -> tuple[tuple[str, str], ...]:
        """List the ways that need a yes; none for what has an address."""
        return () if self.one.channels is None else CARRIED

    @property
    def carried(self) -> tuple[str, ...]:
        """List the ways that have it."""
        return tuple(str(one) for one in self.one.channels or ())

    @property
    def may_be_young(self) -> tuple[tuple[str, str], ...]:
        """Offer to say who runs it."""
        return YOUNG

    @property
    def young(self) -> str:
        """Say what the list says of that."""
        return {True: YES, False: NO, None: ""}[self.one.young]

    @property
    def back(self) -> tuple[tuple[int, str], ...]:
        """List what came back, by its number."""
        return tuple(
            (one.number, f"{one.words} ({dated(one.on)})") for one in self.one.back
        )
