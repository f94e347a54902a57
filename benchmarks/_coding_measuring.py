"""Do each act of coding with Weft and on bare tables, and compare what came of it."""

import gc
import logging
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from _coding_world import CODES, KEY, TEXT, build, spread
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.voices.models import Act, Coding, Project, Source
from weft.voices.queries.in_hand import ON_A_PAGE
from weft.voices.services import codes as tree
from weft.voices.services import coding
from weft.voices.services.undoing import undo

TIMES, PAGES, MERGES = 40, 20, 8
GOAL, AT = 100.0, 100_000  # milliseconds, passages
CARD = re.compile(r'id="p(\d+)"')
CHOICE = re.compile(r'id="choose-(\d+)"')


@dataclass(frozen=True, slots=True)
class Line:
    """What one act took, with Weft and on bare tables, and whether both did it."""

    act: str
    ours: tuple[float, ...]
    plain: tuple[float, ...]
    equal: bool


def everything(sizes: list[int]) -> int:
    """Measure each size, and say what came of it."""
    call_command("migrate", verbosity=0)
    logging.disable(logging.INFO)
    settings.ALLOWED_HOSTS = ["*"]
    worst, equal = 0.0, True
    judged = max((size for size in sizes if size <= AT), default=sizes[0])
    for size in sizes:
        print(f"\n{size:,} passages: milliseconds, median and 95 in 100")
        for line in _measured(size):
            print(
                f"{line.act:<34}{middle(line.ours):>9.2f}{tail(line.ours):>9.2f}"
                f"   plain {middle(line.plain):>9.3f}"
                f"   {'equal' if line.equal else 'DIFFERS'}",
                flush=True,
            )
            equal &= line.equal
            if size == judged:
                worst = max(worst, tail(line.ours))
    print(
        f"coding: {worst:.0f} ms for the slowest act at {judged:,} passages, "
        "95 in 100; "
        f"goal below {GOAL:.0f}; answers equal: {'yes' if equal else 'no'}"
    )
    return 1 if not equal else 0 if worst < GOAL else 3


