"""Who may see which part of a picture?"""

from datetime import date

from weft.commons.errors import NotFound
from weft.commons.files import cut_to
from weft.voices.domain.anchors import PictureRegion
from weft.voices.domain.kinds import Use
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.reading import Reader
from weft.voices.domain.told_pictures import may_be_used
from weft.voices.models import Passage
from weft.voices.queries.choosing import only_counted
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PictureShown
from weft.voices.queries.whole import project_row
from weft.voices.queries.whole_pictures import persons_told, picture_of

NO_PICTURE = "There is no such picture."


def picture_shown(
    passage: Passage, *, project: str, today: date
) -> PictureShown | None:
    """Say whether a passage's part of a picture may be shown to anybody."""
    room = passage.source.workshop
    if not is_open_to(room, reader=Reader.ANYBODY, today=today):
        return None
    picture = picture_of(passage.source)
    at = read_again(passage.at, passage.words)
    if picture is None or not isinstance(at, PictureRegion):
        return None
    seen = persons_told(picture)
    if not may_be_used(picture.people, seen, use=Use.PAGE, today=today):
        return None
    return PictureShown(
        project=project,
        says=picture.describes,
        on_paper=may_be_used(picture.people, seen, use=Use.PAPER, today=today),
    )


def part_shown(region: str, slug: str, number: int, *, today: date) -> bytes:
    """Give a passage's part of its picture, as JPEG.

    Parameters
    ----------
    region, slug, number
        Of which passage of which project.
    today
        The day somebody looks; the room's consent and that of everybody in it are kept.

    Raises
    ------
    NotFound
        There is none, or it may not be shown.
    """
    project = project_row(region, slug)
    one = (
        Passage.objects.filter(project=project, number=number, withdrawn_on=None)
        .select_related("source__workshop", "source__picture")
        .first()
    )
    if one is None:
        raise NotFound(NO_PICTURE)
    beside = Passage.objects.filter(source=one.source).select_related("speaker")
    if one.pk in only_counted(beside):
        raise NotFound(NO_PICTURE)
    at = read_again(one.at, one.words)
    shown = picture_shown(one, project=slug, today=today)
    if shown is None or not isinstance(at, PictureRegion):
        raise NotFound(NO_PICTURE)
    whole = bytes(one.source.picture.jpeg)
    return cut_to(whole, (at.left, at.top, at.width, at.height))
