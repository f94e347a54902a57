"""Say which offers would bring most people a third choice, or a first, from tables.

./weft next-offer --from FOLDER --most 3 --budget 1200

Four tables (CSV) of the folder. cells: «cell», «people», «life», and «weight» where not
all count alike. open: «cell», «group», «kind» of each offer that is open to a cell
already. candidates: «candidate», «cost» in pounds, «group», «kind», «room», «hour».
reach: «candidate», «cell» it would be open to. Nothing of them is kept.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.siting import (
    NONE,
    Answer,
    Asked,
    Candidates,
    Cells,
    Effort,
    Plan,
    Proof,
    next_offers,
    only_one,
)
from weft.access.domain.siting.plans import NEARLY
from weft.commons.errors import NotPossible
from weft.commons.files import Row, open_rows
from weft.commons.saying import money

TABLES: Mapping[str, tuple[str, ...]] = {
    "cells": ("cell", "people", "life"),
    "open": ("cell", "group", "kind"),
    "candidates": ("candidate", "cost", "group", "kind", "room", "hour"),
    "reach": ("candidate", "cell"),
}
PENCE = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, metavar="FOLDER"
    )
    parser.add_argument("--most", type=int, required=True, help="how many at most")
    parser.add_argument("--budget", type=float, help="in pounds; none for no limit")
    parser.add_argument("--seed", type=int, default=1, help="of the search")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write it there too")


def run(args: argparse.Namespace) -> int:
    """Choose both ways, and print each with what is not known of it.

    Raises
    ------
    FileNotUnderstood
        When a table is not there or has no such columns.
    NotPossible
        When the tables do not fit together.
    """
    told = _Tables(folder=args.source)
    budget = None if args.budget is None else round(args.budget * PENCE)
    asked = told.asked(args.most, budget)
    answer = next_offers(asked, effort=Effort(seed=args.seed))
    for line in told.left_out:
        print(f"not used: {line}")
    _print(answer, told)
    if args.json:
        named = {"candidates": told.candidates.names, "lives": told.lives.names}
        written = json.dumps({**asdict(answer), **named}, indent=1)
        args.json.write_text(written + "\n", encoding="utf-8")
        print(f"written: {args.json.name}")
    return 0


@dataclass(slots=True)
class _Names:
    """Numbers for names, in the order in which they are met."""

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> int:
        """Give a name its number; one that is not said has none."""
        return self.numbers.setdefault(name, len(self.numbers)) if name else NONE

    @property
    def names(self) -> list[str]:
        """List them by number."""
        return list(self.numbers)


class _Tables:
    """The four tables, read and numbered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left_out: list[str] = []
        self.cells, self.lives, self.candidates = _Names(), _Names(), _Names()
        self.groups, self.kinds, self.slots = _Names(), _Names(), _Names()

    def asked(self, most: int, budget: int | None) -> Asked:
        """Put the question that they hold."""
        columns, offered = self._cells(), self._candidates()
        reach, begun = self._reach(), self._open()
        many = len(self.cells.numbers)
        cell, group, kind = np.array(begun, dtype=np.int64).reshape(-1, 3).T
        of, to = np.array(reach, dtype=np.int64).reshape(-1, 2).T
        ends = np.searchsorted(of, np.arange(len(offered) + 1))
        told = np.array(offered, dtype=np.int64).reshape(-1, 4).T
        return Asked(
            cells=Cells(
                **columns,
                offers=np.bincount(cell, minlength=many).astype(np.int64),
                group=_known_one(cell, group, many),
                kind=_known_one(cell, kind, many),
            ),
            candidates=Candidates(
                start=ends.astype(np.int64),
                cell=to,
                **dict(zip(("cost", "group", "kind", "slot"), told, strict=True)),
            ),
            most=most,
            budget=budget,
        )

    def _cells(self) -> dict[str, NDArray[Any]]:
        told: list[tuple[float, float, int]] = []
        for row in self._rows("cells"):
            name, people = row.text("cell"), row.number("people")
            if people is None or not name or name in self.cells.numbers:
                self._leave(row, "cells")
                continue
            self.cells.of(name)
            weight = row.number("weight")
            life = self.lives.of(row.text("life") or "not said")
            told.append((people, 1.0 if weight is None else weight, life))
        if not told:
            raise NotPossible("No line of cells.csv has a number of people.")
        people_of, weights, lives = zip(*told, strict=True)
        return {
            "people": np.array(people_of, dtype=np.float64),
            "weight": np.array(weights, dtype=np.float64),
            "life": np.array(lives, dtype=np.int64),
        }

    def _candidates(self) -> list[tuple[int, int, int, int]]:
        told = []
        for row in self._rows("candidates"):
            name, cost = row.text("candidate"), row.number("cost")
            if cost is None or not name or name in self.candidates.numbers:
                self._leave(row, "candidates")
                continue
            self.candidates.of(name)
            slot = f"{row.text('room')} at {row.text('hour')}"
            group, kind = row.text("group"), row.text("kind")
            told.append(
                (
                    round(cost * PENCE),
                    self.groups.of(group),
                    self.kinds.of(kind),
                    self.slots.of(slot),
                )
            )
        return told

    def _open(self) -> list[tuple[int, int, int]]:
        """Read what is open already: cell, group, kind; sorted by cell."""
        told = []
        for row in self._rows("open"):
            cell = self.cells.numbers.get(row.text("cell"))
            if cell is None:
                self._leave(row, "open")
                continue
            group, kind = row.text("group"), row.text("kind")
            told.append((cell, self.groups.of(group), self.kinds.of(kind)))
        return sorted(told)

    def _reach(self) -> list[tuple[int, int]]:
        """Read to whom each would be open: candidate, cell; sorted, each once."""
        told = set()
        for row in self._rows("reach"):
            one = self.candidates.numbers.get(row.text("candidate"))
            cell = self.cells.numbers.get(row.text("cell"))
            if one is None or cell is None:
                self._leave(row, "reach")
                continue
            told.add((one, cell))
        return sorted(told)

    def _rows(self, table: str) -> Iterator[Row]:
        needed = TABLES[table]
        more = ("weight",) if table == "cells" else ()
        aliases = {name: (name,) for name in (*needed, *more)}
        file = self.folder / f"{table}.csv"
        with open_rows(file, needed=needed, aliases=aliases) as rows:
            yield from rows

    def _leave(self, row: Row, table: str) -> None:
        self.left_out.append(f"{table}.csv, line {row.line}")


