"""What was done, does the record still hold together, and who holds a link?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from weft.accounts.chain import FIRST, digest
from weft.accounts.links import LinkAbout
from weft.accounts.models import Account, Entry, Link
from weft.accounts.roles import LinkRole, Role
from weft.accounts.things import Thing
from weft.commons.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of the record."""

    number: int
    at: datetime
    by: str
    deed: str
    subject: str


def latest_deeds(*, most: int = 20) -> list[Deed]:
    """List what was done last, newest first."""
    return [
        Deed(number=e.number, at=e.at, by=e.by, deed=e.deed, subject=e.subject)
        for e in Entry.objects.order_by("-number")[:most]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordState:
    """How much of the record there is, and where it breaks, if it does."""

    entries: int
    last_hash: str
    first_broken: int | None


def record_state(*, latest: int | None = None) -> RecordState:
    """Say whether the record holds together.

    Parameters
    ----------
    latest
        Look at so many of the newest entries only; the whole record if not given.
    """
    last = Entry.objects.order_by("-number").first()
    after = max(0, last.number - latest) if last and latest else 0
    return RecordState(
        entries=Entry.objects.count(),
        last_hash=last.hash if last else "",
        first_broken=next(broken_entries(after=after), None),
    )


def broken_entries(*, after: int = 0) -> Iterator[int]:
    """Name each entry that was changed, or that follows one that is gone.

    Parameters
    ----------
    after
        The number of an entry that is taken as right; 0 looks at them all.
    """
    known = Entry.objects.filter(number=after).first()
    before, expected = (known.hash, after + 1) if known else (FIRST, 1)
    for entry in Entry.objects.filter(number__gte=expected).iterator():
        if (
            entry.before != before
            or entry.number != expected
            or entry.hash != digest(entry)
        ):
            yield entry.number
        before, expected = entry.hash, entry.number + 1


def links_of(thing: Thing) -> list[LinkAbout]:
    """List the links to a thing, newest first; no secret is among them."""
    held = Link.objects.filter(thing_kind=thing.kind, thing_key=thing.key)
    return [LinkAbout.of(link) for link in held.order_by("-made_at", "pk")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksInHand:
    """The links to a thing that still open, as whoever holds one of them sees them.

    Attributes
    ----------
    own
        Their own.
    let_in
        Those of whom they let in, the latest first.
    others
        How many others hold it by a link of their own.
    """

    own: LinkAbout
    let_in: tuple[LinkAbout, ...]
    others: int


def links_in_hand(own: LinkAbout, *, now: datetime) -> LinksInHand:
    """Say who else has a link to the same thing, as far as it is theirs to know."""
    opening = [one for one in links_of(own.thing) if one.opens_at(now)]
    others = [
        one
        for one in opening
        if one.role is LinkRole.HOLDER and one.key not in {own.key, own.let_in_by}
    ]
    return LinksInHand(
        own=own,
        let_in=tuple(one for one in opening if one.let_in_by == own.key),
        others=len(others),
    )


def account(key: UUID) -> Account:
    """Find an account by its key.

    Raises
    ------
    NotFound
        There is none (any more).
    """
    found = Account.objects.filter(pk=key).first()
    if found is None:
        raise NotFound("There is no such account.")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountAbout:
    """An account, for those who may see whom they invited."""

    email: str
    role: Role
    invited_at: datetime
    joined_at: datetime | None
    last_signed_in_at: datetime | None


def accounts() -> list[AccountAbout]:
    """List every account, in the order of the invitations."""
    return [
        AccountAbout(
            email=one.email,
            role=Role(one.role),
            invited_at=one.invited_at,
            joined_at=one.joined_at,
            last_signed_in_at=one.last_login,
        )
        for one in Account.objects.order_by("invited_at", "email")
    ]
