"""Made-up services of a register, published as any other.

Twelve words each with Zipf frequencies over 5,000; places clustered around towns;
kinds, ages, weekdays and whose word it is drawn alike at every size. Every fiftieth is
by a group that is not public, and must be in no answer.
"""

import uuid
from collections.abc import Iterable
from datetime import date, time

import numpy as np
from _search_listings import spelt
from django.db import models

from weft.assets.models import Asset, Offer, Schedule
from weft.assets.services.listings.publishing import publish
from weft.ground.models import Postcode, Region

REGION = "bench"
WORDS, WORDS_EACH, AT_ONCE = 5_000, 12, 2_000
KINDS = ("creative", "cultural", "community", "food", "nature", "movement", "support")
MANNERS = ("make", "watch", "join", "learn", "play")
MIDDLE = (53.74, -1.9)
POSTCODE = "ZD1 1AA"
TOLD_ON = date(2026, 10, 1)


def key(what: str, number: int) -> uuid.UUID:
    """Give a thing the same number in every run; not in the order of its making."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"bench {what} {number}")


def keep(size: int, *, seed: int) -> None:
    """Make so many offers, a group for every five and a place for every four."""
    dice = np.random.default_rng(seed)
    region = Region.objects.create(slug=REGION, name="Bench")
    north, west = MIDDLE
    Postcode.objects.create(
        region=region, compact="ZD11AA", lsoa21="", latitude=north, longitude=west
    )
    groups, places = size // 5, size // 4
    towns = dice.normal(0, 0.15, (60, 2)) + MIDDLE
    at = towns[dice.integers(0, 60, places)] + dice.normal(0, 0.02, (places, 2))
    _create(Asset, (_group(n) for n in range(groups)))
    _create(Asset, (_place(n, at[n]) for n in range(places)))
    drawn = _words(size, dice)
    picks = dice.integers(0, 1_000_000, (size, 8))
    _create(Offer, (_offer(n, drawn[n], picks[n], groups, places) for n in range(size)))
    _create(Schedule, (_schedule(n, picks[n]) for n in range(size)))
    publish(REGION)


def _words(size: int, dice: np.random.Generator) -> np.ndarray:
    chance = 1 / np.arange(1, WORDS + 1)
    ladder = np.cumsum(chance / chance.sum())
    return np.searchsorted(ladder, dice.random((size, WORDS_EACH))).clip(max=WORDS - 1)


def _create(table: type[models.Model], rows: Iterable[models.Model]) -> None:
    table.objects.bulk_create(rows, batch_size=AT_ONCE)


def _group(number: int) -> Asset:
    return Asset(
        id=key("group", number),
        region_id=REGION,
        kind="group",
        name=f"{spelt(number % WORDS)} people".title(),
        visibility="members" if number % 50 == 49 else "public",
        source="bench",
        reference=f"g{number}",
    )


def _place(number: int, at: np.ndarray) -> Asset:
    return Asset(
        id=key("place", number),
        region_id=REGION,
        kind="place",
        name=f"{spelt(number % WORDS)} hall".title(),
        latitude=round(float(at[0]), 6),
        longitude=round(float(at[1]), 6),
        source="bench",
        reference=f"p{number}",
    )


def _offer(
    number: int, words: np.ndarray, pick: np.ndarray, groups: int, places: int
) -> Offer:
    said = [spelt(int(word)) for word in words]
    return Offer(
        id=key("offer", number),
        region_id=REGION,
        name=" ".join(said[:3]).title(),
        summary=" ".join(said[3:]),
        group_id=key("group", int(pick[0]) % groups),
        place_id=key("place", int(pick[1]) % places),
        kinds=[KINDS[int(pick[2]) % len(KINDS)]],
        manner=[MANNERS[int(pick[3]) % len(MANNERS)]],
        tags=[said[0]],
        least_age=None if pick[4] % 2 else int(pick[4]) % 60,
        source="bench",
        reference=f"o{number}",
        told_on=TOLD_ON,
    )


def _schedule(number: int, pick: np.ndarray) -> Schedule:
    starts = 9 + int(pick[5]) % 10
    return Schedule(
        offer_id=key("offer", number),
        days=[int(pick[6]) % 7],
        starts=time(starts),
        ends=time(starts + 2),
        source="bench",
        told_on=TOLD_ON,
    )
