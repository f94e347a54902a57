"""How does somebody come to have an account, and lose it?

By invitation only: a link that lasts a week, printed for whoever may invite. To be
invited once more is how somebody begins anew who lost what they signed in with.
"""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.links import LinkAbout, Made
from weft.accounts.models import Account, Link
from weft.accounts.roles import LinkRole, Role
from weft.accounts.services.allowing import require
from weft.accounts.services.linking import made_anew
from weft.accounts.services.recording import record
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, NotPossible

NOBODY = "There is no account with that e-mail address."


@transaction.atomic
def invite(*, email: str, role: Role, by: Actor) -> Made:
    """Make an account that waits, and the link with which it begins.

    Returns
    -------
    Made
        The invitation, with the secret that is told once and kept nowhere.

    Raises
    ------
    NotPossible
        That is no e-mail address.
    """
    account = _found_or_made(_read(email), role)
    thing = Thing("account", str(account.key))
    require(by=by, deed="accounts.invite", thing=thing)
    _switch_off_invitations(thing)
    made = made_anew(thing, LinkRole.INVITED)
    record(
        by=by,
        deed="accounts.invite",
        subject=str(thing),
        details={"role": role.value, "link": str(made.link.key)},
    )
    return made


def _read(email: str) -> str:
    """Read an e-mail address, in one spelling."""
    plain = email.strip().lower()
    try:
        validate_email(plain)
    except ValidationError as problem:
        raise NotPossible("That is no e-mail address.") from problem
    return plain


def _found_or_made(email: str, role: Role) -> Account:
    """Find the account, or make one that nobody can sign in to yet."""
    now = timezone.now()
    account, made = Account.objects.get_or_create(
        email=email, defaults={"role": role, "invited_at": now, "password": "!"}
    )
    if not made:
        account.role, account.invited_at = role, now
        account.save(update_fields=["role", "invited_at"])
    return account


def _switch_off_invitations(thing: Thing) -> None:
    """Let only the newest invitation open anything."""
    Link.objects.filter(
        role=LinkRole.INVITED,
        thing_kind=thing.kind,
        thing_key=thing.key,
        revoked_at=None,
    ).update(revoked_at=timezone.now())


@transaction.atomic
def join(*, link: LinkAbout, password: str, by: Actor) -> UUID:
    """Take an invitation; whatever could be signed in with before can no more.

    Parameters
    ----------
    link
        The invitation, which opens nothing afterwards.
    password
        The password that was chosen; empty where a passkey will do.
    by
        Who was invited.

    Returns
    -------
    UUID
        The account's key.

    Raises
    ------
    NotFound
        The account was taken away meanwhile.
    """
    require(by=by, deed="accounts.join", thing=link.thing)
    account = (
        Account.objects.select_for_update().filter(pk=UUID(link.thing.key)).first()
    )
    if account is None:
        raise NotFound(NOBODY)
    Authenticator.objects.filter(user=account).delete()
    account.set_password(password or None)
    account.joined_at = timezone.now()
    account.save(update_fields=["password", "joined_at"])
    _switch_off_invitations(link.thing)
    record(by=by, deed="accounts.join", subject=str(link.thing))
    return account.key


@transaction.atomic
def remove_account(*, email: str, by: Actor) -> None:
    """Take an account away, with all that could be signed in with.

    Raises
    ------
    NotFound
        There is no such account.
    """
    account = Account.objects.filter(email=email.strip().lower()).first()
    if account is None:
        raise NotFound(NOBODY)
    thing = Thing("account", str(account.key))
    require(by=by, deed="accounts.remove", thing=thing)
    _switch_off_invitations(thing)
    account.delete()
    record(by=by, deed="accounts.remove", subject=str(thing))


@transaction.atomic
def note_sign_in(*, key: UUID, role: Role, proof: str) -> None:
    """Write down that somebody signed in, and by what kind of proof."""
    by = Actor(ActorKind(role.value), str(key))
    subject = f"account:{key}"
    record(by=by, deed="accounts.sign_in", subject=subject, details={"proof": proof})


@transaction.atomic
def note_proof(*, key: UUID, role: Role, proof: str) -> None:
    """Write down that somebody has a new way to show who they are."""
    by = Actor(ActorKind(role.value), str(key))
    subject = f"account:{key}"
    record(by=by, deed="accounts.add_proof", subject=subject, details={"proof": proof})


def forget_ended_sittings(*, now: datetime) -> int:
    """Remove what was kept of who was signed in, once it has ended."""
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    return gone
