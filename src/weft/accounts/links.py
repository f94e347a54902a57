"""What does a link let its holder do, until when, and how often?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.models import Link
from weft.accounts.roles import LinkRole
from weft.accounts.things import Thing

LASTS = {
    LinkRole.HOLDER: timedelta(days=400),  # a yearly «still right?» and a month's grace
    LinkRole.MEMBER: timedelta(days=90),
    LinkRole.INVITED: timedelta(days=7),
}
TURN = timedelta(minutes=30)
"""What happens within half an hour is one use, and one line in the record."""
MOST_IN_A_TURN = 120
"""Pages and taps in one turn: four a minute, by hand, is already a great many."""


_WHERE_WORDS_ARE_CODED = {"project": 2_000, "reading": 2_000}
"""Whoever codes by keyboard marks a passage in a few seconds, and each is two pages."""
_HELD_BY_MANY = {"workshop": 5_000}
"""As many as were in a room hold its one link, and may all look at once."""


def most_in_a_turn(thing: Thing) -> int:
    """Say how often a link to a thing may be used in one turn."""
    many = _WHERE_WORDS_ARE_CODED | _HELD_BY_MANY
    return many.get(thing.kind, MOST_IN_A_TURN)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAbout:
    """A link, without its secret, which nobody but its holder has."""

    key: UUID
    role: LinkRole
    thing: Thing
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None
    let_in_by: UUID | None

    @classmethod
    def of(cls, link: Link) -> "LinkAbout":
        """Say what may be said of a link."""
        return cls(
            key=link.key,
            role=LinkRole(link.role),
            thing=link.thing,
            made_at=link.made_at,
            expires_at=link.expires_at,
            revoked_at=link.revoked_at,
            last_used_at=link.last_used_at,
            let_in_by=link.let_in_by_id,
        )

    @property
    def actor(self) -> Actor:
        """Act as whoever holds it."""
        return Actor(ActorKind(self.role.value), str(self.key), self.thing)

    def opens_at(self, now: datetime) -> bool:
        """Tell whether it may be used at a moment."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A link just made or renewed: the one moment at which its secret is known."""

    link: LinkAbout
    secret: str

    def __repr__(self) -> str:
        """Keep the secret out of whatever is printed or logged."""
        return f"Made(link={self.link!r})"
