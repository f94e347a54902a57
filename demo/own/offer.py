"""What is an offer before it is a row: told by hand, or scattered by chance?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from demo import words
from demo.ground.neighbourhoods import BY_NAME
from demo.places.venues import Venue
from demo.setting import Setting

FLAGS = {
    "w": "women_only",
    "m": "men_welcome",
    "c": "bring_a_child",
    "b": "beginners",
    "t": "try_once",
    "k": "company",
    "g": "go_with",
    "f": "bring_a_friend",
    "q": "quiet",
    "x": "mixed_abilities",
    "o": "outdoors",
    "p": "playful",
    "s": "just_come_and_sit",
    "h": "at_home",
    "y": "run_by_young_people",
}
COLUMNS = (
    "name",
    "group",
    "kinds",
    "art_forms",
    "manner",
    "spectrum",
    "price",
    "joining",
    "flags",
    "languages",
    "ages",
)
KINDS_OF_VENUE = {
    "hall": ("amenity", "community_centre"),
    "church": ("religion", "christian"),
    "mosque": ("religion", "muslim"),
    "pub": ("amenity", "pub"),
    "club": ("amenity", "social_club"),
    "library": ("amenity", "library"),
    "school": ("amenity", "school"),
    "pavilion": ("building", "pavilion"),
}
# How much goes on in a neighbourhood beyond what is told by hand. The hills and
# Rushby, on the valley floor, have little.
RHYTHMS = ("weekly", "fortnightly", "monthly-2")
BUSY = {"Hollin Bridge": 8, "Aldermill": 6, "Rushby": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of offer, as its block tells it."""

    cells: dict[str, str]
    say: str
    ten: str = ""
    feel: str = ""
    safe: str = ""
    who: str = ""
    told: tuple[str, ...] = ()
    scattered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer at one place: what its sort says, and what is its own."""

    sort: Sort
    venue: Venue
    days: tuple[str, ...]
    starts: str
    ends: str
    frequency: str
    term: bool
    told_by_hand: bool
    own: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called; scattered ones carry their place."""
        name = self.own.get("name", self.sort.cells["name"])
        if self.told_by_hand:
            return name
        return f"{name}, {self.venue.neighbourhood}"

    @property
    def group(self) -> str:
        """Who does it, by name; what is scattered is done by the house."""
        if not self.told_by_hand:
            return self.venue.runs
        pattern = self.sort.cells["group"]
        return pattern.format(n=self.venue.neighbourhood or "Valley", p=self.venue.name)

    @property
    def sessions_a_week(self) -> float:
        """How often it happens in an ordinary week."""
        share = 1.0 if self.frequency == "weekly" else 0.25
        if self.frequency == "fortnightly":
            share = 0.5
        return len(self.days) * share


def sorts() -> list[Sort]:
    """Read every block of ``offers.txt``."""
    blocks: list[list[str]] = []
    for line in words.lines("offers.txt"):
        if line.startswith("= "):
            blocks.append([line[2:]])
        else:
            blocks[-1].append(line)
    return [_sort(block) for block in blocks]


def _sort(block: list[str]) -> Sort:
    cells = dict(zip(COLUMNS, block[0].split("|"), strict=True))
    texts: dict[str, str] = {}
    for line in block[1:]:
        for part in re.split(r"   (?=ten: |feel: |safe: |for: )", line):
            if part[0] != "@":
                key, text = part.split(": ", 1)
                texts[key] = text
    return Sort(
        cells=cells,
        say=texts["say"],
        ten=texts.get("ten", ""),
        feel=texts.get("feel", ""),
        safe=texts.get("safe", ""),
        who=texts.get("for", ""),
        told=tuple(line[2:] for line in block[1:] if line.startswith("@ ")),
        scattered=tuple(line[3:] for line in block[1:] if line.startswith("@@ ")),
    )


def all_offers(setting: Setting, venues: dict[str, Venue]) -> list[Offer]:
    """List every offer, those told by hand first within their sort."""
    rng = setting.chance("offers")
    taken: set[tuple[str, str, str]] = set()
    found: list[Offer] = []
    for sort in sorts():
        found += [told(sort, line, venues) for line in sort.told]
        for line in sort.scattered:
            found += scatter(sort, line, venues, taken, rng)
    return found


def told(sort: Sort, line: str, venues: dict[str, Venue]) -> Offer:
    """Read one offer told by hand."""
    key, when, rhythm, *changes = line.split("|")
    days, starts, ends = hours(when)
    own = dict(
        change.split("=", 1)
        for change in re.split(r";(?=\w+=)", ";".join(changes))
        if change
    )
    return Offer(
        sort=sort,
        venue=venues[key],
        days=days,
        starts=starts,
        ends=ends,
        frequency="weekly" if rhythm in {"weekly", "term"} else rhythm,
        term=rhythm == "term",
        told_by_hand=True,
        own=own,
    )


def hours(when: str) -> tuple[tuple[str, ...], str, str]:
    """Read ``Tue,Thu 10:00-12:00``; nothing means nobody knows."""
    if not when:
        return (), "", ""
    days, span = when.split()
    starts, ends = span.split("-")
    return tuple(days.split(",")), starts, ends


def scatter(
    sort: Sort,
    line: str,
    venues: dict[str, Venue],
    taken: set[tuple[str, str, str]],
    rng: Random,
) -> Iterable[Offer]:
    """Scatter a sort of offer over the venues that suit it."""
    count, kinds, days, span, length = (cell.strip() for cell in line.split("|"))
    suit = [venue for venue in venues.values() if suits(venue, kinds.split())]
    weights = [busy(venue) for venue in suit]
    first, last = (minute(end) for end in span.split("-"))
    home: set[str] = set()
    for _ in range(int(count)):
        for _ in range(30):
            venue = rng.choices(suit, weights)[0]
            day = rng.choice(days.split(","))
            start = rng.randrange(first, last + 1, 15)
            spot = (venue.key, day, "am" if start < 780 else "pm")
            if venue.neighbourhood not in home and spot not in taken:
                break
        else:
            return
        home.add(venue.neighbourhood)
        taken.add(spot)
        rhythm = rng.choices(RHYTHMS, (12, 2, 1))[0]
        yield Offer(
            sort=sort,
            venue=venue,
            days=(day,),
            starts=clock(start),
            ends=clock(start + int(length)),
            frequency=rhythm,
            term=rng.random() < 0.25,
            told_by_hand=False,
        )


def suits(venue: Venue, kinds: list[str]) -> bool:
    """Say whether a venue is of one of some kinds."""
    if "scout" in kinds and venue.key == "mount-scout":
        return True
    wanted = [KINDS_OF_VENUE[kind] for kind in kinds if kind in KINDS_OF_VENUE]
    return any(venue.tags.get(key) == value for key, value in wanted)


def busy(venue: Venue) -> int:
    """Say how much goes on where a venue stands."""
    place = BY_NAME[venue.neighbourhood]
    return 1 if place.hill else BUSY[place.town]


def minute(text: str) -> int:
    """Read HH:MM as minutes."""
    hour, minutes = text.split(":")
    return int(hour) * 60 + int(minutes)


def clock(minutes: int) -> str:
    """Write minutes as HH:MM."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
