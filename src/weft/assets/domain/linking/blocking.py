"""Which listings are worth holding beside each other?

Of 100,000 listings nearly five thousand million pairs could be made. Two that share
neither a telephone number, a website, an hour in one village, a postcode of places, nor
a word of their names in one village cannot be linked by what speaks for them, so they
are not compared. The slow twin in the tests compares all, and finds no link more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from weft.assets.domain.linking.lying import SAME_SPOT_METRES
from weft.assets.domain.linking.reading import PLACE, Reading
from weft.commons.places import cells_within

MOST_BESIDE = 1_000
"""A word of a name that so many listings of one town share leads nowhere."""
ENDS = 4

Key = tuple[str, ...]


class Shelves:
    """Puts listings on shelves, and finds those that stand on one with another."""

    def __init__(self) -> None:
        self._on: dict[Key, list[int]] = defaultdict(list)
        self.too_full: set[Key] = set()

    def beside(self, number: int, one: Reading) -> set[int]:
        """Give the listings put up before that share a shelf, then put this up."""
        found: set[int] = set()
        for key in set(keys_of(one)):
            shelf = self._on[key]
            if len(shelf) < MOST_BESIDE:
                found.update(shelf)
                shelf.append(number)
            else:
                self.too_full.add(key)
        return found


def keys_of(one: Reading) -> Iterator[Key]:
    """Name the shelves on which a listing stands."""
    if one.telephone:
        yield one.sort, "telephone", one.telephone
    if one.website:
        yield one.sort, "website", one.website
    if one.sort == PLACE and one.postcode:
        yield one.sort, "postcode", one.postcode
    for there in _villages(one):
        for what in _said_there(one):
            yield one.sort, there, what


def _villages(one: Reading) -> Iterable[str]:
    """Name where it is: by village, by postcode, by the squares of the map."""
    yield from one.locality
    if one.postcode:
        yield one.postcode
        yield one.district
    if one.point:
        yield from (c.token for c in cells_within(one.point, SAME_SPOT_METRES))


def _said_there(one: Reading) -> Iterable[str]:
    """Say what two listings of one village must share one of."""
    for name in one.names:
        yield from name.core
        yield f"{name.spelt[:ENDS]}…"
        yield f"…{name.spelt[-ENDS:]}"
        yield from (f"{word}." for word in name.short)
        yield f"{name.initials}."
    if one.sort == PLACE:
        yield from (f"number {house}" for house in one.house)
    for slot in one.slots:
        if slot.starts is not None:
            yield f"{slot.day} {slot.starts}"
