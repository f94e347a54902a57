"""In which words does a group see what it holds?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.assets.domain.kinds import Visibility
from weft.assets.queries.held import HeldInHand
from weft.commons.saying import dated

SHOWN: Mapping[Visibility, str] = {
    Visibility.PUBLIC: "Everybody can see it.",
    Visibility.MEMBERS: "Only your own people can see it.",
    Visibility.KNOWN: "People can see that it is there, and how to ask. No more.",
    Visibility.HIDDEN: "Nobody can see it.",
}
MAY_SHOW = (
    (str(Visibility.PUBLIC), "Everybody can see it"),
    (str(Visibility.KNOWN), "Say only that it is there, and how to ask"),
    (str(Visibility.HIDDEN), "Nobody can see it"),
)
DONE: Mapping[str, str] = {
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
    def back(self) -> tuple[tuple[int, str], ...]:
        """List what came back, by its number."""
        return tuple(
            (one.number, f"{one.words} ({dated(one.on)})") for one in self.one.back
        )
