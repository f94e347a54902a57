"""How do words go out of a text while all else stays where it is?"""

from collections.abc import Iterable

from weft.voices.domain.anchors import Anchor, TextSpan, span_of

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


def overlapping(at: Anchor | None, places: Iterable[TextSpan]) -> bool:
    """Tell whether a passage holds any of the words of others."""
    return isinstance(at, TextSpan) and any(
        at.start < other.end and other.start < at.end for other in places
    )


def quoted_anew(at: TextSpan, text: str) -> TextSpan:
    """Give a passage with the surroundings that a text has now."""
    return span_of(text, at.start, at.end)
