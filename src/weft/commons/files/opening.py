"""Is this file what it says it is, and how are its bytes read?

Encodings: a byte-order mark is dropped; the rest is read as UTF-8, and any byte that
is not UTF-8 as Windows-1252, which is what the ONS postcode files, NHS ODS and many
spreadsheets use (docs/data/reading-files.md). Sizes are measured on the bytes that
come out, never believed from a zip's own table of contents.
"""

import codecs
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from weft.commons.errors import FileNotUnderstood

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MEGABYTE = 1024 * 1024
MOST_STREAMED = 4096 * MEGABYTE
"""Largest file that is read row by row: the ONS postcode directory unpacks to 1 GB."""

MOST_IN_MEMORY = 512 * MEGABYTE
"""Largest file that is read at once."""

MOST_SQUEEZED = 200
"""A zip that unpacks to more than so many times its size is a bomb: the tightest of
the published ones, tables of postcodes, are near 10."""

SQUEEZE_FROM = 64 * MEGABYTE
FIRST_BYTES = 4096
AGAIN = "Download it again, and compare its size with the publisher's page."

_WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html|<head|<body)", re.IGNORECASE)
_ZIP = b"PK\x03\x04"


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as Windows-1252, and its five gaps as Latin-1."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    wrong = problem.object[problem.start : problem.end]
    letters = "".join(_windows_letter(byte) for byte in wrong)
    return letters, problem.end


def _windows_letter(byte: int) -> str:
    """Read one byte as Windows wrote it."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


WINDOWS = "weft-windows"
"""How a decoder meets a byte that is not what it expects: as Windows wrote it."""
codecs.register_error(WINDOWS, _as_windows)


def checksum(path: Path) -> str:
    """Reckon the SHA-256 of a file, a megabyte at a time."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def members(path: Path) -> tuple[str, ...]:
    """List what a zip holds, folders apart.

    Raises
    ------
    FileNotUnderstood
        When the file is not a whole zip.
    """
    with _zip(path) as box:
        return tuple(one.filename for one in box.infolist() if not one.is_dir())


@contextmanager
def open_stream(
    path: Path, *, member: str | None = None, most_bytes: int = MOST_STREAMED
) -> Iterator[io.BufferedReader]:
    """Open a file, or one member of a zip, as bytes that stop at a limit.

    Parameters
    ----------
    path
        The file.
    member
        A regular expression found in the name of exactly one member, without regard
        to case; the file itself is read where this is None.
    most_bytes
        More than this is refused, before or while it is read.

    Raises
    ------
    FileNotUnderstood
        When there is no such file or member, it is empty, a web page, or too large.
    """
    _look_at(path, most_bytes)
    if member is None:
        with path.open("rb") as file:
            yield _checked(file, path.name)
        return
    with _zip(path) as box:
        found = _member(box, path, member)
        with box.open(found) as file:
            name = f"{path.name}/{found.filename}"
            guard = _Guarded(file, name, most_bytes, found.compress_size)
            yield _checked(io.BufferedReader(guard, MEGABYTE), name)


@contextmanager
def open_text(
    path: Path, *, member: str | None = None, most_bytes: int = MOST_STREAMED
) -> Iterator[TextIO]:
    """Open a file, or one member of a zip, as text, whatever its encoding."""
    with open_stream(path, member=member, most_bytes=most_bytes) as stream:
        encoding = _encoding(stream)
        text = io.TextIOWrapper(stream, encoding=encoding, errors=WINDOWS, newline="")
        try:
            yield text
        finally:
            text.detach()


def open_lines(path: Path, *, member: str | None = None) -> Iterator[tuple[int, str]]:
    """Read a text line by line, numbered from 1, without line ends."""
    with open_text(path, member=member) as text:
        for number, line in enumerate(text, start=1):
            yield number, line.rstrip("\r\n")


def read_bytes_safely(
    path: Path, *, member: str | None = None, most_bytes: int = MOST_IN_MEMORY
) -> bytes:
    """Read a whole file, or one member of a zip, refusing one that is too large."""
    with open_stream(path, member=member, most_bytes=most_bytes) as stream:
        return stream.read()


