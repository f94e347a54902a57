"""How is a secret made that somebody can hold and we need not keep?"""

import hashlib
import secrets

BYTES = 20  # 160 bits: nobody guesses it, so a plain hash is enough to keep
LONGEST = 64


def new_secret() -> str:
    """Draw a secret that can stand in an address."""
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    """Give what is kept in its place."""
    return hashlib.sha256(secret.encode()).hexdigest()
