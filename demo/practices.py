"""Which surgeries has the valley, as the NHS lists them, and who is registered there?

``epraccur.csv``: no header, every field in quotes, 27 columns, capitals, telephone
numbers of twelve characters. Some practices have closed, one is dormant, and some rows
are no surgeries at all (the prescribing setting tells).
"""

from collections.abc import Iterable
from random import Random

import numpy as np

from demo import words
from demo.files import Folder, Row
from demo.ground.neighbourhoods import BY_NAME, DISTRICTS, ICB
from demo.people.profile import Profile
from demo.postcodes import Postcode
from demo.setting import Setting

_COLUMNS = (
    "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,"
    "AGE_GROUP_5,NUMBER_OF_PATIENTS"
)
HEADER = _COLUMNS.split(",")
BANDS = [f"{age}_{age + 4}" for age in range(0, 95, 5)] + ["95+"]


def write(
    setting: Setting, people: list[Profile], postcodes: list[Postcode], folder: Folder
) -> None:
    """Write the practices and their patients by age."""
    rng = setting.chance("practices")
    live = [p for p in postcodes if not p.terminated and p.placed]
    ages = np.array([p.ages for p in people]).sum(axis=0)
    rows: list[Row] = []
    patients: list[Row] = []
    for number, told in enumerate(words.table("practices.txt"), 1):
        at = rng.choice([p for p in live if p.oa.neighbourhood == told["home"]])
        code = f"Z91{number:03d}"
        rows.append(practice(code, told, at, number))
        start = (*release(setting), code, "", at.text)
        share = int(told["share"]) / 98
        if share:
            patients += [(*start, *row) for row in registered(ages * share, rng)]
    folder.csv("health/epraccur.csv", None, rows, quote_all=True, encoding="cp1252")
    folder.csv("health/gp-reg-pat-prac-quin-age.csv", HEADER, patients)


def release(setting: Setting) -> tuple[str, str, str]:
    """Say which list it is, counted on the first of the month."""
    first = setting.week.replace(day=1)
    return "GP_PRAC_PAT_LIST", f"{first:%d%b%Y}".upper(), "GP"


def practice(code: str, told: dict[str, str], at: Postcode, number: int) -> Row:
    """Give one row of 27 fields."""
    lad = DISTRICTS[BY_NAME[at.oa.neighbourhood].district]
    street = f"{number * 3} {at.street.upper()}"
    lines = [told["house"], street, lad.post_town, "TENTERDALE"]
    lines = [line for line in lines if line]
    lines += [""] * (5 - len(lines))
    place, closed = lad.sub_icb[1], told["closed"]
    return (
        *(code, told["name"], "Y63", ICB[1], *lines, at.text, "19740401", closed),
        *(told["status"], "B", place, "20200401", closed, f"01632 960{600 + number}"),
        *("", "", "", "0", "", place, "", told["setting"], ""),
    )


def registered(ages: np.ndarray, rng: Random) -> Iterable[Row]:
    """Count a practice's patients by sex and five-year band."""
    old = [0.75, 0.2, 0.05]
    bands = [*ages[:17], *(ages[17] * part for part in old)]
    counts = [round(band * rng.uniform(0.96, 1.1)) for band in bands]
    yield ("ALL", "ALL", sum(counts))
    women = [round(count * rng.uniform(0.48, 0.53)) for count in counts]
    men = [a - b for a, b in zip(counts, women, strict=True)]
    for sex, numbers in (("FEMALE", women), ("MALE", men)):
        for band, count in zip(BANDS, numbers, strict=True):
            yield (sex, band, count)
