"""What is left of a project where a reader may not see all of its rooms?"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from weft.voices.domain.reading import Reader, may_read
from weft.voices.domain.told import (
    CodeTold,
    ProjectTold,
    ReadingTold,
    SourceTold,
    WorkshopTold,
)
from weft.voices.domain.told_pictures import in_a_file


def seen_by(told: ProjectTold, *, reader: Reader, today: date) -> ProjectTold:
    """Leave out the words of rooms that a reader may not see, and what rests on them.

    Parameters
    ----------
    told
        A project, whole.
    reader
        Who takes it away.
    today
        The day they do.
    """
    rooms = tuple(_room(one, reader, today) for one in told.workshops)
    left = {p.ref for room in rooms for source in room.sources for p in source.passages}
    spoke = {
        p.speaker for room in rooms for source in room.sources for p in source.passages
    }
    codings = tuple(one for one in told.codings if one.passage in left)
    closed = {one.code for one in told.codings} - {one.code for one in codings}
    return replace(
        told,
        workshops=rooms,
        codes=_without(told.codes, closed),
        speakers=tuple(one for one in told.speakers if one.ref in spoke),
        codings=codings,
        facets=tuple(one for one in told.facets if one.passage in left),
        readings=tuple(_readings(told, rooms, reader)),
        claims=tuple(
            replace(one, behind=tuple(b for b in one.behind if b.passage in left))
            for one in told.claims
        ),
        causes=tuple(
            replace(one, words=tuple(ref for ref in one.words if ref in left))
            for one in told.causes
        ),
    )


def _readings(
    told: ProjectTold, rooms: Iterable[WorkshopTold], reader: Reader
) -> Iterator[ReadingTold]:
    """Give the blind readings of texts that are told, to those who held the room.

    How two people read a text is for them to talk about, and for nobody to judge.
    """
    there = {(room.ref, source.ref) for room in rooms for source in room.sources}
    if reader is Reader.HOST:
        yield from (one for one in told.readings if (one.workshop, one.source) in there)


def _without(
    codes: tuple[CodeTold, ...], closed: Collection[str]
) -> tuple[CodeTold, ...]:
    """Leave out codes that only closed words were sorted by.

    One that stands under such a code moves up to the next that is told.
    """
    parents = {one.ref: one.parent for one in codes}

    def told_above(ref: str) -> str:
        while ref in closed:
            ref = parents[ref]
        return ref

    return tuple(
        replace(one, parent=told_above(one.parent))
        for one in codes
        if one.ref not in closed
    )


def _room(one: WorkshopTold, reader: Reader, today: date) -> WorkshopTold:
    consent = one.consent
    if reader < Reader.HOST:  # a small count of a group leaves by no file
        one = replace(one, presences=(), needs="")
    if may_read(consent.sees, until=consent.until, reader=reader, today=today):
        return replace(one, sources=tuple(_source(s, today) for s in one.sources))
    return replace(one, sources=())


def _source(one: SourceTold, today: date) -> SourceTold:
    """Leave out a picture that not everybody who is in it lets go in a file."""
    return replace(one, picture=in_a_file(one.picture, today=today))
