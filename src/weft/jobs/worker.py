"""Who does the work, and what happens when they are killed in the middle?

A worker does a piece of work in a thread of its own; its own thread keeps the lease. It
has a second hand for what follows a change, since a feed may be read for an hour and
what somebody took back leaves the files within a minute. It may be killed at any
moment: what was not finished is taken over by the next one when the lease has run out.
"""

import logging
import os
import secrets
import threading
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import OperationalError, connections
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.commons.errors import WeftError
from weft.jobs import lease
from weft.jobs.lease import Leased, LeaseLost, Pace
from weft.jobs.registry import job_named, jobs
from weft.jobs.services import start_what_is_due
from weft.jobs.turns import Turn

logger = logging.getLogger("weft.jobs")


class Worker:
    """Takes work, does it, and renews its lease meanwhile."""

    def __init__(self, *, pace: Pace | None = None) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.pace = pace or Pace()
        self._stopping = threading.Event()
        self._hands = ThreadPoolExecutor(2, thread_name_prefix="weft-job")

    def stop(self) -> None:
        """Take no more work; what is being done is finished."""
        self._stopping.set()

    def work_until_stopped(self) -> None:
        """Look for work, again and again, with both hands."""
        second = threading.Thread(
            target=self._second_hand, name="weft-second-hand", daemon=True
        )
        second.start()
        try:
            while not self._stopping.is_set():
                if not self._one_round():
                    self._stopping.wait(self.pace.look)
            second.join()
            self._hands.shutdown()
        finally:
            connections.close_all()

    def _second_hand(self) -> None:
        """Do only what follows a change, whatever else is being done."""
        following = [name for name, kind in jobs().items() if kind.after]
        try:
            while not self._stopping.is_set():
                if not self._one_piece(among=following):
                    self._stopping.wait(self.pace.look)
        finally:
            connections.close_all()

    def work_until_idle(self) -> int:
        """Do everything that is ready now.

        Returns
        -------
        int
            How many pieces of work that was.
        """
        done = 0
        while not self._stopping.is_set() and self._one_round():
            done += 1
        self._hands.shutdown()
        return done

    def _one_round(self) -> bool:
        """See to the vanished and the due, then do one piece of work."""
        try:
            now = timezone.now()
            tries = {name: kind.most_tries for name, kind in jobs().items()}
            if vanished := lease.reap(pace=self.pace, most_tries=tries, now=now):
                logger.warning("%d leases had run out", vanished)
            start_what_is_due(now=now)
        except OperationalError as problem:
            return self._wait_for_the_data_base(problem)
        return self._one_piece()

    def _one_piece(self, *, among: Collection[str] | None = None) -> bool:
        """Do one piece of work, if any is ready."""
        try:
            taken = lease.take(worker=self.name, pace=self.pace, among=among)
            if taken is not None:
                self._do(taken)
        except OperationalError as problem:
            return self._wait_for_the_data_base(problem)
        return taken is not None

    def _wait_for_the_data_base(self, problem: OperationalError) -> bool:
        """Say that nothing was done: it is busy or away, and will be asked again."""
        logger.warning("waiting for the data base: %s", type(problem).__name__)
        connections.close_all()
        return False

    def _do(self, taken: Leased) -> None:
        """Have it done, keep the lease meanwhile, and see what came of it."""
        turn = Turn(
            work=taken.work,
            worker=self.name,
            by=Actor.job(taken.job),
            told=taken.told,
        )
        doing = self._hands.submit(_do_and_finish, taken.job, turn)
        problem = self._wait_for(doing, turn)
        lasted = f"{taken.job} {taken.work} try {taken.tries}"
        if problem is None:
            logger.info("%s: done", lasted)
        elif isinstance(problem, LeaseLost):
            logger.warning("%s: taken over by another worker", lasted)
        else:
            logger.error("%s: %s", lasted, type(problem).__name__, exc_info=problem)
            lease.give_back(
                work=taken.work,
                worker=self.name,
                problem=_told(problem),
                most_tries=_most_tries(taken.job),
                pace=self.pace,
            )

    def _wait_for(self, doing: "Future[None]", turn: Turn) -> BaseException | None:
        """Renew the lease until it is done or has gone wrong."""
        while True:
            try:
                return doing.exception(timeout=self.pace.beat)
            except TimeoutError:
                self._renew(turn)

    def _renew(self, turn: Turn) -> None:
        """Keep the lease; a data base locked by the job itself is no reason to stop.

        On SQLite a job that is finishing holds the only write lock, so nobody can
        take its lease away either.
        """
        try:
            lease.renew(
                work=turn.work,
                worker=self.name,
                how_far=turn.how_far,
                pace=self.pace,
            )
        except OperationalError:
            logger.info("%s: the lease could not be renewed just now", turn.by)


def _do_and_finish(job: str, turn: Turn) -> None:
    """Do it in this thread, with a connection of its own."""
    try:
        job_named(job).deed(turn)
        if not turn.finished:
            with turn.finishing():
                pass  # it had no effects to commit, only to be marked as done
    finally:
        connections.close_all()


def _most_tries(job: str) -> int:
    known = jobs()
    return known[job].most_tries if job in known else 1


def _told(problem: BaseException) -> str:
    """Say what went wrong; another's message may hold what is nobody's business."""
    said = str(problem) if isinstance(problem, WeftError) else ""
    return f"{type(problem).__name__}: {said}" if said else type(problem).__name__
