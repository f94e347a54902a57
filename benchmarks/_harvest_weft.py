"""Weft reads the feed, lists what is on, and publishes it at its own feed."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import django

NOW = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Europe/London"))
WEEK = timedelta(weeks=1)


def awake(folder: Path) -> None:
    """Make a data folder with an empty region in it."""
    os.environ |= {
        "WEFT_DATA_DIR": str(folder),
        "WEFT_DATABASE_URL": "",
        "WEFT_HARVEST_NEARBY": "yes",
        "DJANGO_SETTINGS_MODULE": "weft.config.settings",
    }
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 after the settings

    call_command("migrate", verbosity=0)


def listen(address: str) -> None:
    """Have the feed read from now on."""
    from weft.accounts.actors import Actor  # noqa: PLC0415 after the settings
    from weft.assets.domain.harvests import FeedAt, FeedKind  # noqa: PLC0415 as above
    from weft.assets.services.harvests import add_feed  # noqa: PLC0415 as above
    from weft.ground.models import Region  # noqa: PLC0415 as above

    Region.objects.create(slug="made-up", name="Made up", made_up=True)
    add_feed(
        key="made-up",
        region="made-up",
        feed=FeedAt(kind=FeedKind.OPEN_REFERRAL, addresses=(address,)),
        whose=("Made up", "CC0"),
        by=Actor.command("benchmark"),
        on=NOW.date(),
    )


class Steps:
    """How long each step of a reading took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def watch(self, module: object, name: str, step: str) -> None:
        """Count the seconds that a function of a module takes."""
        plain: Callable[..., object] = getattr(module, name)

        def watched(*told: object, **more: object) -> object:
            began = time.perf_counter()
            try:
                return plain(*told, **more)
            finally:
                took = time.perf_counter() - began
                self.seconds[step] = self.seconds.get(step, 0.0) + took

        setattr(module, name, watched)


def read(week: int, steps: Steps) -> tuple[str, float]:
    """Read the feed in some week; say what came of it, and how long it took."""
    from weft.accounts.actors import Actor  # noqa: PLC0415 after the settings
    from weft.assets.services.harvests import reading, taking  # noqa: PLC0415 as above

    if not steps.seconds:
        steps.watch(reading, "bring", "brought")
        steps.watch(taking, "_list_anew", "listed")
        steps.watch(reading, "take_in", "taken")
    steps.seconds.update(brought=0.0, listed=0.0, taken=0.0, worked=0.0)
    now = NOW + week * WEEK
    asking = reading.a_reader(lambda: now)
    asking.publishers.pause = lambda _seconds: None  # nobody else is asked
    began, worked = time.perf_counter(), time.process_time()
    done = reading.harvest(
        key="made-up",
        by=Actor.command("benchmark"),
        clock=lambda: now,
        reader=asking,
    )
    steps.seconds["worked"] = time.process_time() - worked
    return f"{done.state} {done.rows} {done.why}", time.perf_counter() - began


def known() -> Iterator[tuple[str, ...]]:
    """Say what is known of each service, from the register."""
    from weft.assets.models import Offer  # noqa: PLC0415 after the settings

    rows = Offer.objects.select_related("group", "place").prefetch_related("schedules")
    for one in rows.order_by("pk").iterator(chunk_size=2_000):
        [rule] = one.schedules.all()
        when = f"{rule.days[0]} {rule.starts:%H:%M} {rule.ends:%H:%M}"
        yield (
            one.reference,
            one.name,
            one.summary,
            one.group.name,
            one.place.name,
            when,
            str(one.price_pence_least),
            ",".join(one.tags),
        )


def published() -> int:
    """Count what our own feed tells."""
    from weft.assets.models import Published  # noqa: PLC0415 after the settings

    return Published.objects.filter(live=True).count()
