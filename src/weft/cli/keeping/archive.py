"""What lies in a backup file, and is it still what was put there?"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from weft.commons.errors import FileNotUnderstood

MANIFEST = "manifest.json"
PIECE = 1 << 20
NOT_WHOLE = "it is not a whole backup of Weft's"
REMEDY = "Take another backup file: ./weft restore FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    weft: str
    made_at: str
    reason: str
    kind: str  # sqlite or postgresql
    migrations: dict[str, list[str]]
    entries: int  # of the record
    last_hash: str  # of the record's last entry, "" where it is empty
    files: dict[str, str] = field(default_factory=dict)  # name -> SHA-256
    columns: dict[str, list[str]] = field(default_factory=dict)  # of PostgreSQL tables


@dataclass(slots=True)
class Pack:
    """A backup file being written."""

    zip: zipfile.ZipFile
    files: dict[str, str] = field(default_factory=dict)

    def add(self, file: Path, name: str) -> None:
        """Put a file in, reckoning its hash on the way."""
        with file.open("rb") as source, self.member(name) as write:
            while piece := source.read(PIECE):
                write(piece)

    @contextmanager
    def member(self, name: str) -> Iterator["Writer"]:
        """Open one member for writing; its hash is kept when it closes."""
        writer = Writer(self.zip.open(name, "w", force_zip64=True))
        with writer.into:
            yield writer
        self.files[name] = writer.hash.hexdigest()

    def seal(self, manifest: Manifest) -> None:
        """Write what the backup says of itself, last of all."""
        text = json.dumps(asdict(manifest), indent=1, ensure_ascii=False)
        self.zip.writestr(MANIFEST, text)


class Writer:
    """Somewhere to write bytes that are hashed as they go by."""

    def __init__(self, into: IO[bytes]) -> None:
        self.into = into
        self.hash = hashlib.sha256()

    def __call__(self, piece: bytes | memoryview) -> None:
        """Write a piece."""
        self.hash.update(piece)
        self.into.write(piece)


@contextmanager
def new_archive(target: Path) -> Iterator[Pack]:
    """Write a backup file beside its name, and give it the name when it is whole.

    What was begun and not ended is taken away: it holds the secret key, for nothing.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    unfinished.touch(mode=0o600)  # the secret key is inside
    try:
        with zipfile.ZipFile(
            unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=1
        ) as opened:
            yield Pack(opened)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def open_archive(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup, and read what it says of itself.

    Raises
    ------
    FileNotUnderstood
        It is no backup of Weft's, or it is cut short.
    """
    try:
        opened = zipfile.ZipFile(file)
    except OSError as problem:
        raise _not_ours(file, f"it cannot be opened ({problem.strerror})") from problem
    except zipfile.BadZipFile as problem:
        raise _not_ours(file, NOT_WHOLE) from problem
    with opened:
        try:
            manifest = Manifest(**json.loads(opened.read(MANIFEST)))
        except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as problem:
            raise _not_ours(file, NOT_WHOLE) from problem
        yield opened, manifest


def unpack(opened: zipfile.ZipFile, manifest: Manifest, into: Path) -> None:
    """Take everything out, and compare each file with the hash it went in with."""
    for name, expected in manifest.files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise _not_ours(Path(name), "a backup never holds such a path")
        target = into.joinpath(*path.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        if _taken_out(opened, name, target) != expected:
            raise _not_ours(Path(name), "it is not what was backed up")


def _taken_out(opened: zipfile.ZipFile, name: str, target: Path) -> str:
    """Take one file out, and give its hash; "" where the zip file itself complains."""
    found = hashlib.sha256()
    try:
        with opened.open(name) as source, target.open("wb") as out:
            while piece := source.read(PIECE):
                found.update(piece)
                out.write(piece)
    except (zipfile.BadZipFile, zlib.error, KeyError):
        return ""
    return found.hexdigest()


def _not_ours(file: Path, problem: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file=str(file), remedy=REMEDY)
