"""What does a note in the steam of a window look like? Drawn: there is none."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDE, HIGH = 960, 720
SASH, STEAM, WET = (92, 74, 58), (186, 196, 200), (108, 122, 130)
NOTE, PAPER, INK = (300, 220, 660, 500), (238, 222, 160), (70, 66, 60)
LINES = ("the  ?a?e  is", "locked", "by nine")


def noted() -> dict[str, object]:
    """Draw a wet note on a pane, and tell it as Weft's own file tells a picture."""
    image = Image.new("RGB", (WIDE, HIGH), STEAM)
    pen = ImageDraw.Draw(image)
    for left in range(40, WIDE, 37):  # drops run down the pane
        pen.line((left, 0, left + left % 5, 120 + left * 7 % 500), fill=WET, width=3)
    pen.rectangle(NOTE, fill=PAPER)
    for row, words in enumerate(LINES):
        place = (NOTE[0] + 24, NOTE[1] + 20 + row * 84)
        pen.text(place, words, fill=INK, font=ImageFont.load_default(58))
    image = image.filter(ImageFilter.GaussianBlur(4))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDE - 1, HIGH - 1), outline=SASH, width=36)
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return {
        "jpeg": b64encode(out.getvalue()).decode(),
        "width": WIDE,
        "height": HIGH,
        "describes": "A yellow note on a steamed window. The rain has got at the ink.",
        "people": 0,
        "seen": [],
    }
