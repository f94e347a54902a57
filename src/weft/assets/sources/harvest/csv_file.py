"""How is a list fetched that somebody keeps as one file at an address?"""

from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from weft.assets.sources.harvest.reader import Reader
from weft.assets.sources.harvest.snapshot import Snapshot
from weft.assets.sources.spreadsheet import read_sheet
from weft.commons.errors import FeedNotUnderstood, FileNotUnderstood

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
MARKED = "says whether it has changed"


def walk(
    reader: Reader,
    address: str,
    snapshot: Snapshot,
    *,
    before: Snapshot | None = None,
    today: date,
) -> int:
    """Fetch the file, unless the publisher says that it is the one we have.

    Returns
    -------
    int
        How many rows it has below its headings.

    Raises
    ------
    NotFetched
        When it cannot be had now.
    FeedNotUnderstood
        When it is no table.
    """
    ending = ending_of(address)
    old = before.files() if before else []
    mark = before.at.marks.get(old[0].name, "") if before and old else ""
    got = reader.get(address, mark=mark)
    raw = got.body if got.is_new else old[0].read_bytes()
    snapshot.at.pages = 0
    snapshot.land_file(raw, ending, mark=got.mark)
    snapshot.at.honours[MARKED] = "yes" if got.mark else "no"
    try:
        rows = len(read_sheet(snapshot.files()[0], today=today).rows)
    except FileNotUnderstood as problem:
        raise FeedNotUnderstood(f"{address} is no table: {problem.problem}") from None
    snapshot.end()
    return rows


def ending_of(address: str) -> str:
    """Say how the file is to be read, by the ending of its address."""
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    return ending if ending in ENDINGS else ".csv"
