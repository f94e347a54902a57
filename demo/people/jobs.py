"""Where are the jobs, and in which trades?

The Business Register and Employment Survey as somebody downloads it by hand from
Nomis: title lines, a blank line, code and name in one cell, footnotes below. Counts
are rounded to 5, as in the open-access edition.
"""

import numpy as np

from demo.files import Cell, Folder
from demo.ground.areas import Areas
from demo.ground.neighbourhoods import Neighbourhood
from demo.setting import Setting

FILE = "work/bres-2024-lsoa21.csv"
# Industry, jobs per 1,000 people in a town centre, elsewhere in town, on the hills.
TRADES = (
    ("1 : Agriculture, forestry & fishing (A)", 0, 1, 34),
    ("2 : Mining, quarrying & utilities (B,D and E)", 3, 5, 6),
    ("3 : Manufacturing (C)", 40, 62, 18),
    ("4 : Construction (F)", 22, 20, 26),
    ("5 : Motor trades (Part G)", 8, 9, 3),
    ("6 : Wholesale (Part G)", 14, 18, 4),
    ("7 : Retail (Part G)", 130, 24, 9),
    ("8 : Transport & storage (inc postal) (H)", 25, 26, 4),
    ("9 : Accommodation & food services (I)", 95, 17, 30),
    ("10 : Information & communication (J)", 28, 6, 7),
    ("11 : Financial & insurance (K)", 24, 3, 1),
    ("12 : Property (L)", 14, 4, 3),
    ("13 : Professional, scientific & technical (M)", 52, 12, 15),
    ("14 : Business administration & support services (N)", 60, 22, 8),
    ("15 : Public administration & defence (O)", 75, 6, 1),
    ("16 : Education (P)", 42, 44, 20),
    ("17 : Health (Q)", 98, 52, 12),
    ("18 : Arts, entertainment, recreation & other services (R,S,T and U)", 44, 10, 12),
)
CENTRES = ("Aldermill Centre", "Rushby Town", "Waterside")
TITLE = (
    "Business Register and Employment Survey : open access",
    "ONS Crown Copyright Reserved [from Nomis on 9 November 2026]",
)
FOOT = (
    "Figures leave out farm agriculture (SIC subclass 01000).",
    "Figures are rounded to the nearest 5. These figures are made up.",
)


def write(setting: Setting, areas: Areas, folder: Folder) -> None:
    """Write the query's file, words and all."""
    rng = np.random.default_rng(setting.chance("jobs").getrandbits(64))
    width = len(TRADES) + 1
    rows: list[list[Cell]] = [wide([line], width) for line in TITLE]
    for name, value in (
        ("Date", "2024"),
        ("Employment status", "Employment"),
        ("Measure", "Count"),
    ):
        rows.append(wide([f"{name:<18}:", value], width))
    rows += [wide([], width)]
    area = "2021 super output area - lower layer"
    rows += [[area, *(name for name, *_ in TRADES)], wide([], width)]
    for code, oas in areas.lsoas.items():
        people = sum(oa.people for oa in oas)
        counts = [
            5 * round(rng.poisson(people * rate / 1000) / 5)
            for rate in rates(oas[0].place)
        ]
        rows.append([f"{code} : {areas.names['lsoa:' + code]}", *counts])
    rows += [wide([], width), wide([], width)]
    rows += [wide(["", line], width) for line in FOOT]
    folder.csv(FILE, None, rows)


def rates(place: Neighbourhood) -> list[int]:
    """Give the jobs per 1,000 people of each trade in a kind of place."""
    kind = 1 if place.name in CENTRES else 3 if place.hill else 2
    return [int(trade[kind]) for trade in TRADES]


def wide(cells: list[Cell], width: int) -> list[Cell]:
    """Fill a line with empty cells, as Nomis does."""
    return cells + [""] * (width - len(cells))
