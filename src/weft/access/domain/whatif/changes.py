"""What if? A scenario is a list of changes, short enough to share.

As text it fits in a link: the edition, then each change as a letter and its fields,
``1~m.choir-3.2880.2940~y.choir-3.step-free.1``. Times are minutes of the week since
Monday 00:00. Names are those of the register; what they stand for in a week's numbers
says a ``Book``.
"""

import re
from dataclasses import dataclass, fields

from weft.commons.errors import NotPossible

EDITION = "1"
MOST_CHANGES = 40
LONGEST = 2000
WEEK = 7 * 24 * 60
_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")
_NUMBER = re.compile(r"\d{1,7}")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be otherwise.

    Raises
    ------
    NotPossible
        When a field is not what can be written in a link.
    """

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            wanted = _NAME if field.type is str else _NUMBER
            if not wanted.fullmatch(_written(value)):
                raise NotPossible(f"A change cannot have the {field.name} «{value}».")


@dataclass(frozen=True, slots=True)
class Move(Change):
    """A session at another time of the week, as long as it was."""

    offer: str
    start: int
    to: int


@dataclass(frozen=True, slots=True)
class Add(Change):
    """One more session of an offer that is there."""

    offer: str
    place: str
    start: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Drop(Change):
    """A session less."""

    offer: str
    start: int


@dataclass(frozen=True, slots=True)
class New(Change):
    """An offer that is not there yet; later changes may use its name.

    Open to all ages, by the first joining rule, with room for anybody; of its needs
    nothing is known until a change says so. A group that the book does not know is a
    new one.
    """

    name: str
    group: str
    kind: str
    place: str
    start: int
    minutes: int
    pence: int


@dataclass(frozen=True, slots=True)
class Meets(Change):
    """A need that an offer meets, or does not: a language, a crèche, no steps."""

    offer: str
    need: str
    yes: bool


@dataclass(frozen=True, slots=True)
class PlaceMeets(Change):
    """The same for everything that takes place there."""

    place: str
    need: str
    yes: bool


@dataclass(frozen=True, slots=True)
class Price(Change):
    """What an offer costs, in pence."""

    offer: str
    pence: int


@dataclass(frozen=True, slots=True)
class Room(Change):
    """How many newcomers an offer takes in a week."""

    offer: str
    newcomers: int


@dataclass(frozen=True, slots=True)
class Joining(Change):
    """By which rule one joins."""

    offer: str
    rule: str


@dataclass(frozen=True, slots=True)
class Trip(Change):
    """One more run of a route, from its first stop at this minute.

    Whoever has the timetable says how the journeys change (``difference``).
    """

    route: str
    minute: int


@dataclass(frozen=True, slots=True)
class Runs(Change):
    """A line that runs on one day as on another, besides what it has; 0 is Monday."""

    line: str
    day: int
    like: int


CODES: dict[str, type[Change]] = {
    "m": Move,
    "a": Add,
    "d": Drop,
    "n": New,
    "y": Meets,
    "p": PlaceMeets,
    "c": Price,
    "r": Room,
    "j": Joining,
    "t": Trip,
    "l": Runs,
}
_LETTERS = {kind: letter for letter, kind in CODES.items()}
Scenario = tuple[Change, ...]


def as_text(scenario: Scenario) -> str:
    """Write a scenario so that it fits in a link.

    Raises
    ------
    NotPossible
        When it is too long for one.
    """
    told = [EDITION]
    for change in scenario:
        written = [_written(getattr(change, one.name)) for one in fields(change)]
        told.append(".".join([_LETTERS[type(change)], *written]))
    text = "~".join(told)
    if len(scenario) > MOST_CHANGES or len(text) > LONGEST:
        raise NotPossible(
            f"A scenario has {MOST_CHANGES} changes at most, and fits in a link."
        )
    return text


def from_text(text: str) -> Scenario:
    """Read what ``as_text`` wrote.

    Raises
    ------
    NotPossible
        When it is of another edition, too long, or cut short.
    """
    edition, *told = text.split("~")
    if edition != EDITION:
        raise NotPossible(
            "This link is not of an edition that can be read here. Begin anew, or ask "
            "whoever sent it to send it again."
        )
    if len(told) > MOST_CHANGES or len(text) > LONGEST:
        raise NotPossible(f"A scenario has {MOST_CHANGES} changes at most.")
    return tuple(_read(one) for one in told)


def _read(told: str) -> Change:
    letter, *values = told.split(".")
    kind = CODES.get(letter)
    if kind is None or len(values) != len(fields(kind)):
        raise NotPossible(
            f"This link was cut short or changed on its way: «{told}» is no change."
        )
    made = [
        _as(one.type, value) for one, value in zip(fields(kind), values, strict=True)
    ]
    if None in made:
        raise NotPossible(f"In this link «{told}» should have another number.")
    return kind(*made)


def _written(value: object) -> str:
    return str(int(value) if isinstance(value, bool) else value)


def _as(kind: object, value: str) -> str | int | bool | None:
    """Read one field; None where it is not what it should be."""
    if kind is str:
        return value
    if kind is bool:
        return {"0": False, "1": True}.get(value)
    return int(value) if _NUMBER.fullmatch(value) else None
