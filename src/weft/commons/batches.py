"""How is a long row of things taken a few at a time?"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
IN_ONE_QUESTION = 500
"""SQLite takes no more than 999 values in one statement."""


def batched(things: Iterable[T], *, most: int = IN_ONE_QUESTION) -> Iterator[list[T]]:
    """Take things a batch at a time, in their order; a million may stream."""
    walk = iter(things)
    while batch := list(islice(walk, most)):
        yield batch
