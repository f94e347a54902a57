"""How is a file of our own written so that nobody ever sees half of it?"""

import os
import shutil
import zipfile
from collections.abc import Collection
from pathlib import Path

NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say


def write_whole(path: Path, raw: bytes) -> None:
    """Write beside the place, and put it there once it is safe on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def sweep(folder: Path, ours: str, *, keep: Collection[Path]) -> None:
    """Remove what lies in a folder under a name like ours, and nobody keeps."""
    for path in sorted(folder.glob(f"{ours}*")):
        if path not in keep:
            path.unlink(missing_ok=True)


def zip_of(folder: Path, into: Path) -> None:
    """Put a folder's files into a zip, by name and without a date."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(file.name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with out.open(entry, "w") as to, file.open("rb") as read:
                shutil.copyfileobj(read, to)
