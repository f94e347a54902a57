"""How wide is an interval that 95 in 100 lie within?"""

from typing import Final

import numpy as np

Z95: Final = 1.959963984540054
"""Of the normal distribution, for 95 in 100 on both sides."""


def t_quantile(free: int) -> float:
    """Give the point of Student's t that 97.5 in 100 lie below.

    By halving over the finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4.

    >>> round(t_quantile(8), 6)
    2.306004
    """
    low, high = 0.0, 100.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, free) < 0.95 else (low, middle)  # noqa: PLR2004 95 in 100
    return (low + high) / 2


def _within(t: float, free: int) -> float:
    """Give the share of Student's t that lies between -t and t."""
    angle = np.arctan(t / np.sqrt(free))
    squared = float(np.cos(angle)) ** 2
    odd = free % 2
    term = total = float(np.cos(angle)) if odd else 1.0
    if free == 1:
        return float(2 * angle / np.pi)
    for step in range(2 + odd, free - 1, 2):
        term *= squared * (step - 1) / step
        total += term
    if odd:
        return float(2 / np.pi * (angle + np.sin(angle) * total))
    return float(np.sin(angle) * total)
