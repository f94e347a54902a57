"""What would the indices of deprivation say: File 7 of 2025 and of 2019?

Scores come from the hidden need of each small area; ranks are places among all the
LSOAs of England, so the valley's sixty are scattered over them. Headers are the
published ones, with the 2025 header that is cut off at 80 characters and the trailing
space of 2019.
"""

from dataclasses import dataclass

import numpy as np

from demo.files import Folder
from demo.ground.areas import Areas
from demo.ground.neighbourhoods import DISTRICTS
from demo.people.profile import Profile
from demo.setting import Setting

# Name, end of the score header, how need, hill, Asian share and chance move it,
# then the score's middle and spread.
MEASURES = (
    ("Index of Multiple Deprivation (IMD)", "Score", (1.0, 0.02, 0, 0.03), (22, 15)),
    ("Income", "Score (rate)", (1.0, -0.04, 0.05, 0.03), (0.13, 0.08)),
    ("Employment", "Score (rate)", (1.0, -0.05, 0, 0.04), (0.1, 0.06)),
    ("Education, Skills and Training", "Score", (0.95, -0.1, 0, 0.06), (22, 18)),
    (
        "Health Deprivation and Disability",
        "Score",
        (1.0, -0.1, -0.1, 0.05),
        (0.1, 0.85),
    ),
    ("Crime", "Score", (0.9, -0.3, 0, 0.07), (0.0, 0.8)),
    ("Barriers to Housing and Services", "Score", (0.2, 0.55, 0, 0.06), (21, 10)),
    ("Living Environment", "Score", (0.55, 0.2, 0.1, 0.08), (22, 15)),
    (
        "Income Deprivation Affecting Children Index (IDACI)",
        "Score (rate)",
        (1, -0.1, 0.02, 0.05),
        (0.17, 0.1),
    ),
    (
        "Income Deprivation Affecting Older People (IDAOPI)",
        "Score (rate)",
        (0.9, -0.1, 0.2, 0.05),
        (0.16, 0.1),
    ),
    ("Children and Young People Sub-domain", "Score", (0.9, -0.1, 0, 0.07), (0.0, 0.8)),
    ("Adult Skills Sub-domain", "Score", (0.95, -0.1, 0.1, 0.04), (0.3, 0.1)),
    ("Geographical Barriers Sub-domain", "Score", (-0.1, 0.8, 0, 0.06), (0.0, 0.8)),
    ("Wider Barriers Sub-domain", "Score", (0.8, 0, 0.1, 0.05), (0.0, 2)),
    ("Indoors Sub-domain", "Score", (0.5, 0.3, 0.1, 0.08), (0.0, 0.8)),
    ("Outdoors Sub-domain", "Score", (0.6, -0.5, 0.1, 0.07), (0.0, 0.8)),
)
CUT_AT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the indices."""

    file: str
    first: str
    last: str
    areas: int
    vintage: str
    encoding: str


EDITION_2025 = Edition(
    file="File_7_IoD2025_All_Ranks_Scores_Deciles_Population_Denominators.csv",
    first=(
        "LSOA code (2021)|LSOA name (2021)|Local Authority District code (2024)|"
        "Local Authority District name (2024)"
    ),
    last=(
        "Total population: mid 2022|Dependent Children aged 0-15: mid 2022|"
        "Older population aged 60 and over: mid 2022|"
        "Working age population 18-66 (for use with Employment Deprivation Domain):"
        " mid 2022"
    ),
    areas=33_755,
    vintage="lsoa",
    encoding="utf-8",
)
EDITION_2019 = Edition(
    file=(
        "File_7_-_All_IoD2019_Scores__Ranks__Deciles_and_Population_Denominators_3.csv"
    ),
    first=(
        "LSOA code (2011)|LSOA name (2011)|Local Authority District code (2019)|"
        "Local Authority District name (2019)"
    ),
    last=(
        "Total population: mid 2015 (excluding prisoners)|"
        "Dependent Children aged 0-15: mid 2015 (excluding prisoners)|"
        "Population aged 16-59: mid 2015 (excluding prisoners)|"
        "Older population aged 60 and over: mid 2015 (excluding prisoners)|"
        "Working age population 18-59/64: for use with Employment Deprivation Domain"
        " (excluding prisoners) "
    ),
    areas=32_844,
    vintage="lsoa11",
    encoding="utf-8-sig",
)


def write(
    setting: Setting, areas: Areas, people: list[Profile], folder: Folder
) -> dict[str, int]:
    """Write File 7 of both editions; give the overall rank of each area."""
    overall: dict[str, int] = {}
    for edition in (EDITION_2025, EDITION_2019):
        members: dict[str, list[Profile]] = {}
        for p in people:
            members.setdefault(getattr(p.oa, edition.vintage), []).append(p)
        rng = np.random.default_rng(setting.chance("indices").getrandbits(64))
        table = [
            measured(edition, dict(sorted(members.items())), measure, rng)
            for measure in MEASURES
        ]
        rows = []
        for n, (code, inside) in enumerate(sorted(members.items())):
            overall[f"{edition.vintage}:{code}"] = table[0][n][1]
            lad = DISTRICTS[inside[0].oa.place.district]
            name = areas.names[f"{edition.vintage}:{code}"]
            figures = [cell for measure in table for cell in measure[n]]
            rows.append(
                (code, name, lad.code, lad.name, *figures, *whom(inside, edition))
            )
        folder.csv(
            f"deprivation/{edition.file}",
            headers(edition),
            rows,
            encoding=edition.encoding,
        )
    return overall


def headers(edition: Edition) -> list[str]:
    """Give every header, the one of 2025 cut off as it was published."""
    out = edition.first.split("|")
    for name, score, *_ in MEASURES:
        decile = f"{name} Decile (where 1 is most deprived 10% of LSOAs)"
        if edition is EDITION_2025 and name.startswith("Children"):
            decile = decile[:CUT_AT]
        out += [f"{name} {score}", f"{name} Rank (where 1 is most deprived)", decile]
    return out + edition.last.split("|")


def measured(
    edition: Edition,
    members: dict[str, list[Profile]],
    measure: tuple[str, str, tuple[float, ...], tuple[float, float]],
    rng: np.random.Generator,
) -> list[tuple[str, int, int]]:
    """Give score, rank and decile of one measure for each area."""
    _, _, (need, hill, asian, chance), (middle, spread) = measure
    hidden = []
    for inside in members.values():
        people = sum(p.people for p in inside)
        mean = [
            sum(getattr(p, key) * p.people for p in inside) / people
            for key in ("need", "hill", "asian")
        ]
        pull = need * mean[0] + hill * mean[1] + asian * mean[2]
        hidden.append(pull + rng.normal(0, chance))
    place = np.clip((np.array(hidden) - 0.1) / 0.92, 0.004, 0.9985)
    ranks = distinct([round(edition.areas * (1 - x) ** 1.35) for x in place])
    out = []
    for rank in ranks:
        share = (rank - 0.5) / edition.areas
        score = (
            max(0.002, middle + spread * -_normal(share))
            if middle
            else -spread * _normal(share)
        )
        out.append((f"{score:.3f}", rank, 1 + (rank - 1) * 10 // edition.areas))
    return out


def _normal(share: float) -> float:
    """Give the point of the bell curve below which a share lies (Tukey's lambda)."""
    return float((share**0.135 - (1 - share) ** 0.135) / 0.1975)


def distinct(ranks: list[int]) -> list[int]:
    """Move ranks on until no two are the same."""
    taken: set[int] = set()
    out = []
    for rank in ranks:
        here = max(1, rank)
        while here in taken:
            here += 1
        taken.add(here)
        out.append(here)
    return out


def whom(inside: list[Profile], edition: Edition) -> list[int]:
    """Count the people each rate is a share of."""
    ages = np.array([p.ages for p in inside]).sum(axis=0)
    total, children = int(ages.sum()), int(ages[:3].sum() + ages[3] // 5)
    older = int(ages[12:].sum())
    working = total - children - int(ages[13:].sum())
    if edition is EDITION_2025:
        return [total, children, older, working]
    return [total, children, total - children - older, older, working]
