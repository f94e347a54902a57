"""What do other publishers say of the valley: warmth, company, health, the internet?"""

import numpy as np

from demo.files import Folder, Row
from demo.ground.areas import Areas
from demo.ground.neighbourhoods import DISTRICTS, REGION
from demo.people.profile import Profile
from demo.setting import Setting


def write(
    setting: Setting, areas: Areas, people: list[Profile], folder: Folder
) -> None:
    """Write every table that is about how people live."""
    rng = np.random.default_rng(setting.chance("wellbeing").getrandbits(64))
    means = means_of_lsoas(people)
    loneliness(means, rng, folder)
    fuel_poverty(areas, means, people, folder, rng)
    internet_users(areas, people, folder)
    health_index(rng, folder)
    fingertips(areas, people, folder, rng)


def means_of_lsoas(people: list[Profile]) -> dict[str, np.ndarray]:
    """Give each LSOA's mean weights, by the people of its output areas."""
    sums: dict[str, np.ndarray] = {}
    counts: dict[str, int] = {}
    for p in people:
        code = p.oa.lsoa
        sums[code] = sums.get(code, np.zeros(6)) + p.people * np.array(p.weights())
        counts[code] = counts.get(code, 0) + p.people
    return {code: total / counts[code] for code, total in sorted(sums.items())}


def loneliness(
    means: dict[str, np.ndarray], rng: np.random.Generator, folder: Folder
) -> None:
    """Write the modelled share who are lonely; as in the real file, many are alike."""
    rows: list[Row] = []
    for code, mean in means.items():
        share = 17.5 + 11 * mean[1] + 4 * mean[4] + rng.normal(0, 0.8)
        steps = round(share * 3) / 3
        decile = int(np.clip(round((steps - 16) / 1.6), 1, 10))
        rows.append((code, f"{steps:.12f}", decile))
    header = ("lsoa21_code", "perc", "deciles")
    folder.csv("health/england_cls_loneliness_lsoa.csv", header, rows)


def fuel_poverty(
    areas: Areas,
    means: dict[str, np.ndarray],
    people: list[Profile],
    folder: Folder,
    rng: np.random.Generator,
) -> None:
    """Write homes that cannot be kept warm, with numbers padded by spaces."""
    households: dict[str, int] = {}
    for p in people:
        households[p.oa.lsoa] = households.get(p.oa.lsoa, 0) + p.households
    rows: list[Row] = []
    for code, mean in means.items():
        share = 0.07 + 0.19 * mean[1] + 0.05 * mean[5] + rng.normal(0, 0.01)
        homes, cold = households[code], round(households[code] * share)
        lad = DISTRICTS[areas.lsoas[code][0].place.district]
        name = areas.names["lsoa:" + code]
        share_shown = f"{100 * cold / homes:.1f}"
        counts = f" {homes:,} ", f" {cold:,} "
        rows.append([code, name, lad.code, lad.name, REGION[1], *counts, share_shown])
    header = (
        "LSOA Code,LSOA Name,LA Code,LA Name,Region,Number of households,"
        "Number of households in fuel poverty,Proportion of households fuel poor (%)"
    )
    folder.csv("health/fuel_poverty_by_LSOA.csv", header.split(","), rows)


USERS = (
    (1, "e-Cultural Creators"),
    (2, "e-Professionals"),
    (3, "e-Veterans"),
    (4, "Youthful Urban Fringe"),
    (5, "e-Rational Utilitarians"),
    (6, "e-Mainstream"),
    (7, "Passive and Uncommitted Users"),
    (8, "Digital Seniors"),
    (9, "Settled Offline Communities"),
    (10, "e-Withdrawn"),
)


def internet_users(areas: Areas, people: list[Profile], folder: Folder) -> None:
    """Write the Internet User Classification, which is about LSOAs of 2011."""
    groups: dict[str, list[Profile]] = {}
    for p in people:
        groups.setdefault(p.oa.lsoa11, []).append(p)
    rows: list[Row] = []
    for number, (code, members) in enumerate(sorted(groups.items()), 1):
        need = sum(p.need for p in members) / len(members)
        group = user_group(members[0].oa.place.hill, need)
        rows.append((number, code, areas.names["lsoa11:" + code], *USERS[group - 1]))
    header = ("SHP_ID", "LSOA11_CD", "LSOA11_NM", "GRP_CD", "GRP_LABEL")
    folder.csv("digital/iuc2018.csv", header, rows)