def middle(told: tuple[float, ...]) -> float:
    """Give the middle one."""
    return sorted(told)[len(told) // 2]


def tail(told: tuple[float, ...]) -> float:
    """Give the one that 95 in 100 stay below."""
    return sorted(told)[int(len(told) * 0.95)]


def timed(deeds: list[Callable[[], object]]) -> tuple[tuple[float, ...], list[object]]:
    """Do some things once each; processor milliseconds, and what each gave."""
    took, gave = [], []
    gc.collect()
    gc.freeze()  # as whoever serves does
    for deed in deeds:
        begun = time.process_time()
        gave.append(deed())
        took.append((time.process_time() - begun) * 1000)
    return tuple(took), gave


def _measured(size: int) -> Iterator[Line]:
    project, plain = build(size)
    made = make_link(thing=Thing("project", KEY), by=Actor.command("bench"))
    us = made.link.actor
    yield from _putting(size, us, plain)
    yield _merging(us, plain)
    client, base = Client(), f"/v/{made.secret}"
    client.get(f"{base}/codes")  # templates are read once
    yield _texts(project, client, base, plain)
    yield _lists(client, base, plain)


def _putting(size: int, us: Actor, plain: sqlite3.Connection) -> Iterator[Line]:
    chosen = list(spread(size, TIMES))
    key = us.name
    took, _ = timed(
        [
            lambda n=n: coding.put_codes(
                by=us, project=KEY, passage=n, codes=["code 001", "~code 000"]
            )
            for n in chosen
        ]
    )
    bare, _ = timed([lambda n=n: _put(plain, n, key) for n in chosen])
    yield Line("put two codes to a passage", took, bare, _same(plain, chosen))
    took, _ = timed(
        [
            lambda n=n: coding.take_code_off(by=us, project=KEY, passage=n, code="c1")
            for n in chosen
        ]
    )
    bare, _ = timed([lambda n=n: _off(plain, n) for n in chosen])
    yield Line("take one off", took, bare, _same(plain, chosen))


def _put(plain: sqlite3.Connection, number: int, coder: str) -> None:
    with plain:
        plain.executemany(
            "INSERT OR IGNORE INTO coding VALUES (?, ?, ?)",
            [(1, number, coder), (0, number, coder)],
        )


def _off(plain: sqlite3.Connection, number: int) -> None:
    with plain:
        plain.execute("DELETE FROM coding WHERE code = 1 AND passage = ?", (number,))


def _same(plain: sqlite3.Connection, chosen: list[int]) -> bool:
    """Tell whether both hold the same at some passages."""
    marks = ",".join("?" * len(chosen))
    theirs = plain.execute(
        f"SELECT code, passage, coder FROM coding WHERE passage IN ({marks})",
        chosen,
    )
    ours = Coding.objects.filter(passage__number__in=chosen).values_list(
        "code__ref", "passage__number", "coder"
    )
    return set(theirs) == {(int(ref[1:]), number, who) for ref, number, who in ours}


def _merging(us: Actor, plain: sqlite3.Connection) -> Line:
    """Merge two codes that often meet, and take it back, some times."""
    pairs = [(30 + at, 31 + at) for at in range(0, 2 * MERGES, 2)]
    took: list[float] = []
    bare: list[float] = []
    equal = True
    for goes, stays in pairs:
        one, _ = timed([lambda g=goes, s=stays: _merge(us, g, s)])
        other, _ = timed([lambda g=goes, s=stays: _merge_plain(plain, g, s)])
        equal &= _counts(plain, stays) == _ours(stays)
        back, _ = timed([lambda: undo(by=us, project=KEY, act=Act.objects.count())])
        took += [*one, *back]
        bare += other
        plain.rollback()
        equal &= _counts(plain, goes) == _ours(goes)
    return Line("merge two codes, or take it back", tuple(took), tuple(bare), equal)


def _merge(us: Actor, goes: int, stays: int) -> None:
    tree.merge_codes(by=us, project=KEY, code=f"c{goes}", into=f"c{stays}")


def _merge_plain(plain: sqlite3.Connection, goes: int, stays: int) -> None:
    plain.execute("UPDATE OR IGNORE coding SET code = ? WHERE code = ?", (stays, goes))
    plain.execute("DELETE FROM coding WHERE code = ?", (goes,))


def _counts(plain: sqlite3.Connection, code: int) -> set[tuple[int, str]]:
    return set(
        plain.execute("SELECT passage, coder FROM coding WHERE code = ?", (code,))
    )


def _ours(code: int) -> set[tuple[int, str]]:
    rows = Coding.objects.filter(code__ref=f"c{code}")
    return set(rows.values_list("passage__number", "coder"))


def _texts(
    project: Project, client: Client, base: str, plain: sqlite3.Connection
) -> Line:
    sources = list(
        Source.objects.filter(workshop__project=project).values_list("pk", "place")
    )
    chosen = (sources * PAGES)[:: max(1, len(sources) // PAGES)][:PAGES]
    client.get(f"{base}/text/{chosen[0][0]}")  # its template is read once
    took, pages = timed(
        [lambda pk=pk: client.get(f"{base}/text/{pk}") for pk, _ in chosen]
    )
    bare, rows = timed(
        [lambda text=text: _text_plain(plain, text) for _, text in chosen]
    )
    shown = [list(map(int, CARD.findall(one.content.decode()))) for one in pages]
    equal = all(
        told == sorted({number for number, *_ in theirs})[-ON_A_PAGE:]
        for told, theirs in zip(shown, rows, strict=True)
    )
    return Line(f"open a text of {TEXT} passages", took, bare, equal)


def _text_plain(plain: sqlite3.Connection, text: int) -> list[tuple]:
    return plain.execute(
        "SELECT number, words, code, coder FROM passage "
        "LEFT JOIN coding ON passage = number WHERE text = ? ORDER BY number",
        (text,),
    ).fetchall()


def _lists(client: Client, base: str, plain: sqlite3.Connection) -> Line:
    chosen = [100 + at * (CODES - 100) // PAGES for at in range(PAGES)]
    took, pages = timed(
        [lambda code=code: client.get(f"{base}/codes?code=c{code}") for code in chosen]
    )
    bare, rows = timed([lambda code=code: _list_plain(plain, code) for code in chosen])
    shown = [list(map(int, CHOICE.findall(one.content.decode()))) for one in pages]
    equal = all(
        told == [number for number, _ in theirs]
        for told, theirs in zip(shown, rows, strict=True)
    )
    return Line("list a code, with the whole tree", took, bare, equal)


def _list_plain(plain: sqlite3.Connection, code: int) -> list[tuple]:
    plain.execute("SELECT code, COUNT(DISTINCT passage) FROM coding GROUP BY code")
    return plain.execute(
        "SELECT DISTINCT number, words FROM coding JOIN passage ON number = passage "
        "WHERE code = ? ORDER BY number LIMIT 50",
        (code,),
    ).fetchall()
