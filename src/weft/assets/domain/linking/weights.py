"""How much does each thing that two listings have in common say?

In bits: a finding of three bits is seen eight times as often between two listings of
one thing as between two things of one village (Fellegi and Sunter 1969). The weights of
groups were counted on the open halls of the halls set, drawn anew fourteen times, and
rounded; where the set's halls are simpler than the world's, they were taken smaller.
The counts stand in docs/methods/linking.md.
"""

from dataclasses import dataclass
from enum import StrEnum

from weft.assets.domain.linking.lying import When, Where
from weft.assets.domain.linking.names import Likeness


class Field(StrEnum):
    """What two listings are compared by."""

    NAME = "name"
    PLACE = "place"
    TIME = "time"
    TELEPHONE = "telephone"
    WEBSITE = "website"
    AGES = "ages"
    KIND = "kind"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks for or against, in words, and how much."""

    field: Field
    words: str
    bits: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much names and places say, for a sort of thing."""

    names: dict[Likeness, Finding]
    places: dict[Where, Finding]


def _names(**bits: float) -> dict[Likeness, Finding]:
    return {
        one: Finding(Field.NAME, one.value, bits[one.name.casefold()])
        for one in Likeness
    }


def _places(**bits: float) -> dict[Where, Finding]:
    told = (one for one in Where if one is not Where.UNKNOWN)
    return {
        one: Finding(Field.PLACE, one.value, bits[one.name.casefold()]) for one in told
    }


OF_GROUPS = Weights(
    names=_names(
        same=12,
        nearly=8.5,
        same_but_marks=2,
        initials=5,
        within_telling=9,
        within=2.5,
        some_telling=5,
        some=2.5,
        unreadable=0,
        different=-3.5,
    ),
    places=_places(same=1, perhaps=0, other_hall=-2, other=-5, far=-12),
)
OF_PLACES = Weights(
    names=_names(
        same=12,
        nearly=8,
        same_but_marks=6,
        initials=4,
        within_telling=5,
        within=4,
        some_telling=4,
        some=1.5,
        unreadable=0,
        different=-3,
    ),
    places=_places(same=6, perhaps=0, other_hall=0, other=-4, far=-12),
)


def _time(step: When, bits: float) -> Finding:
    return Finding(Field.TIME, step.value, bits)


TIMES = {
    When.WHOLE: _time(When.WHOLE, 9.5),
    When.SAME: _time(When.SAME, 7),
    When.OTHER_END: _time(When.OTHER_END, -2),
    When.CLOSE: _time(When.CLOSE, 2),
    When.DAY: _time(When.DAY, 1),
    When.OTHER_HOUR: _time(When.OTHER_HOUR, -5),
    When.OTHER_WEEK: _time(When.OTHER_WEEK, -5),
    When.OTHER_DAY: _time(When.OTHER_DAY, -6),
}
ALONE_THERE = Finding(Field.PLACE, "no list tells of two things there at that hour", 3)
OWN_NUMBER = Finding(Field.TELEPHONE, "they give the same telephone number", 8)
SEVERALS_NUMBER = Finding(
    Field.TELEPHONE, "both give a telephone number that several groups give", 4
)
HALLS_NUMBER = Finding(Field.TELEPHONE, "both give the hall's telephone number", 2)
ONE_HALLS_NUMBER = Finding(
    Field.TELEPHONE, "one gives the hall's telephone number, the other its own", -1
)
OTHER_NUMBER = Finding(Field.TELEPHONE, "they give different telephone numbers", -5)
OWN_SITE = Finding(Field.WEBSITE, "they give the same website", 4)
SHARED_SITE = Finding(Field.WEBSITE, "both give a website that several give", 0)
OTHER_SITE = Finding(Field.WEBSITE, "they give different websites", -5)
SAME_AGES = Finding(Field.AGES, "they are for the same ages", 2)
OTHER_AGES = Finding(Field.AGES, "they are for other ages, which overlap", -1)
SAME_KIND = Finding(Field.KIND, "they are of the same kind", 2)
OTHER_KIND = Finding(Field.KIND, "they are of different kinds", -4)
ONLY_ONE_THERE = Finding(
    Field.KIND, "no list tells of two of that kind at that postcode", 5
)
SAME_SOURCE = Finding(Field.SOURCE, "one list tells of both", -4)
SAME_HOUSE = Finding(Field.PLACE, "they have the same house number", 2)
OTHER_HOUSE = Finding(Field.PLACE, "they have different house numbers", -2)