def user_group(hill: bool, need: float) -> int:  # noqa: FBT001 (a fact, not a switch)
    """Choose the group of internet users a place would fall into."""
    if hill:
        return 9 if need > 0.45 else 8 if need > 0.3 else 5
    for least, group in ((0.85, 10), (0.68, 7), (0.55, 4), (0.4, 6)):
        if need > least:
            return group
    return 3


def health_index(rng: np.random.Generator, folder: Folder) -> None:
    """Write the Health Index of the two districts; 100 was England in 2015."""
    rows: list[Row] = []
    for number, lad in DISTRICTS.items():
        base = 93.0 if number == 1 else 96.5
        for year in range(2015, 2022):
            drift = -0.35 * (year - 2015) + rng.normal(0, 0.4)
            parts = [round(base + drift + rng.normal(d, 0.6), 1) for d in (1, -2, 1.5)]
            rows.append((lad.code, year, round(sum(parts) / 3, 1), *parts))
    header = (
        "ltla21_code,year,overall_score,healthy_people_domain_score,"
        "healthy_lives_domain_score,healthy_places_domain_score"
    )
    folder.csv("health/england_health_index.csv", header.split(","), rows)


FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,"
    "Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,"
    "Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,"
    "Value note,Recent Trend,Compared to England value or percentiles,"
    "Compared to Region value or percentiles,Time period Sortable,New data,"
    "Compared to goal,Time period range"
)
LIFE = (93283, "Life expectancy at birth, (upper age band 90 and over)")
HEALTHY = (90362, "Healthy life expectancy at birth")
ENGLAND = ("E92000001", "England", "England")


def fingertips(
    areas: Areas, people: list[Profile], folder: Folder, rng: np.random.Generator
) -> None:
    """Write life expectancy by MSOA, healthy life expectancy by district.

    England and parent rows repeat as in real replies; their figures are made up too.
    """
    rows: list[Row] = []
    need: dict[str, list[float]] = {}
    for p in people:
        need.setdefault(p.oa.msoa, []).append(p.need)
    for sex, top in (("Male", 83.5), ("Female", 86.5)):
        rows.append(line(LIFE, ENGLAND, ("", ""), sex, (top - 4.2, 0.1)))
        for code, shares in sorted(need.items()):
            mean = sum(shares) / len(shares)
            value = top - 8.2 * mean + rng.normal(0, 0.3)
            area = (code, areas.names[code], "MSOA")
            lad = DISTRICTS[int(code[5])]
            rows.append(line(LIFE, area, (lad.code, lad.name), sex, (value, 1.4)))
        rows += districts(sex, rng)
    folder.csv("health/fingertips.csv", FINGERTIPS.split(","), rows)


def districts(sex: str, rng: np.random.Generator) -> list[Row]:
    """Give healthy life expectancy, one value withheld as publishers do."""
    out = [line(HEALTHY, ENGLAND, ("", ""), sex, (62.0, 0.2))]
    for number, lad in DISTRICTS.items():
        value = 58.4 if number == 1 else 60.9
        about: tuple[float, float] | None = (value + rng.normal(0, 0.4), 1.9)
        if sex == "Male" and number == 2:
            about = None
        area = (lad.code, lad.name, "Lower tier local authorities (post 4/23)")
        out.append(line(HEALTHY, area, REGION, sex, about))
    return out


def line(
    indicator: tuple[int, str],
    area: tuple[str, str, str],
    parent: tuple[str, str],
    sex: str,
    about: tuple[float, float] | None,
) -> Row:
    """Give one of the 27-column rows; no value means a note instead."""
    value, half = about or (0.0, 0.0)
    ranges = [value, value - half, value + half, value - 1.6 * half, value + 1.6 * half]
    shown = [f"{x:.5f}" for x in ranges] if about else [""] * 5
    note = "" if about else "Value not published for data quality reasons"
    return (
        *indicator,
        *parent,
        *area,
        sex,
        "All ages",
        "",
        "",
        "2021 - 23",
        *shown,
        "",
        "",
        note,
        "Cannot be calculated",
        "Not compared",
        "Not compared",
        "20210000",
        "",
        "",
        "3y",
    )
