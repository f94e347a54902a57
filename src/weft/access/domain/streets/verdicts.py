"""What do we say of a stretch of street: may one pass, how fast, and if not, why?"""

from dataclasses import dataclass
from enum import IntEnum, IntFlag, auto


class Pass(IntEnum):
    """May one pass? An unknown is shut on the certain plane, open on the possible."""

    NO = 0
    YES = 1
    UNKNOWN = 2


class Why(IntFlag):
    """What gets in the way of wheels, or might; kept with every stretch."""

    STEPS = auto()
    SURFACE = auto()
    SURFACE_UNKNOWN = auto()
    SMOOTHNESS = auto()
    WIDTH = auto()
    SLOPE = auto()
    NO_PAVEMENT = auto()
    PAVEMENT_UNKNOWN = auto()
    KERB = auto()
    KERB_UNKNOWN = auto()
    BARRIER = auto()
    SAID = auto()  # somebody said so: wheelchair=no, wheelchair=limited
    ACCESS = auto()  # private, or nobody knows who may pass


NOTHING = Why(0)
WORDS: dict[Why, str] = {
    Why.STEPS: "steps",
    Why.SURFACE: "a rough or soft surface",
    Why.SURFACE_UNKNOWN: "nobody has said what the surface is",
    Why.SMOOTHNESS: "a bumpy surface",
    Why.WIDTH: "narrow",
    Why.SLOPE: "a slope that is steep, or may be",
    Why.NO_PAVEMENT: "no pavement",
    Why.PAVEMENT_UNKNOWN: "nobody has said whether there is a pavement",
    Why.KERB: "a raised kerb",
    Why.KERB_UNKNOWN: "nobody has said whether the kerb is lowered",
    Why.BARRIER: "a gate, stile or bollards",
    Why.SAID: "said to be hard on wheels",
    Why.ACCESS: "private, or nobody knows who may pass",
}


class Surface(IntEnum):
    """What one goes on, as far as anybody has said."""

    UNKNOWN = 0
    SMOOTH = 1
    ROUGH = 2
    SOFT = 3


class Kind(IntEnum):
    """What a stretch is, where it must be told apart."""

    ROAD = 0
    PATH = 1
    STEPS = 2
    JOINT = 3  # no stretch at all: through a gate, over a kerb
    MOTORWAY = 4  # nobody's door is on it


@dataclass(frozen=True, slots=True)
class Verdict:
    """May one pass along it, one way and the other, and how fast?

    ``mm_a_second`` is millimetres in a second; 0 for the pace of that way of getting
    about.
    """

    there: Pass
    back: Pass
    mm_a_second: int = 0
    why: Why = NOTHING


def worse(one: Pass, other: Pass) -> Pass:
    """Take the worse of two: a no, else an unknown, else a yes."""
    if Pass.NO in (one, other):
        return Pass.NO
    return Pass.UNKNOWN if Pass.UNKNOWN in (one, other) else Pass.YES


SHUT = Verdict(Pass.NO, Pass.NO)


def both(passing: Pass, *, why: Why = NOTHING, mm_a_second: int = 0) -> Verdict:
    """Say the same of both directions."""
    return Verdict(passing, passing, mm_a_second, why)