def _look_at(path: Path, most_bytes: int) -> None:
    """Refuse what can be refused from outside: missing, a folder, empty, too large."""
    if not path.is_file():
        raise FileNotUnderstood(
            "there is no such file", file=str(path), remedy="Check the folder's name."
        )
    size = path.stat().st_size
    if size == 0:
        raise FileNotUnderstood("the file is empty", file=path.name, remedy=AGAIN)
    if size > most_bytes:
        raise too_large(path.name, most_bytes)


def too_large(name: str, most_bytes: int) -> FileNotUnderstood:
    """Make the error for a file that is larger than any of its kind."""
    return FileNotUnderstood(
        f"this holds more than {most_bytes / MEGABYTE:,.0f} MB, too much for its kind",
        file=name,
        remedy="Check that it is the right file. It has not been read.",
    )


def _checked(buffered: io.BufferedReader, name: str) -> io.BufferedReader:
    """Look at the first bytes, and give the stream back at its start."""
    first = buffered.peek(FIRST_BYTES)[:FIRST_BYTES]
    if not first.strip():
        raise FileNotUnderstood("the file is empty", file=name, remedy=AGAIN)
    if _WEB_PAGE.match(first.removeprefix(codecs.BOM_UTF8)):
        raise FileNotUnderstood(
            "this is a web page, not data; the publisher probably answered with an "
            "error page",
            file=name,
            line=1,
            remedy="Open the source's page and save the file itself.",
        )
    return buffered


def _encoding(stream: io.BufferedReader) -> str:
    """Tell UTF-16, as Excel's «Unicode text» has it, from everything else."""
    first = stream.peek(4)[:4]
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _zip(path: Path) -> zipfile.ZipFile:
    """Open a zip, or say why it cannot be one."""
    _look_at(path, MOST_STREAMED)
    with path.open("rb") as file:
        _checked(file, path.name)
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as problem:
        with path.open("rb") as file:
            begun = file.read(4) == _ZIP
        told = "this zip is cut short" if begun else "this is not a zip"
        raise FileNotUnderstood(told, file=path.name, remedy=AGAIN) from problem


def _member(box: zipfile.ZipFile, path: Path, wanted: str) -> zipfile.ZipInfo:
    """Find the one member that is wanted."""
    whole = [one for one in box.infolist() if not one.is_dir()]
    found = [one for one in whole if re.search(wanted, one.filename, re.IGNORECASE)]
    if len(found) != 1:
        names = ", ".join(one.filename for one in whole[:5]) or "nothing"
        raise FileNotUnderstood(
            f"{len(found)} members are named like «{wanted}», and one is needed",
            file=path.name,
            remedy=f"It holds {names}{' …' if len(whole) > 5 else ''}.",  # noqa: PLR2004 five are enough to see what it is
        )
    if found[0].flag_bits & 0x1:
        raise FileNotUnderstood(
            "this member is locked with a password",
            file=f"{path.name}/{found[0].filename}",
            remedy="Save it without one.",
        )
    return found[0]


class _Guarded(io.RawIOBase):
    """A member of a zip that stops when it becomes too large to be true."""

    def __init__(self, of: IO[bytes], name: str, most: int, squeezed: int) -> None:
        self._of = of
        self._name = name
        self._most = most
        self._squeezed = max(squeezed, 1)
        self._out = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, room: "WriteableBuffer") -> int:
        """Fill the room, counting what comes out."""
        into = memoryview(room)
        try:
            got = self._of.read(len(into))
        except (zipfile.BadZipFile, EOFError, zlib.error) as problem:
            raise FileNotUnderstood(
                "this zip is damaged or cut short", file=self._name, remedy=AGAIN
            ) from problem
        self._out += len(got)
        if self._out > self._most:
            raise too_large(self._name, self._most)
        if self._out > max(SQUEEZE_FROM, self._squeezed * MOST_SQUEEZED):
            raise FileNotUnderstood(
                f"this unpacks to more than {MOST_SQUEEZED} times its size, which no "
                "honest table does",
                file=self._name,
                remedy="Do not open it; download it from the publisher's own page.",
            )
        into[: len(got)] = got
        return len(got)
