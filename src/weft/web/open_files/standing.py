"""Which files were made of a region, when, and may they still be given out?"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from weft.assets.queries.open_files import Contents, has_left


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """One file that was made."""

    name: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files of one region, made in one go.

    Attributes
    ----------
    folder
        Where they lie; each making has a folder of its own.
    """

    region: str
    at: datetime
    folder: Path
    files: tuple[MadeFile, ...]
    contents: Contents

    @property
    def may_go_out(self) -> bool:
        """Tell whether nothing in them has been withdrawn since."""
        return not has_left(self.contents, self.region)

    def file(self, name: str) -> Path | None:
        """Find a file by its name; names are looked up, never joined into a path."""
        known = next((one.name for one in self.files if one.name == name), None)
        return self.folder / known if known else None


def shelf(region: str) -> Path:
    """Say in which folder a region's files are kept."""
    return Path(settings.DATA_DIR) / "open" / region


def made_files(region: str) -> Made | None:
    """Say which files there are of a region; None where none were made yet."""
    try:
        told = json.loads((shelf(region) / "made.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Made(
        region=region,
        at=datetime.fromisoformat(told["at"]),
        folder=shelf(region) / told["folder"],
        files=tuple(MadeFile(**one) for one in told["files"]),
        contents=Contents(**{k: set(v) for k, v in told["contents"].items()}),
    )


def note(
    region: str,
    folder: Path,
    *,
    at: datetime,
    files: Sequence[MadeFile],
    contents: Contents,
) -> None:
    """Note what was made; from then on it is what is given out."""
    told = {
        "at": at.isoformat(),
        "folder": folder.name,
        "files": [asdict(one) for one in files],
        "contents": {name: sorted(keys) for name, keys in asdict(contents).items()},
    }
    draft = shelf(region) / "made.json.new"
    draft.write_text(json.dumps(told), encoding="utf-8")
    draft.replace(shelf(region) / "made.json")
