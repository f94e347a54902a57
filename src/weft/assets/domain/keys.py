"""Under which key does a thing stay, however often its source tells it again?"""

from uuid import UUID, uuid5

_OURS = UUID("6f1c1f0a-6c6b-5d8e-9a53-2b1f9f6a1d27")


def key_of(region: str, source: str, reference: str, *, what: str = "asset") -> UUID:
    """Make a key of region, source and the teller's own number.

    The same three give the same key on every machine, so that an address that somebody
    printed still leads to the same place after the region is built anew.
    """
    return uuid5(_OURS, f"{what}:{region}/{source}/{reference}")
