"""How fast is a filtered page of the Open Referral feed, beside its raw query?

./weft bench oruk                  10,000 and 100,000 services (some minutes)
./weft bench oruk --sizes 5000     quickly

Asks 60 questions of every size: words, days and hours, ages, terms, places, pages far
in, alone and together. For each: the whole page through the middleware (50 services, an
eighth of a megabyte of JSON), the SQL that it asked replayed with nothing around it,
and the same by plain SQL over the register's own tables, which is the named peer and
the judge of the answers. Milliseconds are processor time. Exit code 1 when an answer
differs, 3 when the goal is missed.
"""

import argparse
import os
import sys
import tempfile
import time as clock
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import django

if TYPE_CHECKING:
    from _oruk_peer import Question

SIZES, QUESTIONS, ROUNDS = "10000,100000", 60, 3
GOAL = 150.0
"""Milliseconds that 95 in 100 pages stay below, at the largest size."""

Timings = dict[str, list[float]]


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES)
    sizes = [int(size) for size in parser.parse_args(typed).sizes.split(",")]
    tails, equal = [], True
    with tempfile.TemporaryDirectory() as held:
        os.environ["DJANGO_SETTINGS_MODULE"] = "weft.config.settings"
        os.environ |= {"WEFT_DATABASE_URL": "", "WEFT_DATA_DIR": held}
        django.setup()
        for size in sizes:
            turn_to(Path(held) / f"with-{size}.sqlite3", size)
            took, same = measured(list(questions(size)))
            tails.append(told(size, took, same))
            equal &= same == QUESTIONS
    return verdict(sizes, tails, equal=equal)


def turn_to(file: Path, size: int) -> None:
    """Fill a data base of its own with so many services."""
    from _oruk_crowd import keep  # noqa: PLC0415 after the settings
    from django.core.management import call_command  # noqa: PLC0415 after the settings
    from django.db import connections, transaction  # noqa: PLC0415 after the settings

    connections.close_all()
    connections["default"].settings_dict["NAME"] = file
    call_command("migrate", verbosity=0)
    begun = clock.perf_counter()
    with transaction.atomic():
        keep(size, seed=1)
    print(
        f"\n{size:,} services kept and published: {clock.perf_counter() - begun:.0f} s"
    )


def questions(size: int) -> Iterator["Question"]:
    """Ask for words in half of the questions, and for one to three things besides."""
    import random  # noqa: PLC0415 seeded here and nowhere else
    from datetime import time  # noqa: PLC0415 after the settings

    from _oruk_crowd import KINDS  # noqa: PLC0415 after the settings
    from _oruk_peer import Question  # noqa: PLC0415 after the settings
    from _search_listings import spelt  # noqa: PLC0415 after the settings

    dice = random.Random(7)
    for number in range(QUESTIONS):
        told: dict[str, object] = {}
        if number % 2:
            rank = int(5_000 ** dice.random())  # as often as the words themselves
            told["words"] = tuple(spelt(rank + n) for n in range(1 + (number % 8 == 7)))
        chosen = dice.sample(("day", "least_age", "kind", "metres"), number % 3)
        if "day" in chosen:
            told |= {"day": dice.randrange(7), "start": time(dice.randrange(9, 19))}
        if "least_age" in chosen:
            told["least_age"] = dice.randrange(10, 50)
        if "kind" in chosen:
            told["kind"] = dice.choice(KINDS)
        if "metres" in chosen:
            told["metres"] = dice.choice((1_000, 5_000, 20_000))
        if number % 10 == 0:
            told["page"] = size // 200
        yield Question(**told)


