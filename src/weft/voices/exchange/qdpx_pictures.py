"""How do pictures and their parts go into REFI-QDA, and come in?

The standard counts the dots of a picture, from its upper left corner; we have parts of
the whole. What can be read there stands in a selection's description.
"""

from collections.abc import Iterable, Iterator, Mapping

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import bare_picture, picture_size
from weft.standards import qdpx
from weft.voices.domain.anchors import WHOLE, WHOLE_PICTURE, PictureRegion
from weft.voices.domain.kinds import SourceKind
from weft.voices.domain.told import PassageTold, SourceTold
from weft.voices.domain.told_pictures import PictureTold


def part_of(
    picture: PictureTold, at: PictureRegion, *, guid: str
) -> qdpx.PictureSelection:
    """Give a part of a picture in its dots."""
    return qdpx.PictureSelection(
        guid=guid,
        left=round(at.left * picture.width / WHOLE),
        top=round(at.top * picture.height / WHOLE),
        right=round((at.left + at.width) * picture.width / WHOLE),
        bottom=round((at.top + at.height) * picture.height / WHOLE),
    )


def pictures_told(
    pictures: Iterable[qdpx.PictureSource], spoke: Mapping[str, str]
) -> Iterator[SourceTold]:
    """Take another program's pictures; one that cannot be read keeps its place.

    Parameters
    ----------
    pictures
        As they were read.
    spoke
        By the guid of a selection the ref of who spoke.

    Notes
    -----
    Nobody has told who can be known in them. So each is held as showing somebody who
    has not been asked, and is shown to nobody but those who hold the project.
    """
    for one in pictures:
        picture = _picture(one)
        yield SourceTold(
            ref=one.guid,
            name=one.name,
            kind=SourceKind.PICTURE if picture else SourceKind.MISSING,
            picture=picture[0] if picture else None,
            passages=tuple(
                PassageTold(
                    ref=part.guid,
                    at=_region(part, picture[1]) if picture else WHOLE_PICTURE,
                    words=part.description,
                    speaker=spoke.get(part.guid, ""),
                )
                for part in one.selections
            ),
        )


def _picture(one: qdpx.PictureSource) -> tuple[PictureTold, tuple[int, int]] | None:
    """Write it anew, and say how many dots it had; None where it cannot be read."""
    try:
        sent, made = picture_size(one.raw), bare_picture(one.raw)
    except FileNotUnderstood:
        return None
    told = PictureTold(
        jpeg=made.jpeg,
        width=made.width,
        height=made.height,
        describes=one.description,
        people=1,
    )
    return told, sent


def _region(part: qdpx.PictureSelection, size: tuple[int, int]) -> PictureRegion:
    """Give a part as tenths of a per cent, kept within the picture."""
    wide, high = size
    left, top = _within(part.left, wide, WHOLE - 1), _within(part.top, high, WHOLE - 1)
    right, bottom = _within(part.right, wide, WHOLE), _within(part.bottom, high, WHOLE)
    return PictureRegion(
        left=left,
        top=top,
        width=max(1, right - left),
        height=max(1, bottom - top),
    )


def _within(at: int, of: int, most: int) -> int:
    return min(most, max(0, round(at * WHOLE / of)))
