"""A made-up feed of Open Referral UK 3.0, and a server of it in a process of its own.

The same number gives the same service on every machine. Pages of a hundred are written
before anybody asks, so that what is measured is whoever reads them.
"""

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import ceil
from urllib.parse import parse_qs, urlsplit
from uuid import NAMESPACE_URL, uuid5

PAGE = 100
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TERMS = ("pottery", "singing", "walking", "gardening", "reading", "chess", "sewing")
Document = dict[str, object]


def own(what: str, number: int) -> str:
    """Give a number in the form the standard asks for."""
    return str(uuid5(NAMESPACE_URL, f"{what} {number}"))


def a_service(number: int, *, changed: bool = False) -> Document:
    """Make up one service; five share a group, four a place."""
    group, place = number // 5, number // 4
    return {
        "id": own("service", number),
        "name": f"{TERMS[number % 7].title()} club {number}",
        "status": "active",
        "description": f"{'Now' if changed else 'Still'} on, with tea. " * 6,
        "url": f"https://services.example/{number}",
        "minimum_age": 16 if number % 3 else None,
        "assured_date": f"2026-{number % 11 + 1:02}-{number % 28 + 1:02}",
        "last_modified": "2026-11-01T00:00:00Z",
        "organization": {
            "id": own("group", group),
            "name": f"Group {group}",
            "description": "People who meet.",
            "phones": [{"id": own("phone", group), "number": f"01632 {group:06}"}],
        },
        "schedules": [
            {
                "id": own("schedule", number),
                "freq": "WEEKLY",
                "byday": DAYS[number % 7],
                "opens_at": f"{9 + number % 9:02}:00",
                "closes_at": f"{11 + number % 9:02}:00",
            }
        ],
        "service_at_locations": [
            {
                "id": own("at", number),
                "location": {
                    "id": own("place", place),
                    "name": f"Hall {place}",
                    "location_type": "physical",
                    "latitude": 53.5 + place % 500 / 1000,
                    "longitude": -2.2 + place // 500 / 1000,
                    "accessibility": [
                        {"id": own("access", place), "description": "Level access."}
                    ],
                },
            }
        ],
        "cost_options": [{"id": own("cost", number), "amount": number % 5}],
        "attributes": [
            {
                "id": own("attribute", number),
                "taxonomy_term": {
                    "id": own("term", number % 7),
                    "name": TERMS[number % 7],
                    "description": TERMS[number % 7],
                },
            }
        ],
    }


class Made:
    """The pages of a feed, as they are sent; ``turn`` changes every so-manieth."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.every = 0
        self.bodies: list[bytes] = []
        self.turn(0)

    def turn(self, every: int) -> None:
        """Write the pages anew, with every so-manieth service changed; 0 for none."""
        self.every = every
        pages = ceil(self.many / PAGE)
        self.bodies = [self._body(page, PAGE) for page in range(1, pages + 1)]

    def page(self, number: int, size: int) -> bytes:
        """Give a page; those of a hundred are ready."""
        if size == PAGE and 1 <= number <= len(self.bodies):
            return self.bodies[number - 1]
        return self._body(number, size)

    def nothing(self) -> bytes:
        """Give a page without anything on it."""
        return _envelope([], 1, 0, 0)

    def _body(self, number: int, size: int) -> bytes:
        first = (number - 1) * size
        here = range(first, min(first + size, self.many))
        told = [a_service(n, changed=self._is_changed(n)) for n in here]
        return _envelope(told, number, ceil(self.many / size), self.many)

    def _is_changed(self, number: int) -> bool:
        return bool(self.every) and number % self.every == 0


def _envelope(told: list[Document], number: int, pages: int, total: int) -> bytes:
    return json.dumps(
        {
            "total_items": total,
            "total_pages": pages,
            "page_number": number,
            "size": len(told),
            "first_page": number == 1,
            "last_page": number >= pages,
            "empty": not told,
            "contents": told,
        }
    ).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    made: Made

    def do_GET(self) -> None:
        """Answer as a good feed does."""
        url = urlsplit(self.path)
        asked = {name: value[0] for name, value in parse_qs(url.query).items()}
        if url.path == "/turn":
            self.made.turn(int(asked["every"]))
            return self._send(b"{}")
        if url.path.endswith("/services"):
            if "modified_after" in asked:
                return self._send(self.made.nothing())
            number = int(asked.get("page", 1))
            return self._send(self.made.page(number, int(asked.get("per_page", PAGE))))
        return self._send(b'{"version": "HSDS-UK-3.0"}')

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


def serve(many: int) -> None:
    """Serve a feed until somebody ends the process; print where, once it is ready."""
    _Handler.made = Made(many)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    print(f"http://127.0.0.1:{server.server_port}/v3", flush=True)
    server.serve_forever()


def answers(many: int, *, every: int = 0) -> Iterator[tuple[str, ...]]:
    """Say of each service what whoever read the feed should know of it."""
    for number in range(many):
        told = a_service(number, changed=bool(every) and number % every == 0)
        yield (
            str(told["id"]),
            str(told["name"]),
            str(told["description"]).strip(),
            f"Group {number // 5}",
            f"Hall {number // 4}",
            f"{number % 7} {9 + number % 9:02}:00 {11 + number % 9:02}:00",
            str(number % 5 * 100),
            TERMS[number % 7],
        )


if __name__ == "__main__":
    serve(int(sys.argv[1]))
