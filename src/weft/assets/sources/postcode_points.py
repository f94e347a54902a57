"""Where is a postcode, and how many were found?"""

from weft.commons.places import Point
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked


class PostcodePoints:
    """Finds the points of postcodes, and counts for the ledger."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._known: dict[str, Point] = {}
        self._asked_for = 0
        self._found = 0

    def know(self, postcode: str, point: Point) -> None:
        """Take a point from a file of the same source, better than the postcode's."""
        self._known[compact(postcode)] = point

    def of(self, postcode: str) -> Point | None:
        """Find a point; None for one that is not in the region's postcode files."""
        if not postcode.strip():
            return None
        self._asked_for += 1
        point = self._known.get(compact(postcode)) or self._asked.locate(postcode)
        self._found += point is not None
        return point

    def tell(self, tally: Tally) -> None:
        """Write it into the ledger's line."""
        if self._asked_for:
            tally.joined("postcodes", hits=self._found, of=self._asked_for)


def compact(postcode: str) -> str:
    """Write a postcode without its blank: half of all joins fail on it alone."""
    return "".join(postcode.split()).upper()


def as_said(postcode: str) -> str:
    """Write a postcode with one blank before its last three."""
    short = compact(postcode)
    return f"{short[:-3]} {short[-3:]}" if len(short) > 4 else short  # noqa: PLR2004 the inward half has three letters
