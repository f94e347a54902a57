"""spopt lays the questions out, PuLP hands them to HiGHS; what came of it is read."""

import time
from dataclasses import dataclass

import numpy as np
import pulp
from spopt.locate import MCLP, PMedian


@dataclass(frozen=True, kw_only=True)
class Solved:
    """What a peer gave.

    ``word`` and ``other_word`` are PuLP's ``status`` and ``sol_status``; ``own_gap``
    is what HiGHS itself says of its gap.
    """

    chosen: tuple[int, ...]
    build: float
    solve: float
    word: str
    other_word: str
    own_gap: float


def p_median(costs: np.ndarray, people: np.ndarray, most: int, limit: float) -> Solved:
    """Ask for a p-median; ``costs`` (rooms, areas) without the people."""
    begun = time.perf_counter()
    model = PMedian.from_cost_matrix(costs.T.astype(float), people, most)
    return _solved(model, begun, limit)


def coverage(times: np.ndarray, people: np.ndarray, most: int, limit: float) -> Solved:
    """Ask for the best coverage within half an hour."""
    begun = time.perf_counter()
    model = MCLP.from_cost_matrix(times.T.astype(float), people, 30 * 600, most)
    return _solved(model, begun, limit)


def _solved(model: PMedian | MCLP, begun: float, limit: float) -> Solved:
    built = time.perf_counter()
    problem = model.problem
    problem.solve(pulp.HiGHS(msg=False, timeLimit=limit, threads=1))
    chosen = tuple(
        at for at, one in enumerate(model.fac_vars) if (one.value() or 0) > 0.5
    )
    return Solved(
        chosen=chosen,
        build=built - begun,
        solve=time.perf_counter() - built,
        word=pulp.LpStatus[problem.status],
        other_word=pulp.LpSolution[problem.sol_status],
        own_gap=float(problem.solverModel.getInfo().mip_gap),
    )
