"""Two feeds that everybody can look at: the made-up valley's, and Newport's."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from demo.files import Folder
from demo.ground import areas
from demo.setting import Setting
from demo.streets import network
from demo.streets.graph import Roads
from demo.timetable import gtfs
from demo.timetable.stops import Stops
from weft.access.domain.timetable import Changing, Day, Timetable, changing, day_of
from weft.access.domain.timetable.changing import walks_from
from weft.access.exchange.timetable import timetable_from
from weft.commons.provenance import Tally
from weft.standards.gtfs import read_feed

MONDAY = date(2026, 11, 23)
FURTHEST = 400.0  # metres in a straight line
PER_METRE = 1.3 * 600 / 75  # deciseconds, at 4.5 km/h along streets


@dataclass(frozen=True)
class Served:
    """A feed, what was read of it, and walks between its stops that are not closed."""

    path: Path
    timetable: Timetable
    walks: dict[tuple[str, str], int]

    def on(self, day, **asked) -> tuple[Day, Changing]:
        return day_of(self.timetable, day, **asked), self.changing

    @property
    def changing(self):
        row = {name: n for n, name in enumerate(self.timetable.stop_id)}
        here, there = (
            np.array([row[pair[end]] for pair in self.walks], np.int32)
            for end in (0, 1)
        )
        takes = np.array(list(self.walks.values()), np.int32)
        return changing(
            self.timetable, walks_from(self.timetable.stops, here, there, takes)
        )


def served(path):
    timetable = timetable_from(read_feed(path, tally=Tally()))
    return Served(path, timetable, near(timetable))


def near(timetable):
    """Walks of up to 400 m: from A to B and B to C, and often not from A to C."""
    north = np.radians(timetable.stop_lat) * 6_371_000
    east = np.radians(timetable.stop_lon) * 6_371_000 * np.cos(north / 6_371_000)
    apart = np.hypot(north[:, None] - north, east[:, None] - east)
    found = np.argwhere((apart <= FURTHEST) & ~np.eye(len(north), dtype=bool))
    name = timetable.stop_id
    return {
        (str(name[a]), str(name[b])): round(float(apart[a, b]) * PER_METRE)
        for a, b in found
    }


@pytest.fixture(scope="session")
def valley(tmp_path_factory):
    folder = tmp_path_factory.mktemp("buses")
    setting = Setting(week=MONDAY)
    lines = network.lay(setting, areas.divide(setting))
    gtfs.write(setting, Stops(setting, Roads(lines)), Folder(folder))
    return served(folder / gtfs.FILE)


@pytest.fixture(scope="session")
def newport(shared):
    return served(next((shared / "data/other-regions/newport").glob("*_gtfs.zip")))
