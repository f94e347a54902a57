"""Which surgeries has the valley, as the NHS lists them, and who is registered there?

``epraccur.csv``: no header, every field in quotes, 27 columns, capitals, telephone
numbers of twelve characters. Some practices have closed, one is dormant, and some rows
are no surgeries at all (the prescribing setting tells).
"""

from collections.abc import Iterable
from random import Random

import numpy as np

from demo.files import Folder, Row
from demo.ground.neighbourhoods import BY_NAME, DISTRICTS, ICB
from demo.people.profile import Profile
from demo.postcodes import Postcode
from demo.setting import Setting

# Name | house | neighbourhood | status | closed | setting | share of the valley
PRACTICES = (
    "HOLLIN BRIDGE HEALTH CENTRE|HEALTH CENTRE|Waterside|A||4|14",
    "THE CANAL SURGERY|LOCK HOUSE|Waterside|A||4|6",
    "ALDERMILL GROUP PRACTICE|CLOTHMARKET HEALTH CENTRE|Aldermill Centre|A||4|21",
    "COPPERAS ROW SURGERY|COPPERAS ROW CENTRE|Copperas Row|A||4|9",
    "DYEHOUSE MEDICAL CENTRE||Dyehouse|A||4|11",
    "WEAVERS FIELD PRACTICE|WEAVERS FIELD CENTRE|Weavers’ Field|A||4|8",
    "TENTERCROFT SURGERY||Tentercroft|A||4|7",
    "RUSHBY HEALTH CENTRE|HEALTH CENTRE|Rushby Town|A||4|14",
    "ST HILDS MEDICAL PRACTICE||St Hild’s|A||4|8",
    "NAB HILL BRANCH SURGERY||Nab Hill|C|20190331|4|0",
    "RUSHBY INGS SURGERY||Rushby Ings|C|20221130|4|0",
    "LOCKSIDE PRACTICE||Lockside|D||4|0",
    "TENTERDALE OUT OF HOURS|CLOTHMARKET HEALTH CENTRE|Aldermill Centre|A||1|0",
    "TENTERDALE HOSPICE|MOOR VIEW|The Mount|A||13|0",
    "VALLEY SUBSTANCE MISUSE SERVICE||Lockside|A||0|0",
    "RUSHBY WALK IN CENTRE|STATION APPROACH|Rushby Station|C|20150930|8|0",
)
HEADER = (
    "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,"
    "NUMBER_OF_PATIENTS"
).split(",")
BANDS = [f"{age}_{age + 4}" for age in range(0, 95, 5)] + ["95+"]


def write(
    setting: Setting, people: list[Profile], postcodes: list[Postcode], folder: Folder
) -> None:
    """Write the practices and their patients by age."""
    rng = setting.chance("practices")
    live = [p for p in postcodes if not p.terminated and p.placed]
    rows: list[Row] = []
    patients: list[Row] = []
    for number, line in enumerate(PRACTICES, 1):
        name, house, home, status, closed, kind, share = line.split("|")
        at = rng.choice([p for p in live if p.oa.neighbourhood == home])
        code = f"Z91{number:03d}"
        rows.append(practice(code, name, house, at, status, closed, kind, number))
        if int(share):
            patients += registered(setting, code, at.text, int(share) / 98, people, rng)
    folder.csv("health/epraccur.csv", None, rows, quote_all=True, encoding="cp1252")
    folder.csv("health/gp-reg-pat-prac-quin-age.csv", HEADER, patients)


def practice(  # noqa: PLR0913, PLR0917 (a row of 27 columns)
    code: str,
    name: str,
    house: str,
    at: Postcode,
    status: str,
    closed: str,
    kind: str,
    number: int,
) -> Row:
    """Give one row of 27 fields."""
    lad = DISTRICTS[BY_NAME[at.oa.neighbourhood].district]
    street = f"{number * 3} {at.street.upper()}"
    lines = [part for part in (house, street, lad.post_town, "TENTERDALE") if part]
    lines += [""] * (5 - len(lines))
    place = lad.sub_icb[1]
    telephone = f"01632 960{600 + number}"
    return (
        code, name, "Y63", ICB[1], *lines, at.text, "19740401", closed, status, "B", place,
        "20200401", closed, telephone, "", "", "", "0", "", place, "", kind, "",
    )  # fmt: skip


def registered(
    setting: Setting, code: str, postcode: str, share: float, people: list[Profile], rng: Random
) -> Iterable[Row]:
    """Count a practice's patients by sex and five-year band."""
    first = setting.week.replace(day=1)
    start = ("GP_PRAC_PAT_LIST", f"{first:%d%b%Y}".upper(), "GP", code, "", postcode)
    ages = np.array([p.ages for p in people]).sum(axis=0)
    old = [0.75, 0.2, 0.05]
    bands = [*ages[:17], *(ages[17] * part for part in old)]
    counts = [round(band * share * rng.uniform(0.96, 1.1)) for band in bands]
    yield (*start, "ALL", "ALL", sum(counts))
    women = [round(count * rng.uniform(0.48, 0.53)) for count in counts]
    men = [a - b for a, b in zip(counts, women, strict=True)]
    for sex, numbers in (("FEMALE", women), ("MALE", men)):
        for band, count in zip(BANDS, numbers, strict=True):
            yield (*start, sex, band, count)
