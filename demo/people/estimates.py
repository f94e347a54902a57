"""How many people of each age since the census, small area by small area?

The workbook of ONS (single year of age, LSOA 2021): one sheet a year, three lines
of words, the header on row 4, ``F0`` to ``F90`` and ``M0`` to ``M90``.
"""

import numpy as np

from demo.files import Cell, Folder
from demo.ground.areas import Areas
from demo.ground.neighbourhoods import DISTRICTS
from demo.people.profile import Profile
from demo.setting import Setting
from demo.spreadsheet import workbook

FILE = "population/sapelsoasyoa20222024.xlsx"
YEARS = (2022, 2023, 2024)
HEADER = (
    "LAD 2023 Code",
    "LAD 2023 Name",
    "LSOA 2021 Code",
    "LSOA 2021 Name",
    "Total",
    *(f"F{age}" for age in range(91)),
    *(f"M{age}" for age in range(91)),
)


def write(
    setting: Setting, areas: Areas, people: list[Profile], folder: Folder
) -> None:
    """Write three years of estimates in one workbook."""
    rng = np.random.default_rng(setting.chance("estimates").getrandbits(64))
    bands = bands_of_lsoas(people)
    growth = {code: rng.normal(0.004, 0.006) for code in bands}
    sheets: dict[str, list[list[Cell]]] = {"Contents": [["Contents"], ["Made up"]]}
    for year in YEARS:
        rows: list[list[Cell]] = [
            [f"Mid-{year} population estimates for 2021 LSOAs by single year of age"],
            ["These figures are made up. They describe Tenterdale, a made-up valley"],
            [""],
            list(HEADER),
        ]
        for code, ages in bands.items():
            factor = (1 + growth[code]) ** (year - 2021)
            singles = single_years(ages * factor, rng)
            lad = DISTRICTS[areas.lsoas[code][0].place.district]
            name = areas.names["lsoa:" + code]
            rows.append([lad.code, lad.name, code, name, sum(singles), *singles])
        sheets[f"Mid-{year} LSOA 2021"] = rows
    folder.raw(FILE, workbook(sheets), rows=len(YEARS) * len(bands))


def bands_of_lsoas(people: list[Profile]) -> dict[str, np.ndarray]:
    """Add up the census bands of age by LSOA."""
    found: dict[str, np.ndarray] = {}
    for profile in people:
        before = found.get(profile.oa.lsoa, np.zeros(18))
        found[profile.oa.lsoa] = before + np.array(profile.ages)
    return dict(sorted(found.items()))


def single_years(bands: np.ndarray, rng: np.random.Generator) -> list[int]:
    """Spread bands of age over single years, women then men; 90 is 90 and over."""
    women: list[int] = []
    men: list[int] = []
    for number, count in enumerate(bands):
        years = 6 if number == 17 else 5
        fade = np.array([0.97**n for n in range(years)])
        if number == 17:
            fade = np.array([1, 0.85, 0.7, 0.55, 0.45, 1.2])
        female = 0.505 + 0.008 * max(0, number - 12)
        for share in fade / fade.sum():
            here = int(rng.poisson(count * share))
            women.append(int(rng.binomial(here, female)))
            men.append(here - women[-1])
    return [*women, *men]
