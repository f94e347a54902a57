"""Which feeds are read, and where does what they send lie?"""

import fcntl
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.harvests import FeedAt, FeedKind
from weft.assets.models import Feed, FeedRun
from weft.assets.sources.harvest import Snapshot
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60


@transaction.atomic
def add_feed(
    *, key: str, region: str, feed: FeedAt, whose: tuple[str, str], by: Actor, on: date
) -> None:
    """Have a feed read from now on.

    Parameters
    ----------
    key
        A short name in small letters, as ``calderdale``: it stays for ever, since what
        the feed tells is known by it.
    region
        Into whose register it is read.
    feed
        Of what kind it is, and where.
    whose
        Its publisher, and on what terms.

    Raises
    ------
    NotFound, NotPossible
        When there is no such region, the name is taken, or an address is none.
    """
    ground.region(region)
    _refuse(key, feed)
    publisher, licence = (told.strip() for told in whose)
    if not publisher or not licence:
        raise NotPossible("Say whose feed it is, and on what terms it may be used.")
    Feed.objects.create(
        key=key,
        region_id=region,
        kind=feed.kind,
        addresses=list(feed.addresses),
        publisher=publisher[:200],
        licence=licence[:120],
        added_on=on,
    )
    record(
        by=by,
        deed="assets.add_feed",
        subject=f"feed {key}",
        details={"region": region, "kind": str(feed.kind)},
    )


def _refuse(key: str, feed: FeedAt) -> None:
    """Refuse a name or an address that could not be meant."""
    if not _KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        raise NotPossible(
            f"«{key}» is no name for a feed: small letters, digits and hyphens."
        )
    if Feed.objects.filter(key=key).exists():
        raise NotPossible(f"There is a feed called «{key}» already.")
    if not feed.addresses:
        raise NotPossible("Say where the feed is.")
    if len(feed.addresses) > 1 and feed.kind is not FeedKind.OPENACTIVE:
        raise NotPossible("Only an OpenActive feed has more than one address.")
    for address in feed.addresses:
        parts = urlsplit(address)
        plain = parts.scheme in {"http", "https"} and parts.hostname
        if not plain or parts.username or parts.password:
            raise NotPossible(f"«{address}» is no address of a feed.")


@transaction.atomic
def stop_feed(*, key: str, by: Actor) -> None:
    """Have a feed read no more; what it told stays, and grows old.

    Raises
    ------
    NotFound
        When there is no such feed.
    """
    row = found_feed(key)
    row.stopped = True
    row.save(update_fields=["stopped"])
    record(by=by, deed="assets.stop_feed", subject=f"feed {key}")


def found_feed(key: str) -> Feed:
    """Find a feed by its name, or raise ``NotFound``."""
    row = Feed.objects.filter(key=key).first()
    if row is None:
        raise NotFound(f"There is no feed called «{key}».")
    return row


def snapshot_of(run: FeedRun) -> Snapshot:
    """Say where what one reading brought lies."""
    return Snapshot(_folder(run.feed_id) / str(run.number))


def _folder(key: str) -> Path:
    return Path(settings.DATA_DIR) / "feeds" / key


@contextmanager
def one_at_a_time(key: str) -> Iterator[None]:
    """Let one process at a time read a feed.

    Raises
    ------
    NotPossible
        When another is reading it.
    """
    folder = _folder(key)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            raise NotPossible(f"The feed «{key}» is being read just now.") from problem
        yield
