"""How does something go out of a picture, so that nothing is left under it?"""

from collections.abc import Sequence
from datetime import date

from weft.commons.files import covered
from weft.voices.domain.anchors import WHOLE_PICTURE, PictureRegion
from weft.voices.domain.places_kept import read_again
from weft.voices.models import InPicture, Picture, Source, Speaker


def cover_parts(source: Source, parts: Sequence[PictureRegion], today: date) -> None:
    """Paint over parts of a source's picture; the whole of it is gone for good."""
    row = Picture.objects.select_for_update().filter(source=source, gone_on=None)
    picture = row.first()
    if picture is None or not parts:
        return
    if WHOLE_PICTURE in parts:
        _gone(picture, today)
        return
    clean = covered(
        bytes(picture.jpeg),
        [(one.left, one.top, one.width, one.height) for one in parts],
    )
    picture.jpeg, picture.width, picture.height = clean.jpeg, clean.width, clean.height
    picture.describes = ""  # it may tell of what was there
    picture.save()


def out_of_pictures(speaker: Speaker, today: date) -> int:
    """Take somebody out of every picture in which they can be known, and count."""
    rows = list(InPicture.objects.filter(person=speaker).select_related("picture"))
    for row in rows:
        at = read_again(row.at, "")
        part = at if isinstance(at, PictureRegion) else WHOLE_PICTURE
        cover_parts(row.picture.source, [part], today)
        row.delete()
        Picture.objects.filter(pk=row.picture_id, people__gt=0).update(
            people=row.picture.people - 1
        )
    return len(rows)


def _gone(picture: Picture, today: date) -> None:
    """Leave of a picture that there was one."""
    picture.jpeg, picture.describes, picture.people = b"", "", 0
    picture.gone_on = today
    picture.save()
    picture.persons.all().delete()
