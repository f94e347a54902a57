"""Does the draft reading hold together, name itself a draft, and copy no words?"""

import csv
import hashlib
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from weft.voices.domain import example
from weft.voices.domain.example import draft
from weft.voices.domain.kinds import Layer, Level, Stance
from weft.voices.domain.notes import PieceKind, placed

FILES = sorted(Path(example.__file__).parent.glob("*.*"))
COPIED = 6
"""So many words in a row that the notes have too are theirs, not ours."""


@pytest.fixture(scope="module")
def text(shared):
    return (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")


def test_it_says_that_it_is_a_draft_and_each_name_it_uses_is_told():
    told = draft()
    assert "Nobody who was in the room has checked this." in told.says
    statements = {one.id for one in told.statements}
    codes = {one.ref for one in told.codes}
    assert len(statements) == len(told.statements)
    assert len(codes) == len(told.codes)
    assert {one.statement for one in told.links} <= statements
    assert {name for one in told.groups for name in one.named_by} <= statements
    assert {one.parent for one in told.codes if one.parent} <= codes
    assert {one.layer for one in told.codes} == set(Layer)
    assert {stance for one in told.claims for _, stance in one.behind} == set(Stance)
    for claim in told.claims:
        passages = [passage for passage, _ in claim.behind]
        assert len(passages) == len(set(passages))


def test_four_links_in_ten_were_held_out_by_the_chance_that_is_told():
    told = [one for one in draft().links if one.stance is Stance.FOR]
    pairs = sorted({(one.statement[:3], str(one.line)) for one in told})
    held = set(random.Random(20261130).sample(pairs, round(0.4 * len(pairs))))
    assert len(pairs) == 88
    assert len(held) == 35
    for one in draft().links:
        pair = (one.statement[:3], str(one.line))
        assert one.held_out == (one.stance is Stance.FOR and pair in held)


def test_it_refers_to_passages_of_the_notes_and_only_the_summary_is_second_level(text):
    told, notes = draft(), placed(text)
    assert hashlib.sha256(text.encode()).hexdigest() == told.notes_sha256
    refs = {one.passage for one in told.links}
    refs |= {ref for one in told.codes for ref in one.passages}
    refs |= {ref for one in told.claims for ref, _ in one.behind}
    refs |= {ref for one in told.groups for ref in one.passages}
    refs |= {one.ref for one in told.notes_on}
    for ref in refs:
        section = notes.sections[notes.by_ref[ref].section]
        assert section.level is Level.SAID
    for link in told.links:
        assert notes.by_ref[link.passage].line == link.line
    for statement in told.statements:
        (line,) = notes.on(statement.line)
        assert line.kind is PieceKind.WRITTEN
        assert line.start <= statement.start < statement.end <= line.end
        assert statement.id[:-1] == str(statement.line)
    for one, after in pairwise(told.statements):
        assert one.end <= after.start


def test_nothing_of_the_notes_own_sentences_is_copied(text):
    theirs = _runs(text)
    for file in FILES:
        for written in _written(file):
            assert _runs(written) & theirs == set(), file.name


def _written(file: Path) -> list[str]:
    """List what stands in a file: a table's cells each by itself."""
    told = file.read_text(encoding="utf-8")
    if file.suffix == ".csv":
        return [cell for row in csv.reader(told.splitlines()) for cell in row]
    return [] if file.suffix == ".py" else [told]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w’']+", text.lower())
    return set(zip(*(words[at:] for at in range(COPIED)), strict=False))
