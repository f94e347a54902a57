"""How do words go out of a text while all else stays where it is?"""

from collections.abc import Iterable

from weft.voices.domain.anchors import Anchor, PictureRegion, TextSpan, span_of

GONE = "▒"
"""Stands for every letter that was taken back: what follows keeps its place."""


def blanked(text: str, places: Iterable[TextSpan]) -> str:
    """Put ``GONE`` for each letter of some passages; line ends stay."""
    letters = list(text)
    for at in places:
        letters[at.start : at.end] = [
            letter if letter == "\n" else GONE for letter in letters[at.start : at.end]
        ]
    return "".join(letters)


def overlapping(at: Anchor | None, places: Iterable[Anchor]) -> bool:
    """Tell whether a passage holds any of the words of others."""
    return any(_shares(at, other) for other in places)


def _shares(at: Anchor | None, other: Anchor) -> bool:
    if isinstance(at, TextSpan) and isinstance(other, TextSpan):
        return at.start < other.end and other.start < at.end
    if isinstance(at, PictureRegion) and isinstance(other, PictureRegion):
        return (
            at.left < other.left + other.width
            and other.left < at.left + at.width
            and at.top < other.top + other.height
            and other.top < at.top + at.height
        )
    return False  # two may speak in one stretch of a recording


def quoted_anew(at: TextSpan, text: str) -> TextSpan:
    """Give a passage with the surroundings that a text has now."""
    return span_of(text, at.start, at.end)
