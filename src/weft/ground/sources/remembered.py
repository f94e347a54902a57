"""What is remembered of each file that was fetched?

One file, ``fetched.json``, in the folder itself: from where, when, and by which mark of
the publisher's. It lets a second fetch ask «is there anything new?», and dates a table
that is renewed every day and does not say so.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_json

NAME = "fetched.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFile:
    """Where a file came from; ``published`` is the publisher's own date, if told."""

    address: str
    etag: str
    fetched_on: str
    published: str

    @property
    def dated(self) -> date:
        """Say how old it is: as the publisher says, or at least when it was fetched."""
        return date.fromisoformat(self.published or self.fetched_on)


def fetched_files(folder: Path) -> dict[str, FetchedFile]:
    """Read what is remembered, by the file's path below the folder."""
    path = folder / NAME
    if not path.exists():
        return {}
    told = open_json(path)
    try:
        if not isinstance(told, dict):
            raise TypeError("a table of files was expected")  # noqa: TRY301 caught below with every other fault of the file
        return {name: _file(one) for name, one in told.items()}
    except (TypeError, KeyError) as problem:
        raise FileNotUnderstood(
            f"this is not what fetch remembers ({problem})",
            file=NAME,
            remedy="Remove it; everything is then looked at again.",
        ) from problem


def _file(told: object) -> FetchedFile:
    """Read what is remembered of one file."""
    if not isinstance(told, dict):
        raise TypeError("a file's line should be a table")
    names = ("address", "etag", "fetched_on", "published")
    return FetchedFile(**{name: str(told[name]) for name in names})


def remember(folder: Path, name: str, file: FetchedFile) -> None:
    """Remember a file; the memory is swapped in whole."""
    known = {**fetched_files(folder), name: file}
    told = {key: asdict(one) for key, one in sorted(known.items())}
    part = folder / f"{NAME}.part"
    part.write_text(json.dumps(told, indent=1), encoding="utf-8")
    os.replace(part, folder / NAME)  # noqa: PTH105 atomic on every system
