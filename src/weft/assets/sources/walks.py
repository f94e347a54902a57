"""How is a large source walked through twice without holding all of it?

An importer reads a file once, to count what is in it and to refuse what cannot be
used; the loading walks through it again. Up to ``MOST_KEPT`` things are kept from the
first walk; a source with more, such as a million places, is read from its file again.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

MOST_KEPT = 100_000
"""About 150 MB of places as Python values; the region's extract has 26,593."""


class Walk(Generic[T]):
    """Something that may be walked through again and again."""

    def __init__(self, begin: Callable[[], Iterator[T]]) -> None:
        self._begin = begin
        self._kept: list[T] | None = None

    def __iter__(self) -> Iterator[T]:
        """Give each thing in turn, from memory or from the file again."""
        return iter(self._kept) if self._kept is not None else self._begin()

    def through(self, first: Iterator[T]) -> int:
        """Take the first walk, so that everything is counted; say how many there are.

        Parameters
        ----------
        first
            The same things in the same order, from a walk that also counts.
        """
        kept: list[T] = []
        count = 0
        for thing in first:
            count += 1
            if count <= MOST_KEPT:
                kept.append(thing)
        self._kept = kept if count <= MOST_KEPT else None
        return count
