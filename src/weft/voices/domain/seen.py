"""What of a project may one reader take away?"""

from dataclasses import replace
from datetime import date

from weft.voices.domain.reading import Reader, may_read
from weft.voices.domain.told import ProjectTold, WorkshopTold


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
    return replace(
        told,
        workshops=rooms,
        speakers=tuple(one for one in told.speakers if one.ref in spoke),
        codings=codings,
        claims=tuple(
            replace(one, behind=tuple(b for b in one.behind if b.passage in left))
            for one in told.claims
        ),
        causes=tuple(
            replace(one, words=tuple(ref for ref in one.words if ref in left))
            for one in told.causes
        ),
    )


def _room(one: WorkshopTold, reader: Reader, today: date) -> WorkshopTold:
    consent = one.consent
    if reader < Reader.HOST:  # a small count of a group leaves by no file
        one = replace(one, presences=())
    if may_read(consent.sees, until=consent.until, reader=reader, today=today):
        return one
    return replace(one, sources=())
