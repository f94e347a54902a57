"""What is made ready once a week, so that a page can answer within seconds?

To which lives in which areas each room-hour would be open, by the same kernel as all of
real choice; and what these have already. Only who lacks three choices for certain is in
it: to the others nothing needs to be opened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.arrays import Arrays, What
from weft.access.domain.choice.values import Longs

Ints = NDArray[np.int64]


class Case(StrEnum):
    """Under which assumption it was reckoned."""

    USUAL = "usual"  # what is unknown of a room counts as no
    POSSIBLE = "possible"  # what is unknown of a room counts as yes
    SHORTER = "shorter"  # nobody goes further than three quarters of their minutes


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """To which cells each room-hour would be open: ``cell[start[n]:start[n + 1]]``."""

    start: Ints
    cell: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What each cell has for certain; ``siting.Cells`` says how it is written.

    ``lacks`` tells whether it has fewer than three choices.
    """

    lacks: NDArray[np.bool_]
    offers: Ints
    group: Ints
    kind: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hours:
    """Room-hours: which room, when, and whether its holder said that it is empty then.

    ``starts`` and ``ends`` are minutes of the day, ``day`` 0 is Monday.
    """

    room: Ints
    day: Ints
    starts: Ints
    ends: Ints
    told: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.room)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """A region's week, ready to be asked what to put on next.

    A cell is one life in one area: life times areas, plus area.

    Attributes
    ----------
    people
        Thousandths, (lives, areas).
    tenth
        Of each area by deprivation, 1 the most; 0 not known.
    tongue
        Which of ``tongues`` each life needs; -1 where English will do.
    rooms
        Keys in the register.
    hire
        Pence an hour of each room; -1 where nobody has told us.
    groups
        How many groups there are already; each room's own comes after them.
    rooms_left_out
        How many rooms more the region has.
    """

    lives: tuple[str, ...]
    areas: tuple[str, ...]
    areas_of: str
    basis: str
    people: Longs
    tenth: Ints
    tongue: Ints
    tongues: tuple[tuple[str, ...], ...]
    rooms: tuple[str, ...]
    hire: Ints
    hours: Hours
    groups: int
    rooms_left_out: int
    reach: Mapping[Case, Reach]
    standing: Mapping[Case, Standing]


_HOURS = ("room", "day", "starts", "ends", "told")
_STANDING = ("lacks", "offers", "group", "kind")


def as_arrays(told: Prepared) -> Arrays:
    """Give what is kept."""
    arrays: dict[str, NDArray[np.generic]] = {
        "lives": _texts(told.lives),
        "areas": _texts(told.areas),
        "rooms": _texts(told.rooms),
        "people": told.people,
        "tenth": told.tenth,
        "tongue": told.tongue,
        "hire": told.hire,
        **{f"hours_{name}": getattr(told.hours, name) for name in _HOURS},
    }
    for case, reach in told.reach.items():
        arrays |= {f"{case}_start": reach.start, f"{case}_cell": reach.cell}
    for case, standing in told.standing.items():
        arrays |= {f"{case}_{name}": getattr(standing, name) for name in _STANDING}
    return Arrays(
        what=What.NEXT_OFFER,
        arrays=arrays,
        about={
            "areas_of": told.areas_of,
            "basis": told.basis,
            "tongues": [list(one) for one in told.tongues],
            "groups": told.groups,
            "rooms_left_out": told.rooms_left_out,
        },
    )


def from_arrays(kept: Arrays) -> Prepared:
    """Take back what was kept."""
    arrays, about = kept.arrays, kept.about
    tongues = about["tongues"]
    return Prepared(
        lives=tuple(arrays["lives"].tolist()),
        areas=tuple(arrays["areas"].tolist()),
        areas_of=str(about["areas_of"]),
        basis=str(about["basis"]),
        people=arrays["people"],
        tenth=arrays["tenth"],
        tongue=arrays["tongue"],
        tongues=tuple(map(tuple, tongues)) if isinstance(tongues, list) else (),
        rooms=tuple(arrays["rooms"].tolist()),
        hire=arrays["hire"],
        hours=Hours(**{name: arrays[f"hours_{name}"] for name in _HOURS}),
        groups=int(str(about["groups"])),
        rooms_left_out=int(str(about["rooms_left_out"])),
        reach={
            case: Reach(arrays[f"{case}_start"], arrays[f"{case}_cell"])
            for case in Case
        },
        standing={
            case: Standing(*(arrays[f"{case}_{name}"] for name in _STANDING))
            for case in (Case.USUAL, Case.SHORTER)
        },
    )


def _texts(words: Sequence[str]) -> NDArray[np.str_]:
    return np.array(words, dtype=np.str_)
