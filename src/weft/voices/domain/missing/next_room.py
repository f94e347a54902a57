"""Which room next? Where, of whom and about what would most be heard that was not?

Plain sums, so that anybody can check them and say why they are wrong: how many of a
group lack, which share of that group lives round a place, and how much of it has not
yet spoken to a question. A room holds no more than it holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weft.voices.domain.missing.due import OfGroup

A_ROOM = 12
"""How many one room hears in an evening, unless told otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere a room could be, and what share of each group lives round it.

    Attributes
    ----------
    shares
        0 to 1, by group; not there where it is not known.
    """

    name: str
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that can be asked, and how many of each group have spoken to it.

    Attributes
    ----------
    spoke
        By group; not there where nobody counted, which is taken as none for the sum
        and told as not known.
    """

    words: str
    spoke: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRoom:
    """A room that could be held, with its reasons.

    Attributes
    ----------
    gain
        How many could be heard who have not been.
    lacking
        How many fewer of this group came than were due.
    lives_there
        Which share of the group lives round the place.
    spoke
        How many of the group have spoken to the question; None where nobody counted.
    unheard
        How much of the group has not: 0 to 1 of those due.
    """

    place: str
    group: str
    question: str
    gain: float
    lacking: float
    lives_there: float
    spoke: int | None
    unheard: float


def next_rooms(
    groups: Sequence[OfGroup],
    places: Sequence[Place],
    questions: Sequence[Question],
    *,
    holds: int = A_ROOM,
) -> tuple[NextRoom, ...]:
    """List every room that would add somebody, most first; of equals, as given.

    Groups of whom it is not known how many lack, and places round which it is not
    known how many of them live, are in none: what is not known cannot be reckoned.
    """
    found = []
    for one in groups:
        if not one.lacking or not one.due:
            continue
        for place in places:
            lives_there = place.shares.get(one.group, 0.0)
            for question in questions:
                spoke = question.spoke.get(one.group)
                unheard = max(0.0, 1 - (spoke or 0) / one.due)
                gain = min(float(holds), one.lacking * lives_there) * unheard
                if gain > 0:
                    found.append(
                        NextRoom(
                            place=place.name,
                            group=one.group,
                            question=question.words,
                            gain=gain,
                            lacking=one.lacking,
                            lives_there=lives_there,
                            spoke=spoke,
                            unheard=unheard,
                        )
                    )
    return tuple(sorted(found, key=lambda room: -room.gain))
