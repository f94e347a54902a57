"""Which words stand before somebody who checks the list?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.accounts.roles import Role
from weft.accounts.sitting import IDLE, LONGEST, SignedIn
from weft.assets.queries.holding import NotTheirs
from weft.commons.saying import ago, counted, first_large
from weft.web.queue import ReplyWaiting

ROLES = {
    Role.STEWARD: "You check this list.",
    Role.ADMINISTRATOR: "You run this site, and check its list.",
}
WHYS = (
    ("It names somebody, or tells how to reach them.", "No: it names somebody"),
    ("It speaks of something else than this number.", "No: it is about something else"),
    ("It would hurt somebody who reads it.", "No: it would hurt somebody"),
)
"""Why words may not stand: what whoever said them is told, and what the button says."""
DONE = {
    "accepted": "It stands beside its number now.",
    "declined": "It does not stand beside its number.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOnPage:
    """One thing to decide: all that is needed for it, and a button for each answer."""

    item: ReplyWaiting
    today: date

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"reply-{self.item.reply}"

    @property
    def who(self) -> str:
        """Say as whom it was said, and how long it has waited."""
        said = self.item.said_as or "Somebody"
        return f"{said}, {ago(self.item.since, today=self.today)}"

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("web:decide_reply", args=[self.item.reply])

    @property
    def place_address(self) -> str:
        """Where the number stands."""
        return reverse("web:place", args=[self.item.area_code])


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOnPage:
    """A group whose link reached somebody who says that it is not theirs."""

    item: NotTheirs
    today: date

    @property
    def id(self) -> str:
        """Name it for links."""
        return f"group-{self.item.group}"

    @property
    def since(self) -> str:
        """Say since when it is hidden."""
        said = ago(self.item.since, today=self.today)
        return f"It is hidden since this was said, {said}."

    @property
    def listed_by(self) -> str:
        """Say who listed it."""
        return self.item.listed_by or "Somebody"

    @property
    def address(self) -> str:
        """Where the answer goes."""
        return reverse("web:decide_group", args=[self.item.group])


@dataclass(frozen=True, slots=True, kw_only=True)
class StewardPage:
    """What waits, who is signed in, and until when.

    ``just`` is the reply that was decided last, with what became of it, so that a slip
    can be put right at once.
    """

    someone: SignedIn
    items: tuple[ItemOnPage, ...]
    groups: tuple[GroupOnPage, ...] = ()
    just: UUID | None = None
    done: str = ""
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how much waits."""
        many = len(self.items) + len(self.groups)
        if not many:
            return "Nothing is waiting for you."
        number = counted(many, "thing is waiting", "things are waiting")
        return f"{first_large(number)}. Whoever waits longest stands first."

    @property
    def news(self) -> str:
        """Say what became of the last one."""
        return DONE.get(self.done, "") if self.just else ""

    @property
    def undo_address(self) -> str:
        """Where the last decision is turned round."""
        return reverse("web:decide_reply", args=[self.just])

    @property
    def turned_round(self) -> tuple[str, str]:
        """Say what turning it round does, and why, where it takes words away."""
        if self.done == "accepted":
            return "Take it away again", "It was let stand by a slip."
        return "Let it stand after all", ""

    @property
    def whys(self) -> tuple[tuple[str, str], ...]:
        """List the reasons why words may not stand."""
        return WHYS

    @property
    def role(self) -> str:
        """Say what they do here."""
        return ROLES[self.someone.role]

    @property
    def ends(self) -> str:
        """Say when they will have to sign in again."""
        idle, longest = IDLE.seconds // 60, LONGEST.seconds // 3600
        return (
            f"After {idle} minutes without a page you sign in again, and after "
            f"{longest} hours in any case."
        )
