"""How does somebody read a little of a large file at a time?

One range of bytes for each request (RFC 9110, 14). Several ranges at once are
answered with the whole file, as the standard allows.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)

from weft.commons.errors import NotFound

TILES = "application/vnd.pmtiles"
FRESH = "public, max-age=30"  # what was withdrawn is nowhere within a minute
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_PIECE = 64 * 1024
NOTHING_NEW = 304


def serve(request: HttpRequest, path: Path, *, kind: str = TILES) -> HttpResponseBase:
    """Answer with the part of a file that was asked for.

    Parameters
    ----------
    request, path
        What was asked for, of which file.
    kind
        The file's media type.

    Raises
    ------
    NotFound
        There is no such file.
    """
    if not path.is_file():
        raise NotFound("There is no such file here yet.")
    about = path.stat()
    mark = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
    response = _answer(request, path, about.st_size, mark)
    if response.status_code != NOTHING_NEW:
        response["Content-Type"] = kind
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = mark
    response["Cache-Control"] = FRESH
    return response


def _answer(request: HttpRequest, path: Path, size: int, mark: str) -> HttpResponseBase:
    """Choose between nothing new, a part, and the whole."""
    if request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=NOTHING_NEW)
    asked = request.headers.get("Range", "")
    if asked and request.headers.get("If-Range", mark) == mark:
        span = _span(asked, size)
        if span is not None:
            return _part(path, span, size)
        if _RANGE.fullmatch(asked.strip()):
            return HttpResponse(
                status=416, headers={"Content-Range": f"bytes */{size}"}
            )
    return StreamingHttpResponse(
        _read(path, 0, size), headers={"Content-Length": str(size)}
    )


def _span(asked: str, size: int) -> tuple[int, int] | None:
    """Read the first and the last byte of a range that the file can satisfy."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    return (start, end) if start <= end < size else None


def _part(path: Path, span: tuple[int, int], size: int) -> HttpResponseBase:
    """Answer with the bytes from the first to the last."""
    start, end = span
    response = StreamingHttpResponse(_read(path, start, end - start + 1), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response


def _read(path: Path, start: int, count: int) -> Iterator[bytes]:
    """Read so many bytes from a place, in pieces."""
    with path.open("rb") as file:
        file.seek(start)
        while count > 0 and (piece := file.read(min(_PIECE, count))):
            count -= len(piece)
            yield piece
