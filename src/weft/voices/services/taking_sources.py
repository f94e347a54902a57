"""How does a source that was told, with its picture, become one that we hold?"""

from collections.abc import Mapping

from weft.commons.files import bare_picture
from weft.voices.domain.places_kept import kept
from weft.voices.domain.told import SourceTold
from weft.voices.domain.told_pictures import PictureTold
from weft.voices.models import InPicture, Picture, Source, Speaker, Workshop
from weft.voices.services.rows import kept_row


def take_source(
    workshop: Workshop, place: int, told: SourceTold, speakers: Mapping[str, Speaker]
) -> Source:
    """Keep a source, and its picture if there is one.

    Raises
    ------
    FileNotUnderstood
        Its picture is none. One that holds more than it shows is written anew.
    """
    row = kept_row(
        Source(
            workshop=workshop,
            ref=told.ref,
            place=place,
            name=told.name,
            kind=told.kind,
            level=told.level,
            text=told.text,
            language=told.language,
            left_out=list(told.left_out),
        )
    )
    if told.picture:
        _take_picture(row, told.picture, speakers)
    return row


def _take_picture(
    source: Source, told: PictureTold, speakers: Mapping[str, Speaker]
) -> None:
    clean = bare_picture(told.jpeg)
    row = Picture.objects.create(
        source=source,
        jpeg=clean.jpeg,
        width=clean.width,
        height=clean.height,
        describes=told.describes,
        people=told.people,
    )
    InPicture.objects.bulk_create(
        InPicture(
            picture=row,
            person=speakers[one.person],
            uses=list(one.uses),
            until=one.until,
            child=one.child,
            parent_yes=one.parent_yes,
            at=dict(kept(one.at)) if one.at else {},
        )
        for one in told.seen
    )
