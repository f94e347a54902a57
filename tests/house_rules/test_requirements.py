"""Every statement of the workshop is a row, and every mark names a row."""

import re

from tests.house_rules.source import ROOT

ROW = re.compile(r"^\| ([A-HST]\d+) \| ([\d, -]+) \| (.+?) \|", flags=re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "docs" / "requirements.md").read_text())


def marks() -> set[str]:
    marked = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for inside in re.findall(r"\bshows\(([^)]*)\)", path.read_text()):
            marked |= set(re.findall(r'"([A-HST]\d+)"', inside))
    return marked


def test_all_257_rows_are_there_once():
    ids = [row[0] for row in rows()]
    assert len(ids) == len(set(ids)) == 257


def test_every_mark_names_a_row():
    assert marks() - {row[0] for row in rows()} == set()


def test_our_own_words_are_used(shared):
    """The rows say the statement again in our words, not in the notes' own list."""
    theirs = (shared / "field" / "requirements.md").read_text()
    copied = [row[0] for row in rows() if len(row[2]) > 40 and row[2] in theirs]
    assert copied == []
