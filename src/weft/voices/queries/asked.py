"""To which words of the workshop that Weft comes from does each requirement go back?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weft.commons.errors import NotFound
from weft.voices.domain.example import draft
from weft.voices.domain.example.asked import Opened, opened
from weft.voices.domain.notes import placed
from weft.voices.domain.reading import Reader
from weft.voices.models import Passage, Source
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall

NOT_IT = "Only the workshop that Weft comes from asked for something of Weft."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """One requirement, opened: the words, and the headings that it comes from."""

    id: str
    passages: tuple[PassageShown, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllAskedFor:
    """All of them."""

    wall: Wall
    rows: tuple[AskedFor, ...]


def asked_for(
    region: str,
    slug: str,
    rows: Iterable[tuple[str, str]],
    *,
    reader: Reader,
    today: date,
) -> AllAskedFor:
    """Open requirements to what was said.

    Parameters
    ----------
    region, slug
        Where the project is.
    rows
        Id and lines of each requirement.
    reader, today
        Who reads, and when.

    Raises
    ------
    NotFound
        There is no such project, or Weft does not come from it.
    """
    if slug != draft().slug:
        raise NotFound(NOT_IT)
    read = wall(region, slug, reader=reader, today=today)
    refs = dict(
        Passage.objects.filter(project__region=region, project__slug=slug).values_list(
            "ref", "number"
        )
    )
    shown = {one.number: one for one in read.passages}
    texts = Source.objects.filter(
        workshop__project__region=region, workshop__project__slug=slug
    ).order_by("workshop__pk", "place")
    notes = placed("".join(texts.values_list("text", flat=True)))
    closed = any(not room.open for room in read.workshops)
    return AllAskedFor(
        wall=read,
        rows=tuple(
            AskedFor(
                id=one.id,
                passages=tuple(_passages(one, refs, shown)),
                headings=() if closed else tuple(_headings(one)),
            )
            for one in opened(notes, rows)
        ),
    )


def _passages(
    one: Opened, refs: Mapping[str, int], shown: Mapping[int, PassageShown]
) -> Iterator[PassageShown]:
    """Give its words; what only heads a list stands with the list."""
    for piece in one.pieces:
        found = shown.get(refs.get(piece.ref, 0))
        if found is not None and not found.only_stem:
            yield found


def _headings(one: Opened) -> Iterator[str]:
    """Give its headings; a bullet or a mark is none."""
    for piece in one.pieces:
        if not piece.ref and len(piece.words) > LEAST:
            yield piece.words


LEAST = 4
"""Shorter headings are bullets and marks."""
