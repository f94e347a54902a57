"""Who asks for a page?"""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from weft.accounts import sitting
from weft.accounts.actors import Actor
from weft.accounts.links import LinkAbout
from weft.accounts.models import Account
from weft.accounts.roles import Role
from weft.accounts.services.linking import use_link
from weft.accounts.sitting import SignedIn
from weft.commons.errors import NotAllowed

SECRET = "secret"  # noqa: S105 how routes behind a link name it: «g/<str:secret>»
_FOUND = "weft_link"


def link_of(request: HttpRequest) -> LinkAbout | None:
    """Give the link in a page's address, used once for the whole request.

    Returns
    -------
    LinkAbout | None
        None where the route has no place for a link.

    Raises
    ------
    NotFound
        The link is unknown, ended or switched off.
    TooOften
        It was used too often.
    """
    kept = vars(request)
    if _FOUND not in kept:
        matched = request.resolver_match
        secret = matched.kwargs.get(SECRET) if matched else None
        kept[_FOUND] = None if secret is None else use_link(secret=str(secret))
    found: LinkAbout | None = kept[_FOUND]
    return found


def signed_in(request: HttpRequest, *, now: datetime) -> SignedIn | None:
    """Say who is signed in; None where nobody is, or not any more.

    Nothing is looked up for somebody without our cookie: that is everybody who only
    reads.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    account, session = request.user, request.session
    if not isinstance(account, Account) or not sitting.goes_on(session, now=now):
        return None
    return SignedIn(
        key=str(account.key),
        role=Role(account.role),
        email=account.email,
        proved=sitting.is_proved(session),
        fresh=sitting.is_fresh(session, now=now),
    )


def account_of(request: HttpRequest) -> Account:
    """Give the account of somebody who stands behind a door that asks for one.

    Raises
    ------
    NotAllowed
        Nobody is signed in; the door should have seen it.
    """
    account = request.user
    if not isinstance(account, Account):
        raise NotAllowed("Nobody is signed in.")
    return account


def actor_of(request: HttpRequest) -> Actor:
    """Say as whom the deeds behind a request are done."""
    link = link_of(request)
    if link:
        return link.actor
    someone = signed_in(request, now=timezone.now())
    return someone.actor if someone and someone.proved else Actor.somebody()


def keeps_the_list(request: HttpRequest) -> bool:
    """Tell whether whoever asks checks this list, signed in with two proofs."""
    someone = signed_in(request, now=timezone.now())
    return someone is not None and someone.proved
