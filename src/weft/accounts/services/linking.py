"""How does somebody act without an account: by a link that was given to them?

A link is bound to one thing and one role. Of its secret only a hash is kept; it ends
by itself, can be switched off, and cannot be used without pause.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.links import LASTS, TURN, LinkAbout, Made, most_in_a_turn
from weft.accounts.models import Link
from weft.accounts.roles import LinkRole
from weft.accounts.secret import LONGEST, hash_of, new_secret
from weft.accounts.services.allowing import require
from weft.accounts.services.recording import record
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, TooOften

NO_SUCH_LINK = "There is no such link, or it opens nothing any more."


@transaction.atomic
def make_link(*, thing: Thing, by: Actor, role: LinkRole = LinkRole.HOLDER) -> Made:
    """Make a link for who looks after a thing.

    Returns
    -------
    Made
        The link, with the secret that is told once and kept nowhere.
    """
    require(by=by, deed="accounts.make_link", thing=thing)
    made = made_anew(thing, role)
    record(
        by=by,
        deed="accounts.make_link",
        subject=str(thing),
        details={"link": str(made.link.key), "role": role.value},
    )
    return made


@transaction.atomic
def let_in(*, thing: Thing, by: Actor) -> Made:
    """Make a link for somebody whom a holder lets in; it goes when the holder's goes.

    Returns
    -------
    Made
        The link, with the secret that is told once and kept nowhere.
    """
    require(by=by, deed="accounts.let_in", thing=thing)
    holder = UUID(by.name) if by.kind is ActorKind.HOLDER else None
    made = made_anew(thing, LinkRole.MEMBER, let_in_by=holder)
    record(
        by=by,
        deed="accounts.let_in",
        subject=str(thing),
        details={"link": str(made.link.key)},
    )
    return made


def made_anew(thing: Thing, role: LinkRole, *, let_in_by: UUID | None = None) -> Made:
    """Write a new link down, by the hash of its secret."""
    secret, now = new_secret(), timezone.now()
    link = Link.objects.create(
        hash=hash_of(secret),
        role=role,
        thing_kind=thing.kind,
        thing_key=thing.key,
        let_in_by_id=let_in_by,
        made_at=now,
        expires_at=now + LASTS[role],
    )
    return Made(link=LinkAbout.of(link), secret=secret)


@transaction.atomic
def use_link(*, secret: str) -> LinkAbout:
    """Let whoever has the secret of a link in, and count how often they ask.

    The first use within half an hour is written down; those after it are not, so that
    the record does not become a diary of anybody's evening.

    Raises
    ------
    NotFound
        The link is unknown, ended or switched off: which of these is not said.
    TooOften
        It was used too often within half an hour.
    """
    now = timezone.now()
    link = _by_secret(secret)
    if link is None or not _opens(link, now):
        raise NotFound(NO_SUCH_LINK)
    if not _turn_goes_on(link, now):
        link.last_used_at, link.uses = now, 0
        about = LinkAbout.of(link)
        record(
            by=about.actor,
            deed="accounts.use_link",
            subject=str(about.thing),
            details={"role": about.role.value},
        )
    if link.uses >= most_in_a_turn(link.thing):
        raise TooOften("This link was used very often just now.")
    link.uses += 1
    link.save(update_fields=["last_used_at", "uses"])
    return LinkAbout.of(link)


def _by_secret(secret: str) -> Link | None:
    """Find the link, and keep others from counting on it meanwhile."""
    if not secret or len(secret) > LONGEST:
        return None
    return Link.objects.select_for_update().filter(hash=hash_of(secret)).first()


def _opens(link: Link, now: datetime) -> bool:
    """Tell whether it opens still, and so does that of whoever let them in."""
    within = link.let_in_by
    by_itself = LinkAbout.of(link).opens_at(now)
    return by_itself and (within is None or LinkAbout.of(within).opens_at(now))


def _turn_goes_on(link: Link, now: datetime) -> bool:
    """Tell whether this use belongs to the last one that was written down."""
    return link.last_used_at is not None and now < link.last_used_at + TURN


@transaction.atomic
def renew_link(*, key: UUID, by: Actor) -> Made:
    """Give a link a new secret and a new end; the old secret opens nothing any more.

    Raises
    ------
    NotFound
        There is no such link, or it was switched off.
    """
    link = _held(key)
    if link.revoked_at is not None:
        raise NotFound(NO_SUCH_LINK)
    require(by=by, deed="accounts.renew_link", thing=link.thing)
    _refuse_anothers(link, by)
    secret = new_secret()
    link.hash = hash_of(secret)
    link.expires_at = timezone.now() + LASTS[LinkRole(link.role)]
    link.save(update_fields=["hash", "expires_at"])
    record(
        by=by,
        deed="accounts.renew_link",
        subject=str(link.thing),
        details={"link": str(key)},
    )
    return Made(link=LinkAbout.of(link), secret=secret)


@transaction.atomic
def revoke_link(*, key: UUID, by: Actor) -> None:
    """Switch a link off, and with it those of everybody it let in.

    Raises
    ------
    NotFound
        There is no such link.
    """
    link = _held(key)
    require(by=by, deed="accounts.revoke_link", thing=link.thing)
    _refuse_anothers(link, by)
    now = timezone.now()
    gone = Link.objects.filter(revoked_at=None, pk=key).update(revoked_at=now)
    gone += link.has_let_in.filter(revoked_at=None).update(revoked_at=now)
    record(
        by=by,
        deed="accounts.revoke_link",
        subject=str(link.thing),
        details={"link": str(key), "links": gone},
    )


def _held(key: UUID) -> Link:
    """Find a link that is about to change."""
    link = Link.objects.select_for_update().filter(pk=key).first()
    if link is None:
        raise NotFound(NO_SUCH_LINK)
    return link


def _refuse_anothers(link: Link, by: Actor) -> None:
    """Keep who acts by a link to their own, and to those whom they let in."""
    if by.kind not in {ActorKind.HOLDER, ActorKind.MEMBER}:
        return
    if by.name not in {str(link.pk), str(link.let_in_by_id)}:
        raise NotFound(NO_SUCH_LINK)
