"""The passes of the p-median over sites and clients, compiled."""

import numpy as np

from weft.access.domain.compiled import compiled
from weft.access.domain.siting.asked import Floats, Ints

FAR = np.iinfo(np.int64).max // 4


@compiled
def _two_nearest(
    costs: Ints, chosen: Ints, near: Ints, first: Ints, second: Ints
) -> int:
    """Find where in ``chosen`` each client's cheapest is, its cost, and the next."""
    total = 0
    for client in range(costs.shape[1]):
        best, at, then = FAR, -1, FAR
        for place in range(len(chosen)):
            cost = costs[chosen[place], client]
            if cost < best:
                best, at, then = cost, place, best
            elif cost < then:
                then = cost
        near[client], first[client], second[client] = at, best, then
        total += best
    return total


@compiled
def put_first(costs: Ints, most: int) -> Ints:
    """Choose by greed: again and again the site that saves most."""
    sites, clients = costs.shape
    paid = np.full(clients, FAR // max(clients, 1), dtype=np.int64)
    chosen = np.empty(most, dtype=np.int64)
    used = np.zeros(sites, dtype=np.bool_)
    for place in range(most):
        best, most_saved = -1, -1
        for site in range(sites):
            if used[site]:
                continue
            saved = 0
            for client in range(clients):
                saved += max(0, paid[client] - costs[site, client])
            if saved > most_saved:
                best, most_saved = site, saved
        used[best] = True
        chosen[place] = best
        for client in range(clients):
            paid[client] = min(paid[client], costs[best, client])
    return chosen


@compiled
def interchanged(costs: Ints, chosen: Ints) -> int:
    """Put one site in another's place while that saves; in place.

    Returns
    -------
    int
        What all clients pay then: no single exchange lowers it.
    """
    sites, clients = costs.shape
    near = np.empty(clients, dtype=np.int64)
    first, second = np.empty(clients, dtype=np.int64), np.empty(clients, dtype=np.int64)
    used = np.zeros(sites, dtype=np.bool_)
    used[chosen] = True
    loses = np.empty(len(chosen), dtype=np.int64)
    total = _two_nearest(costs, chosen, near, first, second)
    unchanged, site = 0, 0
    while unchanged < sites:
        if not used[site]:
            gain = 0
            loses[:] = 0
            for client in range(clients):
                cost, now = costs[site, client], first[client]
                if cost < now:
                    gain += now - cost
                else:
                    loses[near[client]] += min(cost, second[client]) - now
            place = loses.argmin()
            if loses[place] < gain:
                used[chosen[place]], used[site] = False, True
                chosen[place] = site
                total = _two_nearest(costs, chosen, near, first, second)
                unchanged = 0
        unchanged += 1
        site = (site + 1) % sites
    return total


@compiled
def worth_of_first(costs: Ints, most: int) -> Floats:
    """Let prices begin between the two cheapest of a greedy choice."""
    chosen = put_first(costs, most)
    clients = costs.shape[1]
    near = np.empty(clients, dtype=np.int64)
    first, second = np.empty(clients, dtype=np.int64), np.empty(clients, dtype=np.int64)
    _two_nearest(costs, chosen, near, first, second)
    told = np.empty(clients, dtype=np.float64)
    for client in range(clients):
        then = second[client] if second[client] < FAR else 2 * first[client]
        told[client] = (first[client] + then) / 2.0
    return told


@compiled
def penalised(costs: Ints, prices: Floats, most: int) -> tuple[float, Ints, Floats]:
    """Bound every choice by what clients would pay, and say where prices should go.

    Returns
    -------
    tuple[float, Ints, Floats]
        The bound; the sites that save most at these prices; per client 1 less the
        number of those that would serve it.
    """
    sites, clients = costs.shape
    saves = np.zeros(sites, dtype=np.float64)
    for site in range(sites):
        for client in range(clients):
            less = costs[site, client] - prices[client]
            if less < 0.0:
                saves[site] += less
    chosen = np.argsort(saves, kind="mergesort")[:most]
    over = np.ones(clients, dtype=np.float64)
    for site in chosen:
        for client in range(clients):
            if costs[site, client] < prices[client]:
                over[client] -= 1.0
    return prices.sum() + saves[chosen].sum(), chosen, over
