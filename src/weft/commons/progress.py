"""Who is watching long work?

A reckoning takes a ``Progress`` and tells it how far it is. A terminal draws a
bar, a job keeps the last word in a table, a test keeps a list, and ``unwatched``
keeps nothing.
"""

from typing import Protocol


class Progress(Protocol):
    """Anybody who wants to know how far the work is."""

    def __call__(self, done: int, total: int, saying: str) -> None:
        """Hear that ``done`` of ``total`` steps are behind us."""


def unwatched(done: int, total: int, saying: str) -> None:
    """Tell nobody."""
