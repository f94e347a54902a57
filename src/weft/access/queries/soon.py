"""How long does a page wait for what takes long, and what goes on when it does not?

One thread for each kind of work, so that no page takes all there is. What has begun
goes on when its page waits no more, and keeps its answer where it always does: whoever
asks again finds it. What had not begun is let go: nobody may be waiting for it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Answer = TypeVar("Answer")


class Beside:
    """A thread that reckons beside the pages, one question after another."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def soon(self, work: Callable[[], Answer], *, patience: float) -> Answer | None:
        """Do some work, and wait for it so many seconds at most.

        Returns
        -------
        Answer or None
            None where it takes longer, or stands behind somebody else's.

        Raises
        ------
        Exception
            Whatever the work raises while one waits.
        """
        asked = self._thread.submit(_closing, work)
        try:
            return asked.result(timeout=patience)
        except TimeoutError:
            asked.cancel()
            return None


def _closing(work: Callable[[], Answer]) -> Answer:
    """Leave no connection to the data base open in a thread that no request ends."""
    try:
        return work()
    finally:
        connections.close_all()
