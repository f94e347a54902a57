"""Listings as the register derives them, made up for a test."""

import random
from datetime import timedelta
from itertools import count

from weft.assets.domain.facts import FactField
from weft.assets.models import Asset, Listing, Schedule
from weft.assets.queries import search
from weft.commons.places import Point
from weft.commons.times import Week, Window
from weft.ground.models import Region

MILL = Point(53.79, -1.75)  # the middle of a made-up town
KINDS = ("choir", "library", "pub", "park", "allotment", "repair cafe")
SPOKEN = ("en", "ur", "pa", "pl")
SYLLABLES = (
    *("ba", "ker", "lo", "mi", "sho", "ten", "rud", "wy"),
    *("sal", "or", "ding", "ley", "ham", "thorpe", "wick"),
)
COMMON = (
    *("tea", "room", "hall", "sing", "walk", "garden"),
    *("old", "mill", "church", "park", "community"),
)


def a_region(slug="tenterdale"):
    return Region.objects.get_or_create(slug=slug, defaults={"name": slug.title()})[0]


def a_listing(name="Old Dye House", *, at=MILL, words="", region=None, **other):
    """One listing, kept; whatever is not said is usual."""
    cell = at.cell if at else None
    return Listing.objects.create(
        region=region or a_region(),
        name=name,
        kind=other.pop("kind", "hall"),
        words=f"{name} {words}".lower(),
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        cell_column=cell.column if cell else None,
        cell_row=cell.row if cell else None,
        **other,
    )


def a_schedule():
    """Something that sessions can be made from."""
    asset = Asset.objects.create(
        region=a_region(), kind="place", name="Old Dye House", source="test"
    )
    return Schedule.objects.create(asset=asset, source="test")


def an_ask(words="", *, week, **other):
    return search.Ask(words=words, week=week, **other)


def a_crowd(size, *, seed, region=None):
    """Many listings, alike on every data base: names, squares, facts, prices."""
    dice = random.Random(seed)
    numbers = count(1)
    region = region or a_region()
    syllables = SYLLABLES
    rare = ["".join(dice.choices(syllables, k=3)) for _ in range(300)]
    made = []
    for _ in range(size):
        at = Point(
            round(53.79 + dice.gauss(0, 0.05), 6), round(-1.75 + dice.gauss(0, 0.08), 6)
        )
        nowhere = dice.random() < 0.05
        name = " ".join(dice.choices(rare, k=2))
        cell = at.cell
        made.append(
            Listing(
                pk=next(numbers),
                region=region,
                name=name.title(),
                kind=dice.choice(KINDS),
                words=" ".join([name, *dice.choices(COMMON, k=4), *dice.choices(rare)]),
                latitude=None if nowhere else at.latitude,
                longitude=None if nowhere else at.longitude,
                cell_column=None if nowhere else cell.column,
                cell_row=None if nowhere else cell.row,
                facts={
                    field: dice.random() < 0.6
                    for field in ("free", "step_free", "evening", "quiet", "just_come")
                    if dice.random() < 0.6
                },
                price_pence=dice.choice([None, 0, 200, 500]),
                languages=dice.choice([[], ["en"], ["ur", "pa"], ["pl"]]),
                hours_known=dice.random() < 0.5,
                always_open=dice.choice([None, None, True]),
            )
        )
    Listing.objects.bulk_create(made)
    return made


def asks(number, *, seed, week: Week):
    """Questions of every sort, the same for the same seed."""
    dice = random.Random(seed)
    words = [
        word
        for listing in Listing.objects.order_by("pk")
        for word in listing.words.split()
    ]
    for _ in range(number):
        typed = [
            slipped(word, dice) if dice.random() < 0.3 else word
            for word in dice.sample(words, k=dice.choice([0, 1, 1, 2, 2, 3]))
        ]
        near = dice.random() < 0.7
        yield search.Ask(
            week=week,
            words=" ".join(typed)
            if dice.random() < 0.9
            else dice.choice(
                ["somewhere to sing", "quiet", "company", "with my toddler"]
            ),
            near=Point(53.79 + dice.gauss(0, 0.04), -1.75 + dice.gauss(0, 0.06))
            if near
            else None,
            within_metres=dice.choice([1000, 2000, 5000, 10000]) if near else None,
            wishes=frozenset(
                dice.sample(
                    [FactField.FREE, FactField.STEP_FREE, FactField.EVENING],
                    k=dice.choice([0, 0, 0, 1, 2]),
                )
            ),
            languages=frozenset(dice.sample(SPOKEN, k=dice.choice([0, 0, 0, 1]))),
            most_pence=dice.choice([None, None, None, 300]),
            kinds=frozenset(dice.sample(KINDS, k=dice.choice([0, 0, 0, 2]))),
            windows=dice.choice([(), (), (), free_time(dice, week)]),
            first=dice.choice([0, 0, 0, 20]),
        )


def free_time(dice, week):
    """Up to three windows in a week, some too short for a visit."""
    return tuple(
        Window(start, start + timedelta(minutes=15 * dice.randrange(1, 60)))
        for start in (
            week.window.start + timedelta(minutes=15 * dice.randrange(600))
            for _ in range(dice.randrange(1, 4))
        )
    )


def slipped(word, dice):
    """The word as it is typed in haste: swap, drop, add or change one letter."""
    if len(word) < 2:
        return word
    at = dice.randrange(len(word) - 1)
    letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
    return dice.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
        ]
    )
