"""Which listings would four feeds hold of the groups in ``groups.txt``?

python benchmarks/data/halls/recipe.py    writes listings.csv anew, the same bytes

Names, halls, times and what else people call a group are written by hand; chance, with
one seed, decides only which feed knows of which group, under which of its names, and
which cells it leaves empty or has wrong. README.md says how often.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = (
    "listing",
    "feed",
    "kind",
    "name",
    "place",
    "address",
    "postcode",
    "latitude",
    "longitude",
    "telephone",
    "website",
    "days",
    "starts",
    "ends",
    "least_age",
    "greatest_age",
    "entity",
    "people",
    "constituted",
    "half",
)
SEALED_HALLS = 9
"""Of 22: their listings are not looked at while a linker is built."""


@dataclass(frozen=True, kw_only=True)
class Hall:
    """A building where many groups meet."""

    name: str
    village: str
    street: str
    postcode: str
    point: tuple[float, float]
    telephone: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Somebody who meets in a hall; ``left`` and ``left_when`` say where it was."""

    name: str
    when: str
    ages: str
    people: int
    constituted: bool
    telephone: str
    website: str
    names: tuple[str, ...]
    hall: Hall
    left: Hall | None = None
    left_when: str = ""


@dataclass(frozen=True, kw_only=True)
class Feed:
    """What a publisher knows, and how well: shares of 1."""

    name: str
    knows_constituted: float
    knows_informal: float
    other_name: float
    other_hall_name: float
    postcode: float
    telephone: float
    hall_telephone: float  # the hall's number given for the group's own
    times: float
    ends: float
    ages: float
    website: float
    old_hall: float  # of what moved, still told where it was
    other_start: float  # half an hour off
    slip: float  # a letter lost or two swapped in the name
    metres: float | None  # how far off its points are; None: it has none
    dial: str  # how it writes a telephone number
    twice: float = 0.0  # tells the same group again under another of its names


FEEDS = (
    Feed(
        name="council",
        knows_constituted=0.85,
        knows_informal=0.55,
        other_name=0.15,
        other_hall_name=0.1,
        postcode=0.99,
        telephone=0.9,
        hall_telephone=0.05,
        times=0.9,
        ends=0.95,
        ages=0.8,
        website=0.9,
        old_hall=0.5,
        other_start=0.02,
        slip=0.01,
        metres=15,
        dial="01632 960{}",
    ),
    Feed(
        name="alliance",
        knows_constituted=0.7,
        knows_informal=0.7,
        other_name=0.6,
        other_hall_name=0.4,
        postcode=0.88,
        telephone=0.85,
        hall_telephone=0.08,
        times=0.85,
        ends=0.8,
        ages=0.3,
        website=0.7,
        old_hall=0.1,
        other_start=0.06,
        slip=0.03,
        metres=60,
        dial="+44 1632 960 {}",
        twice=0.03,
    ),
    Feed(
        name="surgery",
        knows_constituted=0.5,
        knows_informal=0.5,
        other_name=0.75,
        other_hall_name=0.6,
        postcode=0.4,
        telephone=0.75,
        hall_telephone=0.1,
        times=0.75,
        ends=0.3,
        ages=0.2,
        website=0.2,
        old_hall=0.3,
        other_start=0.06,
        slip=0.1,
        metres=None,
        dial="01632-960{}",
    ),
    Feed(
        name="finder",
        knows_constituted=0.5,
        knows_informal=0.1,
        other_name=0.5,
        other_hall_name=0.3,
        postcode=0.97,
        telephone=0.9,
        hall_telephone=0.0,
        times=0.35,
        ends=1.0,
        ages=0.5,
        website=1.0,
        old_hall=0.3,
        other_start=0.0,
        slip=0.0,
        metres=120,
        dial="01632960{}",
    ),
)


@dataclass
class Book:
    """What was read from ``groups.txt``."""

    halls: dict[str, Hall] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)


def read(text: str) -> Book:
    """Read halls, their groups, and those that moved."""
    book = Book()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.lstrip("=!").split("|")]
        if line.startswith("=="):
            book.halls[cells[0]] = _hall(cells)
        elif line.startswith("!!"):
            now, before = (book.halls[name] for name in cells[7:9])
            moved = replace(_group(cells, now), left=before, left_when=cells[9])
            book.groups.append(moved)
        else:
            book.groups.append(_group(cells, list(book.halls.values())[-1]))
    return book


def _hall(cells: list[str]) -> Hall:
    latitude, longitude = map(float, cells[4].split())
    return Hall(
        name=cells[0],
        village=cells[1],
        street=cells[2],
        postcode=cells[3],
        point=(latitude, longitude),
        telephone=cells[5],
        names=tuple(name.strip() for name in cells[6].split(";")),
    )


def _group(cells: list[str], hall: Hall) -> Group:
    return Group(
        name=cells[0],
        when=cells[1],
        ages="" if cells[2] == "-" else cells[2],
        people=int(cells[3][:-1]),
        constituted=cells[3].endswith("c"),
        telephone={"=": hall.telephone, "-": ""}.get(cells[4], cells[4]),
        website="" if cells[5] == "-" else f"https://{cells[5]}/",
        names=tuple(name.strip() for name in cells[6].split(";")),
        hall=hall,
    )


