"""What does a job hold in its hand while it is being done?"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.jobs import lease

Plain = str | int | bool | None


class Turn:
    """One worker's turn at one piece of work."""

    def __init__(
        self, *, work: UUID, worker: str, by: Actor, told: Mapping[str, Plain]
    ) -> None:
        self.work = work
        self.by = by
        self.told = told
        self.began = timezone.now()  # so that no part need ask the clock
        self.outcome: dict[str, Plain] = {}
        self.finished = False
        self.how_far: tuple[int, int, str] = (0, 0, "")
        self._worker = worker

    def progress(self, done: int, total: int, saying: str) -> None:
        """Say how far it is; whoever renews the lease writes it down."""
        self.how_far = (done, total, saying)

    @contextmanager
    def finishing(self) -> Iterator[None]:
        """Commit the effects and the mark that they are done as one.

        Raises
        ------
        weft.jobs.lease.LeaseLost
            Somebody else has taken the work over; nothing of ours is kept.
        """
        with transaction.atomic():
            yield
            lease.finish(work=self.work, worker=self._worker, outcome=self.outcome)
        self.finished = True
