"""In which order is the valley made, and what is written?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demo import libraries, open_referral, parishes, postcodes, practices
from demo.files import Folder, WrittenFile
from demo.ground import areas, boundaries, lookups
from demo.own import assets as own_assets
from demo.own import chances, deeds, offer, offers, replies, voices, votes
from demo.people import census, deprivation, estimates, jobs, profile, wellbeing
from demo.places import mapped, venues
from demo.places.hours import openings
from demo.setting import Setting
from demo.streets import network, osm
from demo.streets.graph import Roads
from demo.timetable import gtfs
from demo.timetable.stops import Stops

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much there is of everything that has an hour or a name."""

    mapped: int
    named: int
    with_hours: int
    mapped_openings: int
    own_assets: int
    own_offers: int
    own_sessions: float
    services: int
    service_sessions: int
    library_sessions: int

    @property
    def sessions(self) -> int:
        """Sessions of an ordinary week, an opening on a day being one."""
        told = self.own_sessions + self.service_sessions + self.library_sessions
        return round(told + self.mapped_openings)


def quiet(_: str) -> None:
    """Say nothing."""


def write(
    into: Path, *, week: date, seed: int = 1, progress: Progress = quiet
) -> list[WrittenFile]:
    """Write every file of the valley into a folder of its own.

    Parameters
    ----------
    into
        The folder; made if it is not there. Files of an earlier run are overwritten.
    week
        The Monday that every date runs from.
    seed
        The same seed and Monday give the same bytes.
    progress
        Is told in words what is being made.

    Returns
    -------
    list of WrittenFile
        Each file below ``into`` with its number of rows, in the order written.
    """
    setting, folder = Setting(week=week, seed=seed), Folder(into)
    progress("Tenterdale: land, areas, people")
    ground = areas.divide(setting)
    people = profile.profiles(setting, ground)
    ranks = write_people(setting, ground, people, folder)
    progress("Tenterdale: streets, postcodes, buses")
    lines = network.lay(setting, ground)
    codes = postcodes.deliver(setting, ground, lines)
    postcodes.write(ground, codes, ranks, folder)
    stops = Stops(setting, Roads(lines))
    gtfs.write(setting, stops, folder)
    progress("Tenterdale: places, groups, offers")
    halls = venues.located(setting, codes)
    features = mapped.features(setting, ground, codes, halls, stops)
    osm.write(setting, lines, features, folder)
    going_on = offer.all_offers(setting, halls)
    own_assets.write(setting, ground, halls, going_on, folder)
    offers.write(setting, going_on, folder)
    replies.write(setting, ground, folder)
    voices.write(setting, ground, folder)
    votes.write(setting, folder)
    chances.write(setting, folder)
    deeds.write(setting, folder)
    parishes.write(halls, folder)
    services = open_referral.write(setting, halls, folder)
    library = libraries.write(setting, halls, codes, folder)
    practices.write(setting, people, codes, folder)
    for line in told(counted(folder, features, going_on, services, library)):
        progress(line)
    return folder.written


def write_people(
    setting: Setting,
    ground: areas.Areas,
    people: list[profile.Profile],
    folder: Folder,
) -> dict[str, int]:
    """Write the areas and every table about them; give their ranks of deprivation."""
    boundaries.write(ground, folder)
    lookups.write(ground, folder)
    census.write(setting, ground, people, folder)
    estimates.write(setting, ground, people, folder)
    jobs.write(setting, ground, folder)
    wellbeing.write(setting, ground, people, folder)
    return deprivation.write(setting, ground, people, folder)


def counted(
    folder: Folder,
    features: list[osm.Feature],
    going_on: list[offer.Offer],
    services: int,
    library: int,
) -> Contents:
    """Count what was made."""
    rows = {str(file.path): file.rows for file in folder.written}
    places = [f for f in features if f.tags.get("highway") != "bus_stop"]
    return Contents(
        mapped=len(places),
        named=sum("name" in f.tags for f in places),
        with_hours=sum("opening_hours" in f.tags for f in places),
        mapped_openings=sum(
            openings(f.tags["opening_hours"])
            for f in places
            if "opening_hours" in f.tags
        ),
        own_assets=rows["own/weft-assets.csv"],
        own_offers=len(going_on),
        own_sessions=sum(o.sessions_a_week for o in going_on),
        services=sum(n for path, n in rows.items() if path.startswith("services/")),
        service_sessions=services,
        library_sessions=library,
    )


def told(contents: Contents) -> list[str]:
    """Say in words how much there is."""
    c = contents
    return [
        f"{c.mapped} places on the map: {c.named} have a name, {c.with_hours} hours",
        f"{c.own_assets} assets and {c.own_offers} offers in our own tables",
        f"{c.services} services in the councils' directory",
        f"about {c.sessions} sessions in an ordinary week",
    ]