def listings(book: Book, *, seed: str = "halls:1") -> Iterator[dict[str, str]]:
    """Give every listing of every feed, halls first."""
    chance = random.Random(seed)
    sealed = set(chance.sample(sorted(book.halls), SEALED_HALLS))
    number = 0
    for feed in FEEDS:
        rows = [*_halls(book, feed, chance), *_groups(book, feed, chance)]
        chance.shuffle(rows)
        for row in rows:
            number += 1
            half = "sealed" if row.pop("hall") in sealed else "open"
            yield {"listing": f"{feed.name}-{number:04}", **row, "half": half}


def _halls(book: Book, feed: Feed, chance: random.Random) -> Iterator[dict[str, str]]:
    for number, hall in enumerate(book.halls.values(), start=1):
        if chance.random() < feed.knows_constituted:
            yield {
                "feed": feed.name,
                "kind": "place",
                "name": _one_of(hall.name, hall.names, feed.other_hall_name, chance),
                **_where(hall, feed, chance),
                **_reach(hall.telephone, "", feed, chance),
                **dict.fromkeys(
                    ("days", "starts", "ends", "least_age", "greatest_age"), ""
                ),
                "place": "",
                "entity": f"hall-{number:02}",
                "people": "",
                "constituted": "yes",
                "hall": hall.name,
            }


def _groups(book: Book, feed: Feed, chance: random.Random) -> Iterator[dict[str, str]]:
    for number, group in enumerate(book.groups, start=1):
        known = feed.knows_constituted if group.constituted else feed.knows_informal
        times = (chance.random() < known) * (1 + (chance.random() < feed.twice))
        for again in range(times):
            stale = group.left is not None and chance.random() < feed.old_hall
            hall = group.left if stale and group.left else group.hall
            other = 1.0 if again else feed.other_name
            name = _one_of(group.name, group.names, other, chance)
            yield {
                "feed": feed.name,
                "kind": "group",
                "name": _slipped(name, chance) if chance.random() < feed.slip else name,
                **_where(hall, feed, chance),
                **_called(group, feed, chance),
                **_times(group.left_when if stale else group.when, feed, chance),
                **_ages(group.ages, feed, chance),
                "place": _one_of(hall.name, hall.names, feed.other_hall_name, chance),
                "entity": f"group-{number:03}",
                "people": str(group.people),
                "constituted": "yes" if group.constituted else "no",
                "hall": group.hall.name,
            }


def _one_of(
    name: str, others: tuple[str, ...], share: float, chance: random.Random
) -> str:
    return chance.choice(others) if chance.random() < share else name


def _slipped(name: str, chance: random.Random) -> str:
    """Lose a letter or swap two, never the first."""
    at = chance.randrange(1, max(2, len(name) - 1))
    if chance.random() < 0.5:
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def _where(hall: Hall, feed: Feed, chance: random.Random) -> dict[str, str]:
    latitude = longitude = ""
    if feed.metres is not None:
        north, east = (chance.uniform(-1, 1) * feed.metres / 111_000 for _ in "ne")
        latitude = f"{hall.point[0] + north:.5f}"
        longitude = f"{hall.point[1] + east:.5f}"
    has_postcode = chance.random() < feed.postcode
    return {
        "address": f"{hall.street}, {hall.village}" if has_postcode else hall.village,
        "postcode": hall.postcode if has_postcode else "",
        "latitude": latitude,
        "longitude": longitude,
    }


def _called(group: Group, feed: Feed, chance: random.Random) -> dict[str, str]:
    """Give its own number, or now and then the hall's in its stead."""
    halls = chance.random() < feed.hall_telephone
    number = group.hall.telephone if halls else group.telephone
    return _reach(number, group.website, feed, chance)


def _reach(
    telephone: str, website: str, feed: Feed, chance: random.Random
) -> dict[str, str]:
    rings = bool(telephone) and chance.random() < feed.telephone
    return {
        "telephone": feed.dial.format(telephone) if rings else "",
        "website": website if chance.random() < feed.website else "",
    }


def _times(when: str, feed: Feed, chance: random.Random) -> dict[str, str]:
    """Write «2Tue 19:30-21:30» as cells; the week of the month stays with the day."""
    told = chance.random() < feed.times
    off = chance.random() < feed.other_start
    ended = chance.random() < feed.ends
    days, clocks = when.split(" ")
    starts, ends = clocks.split("-")
    if off:
        hour, minute = map(int, starts.split(":"))
        total = hour * 60 + minute + 30
        starts = f"{total // 60:02}:{total % 60:02}"
    return {
        "days": days.replace(",", ";") if told else "",
        "starts": starts if told else "",
        "ends": ends if told and ended else "",
    }


def _ages(ages: str, feed: Feed, chance: random.Random) -> dict[str, str]:
    told = bool(ages) and chance.random() < feed.ages
    least, _, greatest = ages.rstrip("+").partition("-")
    return {
        "least_age": least if told else "",
        "greatest_age": greatest if told else "",
    }


def write(file: Path) -> None:
    """Write the listings in the columns' order."""
    book = read((HERE / "groups.txt").read_text(encoding="utf-8"))
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(listings(book))


if __name__ == "__main__":
    write(HERE / "listings.csv")
