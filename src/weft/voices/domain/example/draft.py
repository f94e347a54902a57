"""What stands in the files of the draft reading?"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weft.voices.domain.kinds import Layer, Stance

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a line of the organisers' summary says, in our words."""

    id: str  # «163a»
    line: int
    start: int  # code points of the notes
    end: int  # exclusive
    short: str  # for its tab
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That a passage stands for, against or unclearly behind a statement."""

    statement: str
    line: int
    passage: str  # «96.1»: the line, and which passage of it
    stance: Stance
    note: str
    held_out: bool  # not looked at while suggestions are built


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCode:
    """A code, and the passages that we put it to."""

    ref: str
    name: str
    layer: Layer
    memo: str
    parent: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """What we read in what was said, with its passages."""

    ref: str
    short: str
    theme: str
    words: str
    behind: tuple[tuple[str, Stance], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People of whom the notes speak, and the statements that name them."""

    name: str
    passages: tuple[str, ...]
    named_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageNote:
    """What we think of who speaks in a passage; None and empty are not known."""

    ref: str
    first_hand: bool | None = None
    on_behalf_of: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The reading, whole."""

    slug: str
    name: str
    purpose: str
    says: str  # that it is a draft, and whose
    notes_sha256: str
    notes_on: tuple[PassageNote, ...]
    codes: tuple[DraftCode, ...]
    claims: tuple[DraftClaim, ...]
    groups: tuple[Group, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    words_of_causes: Mapping[str, tuple[str, ...]]  # where a line has several passages


@cache
def draft() -> Draft:
    """Read the draft that is kept beside this file."""
    told = _toml("draft")
    return Draft(
        slug=told["slug"],
        name=told["name"],
        purpose=told["purpose"],
        says=told["draft"],
        notes_sha256=told["notes_sha256"],
        notes_on=tuple(PassageNote(**one) for one in told["passage"]),
        codes=tuple(_code(one) for one in _toml("codes")["code"]),
        claims=tuple(_claim(one) for one in _toml("claims")["claim"]),
        groups=tuple(_group(one) for one in _toml("groups")["group"]),
        statements=tuple(_statement(row) for row in _rows("summary_statements")),
        links=tuple(_link(row) for row in _rows("summary_links")),
        words_of_causes={
            row["cause"]: tuple(row["passages"].split())
            for row in _rows("causal_words")
        },
    )


def _code(told: dict[str, Any]) -> DraftCode:
    return DraftCode(
        ref=told["ref"],
        name=told["name"],
        layer=Layer(told["layer"]),
        memo=told["memo"],
        parent=told.get("parent", ""),
        passages=tuple(told["passages"]),
    )


def _claim(told: dict[str, Any]) -> DraftClaim:
    return DraftClaim(
        ref=told["ref"],
        short=told["short"],
        theme=told["theme"],
        words=told["words"],
        behind=tuple(
            (passage, stance) for stance in Stance for passage in told[stance.value]
        ),
    )


def _group(told: dict[str, Any]) -> Group:
    return Group(
        name=told["name"],
        passages=tuple(told["passages"]),
        named_by=tuple(told["named_by"]),
    )


def _statement(row: dict[str, str]) -> Statement:
    return Statement(
        id=row["id"],
        line=int(row["line"]),
        start=int(row["start"]),
        end=int(row["end"]),
        short=row["short"],
        words=row["statement"],
    )


def _link(row: dict[str, str]) -> Link:
    return Link(
        statement=row["statement"],
        line=int(row["line"]),
        passage=row["passage"],
        stance=Stance(row["stance"]),
        note=row["note"],
        held_out=row["held_out"] == "true",
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