def _known_one(cells: NDArray[Any], values: NDArray[Any], many: int) -> NDArray[Any]:
    """Say whether the known groups (kinds) of a cell's offers are none, one, many."""
    known = values != NONE
    counts = np.bincount(cells[known], minlength=many)
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return only_one(start, values[known])


def _print(answer: Answer, told: _Tables) -> None:
    for plan, goal in (
        (answer.third, "Most people to a third choice"),
        (answer.first, "Those with none to a first"),
    ):
        _print_plan(plan, goal, told.candidates.names)
    print("Life by life: people; without three, of them helped; without any, helped")
    for one in answer.lives:
        print(
            f"  {told.lives.names[one.life]}: {one.people:,.0f}; "
            f"{one.without_three:,.0f}, {one.third:,.0f}; "
            f"{one.without_any:,.0f}, {one.first:,.0f}"
        )
        if one.alone:
            goal, chosen, people = one.alone
            names = ", ".join(told.candidates.names[each] for each in chosen)
            print(f"    for it alone: {names}: {people:,.0f} to a {goal} choice")


def _print_plan(plan: Plan, goal: str, names: list[str]) -> None:
    chosen = ", ".join(names[one] for one in plan.chosen) or "nothing helps"
    print(f"{goal}: {chosen}")
    print(
        f"  {plan.people:,.0f} people ({plan.value:,.1f} weighted), "
        f"{money(plan.cost)}; {_how_good(plan)}"
    )
    for swap in plan.swaps[:5]:
        one, other = names[swap.candidate], names[swap.instead_of]
        print(f"  or {one} in place of {other}: {swap.value:,.1f} weighted")
    if plan.swaps_in_all:
        print(
            f"  {plan.swaps_in_all} swaps bring {NEARLY:.0%} as much, "
            f"{plan.ties} just as much"
        )


def _how_good(plan: Plan) -> str:
    """Say how far from the best it can be; a solver's word beside it, never for it."""
    if plan.is_best:
        told = "nothing is better"
    else:
        told = f"within {plan.gap:.1%} of the best possible"
    if plan.proof is Proof.SOLVER:
        return f"{told}, as the solver reckons (its word: «{plan.word}»)"
    return f"{told}, proven here"
