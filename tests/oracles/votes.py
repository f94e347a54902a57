"""Votes counted one by one, groups pair by pair, axes by walking towards them."""

import math
from itertools import combinations


def counted(ballots, group_of):
    """For each group and statement: agree, disagree, seen; the last ballot counts."""
    last = {}
    for ballot in sorted(ballots, key=lambda one: one.at):
        last[ballot.voter, ballot.statement] = int(ballot.vote)
    told = {}
    for (voter, statement), vote in last.items():
        if voter not in group_of:
            continue
        had = told.setdefault((group_of[voter], statement), [0, 0, 0])
        had[0] += vote == 1
        had[1] += vote == -1
        had[2] += 1
    return told


def consensus(told, groups, statement):
    product = 1.0
    for group in groups:
        agree, _, seen = told.get((group, statement), (0, 0, 0))
        product *= (agree + 1) / (seen + 2)
    return product


def first_axis(votes, left_out):
    """The direction of most difference: multiplied by the table until it stands."""
    columns = range(len(left_out))
    means = []
    for at in columns:
        seen = [row[at] for row in votes if row[at] is not None]
        means.append(0.0 if left_out[at] or not seen else sum(seen) / len(seen))
    table = [
        [
            0.0 if row[at] is None or left_out[at] else row[at] - means[at]
            for at in columns
        ]
        for row in votes
    ]
    axis = [1.0 + at / 7 for at in columns]
    for _ in range(2000):
        along = [sum(a * b for a, b in zip(row, axis, strict=True)) for row in table]
        axis = [
            sum(a * row[at] for a, row in zip(along, table, strict=True))
            for at in columns
        ]
        long = math.hypot(*axis)
        if long == 0:
            return axis
        axis = [one / long for one in axis]
    return axis


def rand(one, other):
    """Adjusted Rand, every pair looked at."""
    pairs = list(combinations(range(len(one)), 2))
    both = sum(one[a] == one[b] and other[a] == other[b] for a, b in pairs)
    first = sum(one[a] == one[b] for a, b in pairs)
    second = sum(other[a] == other[b] for a, b in pairs)
    by_chance = first * second / len(pairs)
    most = (first + second) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def silhouette(points, groups):
    told = []
    for at, point in enumerate(points):
        mean = {}
        for group in set(groups):
            far = [
                math.dist(point, other)
                for to, other in enumerate(points)
                if groups[to] == group and to != at
            ]
            mean[group] = sum(far) / len(far) if far else None
        own = mean.pop(groups[at])
        outside = min(one for one in mean.values())
        larger = max(own or 0, outside)
        told.append((outside - own) / larger if own is not None and larger else 0.0)
    return sum(told) / len(told)


def speaks(told, groups, group, statement, way):
    """Share, its test, times and its test, for one group, statement and way."""
    at = 0 if way == "agree" else 1
    mine = told.get((group, statement), (0, 0, 0))
    rest = [told.get((g, statement), (0, 0, 0)) for g in groups if g != group]
    said, of = mine[at], mine[2]
    others, of_others = sum(one[at] for one in rest), sum(one[2] for one in rest)
    share = (said + 1) / (of + 2)
    here, there = (said + 1) / (of + 1), (others + 1) / (of_others + 1)
    both = (said + others + 2) / (of + of_others + 2)
    spread = both * (1 - both) * (1 / (of + 1) + 1 / (of_others + 1))
    return (
        share,
        2 * math.sqrt(of + 1) * (here - 0.5),
        share / ((others + 1) / (of_others + 2)),
        (here - there) / math.sqrt(spread) if spread > 0 else 0.0,
    )
