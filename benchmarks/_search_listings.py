"""Made-up listings and questions, alike for every peer.

30 words each with Zipf frequencies over 20,000; places clustered around towns; twelve
kinds. No two of the words are one slip apart (every letter stands twice), so that the
peers, who put nothing right, answer the same questions.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from weft.assets.domain.facts import FactField
from weft.assets.models import Listing
from weft.assets.queries.search import Ask
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground.models import Region

WORDS, WORDS_EACH, KINDS, QUESTIONS, TOP = 20_000, 30, 12, 200, 20
FACTS = (FactField.STEP_FREE, FactField.EVENING, FactField.FREE)
WEEK = Week(date(2026, 11, 23))
SIDES = {100_000: (60_000, 40_000), 1_000_000: (500_000, 500_000)}  # metres
LETTERS = "bcdfghjklmnprtvwxzae"
AT_ONCE = 5_000
_METRES = 111_195.0


@dataclass(frozen=True)
class Crowd:
    """All listings, column by column; listing n has the number n + 1."""

    words: np.ndarray  # (listings, 30), numbers of words
    latitude: np.ndarray
    longitude: np.ndarray
    kind: np.ndarray
    told: np.ndarray  # (listings, 3): 1 yes, 0 no, -1 not told

    def __len__(self) -> int:
        return len(self.kind)


def spelt(number: int) -> str:
    """Write the word of a number: four letters, each twice."""
    letters = []
    for _ in range(4):
        number, at = divmod(number, len(LETTERS))
        letters.append(LETTERS[at] * 2)
    return "".join(letters)


def a_crowd(size: int, *, seed: int) -> Crowd:
    """Make so many listings in a region of a fitting size."""
    dice = np.random.default_rng(seed)
    wide, high = SIDES.get(size, (60_000, 40_000))
    chance = 1 / np.arange(1, WORDS + 1)
    drawn = np.searchsorted(
        np.cumsum(chance / chance.sum()), dice.random((size, WORDS_EACH))
    ).clip(max=WORDS - 1)
    towns = dice.random((60, 2)) * (wide, high)
    at = towns[dice.integers(0, 60, size)] + dice.normal(0, 2_000, (size, 2))
    apart = dice.random(size) < 0.3
    at[apart] = dice.random((apart.sum(), 2)) * (wide, high)
    return Crowd(
        words=drawn,
        latitude=np.round(53.4 + at[:, 1] / _METRES, 6),
        longitude=np.round(-2.2 + at[:, 0] / (_METRES * 0.59), 6),
        kind=dice.integers(0, KINDS, size),
        told=dice.choice([1, 0, -1], p=[0.5, 0.3, 0.2], size=(size, len(FACTS))),
    )


def keep(crowd: Crowd) -> None:
    """Put a crowd into the register's listings, in one region."""
    region, _ = Region.objects.get_or_create(slug="bench", defaults={"name": "Bench"})
    vocabulary = [spelt(number) for number in range(WORDS)]
    for start in range(0, len(crowd), AT_ONCE):
        stop = min(start + AT_ONCE, len(crowd))
        Listing.objects.bulk_create(
            _listing(crowd, at, region, vocabulary) for at in range(start, stop)
        )


def _listing(crowd: Crowd, at: int, region: Region, vocabulary: list[str]) -> Listing:
    words = [vocabulary[number] for number in crowd.words[at]]
    point = Point(float(crowd.latitude[at]), float(crowd.longitude[at]))
    cell = point.cell
    return Listing(
        pk=at + 1,
        region=region,
        name=f"{words[0]} {words[1]}".title(),
        kind=f"kind {crowd.kind[at]:02}",
        words=" ".join(words),
        latitude=point.latitude,
        longitude=point.longitude,
        cell_column=cell.column,
        cell_row=cell.row,
        facts={
            field.value: bool(value)
            for field, value in zip(FACTS, crowd.told[at], strict=True)
            if value >= 0
        },
    )


def questions(crowd: Crowd, *, seed: int) -> Iterator[Ask]:
    """Ask for one or two words in three of four questions, and always for a place."""
    dice = random.Random(seed)
    for number in range(QUESTIONS):
        at = dice.randrange(len(crowd))
        words = []
        if number % 4:
            held = sorted({int(word) for word in crowd.words[at]})
            words = [spelt(word) for word in dice.sample(held, dice.choice([1, 1, 2]))]
        yield Ask(
            week=WEEK,
            words=" ".join(words),
            near=Point(
                round(float(crowd.latitude[at]) + dice.gauss(0, 0.005), 5),
                round(float(crowd.longitude[at]) + dice.gauss(0, 0.008), 5),
            ),
            within_metres=dice.choice([2_000, 5_000, 10_000]),
            wishes=frozenset(field for field in FACTS if dice.random() < 0.3),
            most=TOP,
        )
