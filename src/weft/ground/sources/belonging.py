"""Which rows of a national table are the region's?

By their district where the table tells it; otherwise by the codes that the tables
read before have told. Where neither is known the whole file is taken to be the
region's, as a made-up valley's files are.
"""

from weft.commons.provenance import Vintage
from weft.ground.domain.asked import Asked


class Belongs:
    """Tell whether an area is the region's."""

    def __init__(self, asked: Asked, vintage: Vintage) -> None:
        self._districts = frozenset(asked.region.districts)
        self._codes = asked.areas.get(vintage, frozenset())

    def __call__(self, code: str, district: str = "") -> bool:
        """Tell it of one row."""
        if district and self._districts:
            return district in self._districts
        return not self._codes or code in self._codes
