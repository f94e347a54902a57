"""Which empty room would suit which group that looks for one?

Matching goes by three things that were told: where, when, and what must be there. What
nobody has told is asked, and never counted as no: a room of which nobody has said
whether there is a sink is a room to ring up about. Nothing else counts.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.linking.overlapping import Hour
from weft.commons.places import Point
from weft.ground.domain.named import folded

FURTHEST_METRES = 5_000
"""A bus ride: whoever looks for a room goes further than whoever comes to the door."""

NEEDS: Mapping[str, FactField] = {
    folded(word): field
    for field, words in {
        FactField.STEP_FREE: ("step free", "step-free", "no steps", "wheelchair"),
        FactField.TOILETS: ("toilets", "toilet"),
        FactField.ACCESSIBLE_TOILET: ("accessible toilet", "disabled toilet"),
        FactField.TEA: ("tea", "kitchen", "kettle"),
        FactField.PARKING: ("parking",),
        FactField.QUIET_ROOM: ("quiet room", "side room"),
        FactField.QUIET: ("quiet",),
        FactField.HEARING_LOOP: ("hearing loop", "loop"),
    }.items()
    for word in words
}
"""Words for what must be there that are facts; others are looked for as words."""

ROOMS = frozenset({"room", "rooms", "hall", "space", "studio", "place"})
"""Whoever looks for one of these looks for four walls, not for a hall's projector."""

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+and\s+")


class Suits(IntEnum):
    """How well a room suits; the order is that in which they are shown."""

    YES = 0  # as far as anything was asked for, it is known to be so
    ASK = 1  # something that was asked for, nobody has told us


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a group looks for, taken apart: «a room / Tuesdays 7-9pm / sink, tea»."""

    what: str
    when: str = ""
    needs: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: str) -> "Wanted":
        """Take somebody's words apart at their strokes.

        >>> Wanted.of("a room / Tuesdays 7-9pm / tea and a sink").needs
        ('tea', 'a sink')
        """
        what, _, rest = words.partition("/")
        when, _, needs = rest.partition("/")
        return cls(
            what=what.strip(),
            when=when.strip(),
            needs=tuple(need for need in _BETWEEN.split(needs.strip()) if need),
        )

    def __str__(self) -> str:
        """Write it as the register keeps it, at its strokes.

        >>> str(Wanted(what="a room", needs=("tea", "a sink")))
        'a room /  / tea, a sink'
        """
        parts = (self.what, self.when, ", ".join(self.needs))
        return " / ".join(part.replace("/", " or ") for part in parts).rstrip(" /")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """A room, or something to borrow, and the hours in which nobody uses it.

    ``words`` is everything that its holder says it is; ``hours`` is empty where nobody
    has told us which are empty.
    """

    key: str
    words: str
    is_room: bool
    point: Point | None
    hours: tuple[Hour, ...]
    facts: Mapping[FactField, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """A group that looks for a room, or for something to borrow."""

    key: str
    wanted: Wanted
    point: Point | None
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A room that may suit a group, and what to ask before anybody moves."""

    spare: str
    looking: str
    suits: Suits
    metres: int | None
    hours: tuple[Hour, ...]  # of the group's, that are empty there
    met: tuple[str, ...]  # what must be there, and is
    ask: tuple[str, ...]  # what must be there, and nobody has told us


def matches(spares: Iterable[Spare], lookings: Iterable[Looking]) -> tuple[Match, ...]:
    """Lay rooms and groups beside one another; those known to suit, and near, first."""
    rooms = list(spares)
    found = (
        match for one in lookings for room in rooms if (match := suited(room, one))
    )
    return tuple(
        sorted(
            found,
            key=lambda m: (
                m.looking,
                m.suits,
                m.metres if m.metres is not None else FURTHEST_METRES,
                m.spare,
            ),
        )
    )


def suited(room: Spare, one: Looking) -> Match | None:
    """Say how a room suits a group; None where it is known not to.

    Returns
    -------
    Match | None
        None where it is another sort of thing, too far, in use when they want it, or
        has not what must be there.
    """
    if room.key == one.key or not _is_meant(room, one.wanted):
        return None
    metres = _metres(room.point, one.point)
    hours = _together(room.hours, one.hours)
    needs = {need: _has(room, need) for need in one.wanted.needs}
    too_far = metres is not None and metres > FURTHEST_METRES
    in_use = bool(room.hours and one.hours) and not hours
    if too_far or in_use or False in needs.values():
        return None
    ask = tuple(_asked(room, one, metres, needs))
    return Match(
        spare=room.key,
        looking=one.key,
        suits=Suits.ASK if ask else Suits.YES,
        metres=metres,
        hours=hours,
        met=tuple(need for need, there in needs.items() if there),
        ask=ask,
    )


def _is_meant(room: Spare, wanted: Wanted) -> bool:
    """Tell whether it is the sort of thing that they look for."""
    looked_for = set(_sense(wanted.what))
    if room.is_room or looked_for & ROOMS:
        return room.is_room and bool(looked_for & ROOMS)
    return bool(looked_for & set(folded(room.words).split()))


def _sense(words: str) -> Collection[str]:
    """Leave the little words out."""
    return [word for word in folded(words).split() if len(word) > 2]  # noqa: PLR2004 a, an, to


def _metres(one: Point | None, other: Point | None) -> int | None:
    if one is None or other is None:
        return None
    return round(one.metres_to(other))


def _together(empty: Collection[Hour], wanted: Collection[Hour]) -> tuple[Hour, ...]:
    """List the hours that are wanted and lie whole within empty ones."""
    return tuple(
        hour
        for hour in wanted
        if any(
            free.day == hour.day
            and free.starts <= hour.starts
            and hour.ends <= free.ends
            for free in empty
        )
    )


def _has(room: Spare, need: str) -> bool | None:
    """Say whether what must be there is; None where nobody has told us."""
    field = _field(need)
    if field is not None:
        return room.facts.get(field)
    told = set(folded(room.words).split())
    return True if set(_sense(need)) <= told else None


def _field(need: str) -> FactField | None:
    """Find the fact that somebody's word for what must be there stands for."""
    return NEEDS.get(folded(need)) or NEEDS.get(" ".join(_sense(need)))


def _asked(
    room: Spare, one: Looking, metres: int | None, needs: Mapping[str, bool | None]
) -> Iterator[str]:
    """List what to ask before anybody moves."""
    if not room.hours:
        yield "When is it empty?"
    if not one.hours:
        yield "When would the group come?"
    if metres is None:
        yield "How far apart are they?"
    for need, there in needs.items():
        if there is None:
            field = _field(need)
            yield WORDS[field].ask if field else f"Is there this: {need}?"
