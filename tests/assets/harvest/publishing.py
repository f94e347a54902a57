"""Publishers on this machine: each serves services, and honours what it is told to."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil

import httpx

from tests.ground.sources.fetching.publisher import Answer
from weft.accounts.actors import Actor
from weft.assets.domain.harvests import FeedAt, FeedKind
from weft.assets.services.harvests import add_feed, harvest
from weft.assets.sources.harvest import OnlyOutside, Reader
from weft.ground.models import Region
from weft.ground.sources.fetching import Publishers

BY = Actor.command("test")
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
JSON = "application/json"
LISTS = ("service_at_locations", "schedules", "attributes", "languages", "phones")


def a_service(number, **more):
    """Tell a service the way version 3 does."""
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "name": f"Clay club {number}",
        "status": "active",
        "description": "Hands in clay.",
        "assured_date": "2026-10-01",
        "organization": {
            "id": "00000000-0000-4000-9000-000000000001",
            "name": "Clay Circle",
            "description": "People with clay",
        },
        "schedules": [
            {
                "id": f"00000000-0000-4000-a000-{number:012}",
                "freq": "WEEKLY",
                "byday": "TU",
                "opens_at": "10:00",
                "closes_at": "12:00",
            }
        ],
        "service_at_locations": [
            {
                "id": f"00000000-0000-4000-b000-{number:012}",
                "location": {
                    "id": "00000000-0000-4000-c000-000000000001",
                    "name": "Nab Hall",
                    "location_type": "physical",
                    "latitude": 53.73,
                    "longitude": -1.98,
                },
            }
        ],
    } | more


def services(many, first=1):
    return [a_service(number) for number in range(first, first + many)]


def head(service):
    """Leave of a service what a list without details tells."""
    return {name: value for name, value in service.items() if name not in LISTS}


@dataclass
class Feed:
    """A feed of Open Referral; ``ignores`` names what it does not honour."""

    services: list
    ignores: frozenset = frozenset()
    heads: bool = False  # the list tells only the heads
    alone: bool = True  # each can be had by itself
    version: str = "HSDS-UK-3.0"
    v1: bool = False
    from_nought: bool = False
    asked: list = field(default_factory=list)

    def at(self, publisher, stub="/v3"):
        """Serve it at a publisher's."""
        publisher.on(f"{stub}/", self._about)
        publisher.on(f"{stub}/services", self._list)
        for one in self.services:
            if isinstance(one, dict) and one.get("id"):
                publisher.on(f"{stub}/services/{one['id']}", self._one(one))
        return publisher.address + stub

    def _about(self, _asked):
        if self.v1:
            return Answer(status=404, body=b"{}", kind=JSON)
        return as_json({"version": self.version})

    def _one(self, service):
        def answer(_asked):
            if not self.alone:
                return Answer(status=404, body=b"{}", kind=JSON)
            return as_json(service)

        return answer

    def _list(self, asked):
        self.asked.append(asked.query)
        told = {k: v for k, v in asked.query.items() if k not in self.ignores}
        begins = 0 if self.from_nought else 1
        size = int(told.get("per_page", 10))
        page = int(told.get("page", begins))
        every = [] if "modified_after" in told else self.services
        here = every[(page - begins) * size : (page - begins + 1) * size]
        if self.heads and told.get("full") != "true":
            here = [head(one) for one in here]
        pages = ceil(len(every) / size)
        return as_json(self._envelope(here, page, begins, pages, size, len(every)))

    def _envelope(self, here, page, begins, pages, size, total):
        first, last = page == begins, page - begins + 1 >= pages
        if self.v1:
            return {
                "totalElements": total,
                "totalPages": pages,
                "number": page,
                "size": size,
                "first": first,
                "last": last,
                "empty": not here,
                "content": here,
            }
        return {
            "total_items": total,
            "total_pages": pages,
            "page_number": page,
            "size": len(here),
            "first_page": first,
            "last_page": last,
            "empty": not here,
            "contents": here,
        }


def as_json(told, status=200, **headers):
    return Answer(
        json.dumps(told).encode(), status=status, kind=JSON, headers=dict(headers)
    )


def a_reader(*, nearby=True, clock=lambda: NOW, timeout=None, **more):
    """Ask without waiting between two questions, here alone."""
    publishers = Publishers(
        clock=clock,
        pause=lambda _seconds: None,
        transport=OnlyOutside(nearby=nearby),
        timeout=httpx.Timeout(timeout or 5.0),
        most_redirects=5,
    )
    return Reader(publishers, **more)


def listen(
    address,
    *more,
    kind=FeedKind.OPEN_REFERRAL,
    key="council",
    region="somewhere",
    on=NOW,
):
    """Have a feed read from now on."""
    Region.objects.get_or_create(slug=region, defaults={"name": region.title()})
    add_feed(
        key=key,
        region=region,
        feed=FeedAt(kind=kind, addresses=(address, *more)),
        whose=("The council", "OGL v3"),
        by=BY,
        on=on.date(),
    )
    return key


def read_it(key="council", *, now=NOW, reader=None):
    return harvest(
        key=key, by=BY, clock=lambda: now, reader=reader or a_reader(clock=lambda: now)
    )
