"""Under which key does a thing stay, however often its source tells it again?"""

import re
from uuid import UUID, uuid5

_OURS = UUID("6f1c1f0a-6c6b-5d8e-9a53-2b1f9f6a1d27")
_IN_AN_ADDRESS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def key_of(region: str, source: str, reference: str, *, what: str = "asset") -> UUID:
    """Make a key of region, source and the teller's own number.

    The same three give the same key on every machine, so that an address that somebody
    printed still leads to the same place after the region is built anew.
    """
    return uuid5(_OURS, f"{what}:{region}/{source}/{reference}")


def key_in_words(words: str) -> UUID | None:
    """Read the key of a thing out of the address of its page; None where none is.

    >>> key_in_words("https://weft.example/groups/6fa459ea-ee8a-5ca4-894e-db77e160355e")
    UUID('6fa459ea-ee8a-5ca4-894e-db77e160355e')
    """
    found = _IN_AN_ADDRESS.search(words.casefold())
    return UUID(found[0]) if found else None
