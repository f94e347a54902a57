"""How is somebody's photograph taken without anything that hides in it?

It is decoded and written anew: what a camera adds (where and when, on whose telephone,
a small copy of the picture before it was cut) stays behind, and so does whatever else
lies in the file. Only what the picture shows goes on.
"""

import struct
import zlib
from collections.abc import Callable, Sequence
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
ORIENTATION, LYING = 0x0112, 5  # of EXIF: from the fifth way on it lies on its side
COVER = (29, 36, 41)
THOUSAND = 1_000
LONGEST_KEPT = 2_000
"""Dots of the longer side: handwriting on a poster can still be read."""
OF_EVERY_JPEG = frozenset(
    {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progression", "progressive"}
)
"""What Pillow tells of a file that holds nothing but a picture."""
END_OF_JPEG = b"\xff\xd9"
Part = tuple[int, int, int, int]
"""Left, top, width and height, in thousandths of a picture."""
_HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1", b"heim", b"heis")
_NOT_OURS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (
        lambda raw: raw[4:8] == b"ftyp" and raw[8:12] in _HEIC,
        "this is a HEIC picture, which few programs can read",
        "On an iPhone: Settings, Camera, Formats, «Most Compatible».",
    ),
    (
        lambda raw: b"<svg" in raw[:1_000].lower(),
        "this is a drawing in code (SVG), which can hold programs",
        "Send a JPEG, a PNG or a WebP.",
    ),
)
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
    _refuse_large(raw)
    try:
        upright = _upright(raw, max(widths) * 3 // 2)
        return tuple(_written(upright, width) for width in widths)
    except _BROKEN as problem:
        raise _unreadable() from problem


def picture_from(raw: bytes, *, longest: int) -> Picture:
    """Decode a photograph of anything, turn it upright, and write it anew.

    Parameters
    ----------
    raw
        A file as it was sent: JPEG, PNG or WebP.
    longest
        Dots of its longer side, at most.

    Raises
    ------
    FileNotUnderstood
        As ``pictures_from``; also of HEIC and SVG, with what to do.
    """
    return _anew(raw, longest)


def bare_picture(raw: bytes) -> Picture:
    """Give a picture as we would have written it; one of ours stays byte for byte.

    Raises
    ------
    FileNotUnderstood
        As ``picture_from``.
    """
    try:
        with Image.open(BytesIO(raw), formats=FORMATS) as image:
            jpeg = image.format == "JPEG" and image.mode == "RGB"
            ours = jpeg and not (set(image.info) - OF_EVERY_JPEG)
            size = image.size
    except _BROKEN as problem:
        raise _unreadable() from problem
    whole = raw.endswith(END_OF_JPEG) and raw.count(END_OF_JPEG) == 1
    few = len(raw) <= MOST_BYTES and size[0] * size[1] <= MOST_DOTS
    return Picture(*size, raw) if ours and whole and few else _anew(raw, LONGEST_KEPT)


def picture_size(raw: bytes) -> tuple[int, int]:
    """Say how many dots a picture has across and down, turned the way it was taken.

    Raises
    ------
    FileNotUnderstood
        It is no picture that we can read.
    """
    try:
        with Image.open(BytesIO(raw), formats=FORMATS) as image:
            lies = image.getexif().get(ORIENTATION, 1) >= LYING
            return (image.height, image.width) if lies else image.size
    except _BROKEN as problem:
        raise _unreadable() from problem


def covered(jpeg: bytes, parts: Sequence[Part]) -> Picture:
    """Paint over parts of a picture that we wrote, so that nothing is under it."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as image:
        painted = image.convert("RGB")
        for part in parts:
            painted.paste(COVER, _dots(part, painted.size))
        return _kept(painted)


def cut_to(jpeg: bytes, part: Part) -> bytes:
    """Cut a part out of a picture that we wrote."""
    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as image:
        return _kept(image.convert("RGB").crop(_dots(part, image.size))).jpeg


def _dots(part: Part, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Reckon the dots of a part; one that is cut through belongs to it."""
    (left, top, width, height), (wide, high) = part, size
    return (
        left * wide // THOUSAND,
        top * high // THOUSAND,
        -(-(left + width) * wide // THOUSAND),
        -(-(top + height) * high // THOUSAND),
    )


def _anew(raw: bytes, longest: int) -> Picture:
    _refuse_large(raw)
    for found, problem, remedy in _NOT_OURS:
        if found(raw):
            raise _no_picture(problem, remedy)
    try:
        return _kept(_upright(raw, longest, door=False))
    except _BROKEN as problem:
        raise _unreadable() from problem


def _upright(raw: bytes, largest: int, *, door: bool = True) -> Image.Image:
    """Decode it no larger than needed, and turn it the way it was taken."""
    with Image.open(BytesIO(raw), formats=FORMATS) as image:
        long, short = max(image.size), min(image.size)
        if image.width * image.height > MOST_DOTS:
            raise _no_picture(
                f"this has {image.width:,} by {image.height:,} dots, which is too many",
                "Make it smaller, or take a new one.",
            )
        if door and (short < FEWEST_DOTS or long > short * LONGEST_SIDE):
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
    return _kept(small)


def _kept(image: Image.Image) -> Picture:
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(image.width, image.height, out.getvalue())


def _refuse_large(raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise _no_picture(
            f"this is larger than {MOST_BYTES // 1_000_000} megabytes",
            "Make it smaller, or take a new one.",
        )


def _unreadable() -> FileNotUnderstood:
    return _no_picture(
        "this is no picture that we can read", "Send a JPEG, a PNG or a WebP."
    )


def _no_picture(problem: str, remedy: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file="your picture", remedy=remedy)
