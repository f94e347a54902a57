"""How many of the opening hours that were told could be read?

A place whose hours cannot be read is still a place; its hours are then unknown. The
ledger says how many there are, with examples, so that somebody can mend them.
"""

from weft.assets.domain.told import AssetTold
from weft.commons.provenance import Tally


class HoursRead:
    """Counts, as places go by."""

    def __init__(self) -> None:
        self._told = 0
        self._read = 0
        self._examples: list[str] = []

    def hear(self, hours: str, asset: AssetTold) -> None:
        """Notice one place: the hours it was told with, and what became of them."""
        if not hours:
            return
        self._told += 1
        if asset.schedules:
            self._read += 1
        elif len(self._examples) < Tally.MOST_EXAMPLES:
            self._examples.append(f"opening hours not understood: {hours[:120]}")

    def tell(self, tally: Tally) -> None:
        """Write it into the ledger's line."""
        tally.joined("opening hours", hits=self._read, of=self._told)
        room = Tally.MOST_EXAMPLES - len(tally.examples)
        tally.examples.extend(self._examples[:room])
