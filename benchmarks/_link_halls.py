"""The halls set, and the libraries of two editions, as a linker sees them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from weft.assets.domain.linking import Ages, Entry, Slot
from weft.commons.places import Point

HALLS = Path(__file__).parent / "data" / "halls" / "listings.csv"
LIBRARIES = Path("data") / "other-regions" / "libraries-england-half"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FEWEST_DIGITS = 6
"""A property number has six and more; «N/A» and «00226» are none."""

Row = Mapping[str, str]
Truth = Mapping[str, str]
"""What each listing truly is, by its key."""


@dataclass(frozen=True)
class Labelled:
    """Listings of which the truth is known."""

    entries: tuple[Entry, ...]
    truth: Truth


@dataclass(frozen=True)
class Score:
    """How a linker did, counted in pairs."""

    linked: int
    true: int
    false: int

    @property
    def right(self) -> int:
        """Count the pairs that were linked and should be."""
        return self.linked - self.false

    @property
    def precision(self) -> float:
        """Say which share of what was linked is the same."""
        return self.right / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """Say which share of what is the same was linked."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of the two."""
        return 2 * self.right / (self.linked + self.true)

    @property
    def false_merges(self) -> float:
        """Say which share of what was linked is not the same."""
        return 1 - self.precision


def scored(
    heaps: Mapping[str, str], labelled: Labelled, *, across: bool = False
) -> Score:
    """Count a linker's heaps in pairs; ``across`` counts those of two lists only."""
    source = {entry.key: entry.source for entry in labelled.entries}
    found, truly = (
        {
            pair
            for pair in _pairs(of, source)
            if not across or source[pair[0]] != source[pair[1]]
        }
        for of in (heaps, labelled.truth)
    )
    return Score(linked=len(found), true=len(truly), false=len(found - truly))


def _pairs(heaps: Mapping[str, str], keys: Mapping[str, str]) -> set[tuple[str, str]]:
    together: dict[str, list[str]] = {}
    for key in sorted(keys):
        together.setdefault(heaps[key], []).append(key)
    return {pair for some in together.values() for pair in combinations(some, 2)}


def by_the_simple_rule(labelled: Labelled) -> Mapping[str, str]:
    """Lay together what has one postcode, or one name in one village or authority.

    The best rule that we tried which needs no weights; it knows nothing of groups.
    """
    heap = {entry.key: entry.key for entry in labelled.entries}

    def root(key: str) -> str:
        while heap[key] != key:
            key = heap[key]
        return key

    first: dict[tuple[str, ...], str] = {}
    for entry in sorted(labelled.entries, key=lambda one: one.key):
        for same in (
            ("postcode", entry.postcode),
            ("name", entry.locality.casefold(), entry.name.casefold()),
        ):
            if same[-1]:
                heap[root(entry.key)] = root(first.setdefault(same, entry.key))
    return {key: root(key) for key in heap}


def rows_of_halls() -> list[dict[str, str]]:
    """Read the halls set as it stands."""
    with HALLS.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def halls(half: str = "") -> Labelled:
    """Read the halls set, or one of its halves."""
    rows = [row for row in rows_of_halls() if row["half"] == half or not half]
    return Labelled(
        entries=tuple(map(entry_of, rows)),
        truth={row["listing"]: row["entity"] for row in rows},
    )


def entry_of(row: Row) -> Entry:
    """Read one listing of the halls set, without its truth."""
    placed = bool(row["latitude"])
    return Entry(
        key=row["listing"],
        source=row["feed"],
        sort=row["kind"],
        name=row["name"],
        place=row["place"],
        address=row["address"],
        locality=row["address"].split(",")[-1].strip(),
        postcode=row["postcode"],
        point=Point(float(row["latitude"]), float(row["longitude"]))
        if placed
        else None,
        telephone=row["telephone"],
        website=row["website"],
        slots=tuple(_slot(day, row) for day in row["days"].split(";") if day),
        ages=Ages(_number(row["least_age"]), _number(row["greatest_age"])),
    )


def _slot(day: str, row: Row) -> Slot:
    week = int(day[0]) if day[0].isdigit() else 0
    starts, ends = _minutes(row["starts"]), _minutes(row["ends"])
    return Slot(DAYS.index(day[-3:]), starts, ends, week)


def _minutes(clock: str) -> int | None:
    return int(clock[:2]) * 60 + int(clock[3:]) if clock else None


def _number(text: str) -> int | None:
    return int(text) if text else None


def libraries(shared: Path) -> Labelled:
    """Read the libraries that have a property number in both editions, and hide it."""
    earlier = _read(shared / LIBRARIES / "libraries_england.csv")
    later = _read(shared / LIBRARIES / "libraries_england_2023.csv")
    told = [
        ("earlier", row["Unique property reference number"], _of_the_earlier(at, row))
        for at, row in enumerate(earlier)
    ] + [("2023", row["uprn"], _of_2023(at, row)) for at, row in enumerate(later)]
    numbers = [
        {number.strip() for edition, number, _ in told if edition == wanted}
        for wanted in ("earlier", "2023")
    ]
    both = {
        number
        for number in numbers[0] & numbers[1]
        if number.isdigit() and len(number) >= FEWEST_DIGITS
    }
    kept = [(number.strip(), entry) for _, number, entry in told]
    kept = [(number, entry) for number, entry in kept if number in both]
    return Labelled(
        entries=tuple(entry for _, entry in kept),
        truth={entry.key: number for number, entry in kept},
    )


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def _of_the_earlier(at: int, row: Row) -> Entry:
    return Entry(
        key=f"earlier-{at:04}",
        source="earlier",
        sort="place",
        nearer="library",
        name=row["Library name"],
        address=row["Address 1"],
        locality=row["Local authority"],
        postcode=row["Postcode"],
    )


def _of_2023(at: int, row: Row) -> Entry:
    return Entry(
        key=f"2023-{at:04}",
        source="2023",
        sort="place",
        nearer="library",
        name=row["name"],
        address=row["address1"],
        locality=row["authority"],
        postcode=row["postcode"],
    )
