"""How is a publisher asked, and what if it says «later» or «no»?

Seen on the live services (docs/data/fetching.md): the ONS refuses default library
names and answers 429; NHS England, Ofcom and NaPTAN refuse some data centres with 403;
HEAD fails in places, so nothing is asked by HEAD.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

from weft import __version__
from weft.commons.errors import NotFetched

TRIES = 5
LONGEST_WAIT = 600.0
PAUSE = 1.0
"""Seconds between two requests to one publisher."""

TIMEOUT = httpx.Timeout(30.0, read=120.0)
MOST_REDIRECTS = 20
LATER = frozenset({429, 500, 502, 503, 504})
REFUSED = frozenset({401, 403, 405, 451})

BEYOND_ITS_END = 416
"""The answer to going on with a file that has become shorter; ``save`` begins again."""

Pause = Callable[[float], None]
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Publishers:
    """Whoever answers; asked one at a time, and never in a hurry.

    ``contact`` is how a publisher can reach whoever runs this; ``clock`` gives an aware
    time, by which Retry-After may be told; ``pause`` waits so many seconds.
    """

    clock: Clock
    contact: str = ""
    purpose: str = "builds a region from open data"
    pause: Pause = time.sleep
    transport: httpx.BaseTransport | None = None
    timeout: httpx.Timeout = field(default_factory=lambda: TIMEOUT)
    most_redirects: int = MOST_REDIRECTS
    _client: httpx.Client | None = field(default=None, init=False)
    _last: dict[str, datetime] = field(default_factory=dict, init=False)

    @property
    def name(self) -> str:
        """Say who asks."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"Weft/{__version__} ({self.purpose}{contact})"

    def close(self) -> None:
        """Hang up."""
        if self._client is not None:
            self._client.close()
            self._client = None

    @contextmanager
    def ask(
        self,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Iterator[httpx.Response]:
        """Ask for an address, and give the answer while it is still arriving.

        Parameters
        ----------
        address
            Where; with ``form`` it is posted to.
        headers
            More than the usual ones: ``Range``, ``If-None-Match``.

        Raises
        ------
        NotFetched
            When the publisher refuses, or still says «later» after ``TRIES`` times.
        """
        for attempt in range(TRIES):
            self._wait_between(address)
            try:
                with self._open(address, headers, form) as answer:
                    if answer.status_code not in LATER:
                        _refuse(answer, address)
                        yield answer
                        return
                    wait = self._later(answer, attempt, address)
            except httpx.ConnectError as problem:
                wait = self._again(attempt, address, problem)
            except httpx.UnsupportedProtocol as problem:
                raise NotFetched(f"{address} is not an address") from problem
            self.pause(wait)
        raise NotFetched(f"{address} still said «later» after {TRIES} tries")

    def text(self, address: str, *, form: Mapping[str, str] | None = None) -> str:
        """Ask for an address and take the whole answer as text."""
        with self.ask(address, form=form) as answer:
            return answer.read().decode("utf-8-sig", errors="replace")

    def _open(
        self,
        address: str,
        headers: Mapping[str, str] | None,
        form: Mapping[str, str] | None,
    ) -> AbstractContextManager[httpx.Response]:
        """Begin one request."""
        if self._client is None:
            self._client = httpx.Client(
                timeout=self.timeout,
                follow_redirects=True,
                max_redirects=self.most_redirects,
                transport=self.transport,
                headers={"User-Agent": self.name},
            )
        return self._client.stream(
            "POST" if form else "GET",
            address,
            headers=dict(headers or {}),
            data=dict(form) if form else None,
        )

    def _wait_between(self, address: str) -> None:
        """Leave a publisher a moment between two requests."""
        host = httpx.URL(address).host
        last, now = self._last.get(host), self.clock()
        if last is not None:
            since = (now - last).total_seconds()
            if since < PAUSE:
                self.pause(PAUSE - since)
        self._last[host] = self.clock()

    def _later(self, answer: httpx.Response, attempt: int, address: str) -> float:
        """Say how long to wait: as long as asked, or twice as long each time."""
        told = _retry_after(answer.headers.get("retry-after", ""), self.clock())
        wait = told if told is not None else 2.0**attempt
        if wait > LONGEST_WAIT:
            raise NotFetched(
                f"{address} asks to wait {wait / 60:.0f} minutes; run the same command "
                "again then: what has arrived is kept"
            )
        return wait

    def _again(self, attempt: int, address: str, problem: Exception) -> float:
        """Say how long to wait after a connection that could not be made."""
        if attempt == TRIES - 1:
            raise NotFetched(f"{address} cannot be reached ({problem})") from problem
        return 2.0**attempt


def _refuse(answer: httpx.Response, address: str) -> None:
    """Turn a refusal into an error that says what it means."""
    status = answer.status_code
    if status in REFUSED:
        raise NotFetched(
            f"{address} refuses this network (status {status}); a browser at home or "
            "at work is usually served"
        )
    if status >= httpx.codes.BAD_REQUEST and status != BEYOND_ITS_END:
        raise NotFetched(f"{address} is not there any more (status {status})")


def _retry_after(told: str, now: datetime) -> float | None:
    """Read Retry-After: seconds, or a day and time."""
    if told.strip().isdigit():
        return float(told)
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, (at - now).total_seconds())
