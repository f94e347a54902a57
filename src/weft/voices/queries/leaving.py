"""What of a project may one reader take away?"""

from dataclasses import replace
from datetime import date

from weft.voices.domain.reading import Reader
from weft.voices.domain.seen import seen_by
from weft.voices.domain.told import ProjectTold
from weft.voices.queries.causes import refs_told
from weft.voices.queries.whole import whole


def as_seen(region: str, slug: str, *, reader: Reader, today: date) -> ProjectTold:
    """Give a project as a reader may take it away: no more than its pages tell them.

    Raises
    ------
    NotFound
        There is none at this address.
    """
    told = seen_by(whole(region, slug), reader=reader, today=today)
    refs = refs_told(region, slug, reader=reader, today=today)
    causes = tuple(one for one in told.causes if one.ref in refs)
    joined = {name for one in causes for name in (one.cause, one.effect)}
    return replace(
        told,
        causes=causes,
        things=tuple(one for one in told.things if one.name in joined),
        loops=tuple(one for one in told.loops if joined.issuperset(one.things)),
    )
