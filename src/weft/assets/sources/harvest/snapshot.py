"""Where does a feed lie while it is read, so that a run that broke off can go on?

A run has a folder of its own: a file for each page, written whole or not at all, and a
file that says how far it is. Nothing in it is ever changed after the run has ended.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from weft.assets.sources.harvest.people import without_people
from weft.commons.errors import FeedNotUnderstood

Json = object
MOST_PAGES = 50_000
MOST_BYTES = 8 * 1024**3
STATE, PAGES = "state.json", "pages"


@dataclass(slots=True)
class Progressed:
    """How far a run is.

    Attributes
    ----------
    goes_on
        Where the next page is: a number or an address; "" before the first.
    pages, bytes
        So many are on the disk.
    promised
        How many rows the feed says it has; None where it does not say.
    honours
        What it does of what it is asked, found by trying: yes, no or not tried.
    people
        Fields of people's own that were taken out before anything was written.
    marks
        The publisher's mark of each page, by the page's file.
    """

    goes_on: str = ""
    pages: int = 0
    bytes: int = 0
    promised: int | None = None
    ended: bool = False
    honours: dict[str, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)


class Snapshot:
    """What one run of one feed has brought so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at = _read_state(folder / STATE)

    def begin(self) -> None:
        """Make its folder, which only we may read."""
        (self.folder / PAGES).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.note()

    def note(self) -> None:
        """Write down how far it is."""
        text = json.dumps(asdict(self.at))
        _write_whole(self.folder / STATE, text.encode())

    def land(self, page: Json, *, goes_on: str, mark: str = "") -> None:
        """Keep a page without what is people's own, and how to go on after it.

        Raises
        ------
        FeedNotUnderstood
            When the feed has no end.
        """
        counted: Counter[str] = Counter(self.at.people)
        text = json.dumps(without_people(page, counted), separators=(",", ":"))
        self._keep(text.encode(), ".json", goes_on=goes_on, mark=mark)
        self.at.people = dict(counted)
        self.note()

    def land_file(self, raw: bytes, ending: str, *, mark: str) -> None:
        """Keep a file as it came."""
        self._keep(raw, ending, goes_on="", mark=mark)
        self.note()

    def _keep(self, raw: bytes, ending: str, *, goes_on: str, mark: str) -> None:
        self.at.pages += 1
        self.at.bytes += len(raw)
        if self.at.pages > MOST_PAGES or self.at.bytes > MOST_BYTES:
            raise FeedNotUnderstood(
                f"the feed has no end: {self.at.pages:,} pages, "
                f"{self.at.bytes / 1e9:.1f} GB"
            )
        name = f"{self.at.pages:06}{ending}"
        _write_whole(self.folder / PAGES / name, raw)
        self.at.goes_on = goes_on
        if mark:
            self.at.marks[name] = mark

    def end(self) -> None:
        """Say that the feed came to its end."""
        self.at.ended = True
        self.note()

    def files(self) -> list[Path]:
        """List the pages that count, in their order."""
        every = sorted((self.folder / PAGES).glob("*"))
        return [one for one in every if one.suffix != ".part"][: self.at.pages]

    def pages(self) -> Iterator[Json]:
        """Give every page, in order."""
        for path in self.files():
            yield json.loads(path.read_bytes())

    def page(self, number: int) -> Json:
        """Give one page, counted from 1."""
        path = self.folder / PAGES / f"{number:06}.json"
        told: Json = json.loads(path.read_bytes())
        return told

    def mark_of(self, number: int) -> str:
        """Give the publisher's mark of one page; "" where it gave none."""
        return self.at.marks.get(f"{number:06}.json", "")

    def forget(self) -> None:
        """Take it off the disk."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _read_state(path: Path) -> Progressed:
    if not path.exists():
        return Progressed()
    return Progressed(**json.loads(path.read_text(encoding="utf-8")))


def _write_whole(path: Path, raw: bytes) -> None:
    """Write a file whole, or leave what was there."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(raw)
    os.replace(part, path)  # noqa: PTH105 atomic on every system
