"""How is somebody's photograph taken without anything that hides in it?

It is decoded and written anew: what a camera adds (where and when, on whose telephone,
a small copy of the picture before it was cut) stays behind, and so does whatever else
lies in the file. Only what the picture shows goes on.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from weft.commons.errors import FileNotUnderstood

MOST_BYTES = 8_000_000
MOST_DOTS = 50_000_000
"""A telephone's camera takes 12 to 50 million; what is larger would fill the memory:
three bytes for each dot, however small the file."""
FEWEST_DOTS = 200
"""On the shorter side: less shows nobody a door."""
LONGEST_SIDE = 3
"""Times the shorter one: a strip is no picture of a door."""
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")
PAPER = (255, 255, 255)
_BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,  # Pillow says so of a broken PNG
    EOFError,
    IndexError,
    TypeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: JPEG with nothing besides what it shows."""

    width: int
    height: int
    jpeg: bytes


def pictures_from(raw: bytes, widths: Sequence[int]) -> tuple[Picture, ...]:
    """Decode a photograph, turn it upright, and write it anew in some widths.

    Parameters
    ----------
    raw
        A file as it was sent: JPEG, PNG or WebP.
    widths
        In dots. A picture that is smaller stays as small as it is.

    Raises
    ------
    FileNotUnderstood
        When it is too large, too small, no such file or broken. Its size is known
        before any dot is decoded.
    """
    if len(raw) > MOST_BYTES:
        raise _no_picture(
            f"this is larger than {MOST_BYTES // 1_000_000} megabytes",
            "Make it smaller, or take a new one.",
        )
    try:
        upright = _upright(raw, max(widths) * 3 // 2)
        return tuple(_written(upright, width) for width in widths)
    except _BROKEN as problem:
        raise _no_picture(
            "this is no picture that we can read", "Send a JPEG, a PNG or a WebP."
        ) from problem


def _upright(raw: bytes, largest: int) -> Image.Image:
    """Decode it no larger than needed, and turn it the way it was taken."""
    with Image.open(BytesIO(raw), formats=FORMATS) as image:
        long, short = max(image.size), min(image.size)
        if image.width * image.height > MOST_DOTS:
            raise _no_picture(
                f"this has {image.width:,} by {image.height:,} dots, which is too many",
                "Make it smaller, or take a new one.",
            )
        if short < FEWEST_DOTS or long > short * LONGEST_SIDE:
            raise _no_picture(
                "this is too small, or too narrow, to show a door",
                "Take one with the whole door in it.",
            )
        # A JPEG is decoded smaller at once: 48 million dots took 994 MB without this.
        image.thumbnail((largest, largest), Image.Resampling.LANCZOS)
        return _on_paper(ImageOps.exif_transpose(image))


def _on_paper(image: Image.Image) -> Image.Image:
    """Lay it on white paper, where it can be seen through; a new picture either way.

    What Pillow remembers of a file (a comment, a profile) is not on the new one.
    """
    paper = Image.new("RGB", image.size, PAPER)
    seen_through = image.convert("RGBA")
    paper.paste(seen_through, mask=seen_through.getchannel("A"))
    return paper


def _written(image: Image.Image, width: int) -> Picture:
    """Write it so many dots wide at most, and no higher than one and a half times."""
    small = image.copy()
    small.thumbnail((width, width * 3 // 2), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(small.width, small.height, out.getvalue())


def _no_picture(problem: str, remedy: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file="your picture", remedy=remedy)
