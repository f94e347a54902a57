"""What do those who hold a project see of a picture, and who is in it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weft.commons.errors import NotFound
from weft.voices.domain.anchors import PictureRegion
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import SourceKind
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.reading import Reader
from weft.voices.domain.told_pictures import PersonSeenTold, may_be_held
from weft.voices.models import Source, Speaker
from weft.voices.queries.in_hand import TextInHand, text_in_hand
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.pictures import NO_PICTURE
from weft.voices.queries.whole_pictures import persons_told, picture_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureInHand:
    """A picture, as those who hold its project see it."""

    text: TextInHand  # what is marked in it
    kind: SourceKind
    there: bool  # may they look at it still?
    gone: bool  # was it taken back?
    describes: str
    people: int
    seen: tuple[tuple[str, PersonSeenTold], ...]  # by the name that is not theirs
    places: Mapping[int, PictureRegion]  # by number of a passage


def held_picture(key: str, number: int, *, today: date) -> bytes:
    """Give a whole picture to those who hold its project, as JPEG.

    Raises
    ------
    NotFound
        There is none, or its consent has ended.
    """
    source = _source(key, number)
    picture = picture_of(source)
    if (
        picture is None
        or not is_open_to(source.workshop, reader=Reader.HOST, today=today)
        or not may_be_held(persons_told(picture), today=today)
    ):
        raise NotFound(NO_PICTURE)
    return bytes(picture.jpeg)


def picture_in_hand(key: str, number: int, *, today: date) -> PictureInHand:
    """Give a picture to those who hold its project.

    Raises
    ------
    NotFound
        There is none, or its room's consent has ended.
    """
    text = text_in_hand(key, number, today=today)
    source = _source(key, number)
    picture = picture_of(source)
    seen = persons_told(picture) if picture else ()
    names = dict(
        Speaker.objects.filter(project=source.workshop.project_id).values_list(
            "ref", "name"
        )
    )
    marked = source.passages.filter(withdrawn_on=None)
    places = {one.number: read_again(one.at, one.words) for one in marked}
    return PictureInHand(
        text=text,
        kind=SourceKind(source.kind),
        there=picture is not None and may_be_held(seen, today=today),
        gone=picture is None and source.kind != SourceKind.MISSING,
        describes=picture.describes if picture else "",
        people=picture.people if picture else 0,
        seen=tuple((names[one.person], one) for one in seen),
        places={
            number: at for number, at in places.items() if isinstance(at, PictureRegion)
        },
    )


def _source(key: str, number: int) -> Source:
    region, slug = parts_of(key)
    found = (
        Source.objects.filter(
            pk=number, workshop__project__region=region, workshop__project__slug=slug
        )
        .select_related("workshop", "picture")
        .first()
    )
    if found is None:
        raise NotFound(NO_PICTURE)
    return found
