"""How is an address kept so that the data base alone tells it to nobody?"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def locked(text: str) -> str:
    """Lock a text with the deployment's secret key, which lies outside the data base.

    Locked twice, the same text reads differently.
    """
    return _lock().encrypt(text.encode()).decode()


def unlocked(told: str, *, within_seconds: int | None = None) -> str | None:
    """Unlock a text.

    Parameters
    ----------
    told
        As ``locked`` gave it.
    within_seconds
        How old it may be; as old as it likes, where nothing is said.

    Returns
    -------
    str | None
        None where the key has changed, or it is too old, or nobody of us locked it.
    """
    try:
        return _lock().decrypt(told.encode(), ttl=within_seconds).decode()
    except InvalidToken:
        return None


def _lock() -> Fernet:
    """Make a lock from the deployment's secret key, for this use alone."""
    made = hashlib.sha256(f"weft.assets.post {settings.SECRET_KEY}".encode())
    return Fernet(base64.urlsafe_b64encode(made.digest()))
