"""Where could something be put on: a room that is to spare, or one that may be?

What was told of a room stands as it was told. Of other places where people meet nobody
may have said when they are empty: then an hour at which nothing on the list is on there
is only worth asking about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from weft.assets.domain.facts import FactField
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.prices import pence
from weft.commons.places import Point

MEETING = frozenset(
    {
        "arts_centre",
        "bookshop",
        "cafe",
        "college",
        "community_centre",
        "library",
        "museum",
        "place_of_worship",
        "pub",
        "school",
        "scout_hut",
        "social_club",
        "studio",
        "theatre",
        "workshop",
        "youth_centre",
    }
)
"""Kinds of places of which many have a room; whether this one has, nobody may know."""

_AN_HOUR = re.compile(
    r"(£\s?\d+(?:\.\d{1,2})?|\d{1,2}p|free)\s*(?:an|per|a|/|each)\s*hour", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room, or a place that may have one.

    Attributes
    ----------
    key
        Of what stands on the list.
    is_told
        Whether its holder said that it is to spare; else it is only worth asking.
    hours
        When it is empty, as it was told; none where nobody has told us.
    taken
        When something on the list is on there, in the week that was asked about.
    facts
        What is known of the building; a fact that is not there, nobody has told us.
    hire_pence
        For an hour; None where nobody has told us.
    """

    key: UUID
    name: str
    point: Point
    gates: tuple[Point, ...]
    is_told: bool
    hours: tuple[Hour, ...]
    taken: tuple[Hour, ...]
    facts: Mapping[FactField, bool]
    hire_pence: int | None

    def is_free(self, hour: Hour) -> bool | None:
        """Tell whether it is empty then: yes, no, or None where somebody must ask."""
        if any(hour.meets(one) for one in self.taken):
            return False
        if not self.hours:
            return None
        return any(
            one.day == hour.day and one.starts <= hour.starts and hour.ends <= one.ends
            for one in self.hours
        )


def hire_an_hour(told: str) -> int | None:
    """Read what an hour costs, where it is told by the hour.

    >>> [hire_an_hour(told) for told in ("£6 an hour", "£4 a firing", "Free per hour")]
    [600, None, 0]
    """
    found = _AN_HOUR.search(told)
    return pence(found[1]) if found else None
