"""How does allauth behave in our house: no open door, every sign-in written down?"""

import base64
import hashlib
import secrets
from collections.abc import Mapping, Sequence

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils import timezone

from weft.accounts import sitting
from weft.accounts.actors import Actor
from weft.accounts.models import Account
from weft.accounts.roles import Role
from weft.accounts.services import note_refusal, note_sign_in

SIGN_IN = "account_login"
HALF_BEGUN = "account_login"  # where allauth keeps a sign-in that wants a second proof


class OurAccounts(DefaultAccountAdapter):
    """How accounts behave: nobody signs up, and what happens is written down."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 allauth names it
        """Say no: accounts begin with an invitation."""
        return False

    def login(self, request: HttpRequest, user: Account) -> None:
        """Let somebody in who has shown who they are, and write it down."""
        super().login(request, user)
        records = get_authentication_records(request, user)
        forget_the_address(request.session)
        proved = any(one.get("method") == "mfa" for one in records)
        sitting.begin(request.session, proved=proved, now=timezone.now())
        note_sign_in(key=user.key, role=Role(user.role), proof=_proof(records))

    def authentication_failed(
        self, request: HttpRequest, **credentials: object
    ) -> None:
        """Write down that somebody could not show who they are, and not as whom."""
        super().authentication_failed(request, **credentials)
        note_refusal(door=SIGN_IN, by=Actor.somebody())


def _proof(records: Sequence[Mapping[str, object]]) -> str:
    """Name the last proof that was given: ``password``, ``totp``, ``webauthn`` …"""
    last = records[-1] if records else {}
    return str(last.get("type") or last.get("method") or "invitation")


def forget_the_address(session: SessionBase) -> None:
    """Keep the e-mail address out of what is kept of a sitting, even half begun."""
    for one in session.get(AUTHENTICATION_METHODS_SESSION_KEY, ()):
        one.pop("email", None)
    if isinstance(half_begun := session.get(HALF_BEGUN), dict):
        half_begun["email"] = None
    session.modified = True


class OurProofs(DefaultMFAAdapter):
    """How passkeys and codes behave."""

    def get_totp_issuer(self) -> str:
        """Name what stands beside the code in somebody's app."""
        return "Weft"

    def build_totp_svg(self, url: str) -> str:
        """Draw the square that an app reads, with what draws our other squares."""
        return str(segno.make(url, error="m", micro=False).svg_inline(omitsize=True))

    def encrypt(self, text: str) -> str:
        """Lock a secret before it goes into the data base; its key lies elsewhere."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Unlock a secret; with another key than then it is one that nobody holds."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            # never an empty one: whoever guessed that could reckon its codes
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _lock() -> Fernet:
    """Make a lock from the deployment's secret key, for this use alone."""
    made = hashlib.sha256(f"weft.accounts.proofs {settings.SECRET_KEY}".encode())
    return Fernet(base64.urlsafe_b64encode(made.digest()))
