"""Loops, cuts and end states, slowly: by walking every way and trying every choice."""

import math
from itertools import combinations


def loops_by_walking(pairs, longest):
    """Walk from every thing along every arrow, never twice to one thing.

    Each loop is found once, from its smallest thing.
    """
    to = {}
    for cause, effect in pairs:
        to.setdefault(cause, []).append(effect)
    found = set()

    def walk(way):
        for effect in to.get(way[-1], ()):
            if effect == way[0]:
                found.add(tuple(way))
            elif effect > way[0] and effect not in way and len(way) < longest:
                walk([*way, effect])

    for start in sorted(to):
        walk([start])
    return found


def reached(pairs, start):
    """Say to which things a thing leads, by one arrow or more."""
    to, seen = {}, set()
    for cause, effect in pairs:
        to.setdefault(cause, []).append(effect)
    left = list(to.get(start, ()))
    while left:
        one = left.pop()
        if one not in seen:
            seen.add(one)
            left += to.get(one, ())
    return seen


def fewest_cuts(loops):
    """Try every choice of arrows, few first, until no loop is left whole.

    Parameters
    ----------
    loops
        Each a set of pairs.
    """
    pairs = sorted(set().union(*loops))
    for many in range(len(pairs) + 1):
        for chosen in combinations(pairs, many):
            if all(set(chosen) & loop for loop in loops):
                return many
    raise AssertionError("all arrows cut open every loop")


def most_opened(loops, cuts):
    """Count the most loops that so many cuts can open."""
    pairs = sorted(set().union(*loops))
    return max(
        sum(bool(set(chosen) & loop) for loop in loops)
        for chosen in combinations(pairs, min(cuts, len(pairs)))
    )


def one_round(weights, state, rule, steepness):
    """Let each thing take up what comes to it, one sum at a time."""
    end = []
    for to in range(len(state)):
        see = [2 * one - 1 if rule == "rescaled" else one for one in state]
        comes = sum(see[at] * weights[at][to] for at in range(len(state)))
        if rule != "kosko":
            comes += see[to]
        end.append(1 / (1 + math.exp(-steepness * comes)))
    return end
