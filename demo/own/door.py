"""What does a door of the valley look like? Drawn: there is none to photograph."""

from io import BytesIO

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
WIDE, HIGH = 960, 720
STONE, COURSE = 80, 48
PAVEMENT, WATER, SILL = (176, 170, 160), (120, 150, 160), (226, 218, 204)


def drawn(wall: Colour, door: Colour, *, ramp: bool) -> bytes:
    """Draw a door in a stone wall, as a PNG; the same colours give the same bytes.

    Parameters
    ----------
    wall, door
        Their colours, red, green and blue.
    ramp
        Whether a ramp leads up to it; else it is level with the street.
    """
    image = Image.new("RGB", (WIDE, HIGH), wall)
    pen = ImageDraw.Draw(image)
    _stones(pen, wall)
    pen.rectangle((0, 600, WIDE, HIGH), fill=PAVEMENT)
    pen.rectangle((0, 680, WIDE, HIGH), fill=WATER)
    pen.rectangle((352, 150, 608, 606), fill=SILL)  # the frame
    pen.rectangle((372, 172, 588, 600), fill=door)
    for left in (394, 492):
        for top in (200, 400):
            pen.rectangle((left, top, left + 74, top + 160), outline=_darker(door, 40))
    pen.ellipse((560, 400, 576, 416), fill=SILL)  # the handle
    pen.rectangle((640, 440, 664, 480), fill=SILL)  # the bell, at hip height
    pen.ellipse((646, 452, 658, 464), fill=_darker(door, 30))
    if ramp:
        pen.polygon(((330, 606), (630, 606), (800, 672), (160, 672)), fill=SILL)
    else:
        pen.rectangle((372, 606, 588, 628), fill=_darker(PAVEMENT, 40))  # a mat
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _stones(pen: ImageDraw.ImageDraw, wall: Colour) -> None:
    """Lay the courses of the wall, each a little lighter or darker than the next."""
    for row, top in enumerate(range(0, 600, COURSE)):
        for column, left in enumerate(range(-STONE, WIDE, STONE)):
            at = left + (STONE // 2 if row % 2 else 0)
            shade = (row * 7 + column * 11) % 24
            box = (at, top, at + STONE - 3, top + COURSE - 3)
            pen.rectangle(box, fill=_darker(wall, shade))


def _darker(colour: Colour, by: int) -> Colour:
    red, green, blue = (max(0, one - by) for one in colour)
    return red, green, blue
