"""How is somebody else's feed brought here whole, or not at all?

What arrives lies in a folder of its own (``snapshot``); the register is not touched.
"""

from datetime import date

from weft.assets.domain.harvests import FeedAt, FeedKind
from weft.assets.sources.harvest import csv_file, open_referral, openactive
from weft.assets.sources.harvest.door import OnlyOutside
from weft.assets.sources.harvest.reader import (
    MOST_REDIRECTS,
    PURPOSE,
    TIMEOUT,
    Reader,
)
from weft.assets.sources.harvest.snapshot import Snapshot
from weft.commons.progress import Progress, unwatched

__all__ = [
    "MOST_REDIRECTS",
    "PURPOSE",
    "TIMEOUT",
    "OnlyOutside",
    "Reader",
    "Snapshot",
    "bring",
]


def bring(
    reader: Reader,
    feed: FeedAt,
    *,
    snapshot: Snapshot,
    before: Snapshot | None,
    today: date,
    progress: Progress = unwatched,
) -> int:
    """Bring a feed to its end, from where it was left.

    Parameters
    ----------
    reader, feed
        Whoever asks, and what.
    snapshot, before
        Where it is to lie, and the last good run of it.
    today
        For a list whose days have no year.

    Returns
    -------
    int
        How many rows it has: services, things to do, lines of a list.

    Raises
    ------
    NotFetched
        When it broke off; what has come is kept, and the next call goes on.
    FeedNotUnderstood
        When it is not what it should be.
    """
    snapshot.begin()
    address = feed.addresses[0]
    match feed.kind:
        case FeedKind.OPEN_REFERRAL:
            return open_referral.walk(
                reader, address, snapshot, before=before, progress=progress
            )
        case FeedKind.OPENACTIVE:
            return openactive.walk(reader, feed.addresses, snapshot, progress=progress)
        case FeedKind.CSV:
            return csv_file.walk(reader, address, snapshot, before=before, today=today)
