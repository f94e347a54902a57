"""How is a picture told that we hold?"""

from weft.voices.domain.anchors import PictureRegion
from weft.voices.domain.kinds import Use
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.told_pictures import PersonSeenTold, PictureTold
from weft.voices.models import InPicture, Picture, Source


def picture_of(source: Source) -> Picture | None:
    """Give the picture of a source; one that was taken back is none."""
    picture: Picture | None = getattr(source, "picture", None)
    return None if picture is None or picture.gone_on else picture


def picture_told(picture: Picture | None) -> PictureTold | None:
    """Give a picture as it is told."""
    if picture is None:
        return None
    return PictureTold(
        jpeg=bytes(picture.jpeg),
        width=picture.width,
        height=picture.height,
        describes=picture.describes,
        people=picture.people,
        seen=persons_told(picture),
    )


def persons_told(picture: Picture) -> tuple[PersonSeenTold, ...]:
    """Give who can be known in a picture."""
    return tuple(map(_person, picture.persons.all()))


def _person(one: InPicture) -> PersonSeenTold:
    at = read_again(one.at, "")
    return PersonSeenTold(
        person=one.person.ref,
        uses=tuple(Use(use) for use in one.uses),
        until=one.until,
        child=one.child,
        parent_yes=one.parent_yes,
        at=at if isinstance(at, PictureRegion) else None,
    )
