"""Who lacks, and which room next, person by person and by trying every room."""

import math
from statistics import NormalDist, fmean

Z = round(NormalDist().inv_cdf(0.975), 2)


def wilson_by_search(came, among):
    """The shares that a count does not contradict, by halving to 1e-10."""

    def far(share):
        spread = math.sqrt(share * (1 - share) / among)
        return abs(came / among - share) - Z * spread

    def edge(inside, outside):
        for _ in range(60):
            middle = (inside + outside) / 2
            if far(middle) <= 0:
                inside = middle
            else:
                outside = middle
        return inside

    return edge(came / among, 0.0), edge(came / among, 1.0)


def spread_of_rates(came, living):
    """Coefficient of variation and R, each person of the place once."""
    rates = [came[g] / living[g] for g in came for _ in range(living[g])]
    mean = fmean(rates)
    sd = math.sqrt(fmean((rate - mean) ** 2 for rate in rates))
    return sd / mean, 1 - 2 * sd


def best_room(groups, places, questions, holds):
    """The most that any room would add."""
    return max(
        (
            min(holds, max(0, due - came) * shares.get(name, 0))
            * max(0, 1 - spoke.get(name, 0) / due)
            for name, came, due in groups
            if due
            for shares in places
            for spoke in questions
        ),
        default=0,
    )
