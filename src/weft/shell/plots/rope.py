"""How is a rope drawn: two strands laid round each other along a line?"""

import math
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from weft.shell.drawing import element, number

Point = tuple[float, float]


def rope(points: Sequence[Point], *, class_: str, thick: float = 3.2) -> Markup:
    """Twist two strands along a line.

    Parameters
    ----------
    points
        Close together: a few px from one to the next.
    class_
        Of the upper strand; the lower one has ``w-pick--under`` besides.
    thick
        How far a strand swings out, in px; a turn is five times as long.
    """
    strands: tuple[list[Point], list[Point]] = ([], [])
    gone = 0.0
    for (x, y), (then_x, then_y) in pairwise(points):
        step = math.dist((x, y), (then_x, then_y)) or 1.0
        across, down = -(then_y - y) / step, (then_x - x) / step
        out = thick * math.sin(gone / (thick * 5) * 2 * math.pi)
        strands[0].append((x + across * out, y + down * out))
        strands[1].append((x - across * out, y - down * out))
        gone += step
    under, over = (stepped(strand) for strand in strands)
    return element("path", d=under, class_=f"{class_} w-pick--under") + element(
        "path", d=over, class_=class_
    )


def stepped(points: Sequence[Point]) -> str:
    """Write a line as a start and steps in tenths of a px that add up without drift."""
    if not points:
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), told = tenths[0], []
    for (was_x, was_y), (is_x, is_y) in pairwise(tenths):
        right, down = number((is_x - was_x) / 10), number((is_y - was_y) / 10)
        told.append(f"{right}{'' if down.startswith('-') else ' '}{down}")
    return f"M{number(x / 10)} {number(y / 10)}l{' '.join(told)}"


def head(x: float, y: float, degrees: float, *, size: float, class_: str) -> Markup:
    """Draw the head of an arrow that points so many degrees round from the right."""
    wide, long = number(size * 0.75), number(size * 0.6)
    return element(
        "path",
        d=f"M-{number(size)} -{wide}L{long} 0L-{number(size)} {wide}Z",
        transform=f"translate({number(x)} {number(y)}) rotate({number(degrees)})",
        class_=class_,
    )
