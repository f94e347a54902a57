"""How do two listings lie to each other, on the map and in the week?"""

from enum import StrEnum

from weft.assets.domain.linking.entry import MINUTES_OF_A_DAY, Slot
from weft.assets.domain.linking.reading import PLACE, Reading

SAME_SPOT_METRES, OTHER_SPOT_METRES = 150, 400
"""Feeds put one hall up to 120 m apart (benchmarks/data/halls); a hall's neighbour with
another postcode may be nearer than that, so postcodes go before metres."""
CLOSE_MINUTES = 45
HALF = 0.5


class Where(StrEnum):
    """How two places lie."""

    SAME = "they are at the same place"
    PERHAPS = "they are in the same village"
    OTHER_HALL = "they are in the same village, in halls of different names"
    OTHER = "they are at different places"
    FAR = "they are in different villages"
    UNKNOWN = ""


class When(StrEnum):
    """How two regular times lie, the nearest first."""

    WHOLE = "they begin and end at the same time"
    SAME = "they begin at the same time"
    OTHER_END = "they begin at the same time and end at different ones"
    CLOSE = "they are at nearly the same time"
    DAY = "they are on the same day"
    OTHER_HOUR = "they are on the same day, at different hours"
    OTHER_WEEK = "they are in different weeks of the month"
    OTHER_DAY = "they are on different days"
    UNKNOWN = ""


ONE_HOUR = frozenset({When.WHOLE, When.SAME})
TELLING_APART = frozenset({When.OTHER_HOUR, When.OTHER_WEEK, When.OTHER_DAY})


def where(one: Reading, other: Reading) -> Where:
    """Say how two places lie: by postcode, village, the hall's name, metres."""
    postcodes = bool(one.postcode and other.postcode)
    if postcodes and one.postcode == other.postcode:
        return Where.SAME
    metres = one.point.metres_to(other.point) if one.point and other.point else None
    if metres is not None and metres <= SAME_SPOT_METRES and not postcodes:
        return Where.SAME
    villages = _villages(one, other)
    if villages is not None:
        return villages
    if _share_hall(one, other):
        return Where.SAME
    if postcodes or (metres is not None and metres > OTHER_SPOT_METRES):
        return Where.OTHER
    return _in_a_village(one, other)


def _villages(one: Reading, other: Reading) -> Where | None:
    """Say that two are in different villages; None where they may be in one."""
    one_name = bool(one.locality & other.locality)
    if one.locality and other.locality and not one_name:
        return Where.FAR
    if one.district and other.district and one.district != other.district:
        # A list of places may call a whole city their locality; a village is in one.
        return Where.OTHER if one_name and one.sort == PLACE else Where.FAR
    return None


def _share_hall(one: Reading, other: Reading) -> bool:
    """Tell whether the names of two halls of one village have most words in common."""
    fewest = min(len(one.hall), len(other.hall))
    in_one_village = bool(one.locality & other.locality)
    return in_one_village and fewest > 0 and len(one.hall & other.hall) > HALF * fewest


def _in_a_village(one: Reading, other: Reading) -> Where:
    if not one.locality & other.locality:
        return Where.UNKNOWN
    parted = one.hall and other.hall and not one.hall & other.hall
    return Where.OTHER_HALL if parted else Where.PERHAPS


def when(ones: tuple[Slot, ...], others: tuple[Slot, ...]) -> When:
    """Say how two sets of regular times lie: by the two that are nearest."""
    if not ones or not others:
        return When.UNKNOWN
    found = {_lie(one, other) for one in ones for other in others}
    return next(step for step in When if step in found)


def _lie(one: Slot, other: Slot) -> When:
    if one.day != other.day:
        return When.OTHER_DAY
    if one.week != other.week and one.week and other.week:
        return When.OTHER_WEEK
    if one.starts is None or other.starts is None:
        return When.DAY
    apart = abs(one.starts - other.starts)
    apart = min(apart, MINUTES_OF_A_DAY - apart)
    if apart == 0 and one.week == other.week:
        if one.ends is None or other.ends is None:
            return When.SAME
        return When.WHOLE if one.ends == other.ends else When.OTHER_END
    return When.CLOSE if apart <= CLOSE_MINUTES else When.OTHER_HOUR
