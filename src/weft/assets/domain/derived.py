"""What follows from hours, price and numbers, so that nobody need say it twice?

Evening, late, under half an hour, free, online and room for new faces are not asked
for: they follow from what was told. Each rule stands here once, and listings, cards and
filters take it from here. Where what was told does not settle it, it is not known.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from weft.assets.domain.facts import FactField
from weft.commons.times import LONDON, Window, at

EVENING_BEGINS = time(18)
LATE_BEGINS = time(22)
NIGHT_ENDS = time(5)
ENOUGH_OF_THE_EVENING = 30
"""Minutes after six that make it something for the evening."""
HALF_HOUR = 30
NO_LIMIT = 99
"""Told as the newcomers of a week where any number may come (docs/data/own-csv.md)."""

_PAY_WHAT_YOU_CAN = re.compile(
    r"pay (what|as) you|donation|what you (can|think|have|like)|can.t pay|free if",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the facts follow from.

    ``windows`` are the times it is on in some weeks, none if that is not known;
    ``visit`` is True for a place one may enter at any time while it is open, and
    ``walk_in`` for something that anybody may just turn up to.
    """

    windows: tuple[Window, ...] = ()
    visit: bool = False
    minutes: int | None = None
    price_pence_least: int | None = None
    price_pence_most: int | None = None
    price_note: str = ""
    online: bool | None = None
    newcomers_per_week: int | None = None
    walk_in: bool = False


def derived(basis: Basis) -> dict[FactField, bool]:
    """Say what follows; what does not follow is not in the answer."""
    answers: Mapping[FactField, bool | None] = {
        FactField.FREE: is_free(basis),
        FactField.ONLINE: basis.online,
        FactField.EVENING: _any(basis.windows, _in_the_evening),
        FactField.LATE: _any(basis.windows, _late),
        FactField.HALF_HOUR: _is_short(basis),
        FactField.ROOM: _has_room(basis),
    }
    return {field: value for field, value in answers.items() if value is not None}


def is_free(basis: Basis) -> bool | None:
    """Tell whether one needs no money.

    Something that is free for some and dear for others is not known to be free: it
    depends on who asks. «Pay what you can» is free for whoever cannot.
    """
    least, most = basis.price_pence_least, basis.price_pence_most
    if least is None and most is None:
        return None
    if not (most if most is not None else least):
        return True
    if not least:
        return True if _PAY_WHAT_YOU_CAN.search(basis.price_note) else None
    return False


def price_to_reckon_with(basis: Basis) -> int | None:
    """Say the pence somebody must have in hand to be sure of getting in."""
    if is_free(basis):
        return 0
    most = basis.price_pence_most
    return most if most is not None else basis.price_pence_least


def _any(windows: Iterable[Window], holds: Callable[[Window], bool]) -> bool | None:
    """Tell whether any of the times is such; not known where there are none."""
    told = tuple(windows)
    return any(holds(window) for window in told) if told else None


def _in_the_evening(window: Window) -> bool:
    """Tell whether half an hour or more of it lies between six and midnight."""
    day = window.start.astimezone(LONDON).date()
    evening = Window(at(day, EVENING_BEGINS), at(day + timedelta(days=1), time()))
    return _minutes_of(window, evening) >= ENOUGH_OF_THE_EVENING


def _late(window: Window) -> bool:
    """Tell whether it goes on past ten at night, or begins before five."""
    day = window.start.astimezone(LONDON).date()
    night = Window(at(day, LATE_BEGINS), at(day + timedelta(days=1), NIGHT_ENDS))
    small_hours = Window(at(day, time()), at(day, NIGHT_ENDS))
    return _minutes_of(window, night) > 0 or _minutes_of(window, small_hours) > 0


def _minutes_of(window: Window, part: Window) -> float:
    """Measure how much of a window lies in another."""
    start, end = max(window.start, part.start), min(window.end, part.end)
    return (end - start).total_seconds() / 60


def _is_short(basis: Basis) -> bool | None:
    """Tell whether it takes half an hour or less; a visit takes what one likes."""
    if basis.minutes is not None:
        return basis.minutes <= HALF_HOUR
    if basis.visit or not basis.windows:
        return None
    return all(window.minutes <= HALF_HOUR for window in basis.windows)


def _has_room(basis: Basis) -> bool | None:
    """Tell whether it takes new faces at all in a week.

    Where anybody may just turn up, and nobody has said how many, there is room. Where
    one has to book, ring or wait, and nobody has said how many, that is a question.
    """
    if basis.newcomers_per_week is None:
        return True if basis.walk_in else None
    return basis.newcomers_per_week > 0
