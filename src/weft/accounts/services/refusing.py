"""What is written down when somebody is refused at a door?

The record is append-only and for ever, and a careless program may knock a thousand
times a minute. So each door writes one line in ten minutes at most, which says how
often it was knocked at since the line before.
"""

from collections import Counter
from datetime import datetime, timedelta
from threading import Lock

from django.db import transaction
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.accounts.services.recording import record

APART = timedelta(minutes=10)


class _Knocks:
    """How often each door was knocked at since its last line; kept by this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._since: Counter[str] = Counter()
        self._written: dict[str, datetime] = {}

    def counted(self, door: str, now: datetime) -> int:
        """Count one more; give how many a line should tell, 0 if none is due."""
        with self._lock:
            self._since[door] += 1
            last = self._written.get(door)
            if last is not None and now < last + APART:
                return 0
            self._written[door] = now
            return self._since.pop(door)

    def forget(self) -> None:
        """Begin anew, as a new process does."""
        with self._lock:
            self._since.clear()
            self._written.clear()


knocks = _Knocks()


@transaction.atomic
def note_refusal(*, door: str, by: Actor) -> None:
    """Write down that somebody was refused at a door.

    Parameters
    ----------
    door
        The name of the route, as ``web:steward``; never the address.
    by
        Who knocked.
    """
    times = knocks.counted(f"{door} {by.kind}", timezone.now())
    if times:
        details = {"times": times}
        record(by=by, deed="accounts.refuse", subject=f"door:{door}", details=details)
