"""A photograph is decoded and written anew: what hides in it stays behind."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import pictures_from
from weft.commons.files.pictures import MOST_BYTES

SECRET = b"53.7400N 2.0000W by Somebody's telephone"
ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F
WIDTHS = (480, 960)


def a_picture(size=(1200, 900), colour=(40, 60, 140)):
    """A picture that is blue above and yellow below."""
    image = Image.new("RGB", size, colour)
    image.paste((230, 180, 60), (0, size[1] // 2, *size))
    return image


def as_file(image, kind="JPEG", **more):
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def with_secrets(image):
    exif = Image.Exif()
    exif[MAKER] = SECRET.decode()
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (53.0, 44.0, 24.0)
    return as_file(image, exif=exif, comment=SECRET, icc_profile=SECRET * 4)


def test_nothing_of_a_camera_is_in_what_is_kept():
    raw = with_secrets(a_picture())
    assert SECRET in raw
    assert b"Exif" in raw

    for kept in pictures_from(raw, WIDTHS):
        for hidden in (SECRET, b"Exif", b"ICC_PROFILE", b"http://ns.adobe.com"):
            assert hidden not in kept.jpeg
        seen = Image.open(BytesIO(kept.jpeg))
        assert not seen.getexif()
        assert not {"comment", "icc_profile", "exif"} & set(seen.info)


def test_words_hidden_in_a_png_stay_behind():
    told = PngInfo()
    told.add_text("Author", SECRET.decode())
    raw = as_file(a_picture(), "PNG", pnginfo=told)
    assert SECRET in raw

    assert all(SECRET not in kept.jpeg for kept in pictures_from(raw, WIDTHS))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_is_written_in_each_width_and_shows_the_same(kind):
    small, large = pictures_from(as_file(a_picture(), kind), WIDTHS)

    assert (small.width, small.height) == (480, 360)
    assert (large.width, large.height) == (960, 720)
    for kept in (small, large):
        seen = Image.open(BytesIO(kept.jpeg))
        assert seen.format == "JPEG"
        assert seen.size == (kept.width, kept.height)
        above, below = (seen.getpixel((99, at)) for at in (9, kept.height - 9))
        assert above[2] > above[0]
        assert below[0] > below[2]


def test_it_stands_upright_as_it_was_taken():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the camera was turned
    lying = a_picture((1200, 900)).rotate(90, expand=True)
    small, _ = pictures_from(as_file(lying, exif=exif), WIDTHS)

    assert small.width > small.height
    seen = Image.open(BytesIO(small.jpeg))
    assert seen.getpixel((99, 9))[2] > seen.getpixel((99, 9))[0]


def test_what_can_be_seen_through_lies_on_white_paper():
    glass = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    [kept] = pictures_from(as_file(glass, "PNG"), (480,))

    assert Image.open(BytesIO(kept.jpeg)).getpixel((200, 200)) == (255, 255, 255)
    assert kept.width == 400  # it is not blown up


def a_bomb(width=60_000, height=60_000):
    """A PNG of few bytes that says it has 3,600 million dots."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
        (as_file(a_picture(), "GIF"), "no picture"),
        (as_file(a_picture(), "BMP"), "no picture"),
        (as_file(a_picture())[:2000], "no picture"),
        (as_file(a_picture(), "PNG")[:200], "no picture"),
        (b"x" * (MOST_BYTES + 1), "larger than 8 megabytes"),
        (a_bomb(), "no picture|too many"),
        (a_bomb(9_000, 9_000), "too many"),
        (as_file(a_picture((100, 100))), "too small"),
        (as_file(a_picture((2000, 210))), "too narrow"),
    ],
)
def test_what_is_no_picture_of_a_door_is_refused_kindly(raw, says):
    with pytest.raises(FileNotUnderstood, match=says):
        pictures_from(raw, WIDTHS)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_a_broken_file_is_shown_or_refused_and_nothing_else(kind, data):
    raw = bytearray(as_file(a_picture((260, 240)), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    try:
        kept = pictures_from(bytes(raw), (200,))
    except FileNotUnderstood:
        return
    assert Image.open(BytesIO(kept[0].jpeg)).format == "JPEG"
