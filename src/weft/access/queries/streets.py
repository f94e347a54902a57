"""Along which streets does one go in a region, if its streets are loaded?

The network of a region is read at its first use and kept in memory under the digest of
its bytes: a region that is built anew has another.
"""

from functools import lru_cache

from weft.access.domain.arrays import What
from weft.access.domain.streets import Network
from weft.access.queries.kept import KeptAbout, arrays_of, kept

MOST_KEPT = 2
"""Networks in memory at once: a deployment has one region, a build goes by another."""


def network_of(region: str) -> Network | None:
    """Give a region's streets; None where none are loaded, and lines are straight.

    Raises
    ------
    FileNotUnderstood
        When the file of its columns is not whole.
    """
    found = kept(region, What.STREETS)
    return _network(found[0]) if found else None


@lru_cache(maxsize=MOST_KEPT)
def _network(about: KeptAbout) -> Network:
    """Read the columns and stand a network on them."""
    return Network.of(arrays_of(about))
