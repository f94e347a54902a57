"""What does a transcript with times say, and in whose voice?

WebVTT as the W3C has it (Candidate Recommendation 2019): cues with a time line and a
payload; ``<v Name>`` names the voice. Styles, regions and comments are not read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from weft.standards.documents.values import Document, Turn, refused

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"<[^>]*>")
_APART = re.compile(r"\n{2,}")
NOT_CUES = ("NOTE", "STYLE", "REGION")


def is_webvtt(text: str) -> bool:
    """Tell a transcript from other texts by its first word."""
    return re.match(r"WEBVTT(?:[ \t\n]|$)", text) is not None


def webvtt(text: str, *, file: str) -> Document:
    """Read a transcript.

    Raises
    ------
    FileNotUnderstood
        Nobody says anything in it.
    """
    unread: Counter[str] = Counter()
    turns: list[Turn] = []
    for block in _APART.split(text)[1:]:
        turns += _cue(block.strip("\n"), unread)
    if not turns:
        raise refused("nobody says anything in it", file, "Paste the words instead.")
    return Document(turns=tuple(turns), unread=dict(unread))


def _cue(block: str, unread: Counter[str]) -> list[Turn]:
    """Read one cue; each voice in it is a turn of its own."""
    lines = block.split("\n")
    if not block or lines[0].split(" ", 1)[0] in NOT_CUES:
        return []
    at = next((n for n, line in enumerate(lines[:2]) if "-->" in line), None)
    times = _TIMES.fullmatch(lines[at].strip()) if at is not None else None
    if at is None or times is None:
        unread["line without a time"] += 1
        return []
    start, end = _milliseconds(*times.groups()[:4]), _milliseconds(*times.groups()[4:])
    if end <= start:
        unread["line that ends before it begins"] += 1
        return []
    said = list(_voices("\n".join(lines[at + 1 :])))
    if not said:
        unread["line without words"] += 1
    return [
        Turn(start_ms=start, end_ms=end, voice=voice, words=words)
        for voice, words in said
    ]


def _voices(payload: str) -> Iterator[tuple[str, str]]:
    """Part a payload where a voice begins."""
    parts = _VOICE.split(payload)
    for voice, words in zip(["", *parts[1::2]], parts[::2], strict=True):
        said = unescape(_TAG.sub("", words)).strip()
        if said:
            yield unescape(voice).strip(), said


def _milliseconds(
    hours: str | None, minutes: str, seconds: str, thousandths: str
) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(thousandths)
