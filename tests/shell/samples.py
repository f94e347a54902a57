"""Plots of made-up numbers about Tenterdale, for the gallery and the tests."""

import math
import random

import shapely

from weft.shell.plots import (
    Across,
    AreaShape,
    Caption,
    Curve,
    Dot,
    Joiner,
    Mark,
    Panel,
    Series,
    Span,
    Through,
    against,
    bars,
    choropleth,
    distribution,
    dots,
    evenly,
    laced,
    small_multiples,
    trend,
)

EVENLY = (0, 1, 4, 8, 14, 21, 30, 42, 57, 76, 100)
SOURCE = "Census 2021, table TS045. Made up for Tenterdale, 23 November 2026."


def caption(title, axis="homes in 100 without a car", **more):
    return Caption(title=title, axis=axis, source=SOURCE, licence="OGL v3", **more)


def values(count=140, seed=3):
    chance = random.Random(seed)
    return [min(95.0, max(3.0, chance.gauss(32, 13))) for _ in range(count)]


def marks():
    return (
        Mark(name="Waterside", value=46.0, low=42.0, high=50.0, here=True),
        Mark(name="Hollin Bridge", value=33.0),
        Mark(name="England", value=24.0),
    )


def areas(side=6):
    """A patchwork of crooked squares that share their borders."""
    chance = random.Random(5)
    corner = {
        (x, y): (
            -1.9 + x * 0.03 + chance.uniform(-0.008, 0.008),
            53.7 + y * 0.02 + chance.uniform(-0.005, 0.005),
        )
        for x in range(side + 1)
        for y in range(side + 1)
    }
    out = []
    for x in range(side):
        for y in range(side):
            ring = [
                corner[x, y],
                corner[x + 1, y],
                corner[x + 1, y + 1],
                corner[x, y + 1],
            ]
            away = math.dist((x, y), (2, 3))
            out.append(
                AreaShape(
                    code=f"E0100{x}{y}",
                    name=f"Ward {x}{y}" if (x, y) != (2, 3) else "Waterside",
                    boundary=shapely.to_wkb(shapely.Polygon(ring)),
                    value=None if (x, y) == (5, 5) else 10 + away * 9,
                )
            )
    return out


def series():
    years = (2019, 2021, 2023, 2025)
    here = zip(years, (41, 44, 45, 46), strict=True)
    return (
        Series(
            name="Waterside",
            here=True,
            spans=tuple(
                Span(when=str(y), at=y, value=v, low=v - 3.0, high=v + 3.0)
                for y, v in here
            ),
        ),
        Series(
            name="Hollin Bridge",
            spans=tuple(
                Span(when=str(y), at=y, value=v)
                for y, v in zip(years, (36, 35, 34, 33), strict=True)
            ),
        ),
        Series(
            name="England",
            spans=tuple(
                Span(when=str(y), at=y, value=v)
                for y, v in zip(years, (25, 25, 24, 24), strict=True)
            ),
        ),
    )


def lifted():
    said = (
        ("The way there and back", 640, 560, 730, "the bus home, mostly"),
        ("What nobody has told us", 405, 330, 485, "steps, toddlers, prices"),
        ("The hours", 310, 255, 370, ""),
        ("Money", 120, 85, 160, "fares counted"),
        ("Who it is for", None, None, None, ""),
    )
    return tuple(
        Mark(name=n, value=v, low=low, high=high, note=note, here=n == "Money")
        for n, v, low, high, note in said
    )


def places():
    """Forty places, of which two are named."""
    chance = random.Random(4)
    return tuple(
        Dot(
            name=f"Ward {n}",
            code=f"E02{n:03}",
            across=2.5 * n,
            up=min(100.0, max(0.0, chance.gauss(40 + n, 14))),
            named=n in (2, 5),
        )
        for n in range(40)
    )


ENDS = Across(
    axis="people in order, of a hundred",
    low=0,
    high=100,
    at_low="most is missing",
    at_high="least is missing",
)


def plots():
    chance = random.Random(9)
    towns = ("Urban: nearer to a major town", "Smaller rural", "Larger rural")
    return (
        dots(marks(), caption("Almost half of homes have no car", unit="%")),
        dots(
            marks(),
            caption("Almost half of homes have no car: all places", unit="%"),
            crowd=values(),
        ),
        distribution(
            [*values(), None],
            caption("Waterside has more homes without a car than most", unit="%"),
            marks=marks(),
        ),
        bars(
            lifted(),
            caption("The way home matters most", "people who would have three things"),
            first="What gets in the way",
        ),
        against(
            places(),
            caption("There is less where more is missing", "in 100 who have three"),
            ENDS,
            through=Through(first=44.0, last=78.0, low=70.0, high=86.0),
        ),
        evenly(
            (
                Curve(name="by who has least", held=EVENLY),
                Curve(name="by where most is missing", held=tuple(range(0, 101, 10))),
            ),
            caption("Half have a fifth of it", "of a hundred things, so many"),
        ),
        trend(series(), caption("The gap to England has grown since 2019", unit="%")),
        small_multiples(
            [
                Panel(
                    name=name,
                    values=tuple(
                        chance.gauss(40 - 8 * at, 9) for _ in range(80 - at * 25)
                    ),
                )
                for at, name in enumerate(towns)
            ],
            caption("Villages differ as much as towns", unit="%"),
            here=Mark(name="Waterside", value=46.0, here=True),
        ),
        laced(
            [
                Joiner(
                    name="The Old Dye House by the canal bridge",
                    to=("Clay Circle", "Mending", "Ранкова кава", "Everybody Sings"),
                ),
                Joiner(name="The Fleece", to=("Carol singers", "Everybody Sings")),
                Joiner(name="Aldermill Library", to=("Mending", "Reading aloud")),
            ],
            caption("The Old Dye House joins four groups", "groups"),
            first="Where",
        ),
        choropleth(
            areas(),
            caption("Thread is missing at the valley’s edge", decimals=0, unit="%"),
            most_is_bare=True,
            here="E010023",
        ),
    )
