"""Is somebody still signed in, and how sure are we that it is them?

Thirty minutes without a page end it, and twelve hours end it in any case
(docs/decisions/0009-sign-in.md).
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.roles import Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
FRESH = timedelta(minutes=15)
"""So long after signing in a proof may be added; later, one signs in again first."""
APART = 60.0
"""Seconds between two notes that somebody is still there: not a write for each page."""

BEGAN, SEEN, PROVED = "weft_began", "weft_seen", "weft_proved"
Session = MutableMapping[str, Any]


def begin(session: Session, *, proved: bool, now: datetime) -> None:
    """Note when somebody signed in, and whether by more than a password."""
    session[BEGAN] = session[SEEN] = now.timestamp()
    session[PROVED] = proved


def note_proved(session: Session) -> None:
    """Note that somebody has shown more than a password."""
    session[PROVED] = True


def is_proved(session: Session) -> bool:
    """Tell whether somebody has shown more than a password."""
    return session.get(PROVED) is True


def goes_on(session: Session, *, now: datetime) -> bool:
    """Tell whether whoever signed in still is; what nobody noted has ended."""
    return _within(session, BEGAN, LONGEST, now) and _within(session, SEEN, IDLE, now)


def is_fresh(session: Session, *, now: datetime) -> bool:
    """Tell whether somebody signed in only just now."""
    return _within(session, BEGAN, FRESH, now)


def _within(session: Session, what: str, span: timedelta, now: datetime) -> bool:
    """Tell whether something was noted less than a span ago."""
    noted = session.get(what)
    return isinstance(noted, float) and now.timestamp() < noted + span.total_seconds()


def note_seen(session: Session, *, now: datetime) -> None:
    """Note that somebody is still there."""
    if now.timestamp() >= session[SEEN] + APART:
        session[SEEN] = now.timestamp()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Somebody with an account, for this request."""

    key: str
    role: Role
    email: str
    proved: bool  # by more than a password
    fresh: bool

    @property
    def actor(self) -> Actor:
        """Act as who they are."""
        return Actor(ActorKind(self.role.value), self.key)
