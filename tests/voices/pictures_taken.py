"""Pictures, as a telephone sends them and as they are kept."""

from io import BytesIO

from PIL import Image

from weft.commons.files import Picture, picture_from

RED, BLUE = (200, 0, 0), (0, 0, 200)


def as_sent(width: int = 400, height: int = 300, *, form: str = "PNG", **more) -> bytes:
    """Red on its left half, blue on its right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def a_picture() -> Picture:
    """The same, as it is kept."""
    return picture_from(as_sent(40, 30), longest=2000)


def colour(jpeg: bytes, across: float, down: float = 0.5) -> tuple[int, ...]:
    """What stands there, near enough."""
    with Image.open(BytesIO(jpeg)) as image:
        dot = image.getpixel((int(image.width * across), int(image.height * down)))
    return tuple(round(part / 50) * 50 for part in dot)
