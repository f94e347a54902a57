"""How did people vote after six kettle evenings?

Statements stand in ``words/votes.toml``, with how many of each three kinds of voter
agree; who votes what is drawn. The votes are written as Polis writes them.
"""

import tomllib
from datetime import timedelta
from typing import Any

from demo.files import Folder
from demo.setting import Setting
from demo.words import FOLDER

Told = dict[str, Any]
FILE = "own/votes.csv"
HAND = "5b7c01e4"  # as the key of a link begins: it names nobody
SEEN, PASSED = 0.93, 0.1
AGREE, DISAGREE, PASS = 1, -1, 0


def write(setting: Setting, folder: Folder) -> None:
    """Write who voted what."""
    told, chance = _told(), setting.chance("votes")
    rows, voter = [], 0
    for kind, many in enumerate(told["voters"]):
        for _ in range(many):
            voter += 1
            for number, share in _voted_on(told, kind):
                if chance.random() < SEEN:
                    vote = AGREE if chance.random() < share / 100 else DISAGREE
                    vote = PASS if chance.random() < PASSED else vote
                    rows.append((None, None, number, voter, vote))
    header = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
    folder.csv(FILE, header, rows)


def rounds(setting: Setting) -> list[Told]:
    """Tell the round, without its votes."""
    told = _told()
    closed = (setting.week - timedelta(days=told["closed_days"])).isoformat()
    opened = (setting.week - timedelta(days=told["opened_days"])).isoformat()
    return [
        {
            "ref": told["ref"],
            "name": told["name"],
            "question": told["question"],
            "asked": told["asked"],
            "opens_on": opened,
            "closes_on": closed,
            "statements": [_statement(line, opened) for line in told["statements"]],
        }
    ]


def _told() -> Told:
    return tomllib.loads((FOLDER / "votes.toml").read_text(encoding="utf-8"))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _statement(line: str, opened: str) -> Told:
    number, words, passages, _, decided = _cells(line)
    state, why = decided.split()
    ruled = {"state": state, "why": why, "by": HAND, "on": opened}
    return {
        "number": int(number),
        "words": words,
        "passages": [one for one in passages.split("; ") if one],
        "state": state,
        "rulings": [] if state == "held" else [ruled],
    }


def _voted_on(told: Told, kind: int) -> list[tuple[int, int]]:
    """Say of each statement that is in how many of a hundred of a kind agree."""
    cells = [_cells(line) for line in told["statements"]]
    return [
        (int(number), int(shares.split()[kind]))
        for number, _, _, shares, decided in cells
        if decided.startswith("in")
    ]
