"""Where and when is what is on in a week, as journeys are asked for?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.timetable import Events


@dataclass(frozen=True, slots=True, eq=False)
class Occasions:
    """Where and when each session is; deciseconds since Monday 00:00.

    ``place`` is -1 where there is none to go to.
    """

    place: NDArray[np.int32]
    start: NDArray[np.int32]
    end: NDArray[np.int32]

    def at(self, rows: NDArray[np.integer]) -> "Occasions":
        """Take some of them."""
        return Occasions(self.place[rows], self.start[rows], self.end[rows])

    @property
    def events(self) -> tuple[Events, Events]:
        """List the starts and the ends; those at no place are told as at the first."""
        place = np.maximum(self.place, 0)
        return Events(place=place, when=self.start), Events(place=place, when=self.end)
