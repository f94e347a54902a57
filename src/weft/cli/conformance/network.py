"""How is a feed asked over the network, whatever it does?

A feed that stalls, answers without end or redirects in a circle gives no answer, and
the report says so: nothing that it does stops the grading.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx

from weft.commons.errors import WronglyConfigured
from weft.standards.openreferral.conformance import Answer, Ask

SECONDS = 30.0
MOST_BYTES = 100_000_000
MOST_REDIRECTS = 5


@contextmanager
def asking(url: str) -> Iterator[Ask]:
    """Open a connection to a feed.

    Parameters
    ----------
    url
        Its stub.

    Raises
    ------
    WronglyConfigured
        When that is no address of the web.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise WronglyConfigured(
            f"{url} is no address of a feed. One looks like "
            "https://example.org/openreferral/v3"
        )
    stub = url.partition("?")[0].rstrip("/")
    with httpx.Client(
        timeout=SECONDS, follow_redirects=True, max_redirects=MOST_REDIRECTS
    ) as client:

        def ask(
            path: str, parameters: Mapping[str, str], *, post: bool = False
        ) -> Answer:
            return _answer(client, f"{stub}/{path}", parameters, post=post)

        yield ask


def _answer(
    client: httpx.Client, address: str, parameters: Mapping[str, str], *, post: bool
) -> Answer:
    told = {"json": dict(parameters)} if post else {"params": dict(parameters)}
    method = "POST" if post else "GET"
    try:
        with client.stream(method, address, **told) as answer:  # type: ignore[arg-type] # one of two
            body = _read(answer)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
        return Answer(0, f"{type(problem).__name__}: {problem}")
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(answer.status_code, body.decode(errors="replace"), headers)


def _read(answer: httpx.Response) -> bytes:
    """Read a body, but no more than a feed can be."""
    body = bytearray()
    for some in answer.iter_bytes():
        body += some
        if len(body) > MOST_BYTES:
            raise ValueError(f"more than {MOST_BYTES:,} bytes")
    return bytes(body)
