"""In which words does somebody see their whole desk: each list, and who they are?"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.accounts.roles import Role
from weft.accounts.sitting import IDLE, LONGEST, SignedIn
from weft.assets.queries.desk import Desk, Waits
from weft.assets.queries.holding import NotTheirs
from weft.commons.saying import ago, counted, first_large
from weft.web.pages.presenters.steward import ItemOnPage, JustDecided

ROLES = {
    Role.STEWARD: "You check this list.",
    Role.ADMINISTRATOR: "You run this site, and check its list.",
}
LISTS = {
    Desk.DOORS: ("Look at pictures of doors before they are shown", "assets:doors"),
    Desk.FEEDS: ("See how the lists go that we read from others", "web:feeds"),
    Desk.DISPUTES: ("See what is in dispute, and who was asked", "assets:disputes"),
    Desk.DOUBLES: ("Say which listings are the same thing", "assets:doubles"),
    Desk.YOUNG: ("Say who stands by groups of young people", "assets:young"),
    Desk.AUDIT: ("Look at this month’s fifty, drawn by chance", "assets:audit"),
    Desk.ROUND: ("See whom we ask this week, and what came back", "assets:asking"),
}
"""What is done at each list beside the first, and where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOnDesk:
    """A list beside the first: what is done there, how much waits, and since when."""

    desk: Desk
    waits: Waits
    today: date

    @property
    def words(self) -> str:
        """Say what is done there."""
        return LISTS[self.desk][0]

    @property
    def address(self) -> str:
        """Where it stands."""
        return reverse(LISTS[self.desk][1])

    @property
    def how_much(self) -> str:
        """Say how much waits, and for how long; nothing where nothing does."""
        if not self.waits.count:
            return ""
        told = first_large(f"{counted(self.waits.count, 'waits', 'wait')}.")
        since = self.waits.since
        if since is None:
            return told
        which = "It" if self.waits.count == 1 else "The first"
        return f"{told} {which} came {ago(since, today=self.today)}."


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

    ``just`` is what was decided last, so that a slip can be put right at once.
    """

    someone: SignedIn
    items: tuple[ItemOnPage, ...]
    groups: tuple[GroupOnPage, ...] = ()
    lists: tuple[ListOnDesk, ...] = ()
    just: JustDecided | None = None
    problem: str = ""

    @property
    def answer(self) -> str:
        """Say how much waits."""
        many = len(self.items) + len(self.groups)
        if not many and self.waiting_elsewhere:
            return "Nothing is waiting here. The lists below have something for you."
        if not many:
            return "Nothing is waiting for you."
        number = counted(many, "thing is waiting", "things are waiting")
        return f"{first_large(number)}. Whoever waits longest stands first."

    @property
    def waiting_elsewhere(self) -> tuple[ListOnDesk, ...]:
        """List the other lists in which something waits, the longest wait first."""
        some = [one for one in self.lists if one.waits.count]
        return tuple(sorted(some, key=lambda one: one.waits.since or date.max))

    @property
    def nothing_waits_in(self) -> tuple[ListOnDesk, ...]:
        """List the others, where there is only to look."""
        return tuple(one for one in self.lists if not one.waits.count)

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
