"""How is a text cut where passages begin and end?"""

from collections import defaultdict
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
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for order, (_, at) in enumerate(known):
        begins[at.start].append(order)
        ends[at.end].append(order)
    cuts = sorted({0, len(text)} | {cut for cut in (*begins, *ends) if cut < len(text)})
    running: set[int] = set()
    found = []
    for start, end in pairwise(cuts):
        running = running.difference(ends[start]).union(begins[start])
        here = tuple(known[order][0] for order in sorted(running))
        found.append(Piece(words=text[start:end], passages=here))
    return tuple(found)
