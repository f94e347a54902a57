"""Can everybody read it? Contrast as WCAG 2.2 has it, from the sheet's own tokens."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "src/weft/shell/static/shell/weft.css").read_text(
    encoding="utf-8"
)
TEXT, MARK = 4.5, 3.0

WORDS_ON = (  # words, ground
    ("ink", "paper"),
    ("ink", "wool"),
    ("ink", "weld-pale"),
    ("ink", "woad-pale"),
    ("slate", "paper"),
    ("slate", "wool"),
    ("woad", "paper"),
    ("woad", "wool"),
    ("woad", "weld-pale"),
    ("woad", "woad-pale"),
    ("woad-deep", "woad-pale"),
    ("woad-deep", "paper"),
    ("on-dye", "woad"),
    ("on-dye", "woad-deep"),
    ("paper", "ink"),
    ("madder", "paper"),
    ("madder", "wool"),
    ("weld-text", "paper"),
    ("weld-text", "weld-pale"),
    ("moss", "moss-pale"),
)
MARKS_ON = (
    ("woad", "paper"),
    ("woad", "wool"),
    ("weld", "paper"),
    ("warp", "paper"),
    ("warp", "wool"),
    ("edge", "paper"),
    ("edge", "wool"),
    ("focus-line", "weld-bright"),
    ("madder", "paper"),
)


def tokens(block):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{3,6})", block))


def themes():
    light, dark = CSS.split("@media screen and (prefers-color-scheme: dark)")[:2]
    light = tokens(light.split("@media (min-width")[0])
    return {"light": light, "dark": {**light, **tokens(dark.split("@media")[0])}}


def luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_sum_agrees_with_the_standard():
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_stand_out(theme, words, ground):
    found = themes()[theme]
    assert contrast(found[words], found[ground]) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON)
def test_marks_stand_out(theme, mark, ground):
    found = themes()[theme]
    assert contrast(found[mark], found[ground]) >= MARK


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wool"])
def test_focus_is_seen_on_every_ground(theme, ground):
    found = themes()[theme]
    ring = [
        contrast(found[part], found[ground]) for part in ("focus-line", "weld-bright")
    ]
    assert max(ring) >= MARK


def test_every_colour_has_its_dark_twin():
    light, dark = CSS.split("@media screen and (prefers-color-scheme: dark)")[:2]
    colours = set(tokens(light.split("@media (min-width")[0]))
    assert colours - set(tokens(dark.split("@media")[0])) == set()


def test_print_takes_one_ink():
    block = CSS.split("@media print")[1].split("/* --- 2")[0]
    shades = {shade.lower() for shade in tokens(block).values()}
    assert all(len({*shade.lstrip("#")}) == 1 for shade in shades), shades
