"""How is a feed of OpenActive walked to its end?

Each page names the next; one without items that names itself is the end for now.
"""

from urllib.parse import urlsplit

from weft.assets.sources.harvest.reader import Reader
from weft.assets.sources.harvest.snapshot import Snapshot
from weft.commons.errors import FeedNotUnderstood
from weft.commons.progress import Progress, unwatched
from weft.standards.openactive import Change, changes_told

ENDS, DELETES, LICENCE = "comes to an end", "says what has gone", "licence"
YES, NO = "yes", "no"


def walk(
    reader: Reader,
    addresses: tuple[str, ...],
    snapshot: Snapshot,
    *,
    progress: Progress = unwatched,
) -> int:
    """Bring one or more feeds whole, one after the other, from where it was left.

    Returns
    -------
    int
        How many things are on them and have not gone.

    Raises
    ------
    NotFetched
        When it broke off; what has come is kept, and the next walk goes on.
    FeedNotUnderstood
        When a page is none, or leads to one where we have been.
    """
    at = snapshot.at
    done, goes_on = _where(at.goes_on)
    at.honours.setdefault(DELETES, "not seen")
    for number, address in enumerate(addresses[done:], start=done):
        _one_feed(reader, goes_on or address, number, snapshot, progress)
        goes_on = ""
    at.honours[ENDS] = YES
    rows = len(living(snapshot))
    snapshot.end()
    return rows


def _where(goes_on: str) -> tuple[int, str]:
    """Read which of the feeds is being walked, and where in it."""
    number, _, address = goes_on.partition(" ")
    return (int(number), address) if number else (0, "")


def _one_feed(
    reader: Reader, address: str, number: int, snapshot: Snapshot, progress: Progress
) -> None:
    been: set[str] = set()
    while True:
        been.add(address)
        told, _ = reader.json(address)
        page = changes_told(told)
        if page is None:
            raise FeedNotUnderstood(f"{address} is no page of changes")
        if not page.changes and not page.broken:
            if page.following in been:
                snapshot.at.goes_on = f"{number + 1} "
                return
        elif page.following in been:
            raise FeedNotUnderstood(f"{address} leads in a circle and has no end")
        if urlsplit(page.following).scheme not in {"http", "https"}:
            raise FeedNotUnderstood(f"{address} does not say where it goes on")
        if any(one.data is None for one in page.changes):
            snapshot.at.honours[DELETES] = YES
        snapshot.at.honours[LICENCE] = page.licence[:120] or "not said"
        address = page.following
        snapshot.land(told, goes_on=f"{number} {address}")
        progress(snapshot.at.pages, 0, "asking for changes")


Where = tuple[int, int]


def key_of(change: Change) -> str:
    """Name a thing of a feed: numbers are one's own within a kind only."""
    return f"{change.kind}:{change.id}"


def living(snapshot: Snapshot) -> dict[str, Where]:
    """Say on which page the newest word on each thing stands; what has gone is not.

    Of two words on one thing the later in the feed counts, which is ordered by change.
    """
    found: dict[str, Where] = {}
    for number, page in enumerate(snapshot.pages(), start=1):
        told = changes_told(page)
        for position, change in enumerate(told.changes if told else ()):
            if change.data is None:
                found.pop(key_of(change), None)
            else:
                found[key_of(change)] = (number, position)
    return found


def gone(snapshot: Snapshot) -> set[str]:
    """Name the things of which the last word is that they have gone."""
    last: dict[str, bool] = {}
    for page in snapshot.pages():
        told = changes_told(page)
        for change in told.changes if told else ():
            last[key_of(change)] = change.data is None
    return {own for own, is_gone in last.items() if is_gone}
