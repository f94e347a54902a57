"""How did Nomis hand out Census 2021, one zip for each topic table?

Members for output areas, LSOAs, MSOAs and districts; the first three columns are
``date,geography,geography code``. Unlike the real tables, whose counts were
perturbed, ours add up exactly between the levels.
"""

from collections.abc import Callable

import numpy as np

from demo.files import Folder, Row, as_csv
from demo.ground.areas import Areas, OutputArea
from demo.people.profile import BANDS, Profile
from demo.people.topics import TOPICS
from demo.setting import Setting

Counts = dict[str, list[int]]
LEVELS: dict[str, Callable[[OutputArea], str]] = {
    "oa": lambda oa: oa.code,
    "lsoa": lambda oa: oa.lsoa,
    "msoa": lambda oa: oa.msoa,
    "ltla": lambda oa: oa.lad,
}


def write(
    setting: Setting, areas: Areas, people: list[Profile], folder: Folder
) -> None:
    """Write the bulk zip of every table a life is reckoned from."""
    rng = np.random.default_rng(setting.chance("census").getrandbits(64))
    in_work: dict[str, int] = {}
    for topic in TOPICS:
        counts: Counts = {}
        for profile in people:
            universe = whom(topic.universe, profile, in_work)
            drawn = rng.multinomial(universe, topic.shares(profile))
            leaves = dict(zip(topic.formulas, map(int, drawn), strict=True))
            counts[profile.oa.code] = topic.summed(leaves)
            if topic.number == "066":
                in_work[profile.oa.code] = sum(
                    n for leaf, n in leaves.items() if ":In employment" in leaf
                )
        bulk(f"ts{topic.number}", topic.headers(), counts, areas, folder)
    ages(areas, people, folder)


def whom(universe: str, profile: Profile, in_work: dict[str, int]) -> int:
    """Say how many people or households a table counts in one output area."""
    if universe == "employed":
        return in_work[profile.oa.code]
    return int(getattr(profile, universe))


def ages(areas: Areas, people: list[Profile], folder: Folder) -> None:
    """Write TS007A, age in five-year bands, which is counted and not drawn."""
    counts = {p.oa.code: [p.people, *p.ages] for p in people}
    headers = ["Age: Total", *(f"Age: {band}" for band in BANDS)]
    bulk("ts007a", headers, counts, areas, folder)


def bulk(
    table: str, headers: list[str], counts: Counts, areas: Areas, folder: Folder
) -> None:
    """Write one zip with its four levels and the note Nomis packs with it."""
    members = {
        f"census2021-{table}-{level}.csv": level_csv(headers, counts, areas, level)
        for level in LEVELS
    }
    note = f"Census 2021 {table.upper()} (made up: the valley of Tenterdale)\r\n"
    members[f"metadata/{table}-2021-1.txt"] = note.encode()
    folder.zip(f"census/census2021-{table}.zip", members, rows=len(counts))


def level_csv(headers: list[str], counts: Counts, areas: Areas, level: str) -> bytes:
    """Give the table of one level, each area once."""
    sums: Counts = {}
    for oa in areas.oas:
        code = LEVELS[level](oa)
        before = sums.get(code, [0] * len(headers))
        sums[code] = [a + b for a, b in zip(before, counts[oa.code], strict=True)]
    named = {"oa": "", "lsoa": "lsoa:", "msoa": "", "ltla": ""}[level]
    rows: list[Row] = [
        (2021, areas.names.get(named + code, code), code, *row)
        for code, row in sorted(sums.items())
    ]
    return as_csv(["date", "geography", "geography code", *headers], rows).encode()
