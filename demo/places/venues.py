"""Where do the valley's halls, rooms and corners stand, and what are they like?"""

from dataclasses import dataclass

from demo import words
from demo.ground.land import Spot, degrees
from demo.postcodes import Postcode
from demo.setting import Setting
from demo.streets.lines import Tags

KNOWN = {"y": "yes", "n": "no", ".": ""}
FACTS = (
    "step_free",
    "toilets",
    "tea",
    "parking",
    "quiet_room",
    "hearing_loop",
    "accessible_toilet",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place where things happen. Facts are ``yes``, ``no`` or empty: not known."""

    key: str
    name: str
    other_names: str
    neighbourhood: str
    tags: Tags
    facts: dict[str, str]
    ownership: str
    runs: str
    summary: str
    at: Spot
    postcode: str
    street: str
    number: int
    phone: str

    @property
    def online(self) -> bool:
        """It has no door."""
        return self.key == "online"

    @property
    def lat_lon(self) -> tuple[str, str]:
        """Latitude and longitude as text, or nothing."""
        if self.online:
            return "", ""
        lon, lat = degrees(self.at)
        return f"{lat:.6f}", f"{lon:.6f}"


def drama_number(number: int) -> str:
    """Give a telephone number that Ofcom keeps for fiction: it rings nowhere."""
    return f"01632 960 {number % 1000:03d}"


GIVEN_NUMBERS = {"dyehouse-old": 142, "rush-chapel": 187}
"""As on the drawn screens."""


def located(setting: Setting, postcodes: list[Postcode]) -> dict[str, Venue]:
    """Put every venue at a live postcode of its neighbourhood, none twice."""
    rng = setting.chance("venues")
    free: dict[str, list[Postcode]] = {}
    for postcode in postcodes:
        if not postcode.terminated and postcode.placed and not postcode.oa.outlying:
            free.setdefault(postcode.oa.neighbourhood, []).append(postcode)
    found = {}
    for number, row in enumerate(words.table("venues.txt")):
        home = row["neighbourhood"]
        here = free[home].pop(rng.randrange(len(free[home]))) if home else None
        found[row["key"]] = Venue(
            key=row["key"],
            name=row["name"],
            other_names=row["other"],
            neighbourhood=home,
            tags=dict(tag.split("=") for tag in row["osm"].split(";") if tag),
            facts={
                fact: KNOWN[letter]
                for fact, letter in zip(FACTS, row["facts"], strict=True)
            },
            ownership=row["ownership"],
            runs=row["runs"],
            summary=row["summary"],
            at=here.at if here else (0.0, 0.0),
            postcode=here.text if here else "",
            street=here.street if here else "",
            number=rng.randrange(1, 90),
            phone=phone(row["key"], number),
        )
    return found


def phone(key: str, number: int) -> str:
    """Give a venue a number; every fourth has none that we know."""
    if key in GIVEN_NUMBERS:
        return drama_number(GIVEN_NUMBERS[key])
    return "" if number % 4 == 3 else drama_number(200 + number * 3)


def outdoors(venue: Venue) -> bool:
    """Say whether one stands under the sky there."""
    return venue.key.startswith(
        ("park-", "moor-", "towpath", "dye-garden", "weav-allot")
    )
