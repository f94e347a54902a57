"""A project with as many passages as one likes, held by Weft and on three bare tables.

The same number gives the same project. Texts have 500 passages each, as an interview
of an hour has; 200 codes of two layers; every passage has one code or two.
"""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from django.utils import timezone

from weft.ground.models import Region
from weft.voices.models import Code, Coding, Passage, Project, Source, Workshop

REGION, SLUG = "bench", "coded"
KEY = f"{REGION}/{SLUG}"
TEXT, CODES = 500, 200
LINE = "This is what somebody said at table {table} of {number:07}, and no more."
OTHERS = "another"


def build(size: int) -> tuple[Project, sqlite3.Connection]:
    """Hold a project of so many passages twice."""
    Region.objects.all().delete()
    region = Region.objects.create(
        slug=REGION, name="Bench", made_up=True, built_at=timezone.now()
    )
    project = Project.objects.create(region=region, slug=SLUG, name="Coded")
    room = Workshop.objects.create(project=project, ref="w", name="A room")
    codes = Code.objects.bulk_create(
        Code(
            project=project,
            ref=f"c{number}",
            name=f"code {number:03}",
            layer="how" if number % 5 == 0 else "what",
        )
        for number in range(CODES)
    )
    plain = _plain()
    for text in range(-(-size // TEXT)):
        _text(project, room, codes, text, min(TEXT, size - text * TEXT), plain)
    plain.commit()
    Project.objects.filter(pk=project.pk).update(last_passage=size)
    return project, plain


def coded(number: int) -> list[tuple[int, str]]:
    """Say which codes a passage has, and who put each."""
    first = number * 7919 % CODES
    told = [(first, "us" if number % 3 else OTHERS)]
    if number % 2:
        told.append(((first + 1 + number % 11) % CODES, "us"))
    return told


def _text(
    project: Project,
    room: Workshop,
    codes: list[Code],
    text: int,
    many: int,
    plain: sqlite3.Connection,
) -> None:
    first = text * TEXT + 1
    lines = [
        LINE.format(table=number % 9, number=number)
        for number in range(first, first + many)
    ]
    source = Source.objects.create(
        workshop=room,
        ref=f"s{text}",
        place=text,
        name=f"Text {text}",
        kind="text",
        text="\n".join(lines),
    )
    rows, at = [], 0
    for number, line in enumerate(lines, first):
        place = {"start": at, "end": at + len(line), "prefix": "", "suffix": ""}
        rows.append(
            Passage(
                project=project,
                source=source,
                number=number,
                ref=f"p{number}",
                at=place,
                words=line,
            )
        )
        at += len(line) + 1
    Passage.objects.bulk_create(rows)
    Coding.objects.bulk_create(
        Coding(code=codes[code], passage=row, coder=coder)
        for row in rows
        for code, coder in coded(row.number)
    )
    plain.executemany(
        "INSERT INTO passage VALUES (?, ?, ?)",
        ((row.number, text, row.words) for row in rows),
    )
    plain.executemany(
        "INSERT INTO coding VALUES (?, ?, ?)",
        (
            (code, row.number, coder)
            for row in rows
            for code, coder in coded(row.number)
        ),
    )


def _plain() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(
        """
        CREATE TABLE passage (number INTEGER PRIMARY KEY, text INTEGER, words TEXT);
        CREATE TABLE code (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE coding (code INTEGER, passage INTEGER, coder TEXT,
                             UNIQUE (code, passage, coder));
        CREATE INDEX of_text ON passage (text);
        CREATE INDEX of_passage ON coding (passage);
        """
    )
    made.executemany(
        "INSERT INTO code VALUES (?, ?)",
        ((number, f"code {number:03}") for number in range(CODES)),
    )
    return made


def spread(size: int, many: int) -> Iterator[int]:
    """Give some passages from all over."""
    return islice((number * 104_729 % size + 1 for number in range(1, size + 1)), many)
