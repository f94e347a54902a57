"""The best plan there is, proven, where the question is small enough: HiGHS.

Asked directly, so that its bound can be read: the word that a solver ends with is told
and never believed. A plan is recounted by us, and its gap is reckoned from the bound.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from weft.access.domain.siting.asked import MANY, NONE, UNIT, Bools, Floats, Ints
from weft.access.domain.siting.plans import TRUSTED
from weft.access.domain.siting.search import Effort, Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What the solver gave.

    Attributes
    ----------
    chosen
        Its best plan, or None where it found none in time.
    bound
        What no plan passes, as the solver reckons it, in thousandths.
    word
        What the solver said when it ended.
    by_clock
        Whether the clock ended it: another machine might come further.
    """

    chosen: tuple[int, ...] | None
    bound: int
    word: str
    by_clock: bool


@dataclass(slots=True)
class _Rows:
    """Conditions, each a sum that is kept at or above 0, or below an upper end."""

    start: list[int]
    at: list[Ints]
    by: list[Floats]
    upper: list[float]

    def add(self, at: Ints, by: Floats, upper: float) -> None:
        """Ask that ``by`` times the columns ``at`` be ``upper`` at most."""
        self.start.append(self.start[-1] + len(at))
        self.at.append(at)
        self.by.append(by)
        self.upper.append(upper)


def solved(ground: Ground, *, known: tuple[int, ...], effort: Effort) -> Solved | None:
    """Ask HiGHS; None where the question is larger than ``effort.largest``."""
    tight = ground.tight
    if effort.nodes == 0 or len(tight.cell) > effort.largest:
        return None
    solver = _solver(effort)
    solver.passModel(_model(ground))
    solver.setSolution(_as_solution(ground, known))
    solver.run()
    word = solver.modelStatusToString(solver.getModelStatus())
    info = solver.getInfo()
    bound = min(info.mip_dual_bound, tight.worth.sum() / UNIT)
    bound = int(np.floor((bound * (1 + TRUSTED) + TRUSTED) * UNIT))
    return Solved(
        chosen=_chosen(solver, ground),
        bound=bound,
        word=word,
        by_clock=solver.getModelStatus() == highspy.HighsModelStatus.kTimeLimit,
    )


def _solver(effort: Effort) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # theirs has none
    solver.silent()
    for name, value in (
        ("threads", 1),
        ("random_seed", effort.seed),
        ("mip_max_nodes", effort.nodes),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.4 / UNIT),
    ):
        solver.setOptionValue(name, value)
    if effort.seconds is not None:
        solver.setOptionValue("time_limit", effort.seconds)
    return solver


def _as_solution(ground: Ground, known: tuple[int, ...]) -> highspy.HighsSolution:
    """Let the solver begin where we are."""
    solution = highspy.HighsSolution()
    values = np.zeros(len(ground.asked.candidates) + len(ground.tight.worth))
    values[list(known)] = 1.0
    values[len(ground.asked.candidates) :] = ground.reached(known)
    solution.col_value = values.tolist()
    return solution


def _chosen(solver: highspy.Highs, ground: Ground) -> tuple[int, ...] | None:
    """Read the plan and hold it against the limits ourselves."""
    told = ground.asked.candidates
    values = np.asarray(solver.getSolution().col_value)[: len(told)]
    if len(values) < len(told):
        return None
    chosen = tuple(int(one) for one in np.flatnonzero(values > 0.5))  # noqa: PLR2004 it is 0 or 1
    done: list[int] = []
    for one in chosen:
        if not ground.free(done)[one]:
            return None
        done.append(one)
    return chosen


def _model(ground: Ground) -> highspy.HighsLp:
    """Lay the question out: a column a candidate, then a column a row reached."""
    tight, many = ground.tight, len(ground.asked.candidates)
    width = many + len(tight.worth)
    rows = _Rows(start=[0], at=[], by=[], upper=[])
    _limits(rows, ground)
    of_whom = np.repeat(np.arange(many), np.diff(tight.start))
    order = np.lexsort((of_whom, tight.cell))
    ends = np.searchsorted(tight.cell[order], np.arange(len(tight.worth) + 1))
    for row in range(len(tight.worth)):
        covers = of_whom[order[ends[row] : ends[row + 1]]]
        _reaching(rows, ground, row, covers)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = width, len(rows.upper)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.concatenate([np.zeros(many), tight.worth / UNIT])
    model.col_lower_, model.col_upper_ = np.zeros(width), np.ones(width)
    whole = [highspy.HighsVarType.kInteger] * width
    if not ground.third:  # a row is reached as far as its offers are, which are whole
        whole[many:] = [highspy.HighsVarType.kContinuous] * len(tight.worth)
    model.integrality_ = whole
    model.row_lower_ = np.full(len(rows.upper), -highspy.kHighsInf)
    model.row_upper_ = np.array(rows.upper)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = width, len(rows.upper)
    matrix.start_ = np.array(rows.start)
    matrix.index_ = np.concatenate([*rows.at, np.zeros(0, dtype=np.int64)])
    matrix.value_ = np.concatenate([*rows.by, np.zeros(0)])
    return model


def _limits(rows: _Rows, ground: Ground) -> None:
    asked, told = ground.asked, ground.asked.candidates
    everyone = np.arange(len(told))
    rows.add(everyone, np.ones(len(told)), asked.most)
    if asked.budget is not None:
        rows.add(everyone, told.cost.astype(np.float64), asked.budget)
    for slot, uses in zip(*np.unique(told.slot, return_counts=True), strict=True):
        if uses > 1:
            mine = np.flatnonzero(told.slot == slot)
            rows.add(mine, np.ones(len(mine)), 1)


def _reaching(rows: _Rows, ground: Ground, row: int, covers: Ints) -> None:
    """Let a row be reached only where the chosen make it so."""
    tight, told = ground.tight, ground.asked.candidates
    column = len(told) + row

    def ask(of: Ints, needed: float) -> None:
        at = np.append(of, column)
        rows.add(at, np.append(-np.ones(len(of)), needed), 0.0)

    if not ground.third:
        ask(covers, 1.0)
        return
    lacked = max(3 - int(tight.offers[row]), 0)
    if lacked:
        ask(covers, float(lacked))
    for only, theirs in ((tight.group, told.group), (tight.kind, told.kind)):
        for others in _others(int(only[row]), theirs[covers], lacked):
            ask(covers[others], 1.0)


def _others(only: int, theirs: Ints, lacked: int) -> list[Bools]:
    """Say among which candidates one must be chosen, for a second group (kind)."""
    known = theirs != NONE
    if only == MANY:
        return []
    if only != NONE:
        others = known & (theirs != only)
        return [] if lacked and others.all() else [others]
    names, counts = np.unique(theirs[known], return_counts=True)
    some = names[counts >= lacked] if known.all() else names
    return [known & (theirs != name) for name in some] or [known]
