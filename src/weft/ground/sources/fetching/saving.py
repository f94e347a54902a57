"""How does a file arrive whole, or not at all?

It grows beside its place as ``….part``; what was begun is gone on with by ``Range``,
if the publisher's mark (ETag) says that it is still the same file. It is moved to its
place only when it is complete and looks like what it should be.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from weft.commons.errors import FileNotUnderstood, NotFetched
from weft.commons.files import (
    MOST_STREAMED,
    members,
    open_features,
    open_stream,
)
from weft.commons.progress import Progress, unwatched
from weft.ground.sources.fetching.asking import TRIES, Publishers

ZIPS = frozenset({".zip", ".xlsx", ".ods"})
HEAD = 8_192
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that is in its place; ``is_new`` is False where nothing had changed."""

    is_new: bool
    etag: str
    published: str


def save(
    publishers: Publishers,
    address: str,
    target: Path,
    *,
    etag: str = "",
    expect: Sequence[str] = (),
    progress: Progress = unwatched,
) -> Arrived:
    """Fetch one file to its place.

    Parameters
    ----------
    publishers
        Whoever answers.
    address, target
        From where, to where.
    etag
        The publisher's mark of the file that is in its place; "" to fetch in any case.
    expect
        Column headings or property names that it must have.

    Raises
    ------
    NotFetched
        When it cannot be had, or what arrives is something else; what was in its place
        before stays.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    mark = etag if target.exists() else ""
    for _ in range(TRIES):
        try:
            arrived = _go_on(publishers, address, part, mark, progress)
        except (httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError):
            continue  # what has arrived is kept in the part; the next try goes on
        if arrived.is_new:
            _look_at(part, target, address, expect)
            os.replace(part, target)  # noqa: PTH105 atomic on every system
            _mark(part).unlink(missing_ok=True)
        return arrived
    raise NotFetched(
        f"{address} broke off {TRIES} times; run the same command again, and it goes "
        "on from where it is"
    )


def _mark(part: Path) -> Path:
    """Say where the mark of a file on its way is kept."""
    return part.with_name(f"{part.name}.etag")


def _go_on(
    publishers: Publishers, address: str, part: Path, etag: str, progress: Progress
) -> Arrived:
    """Begin a file, or go on with one that was begun."""
    begun = part.stat().st_size if part.exists() else 0
    mark = _mark(part).read_text() if begun and _mark(part).exists() else ""
    headers = {"Accept-Encoding": "identity"}  # a range of a squeezed file is no use
    if begun and mark:
        headers |= {"Range": f"bytes={begun}-", "If-Range": mark}
    elif etag:
        headers["If-None-Match"] = etag
    with publishers.ask(address, headers=headers) as answer:
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return Arrived(is_new=False, etag=etag, published="")
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.unlink(missing_ok=True)
            raise httpx.ReadError("the part is longer than the file; begin again")
        _refuse_web_page(answer, address)
        new = answer.headers.get("etag", "")
        goes_on = _starts_at(answer) == begun and begun > 0
        if not goes_on:
            _mark(part).write_text(new)
        _write(answer, part, keep=begun if goes_on else 0, progress=progress)
        return Arrived(is_new=True, etag=new, published=_published(answer))


def _starts_at(answer: httpx.Response) -> int:
    """Say from which byte the answer goes on; 0 for a whole file."""
    told = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    partial = answer.status_code == httpx.codes.PARTIAL_CONTENT
    return int(told[1]) if partial and told else 0


def _write(
    answer: httpx.Response, part: Path, *, keep: int, progress: Progress
) -> None:
    """Write what arrives behind what is kept."""
    length = answer.headers.get("content-length", "")
    total = keep + int(length) if length.isdigit() else 0
    with part.open("ab" if keep else "wb") as file:
        # As it arrives: pieces of a given size would be lost where the line breaks off.
        for piece in answer.iter_raw():
            file.write(piece)
            if file.tell() > MOST_STREAMED:
                raise NotFetched(f"{answer.url} is larger than any file of its kind")
            progress(file.tell(), total, part.stem)
        file.flush()
        os.fsync(file.fileno())
    if total and part.stat().st_size < total:
        raise httpx.ReadError("the connection closed before the end")


def _published(answer: httpx.Response) -> str:
    """Read the publisher's own date, "" where there is none."""
    try:
        return parsedate_to_datetime(answer.headers["last-modified"]).date().isoformat()
    except (KeyError, ValueError):
        return ""


def _refuse_web_page(answer: httpx.Response, address: str) -> None:
    """Refuse an error page that came with status 200."""
    if "text/html" in answer.headers.get("content-type", "").lower():
        raise NotFetched(f"{address} answered with a web page instead of the file")


def _look_at(part: Path, target: Path, address: str, expect: Sequence[str]) -> None:
    """Look whether a file is what its name says, and has what it must have."""
    try:
        kind = target.suffix.lower()
        if kind in ZIPS:
            members(part)
            return
        there = _properties(part) if kind == ".geojson" else _head(part)
        _refuse_lack([one for one in expect if one.lower() not in there], part)
    except FileNotUnderstood as problem:
        part.unlink()
        _mark(part).unlink(missing_ok=True)
        raise NotFetched(
            f"{address} sent something else than was expected: {problem.problem}"
        ) from problem


def _refuse_lack(lacking: Sequence[str], part: Path) -> None:
    """Refuse a file that lacks a heading."""
    if lacking:
        raise FileNotUnderstood(
            f"the heading «{lacking[0]}» is not in it", file=part.stem, remedy=""
        )


def _properties(part: Path) -> set[str]:
    """Name the properties of the first feature."""
    feature = next(open_features(part), None)
    return {name.lower() for name in (feature.properties if feature else ())}


def _head(part: Path) -> str:
    """Read the beginning, which also refuses a web page or an empty file."""
    with open_stream(part) as stream:
        return stream.read(HEAD).decode("utf-8", errors="replace").lower()
