"""What do the words of a PDF say?

A PDF is a program of a kind, and some are made to fill a memory or never to end. So it
is read in a process of its own, which may take so much memory and so many seconds.
"""

import json
import subprocess
import sys
from pathlib import Path

from weft.standards.documents.values import Document, refused

MOST_SECONDS = 60
ALONE = Path(__file__).with_name("pdf_alone.py")
OF_WORDS = "this is a picture of words"
TYPE_IT = "Type the words, or put it in as a picture."
OTHERWISE = "Paste the words instead."
_WRONG = {
    "locked": "it is locked with a password",
    "memory": "it unpacks to more than any text",
    "unreadable": "it is damaged, or no PDF that we can read",
}


def pdf(raw: bytes, *, file: str, most_seconds: float = MOST_SECONDS) -> Document:
    """Read the words of a PDF, page by page.

    Raises
    ------
    FileNotUnderstood
        It has no words, is locked or damaged, or asks for more memory or time than
        any honest one.
    """
    try:
        done = subprocess.run(  # noqa: S603 our own file, and nothing of theirs but what it reads
            [sys.executable, "-I", str(ALONE)],
            input=raw,
            capture_output=True,
            timeout=most_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise refused("it takes too long to read", file, OTHERWISE) from problem
    if done.returncode:
        raise refused(_WRONG["memory"], file, OTHERWISE)
    told = json.loads(done.stdout)
    if "wrong" in told:
        raise refused(_WRONG[told["wrong"]], file, OTHERWISE)
    pages: list[str] = told["pages"]
    if not any(page.strip() for page in pages):
        raise refused(OF_WORDS, file, TYPE_IT)
    bare = sum(not page.strip() for page in pages)
    unread = {"page without words": bare, "picture or drawing": told["pictures"]}
    return Document(
        text="\n".join(page.strip("\n") for page in pages) + "\n",
        unread={what: times for what, times in unread.items() if times},
    )
