"""Is a name, or a word, still found after one slip of the finger?

On the named places of West Yorkshire where the shared open data are there, and else on
made-up names.
"""

import json
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from _search_listings import WEEK
from django.core.management import call_command

from weft.assets.models import Listing
from weft.assets.queries import search
from weft.assets.queries.search import Ask
from weft.commons.words import surfaces, token, tokens
from weft.ground.models import Region

Found = Callable[[str, random.Random], bool]
ROOT = Path(__file__).parents[1]
SLIPS = ("swap", "drop", "add", "change")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ASKED = 1_000
FIRST_PAGE = 10


def recalls() -> float:
    """Ask for names and words with one slip each; give the worse of the two shares."""
    call_command("migrate", verbosity=0)
    names = named_places()
    region = Region.objects.create(slug="bench", name="Bench")
    Listing.objects.bulk_create(
        [Listing(region=region, name=n, kind="place", words=n) for n in names]
    )
    search.reindex("bench")
    dice = random.Random(5)
    asked = sorted(set(names))
    by_name = share(found_by_name, dice.sample(asked, min(ASKED, len(asked))), dice)
    words = sorted(
        {w for n in names for w in surfaces(n) if len(w) >= 4 and w.isalpha()}
    )
    by_word = share(found_by_word, dice.sample(words, min(ASKED, len(words))), dice)
    print(f"\none slip, found among the first {FIRST_PAGE}:")
    print(
        f"  {len(asked):,} names: {by_name:.4f}   {len(words):,} words: {by_word:.4f}"
    )
    return min(by_name, by_word)


def named_places() -> list[str]:
    """Read the names of West Yorkshire's places, or make some up."""
    shared = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
    files = sorted(shared.glob("data/west-yorkshire/osm/*.geojson"))
    if not files:
        dice = random.Random(9)
        parts = [
            "rush",
            "alder",
            "holl",
            "dye",
            "mill",
            "bridge",
            "wick",
            "ley",
            "thorpe",
            "den",
            "shaw",
            "by",
            "ton",
            "ford",
        ]
        return ["".join(dice.choices(parts, k=3)) for _ in range(5_000)]
    return [
        name[:300]
        for file in files
        for feature in json.loads(file.read_text())["features"]
        if (name := feature["properties"].get("name"))
    ]


def share(found: Found, asked: Sequence[str], dice: random.Random) -> float:
    """Give the share that is found, each with a slip of one of the four sorts."""
    hits = sum(found(one, dice) for one in asked)
    return hits / len(asked)


def found_by_name(name: str, dice: random.Random) -> bool:
    typed = slipped(name.lower(), dice)
    answer = search.find(Ask(words=typed, week=WEEK, most=FIRST_PAGE))
    return any(surfaces(hit.name) == surfaces(name) for hit in answer.hits)


def found_by_word(word: str, dice: random.Random) -> bool:
    answer = search.find(Ask(words=slipped(word, dice), week=WEEK, most=FIRST_PAGE))
    return any(token(word) in tokens(hit.name) for hit in answer.hits)


def slipped(text: str, dice: random.Random) -> str:
    """Make one slip anywhere, blanks included."""
    at = dice.randrange(len(text))
    match dice.choice(SLIPS):
        case "swap":
            at = dice.randrange(max(1, len(text) - 1))
            return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
        case "drop":
            return text[:at] + text[at + 1 :]
        case "add":
            return text[:at] + dice.choice(LETTERS) + text[at:]
        case _:
            other = dice.choice([one for one in LETTERS if one != text[at]])
            return text[:at] + other + text[at + 1 :]
