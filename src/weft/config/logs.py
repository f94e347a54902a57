"""What may a log say, so that nobody can be found in it?

A line says which kind of page was asked for (its pattern, never its address or what
was asked), the status and the time it took. What went wrong is told by its kind and
where in our code it was, without its message: a message may quote what somebody
typed.
"""

import logging
import time
import traceback
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("weft.asked")


def one_line_each(respond: Respond) -> Respond:
    """Write one line for each request that was not for a static file."""

    def answer(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = respond(request)
        matched = request.resolver_match
        if matched or not request.path_info.startswith("/static/"):
            logger.info(
                "%s /%s %d %.0f ms",
                request.method if request.method in METHODS else "OTHER",
                matched.route if matched else "(no such page)",
                response.status_code,
                1_000 * (time.perf_counter() - began),
            )
        return response

    return answer


METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


class Careful(logging.Formatter):
    """Lets our own sentences through, and of others' only what is about code."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; of one that is not ours, what was asked is left out."""
        if record.name.startswith("weft"):
            return super().format(record)
        careful = logging.LogRecord(
            record.name,
            record.levelno,
            record.pathname,
            record.lineno,
            _what_of(record),
            None,
            record.exc_info,
        )
        return super().format(careful)

    def formatException(  # noqa: N802 logging's own name
        self, ei: object
    ) -> str:
        """Say which kind of mistake it was, and where in the code."""
        kind, _, trace = ei if isinstance(ei, tuple) else (None, None, None)
        places = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        name = kind.__name__ if isinstance(kind, type) else "something"
        return "\n".join((f"{name} at", *(f"  {place}" for place in places)))


def _what_of(record: logging.LogRecord) -> str:
    """Say what another's record is about, by the page's pattern and its status."""
    matched = getattr(getattr(record, "request", None), "resolver_match", None)
    route = f" /{matched.route}" if matched else ""
    status = getattr(record, "status_code", "")
    return f"{status}{route} ({record.module}:{record.lineno})".strip()
