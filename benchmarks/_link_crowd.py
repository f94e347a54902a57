"""A hundred thousand listings of halls with many groups: the halls set, repeated.

Each copy is another district: its villages have other names, its halls other postcodes,
numbers and places on the map, and chance decides anew which feed knows what. Recipe and
hand-written groups are those of data/halls.
"""

import importlib.util
import random
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import count, islice
from string import ascii_lowercase

from _link_halls import HALLS, Labelled, entry_of

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
DEGREES_APART = 0.3
ROW_OF_DISTRICTS = 20


def a_crowd(size: int, *, seed: int = 1) -> Labelled:
    """Give so many listings, of which the truth is known, in no order."""
    rows = list(islice(_rows(seed), size))
    random.Random(seed).shuffle(rows)
    return Labelled(
        entries=tuple(map(entry_of, rows)),
        truth={row["listing"]: row["entity"] for row in rows},
    )


def _rows(seed: int) -> Iterator[dict[str, str]]:
    spec = importlib.util.spec_from_file_location(
        "halls_recipe", HALLS.with_name("recipe.py")
    )
    recipe = importlib.util.module_from_spec(spec)
    # A dataclass looks for its module by name.
    import sys  # noqa: PLC0415 only here

    sys.modules["halls_recipe"] = recipe
    spec.loader.exec_module(recipe)
    text = HALLS.with_name("groups.txt").read_text(encoding="utf-8")
    villages = {hall.village for hall in recipe.read(text).halls.values()}
    for district in count():
        book = recipe.read(_renamed(text, villages, district))
        rows = recipe.listings(book, seed=f"crowd:{seed}:{district}")
        yield from map(partial(_moved, district=district), rows)


def _renamed(text: str, villages: Collection[str], district: int) -> str:
    """Give the villages and postcodes of a district names of their own."""
    for village in sorted(villages):
        text = text.replace(village, village + _mark(district))
    area = LETTERS[district // len(LETTERS) % len(LETTERS)] + LETTERS[district % 20]
    return text.replace("| ZH", f"| {area}")


def _moved(row: Mapping[str, str], *, district: int) -> dict[str, str]:
    """Put a listing into another district."""
    moved, mark = dict(row), _mark(district)
    moved["telephone"] = row["telephone"].replace("960", f"{district:03}", 1)
    moved["website"] = row["website"].replace(".example", f".{mark}.example")
    if row["latitude"]:
        north, east = divmod(district, ROW_OF_DISTRICTS)
        moved["latitude"] = f"{float(row['latitude']) - 10 + north * DEGREES_APART:.5f}"
        moved["longitude"] = f"{float(row['longitude']) + east * DEGREES_APART:.5f}"
    moved["listing"] = f"{district:04}-{row['listing']}"
    moved["entity"] = f"{district:04}-{row['entity']}"
    return moved


def _mark(district: int) -> str:
    """Spell a number in three letters that no name ends in."""
    first, rest = divmod(district, len(ascii_lowercase) ** 2)
    second, third = divmod(rest, len(ascii_lowercase))
    return "q" + "".join(ascii_lowercase[n] for n in (first, second, third))
