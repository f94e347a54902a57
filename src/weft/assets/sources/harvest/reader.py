"""How is a feed asked, whatever it does?

Each answer has a limit: of seconds, of bytes after unpacking, of redirects. Unpacking
is done here, a little at a time, because a library unpacks what has come whole: twenty
bytes can stand for a thousand, and that again for a million. Whatever goes wrong
becomes one sentence.
"""

import json
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx

from weft.commons.errors import FeedNotUnderstood, NotFetched
from weft.ground.sources.fetching import Publishers

MEGABYTE = 1024 * 1024
MOST_BYTES = 64 * MEGABYTE
"""Of one page, unpacked: 500 whole services are near 2 MB."""

MOST_SECONDS = 120.0
QUIET_SECONDS = 30.0
MOST_REDIRECTS = 5
TIMEOUT = httpx.Timeout(QUIET_SECONDS, connect=10.0)
PURPOSE = "keeps a register of what is on, from open feeds"
Json = object
Ticks = Callable[[], float]

_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_PIECE = 4 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """One answer; ``is_new`` is False where nothing had changed since the mark.

    ``mark`` is the publisher's own for what it sent (ETag), "" where it gives none.
    """

    body: bytes
    mark: str
    is_new: bool = True


@dataclass(slots=True)
class Reader:
    """Asks a feed, within limits; ``ticks`` counts seconds from any beginning."""

    publishers: Publishers
    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS
    ticks: Ticks = time.monotonic

    def get(self, address: str, *, mark: str = "") -> Got:
        """Ask for an address.

        Raises
        ------
        NotFetched
            When it cannot be had now; asking again later may help.
        FeedNotUnderstood
            When what comes is too much, too deep, or leads in a circle.
        """
        headers = {"Accept-Encoding": "gzip, deflate"}
        if mark:
            headers["If-None-Match"] = mark
        try:
            with self.publishers.ask(address, headers=headers) as answer:
                return self._got(answer, address, mark)
        except httpx.TooManyRedirects as problem:
            raise FeedNotUnderstood(
                f"{address} sends us from one address to the next and never arrives"
            ) from problem
        except httpx.TimeoutException as problem:
            raise NotFetched(
                f"{address} went quiet: nothing came for {QUIET_SECONDS:.0f} seconds"
            ) from problem
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            raise NotFetched(f"{address} broke off in the middle") from problem

    def json(self, address: str, *, mark: str = "") -> tuple[Json, Got]:
        """Ask for an address, and read the answer as JSON; None where nothing is new.

        Raises
        ------
        NotFetched, FeedNotUnderstood
            As ``get`` does; also where it is no JSON.
        """
        got = self.get(address, mark=mark)
        return (parsed(got.body, address) if got.is_new else None), got

    def _got(self, answer: httpx.Response, address: str, mark: str) -> Got:
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return Got(body=b"", mark=mark, is_new=False)
        body = b"".join(self._unpacked(answer, address))
        return Got(body=body, mark=answer.headers.get("etag", ""))

    def _unpacked(self, answer: httpx.Response, address: str) -> Iterator[bytes]:
        """Unpack what arrives, and stop where it is too much or takes too long."""
        packing = answer.headers.get("content-encoding", "identity").strip().lower()
        if packing not in {"identity", "", *_WINDOW}:
            raise FeedNotUnderstood(f"{address} is packed as «{packing[:40]}»")
        unpack = _Unpacking(packing)
        end, size = self.ticks() + self.most_seconds, 0
        for raw in answer.iter_raw():
            for piece in unpack.pieces(raw, address):
                size += len(piece)
                if size > self.most_bytes:
                    raise FeedNotUnderstood(
                        f"{address} is more than {self.most_bytes // MEGABYTE} MB once "
                        "unpacked, which no honest page is"
                    )
                yield piece
            if self.ticks() > end:
                raise NotFetched(
                    f"{address} trickles: it was not there whole after "
                    f"{self.most_seconds:.0f} seconds"
                )
        unpack.finish(address)


class _Unpacking:
    """Takes bytes out of their packing, never more than a few megabytes at a time."""

    def __init__(self, packing: str) -> None:
        window = _WINDOW.get(packing)
        self._zip = zlib.decompressobj(window) if window else None

    def pieces(self, raw: bytes, address: str) -> Iterator[bytes]:
        """Unpack some bytes."""
        if self._zip is None:
            yield raw
            return
        while raw:
            try:
                piece = self._zip.decompress(raw, _PIECE)
            except zlib.error as problem:
                raise NotFetched(f"{address} is packed wrongly") from problem
            yield piece
            raw = self._zip.unconsumed_tail
            if not piece and not raw:
                return

    def finish(self, address: str) -> None:
        """See that it came whole."""
        if self._zip is not None and not self._zip.eof:
            raise NotFetched(f"{address} broke off in the middle")


def parsed(body: bytes, address: str) -> Json:
    """Read JSON.

    Raises
    ------
    FeedNotUnderstood
        When it is XML, a web page, cut short, or nested without end. XML is never
        opened, so whatever its entities stand for, they stand for nothing here.
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise FeedNotUnderstood(f"{address} sends XML or a web page instead of JSON")
    try:
        told: Json = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise FeedNotUnderstood(f"{address} is not UTF-8, as JSON must be") from problem
    except RecursionError as problem:
        raise FeedNotUnderstood(f"{address} nests without end") from problem
    except ValueError as problem:
        raise FeedNotUnderstood(
            f"{address} is no whole JSON; it may be cut short"
        ) from problem
    return told