def address(asked: "Question") -> str:
    """Write a question as the feed is asked it."""
    from _oruk_crowd import POSTCODE  # noqa: PLC0415 after the settings

    from weft.assets.exchange.openreferral.terms import KINDS, term_of  # noqa: PLC0415 after the settings

    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    told = {
        "search": " ".join(asked.words),
        "day": "" if asked.day is None else days[asked.day],
        "start_time": f"{asked.start:%H:%M}" if asked.start else "",
        "minimum_age": "" if asked.least_age is None else asked.least_age,
        "taxonomy_term_id": term_of(KINDS, asked.kind).id if asked.kind else "",
        "postcode": POSTCODE if asked.metres else "",
        "proximity": asked.metres or "",
        "page": asked.page,
        "per_page": 50,
        "full": "true",
    }
    kept = {name: value for name, value in told.items() if value != ""}
    return f"/openreferral/v3/services?{urlencode(kept)}"


def measured(asked: Sequence["Question"]) -> tuple[Timings, int]:
    """Ask everybody everything in turn; keep the best of some rounds of each."""
    import json  # noqa: PLC0415 after the settings
    import logging  # noqa: PLC0415 after the settings

    from _oruk_crowd import MIDDLE  # noqa: PLC0415 after the settings
    from _oruk_peer import by_hand  # noqa: PLC0415 after the settings
    from _search_page import replayed  # noqa: PLC0415 after the settings
    from django.conf import settings  # noqa: PLC0415 after the settings
    from django.test import Client  # noqa: PLC0415 after the settings

    settings.ALLOWED_HOSTS = ["testserver"]
    logging.disable(logging.INFO)
    client, same = Client(), 0
    took: Timings = {"page": [], "raw": [], "peer": []}
    for one in asked:
        where = address(one)
        statements = statements_of(lambda where=where: client.get(where))
        page = json.loads(client.get(where).content)
        total, keys = by_hand(one, MIDDLE)
        ours = [item["id"].replace("-", "") for item in page["contents"]]
        same += (page["total_items"], ours) == (total, keys)
        took["page"].append(best(lambda where=where: client.get(where)))
        took["raw"].append(best(lambda told=statements: replayed(told)))
        took["peer"].append(best(lambda one=one: by_hand(one, MIDDLE)))
    return took, same


def statements_of(deed: Callable[[], object]) -> list[tuple[str, tuple]]:
    """Keep the statements that a deed asks."""
    from django.db import connection  # noqa: PLC0415 after the settings

    kept: list[tuple[str, tuple]] = []

    def keep(execute: Callable, sql: str, params: tuple, *others: object) -> object:
        kept.append((sql, tuple(params or ())))
        return execute(sql, params, *others)

    with connection.execute_wrapper(keep):
        deed()
    return kept


def best(deed: Callable[[], object]) -> float:
    """Count the milliseconds of the quickest round."""
    times = []
    for _ in range(ROUNDS):
        begun = clock.process_time()
        deed()
        times.append((clock.process_time() - begun) * 1_000)
    return min(times)


def told(size: int, took: Timings, same: int) -> float:
    """Print one size's table; give what 95 in 100 pages stay below."""
    print(f"{size:,} services, {QUESTIONS} questions   ms: median / 95 in 100")
    for name, words in (
        ("page", "a whole page of 50"),
        ("raw", "its raw SQL"),
        ("peer", "plain SQL by hand"),
    ):
        print(f"  {words:<20} {at(took[name], 0.5):8.1f} / {at(took[name], 0.95):8.1f}")
    print(f"  equal answers: {same} of {QUESTIONS}", flush=True)
    return at(took["page"], 0.95)


def at(times: Sequence[float], share: float) -> float:
    """Give the one that so many stay below."""
    return sorted(times)[int(len(times) * share)]


def verdict(sizes: Sequence[int], tails: Sequence[float], *, equal: bool) -> int:
    """Say the last line and its code."""
    grows = tails[-1] / tails[0]
    print(
        f"\noruk: {tails[-1]:.0f} ms for 95 in 100 pages of {sizes[-1]:,} services, "
        f"goal {GOAL:.0f}; {grows:.1f} times that of {sizes[0]:,}; "
        f"answers equal: {'yes' if equal else 'no'}"
    )
    return 0 if equal and tails[-1] <= GOAL else 3 if equal else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
