"""How is a text cut where passages begin and end?"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from weft.voices.domain.anchors import TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words, and which passages they belong to; none, where nothing is marked."""

    words: str
    passages: tuple[int, ...]


def pieces(text: str, spans: Iterable[tuple[int, TextSpan]]) -> tuple[Piece, ...]:
    """Cut a text wherever a passage begins or ends; joined, they are the text.

    Parameters
    ----------
    text
        The whole text.
    spans
        Numbers of passages, each with its place; they may overlap.
    """
    known = tuple(spans)
    cuts = {0, len(text)}
    for _, at in known:
        cuts |= {at.start, at.end}
    ends = sorted(cut for cut in cuts if cut <= len(text))
    return tuple(
        Piece(
            words=text[start:end],
            passages=tuple(
                number for number, at in known if at.start <= start and end <= at.end
            ),
        )
        for start, end in pairwise(ends)
    )
