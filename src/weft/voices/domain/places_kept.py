"""How is a passage's place written down, and read again?"""

from collections.abc import Mapping

from weft.voices.domain.anchors import Anchor, PictureRegion, TextSpan, TimeSpan

Kept = Mapping[str, int | str]


def kept(at: Anchor) -> Kept:
    """Write a place down, as a row can hold it."""
    match at:
        case TextSpan():
            return {
                "start": at.start,
                "end": at.end,
                "prefix": at.prefix,
                "suffix": at.suffix,
            }
        case PictureRegion():
            return {
                "left": at.left,
                "top": at.top,
                "width": at.width,
                "height": at.height,
            }
        case TimeSpan():
            return {"start_ms": at.start_ms, "end_ms": at.end_ms}


def read_again(row: Kept, words: str) -> Anchor | None:
    """Read a place.

    Parameters
    ----------
    row
        As ``kept`` wrote it; empty where the words were taken back.
    words
        The passage's own, which are the quote of a text.
    """
    numbers = {name: at for name, at in row.items() if isinstance(at, int)}
    if "start_ms" in numbers:
        return TimeSpan(**numbers)
    if "left" in numbers:
        return PictureRegion(**numbers)
    if "start" in numbers:
        return TextSpan(
            start=numbers["start"],
            end=numbers["end"],
            exact=words,
            prefix=str(row.get("prefix", "")),
            suffix=str(row.get("suffix", "")),
        )
    return None
