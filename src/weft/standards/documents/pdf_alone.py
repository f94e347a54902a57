"""Read a PDF from standard input, and write its words to standard output as JSON.

Started by ``pdf.py`` in a process of its own, and imports nothing of ours: what it may
take is bound before the reader is even loaded.
"""

import json
import resource
import sys
from io import BytesIO

MOST_BYTES = 1_500_000_000
MOST_SECONDS = 60
MOST_PAGES = 3_000
"""A transcript of a whole day has 300."""


def _bounded() -> None:
    """Let the system end this process where it takes too much."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def _told(raw: bytes) -> dict[str, object]:
    """Give the words of each page, or in one word what is wrong."""
    from pypdf import PdfReader  # noqa: PLC0415 after the bounds are set
    from pypdf.errors import LimitReachedError, PyPdfError  # noqa: PLC0415 so is this

    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"wrong": "locked"}
        if len(reader.pages) > MOST_PAGES:
            return {"wrong": "memory"}
        pages = [page.extract_text() or "" for page in reader.pages]
        pictures = sum(len(page.images.keys()) for page in reader.pages)
    except (MemoryError, LimitReachedError, RecursionError):
        return {"wrong": "memory"}
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
            OSError, NotImplementedError, ArithmeticError, AssertionError):  # fmt: skip
        return {"wrong": "unreadable"}  # the many ways in which a broken file shows
    return {"pages": pages, "pictures": pictures}


if __name__ == "__main__":
    _bounded()
    told = _told(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(told))
