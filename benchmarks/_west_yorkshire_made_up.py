"""What is made up of West Yorkshire: offers at true halls, and who lives there.

No number of it says anything about West Yorkshire. Offers are told as people tell them,
in our own two tables; people as Nomis hands out the census, one zip for each topic.
"""

import csv
import io
import json
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
import numpy as np

from demo.people.profile import BANDS
from demo.people.topics import TOPICS

SLUG = "west-yorkshire"
HALLS = (
    "community_centre",
    "arts_centre",
    "library",
    "theatre",
    "place_of_worship",
    "social_centre",
)
KINDS = ("creative", "cultural", "community", "food", "heritage", "movement")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
RULES = ("come", "come", "ring", "book", "")
COLUMNS = (
    *("id", "name", "group", "place", "kinds", "days", "starts", "ends"),
    *("price_pence_least", "price_pence_most", "step_free", "joining_rule"),
    *("newcomers_per_week", "told_on"),
)
YES_NO = ("yes", "no", "")
IN_AN_AREA = {"households": 690, "employed": 740, "over_16": 1_330}
EVERYBODY = 1_650
"""Made-up people of one small area, whom a topic counts."""


def write_offers(files: Path, many: int) -> None:
    """Make offers up at true halls, as people tell them in our own two tables."""
    chance = np.random.default_rng(7)
    halls = list(_halls(files / "osm"))
    folder = files / "weft"
    folder.mkdir()
    with (folder / "weft-assets.csv").open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out)
        write.writerow(["id", "kind", "name", "latitude", "longitude", "visibility"])
        for n, (east, north) in enumerate(halls):
            told = [f"{north:.6f}", f"{east:.6f}"]
            write.writerow([f"h{n}", "place", f"Made-up hall {n}", *told, "public"])
        for n in range(many // 2):
            write.writerow([f"g{n}", "group", f"Made-up group {n}", "", "", "public"])
    with (folder / "weft-offers.csv").open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out)
        write.writerow(COLUMNS)
        write.writerows(_an_offer(chance, n, many, len(halls)) for n in range(many))


def _halls(folder: Path) -> Iterator[tuple[float, float]]:
    for name in HALLS:
        file = folder / f"{SLUG}-amenities-{name}.geojson"
        for one in json.loads(file.read_text(encoding="utf-8"))["features"]:
            if one["geometry"] and one["geometry"]["type"] == "Point":
                yield tuple(one["geometry"]["coordinates"][:2])


def _an_offer(
    chance: np.random.Generator, n: int, many: int, halls: int
) -> list[object]:
    starts = int(chance.integers(9, 20))
    days = chance.choice(DAYS, int(chance.integers(1, 3)), replace=False)
    price = int(chance.choice([0, 0, 0, 200, 500]))
    prices = [price, price] if chance.random() < 0.8 else ["", ""]
    return [
        f"o{n}",
        f"Made-up offer {n}",
        f"g{int(chance.integers(0, many // 2))}",
        f"h{int(chance.integers(0, halls))}",
        str(chance.choice(KINDS)),
        ";".join(days),
        f"{starts}:00",
        f"{starts + int(chance.integers(1, 4))}:00",
        *prices,
        str(chance.choice(YES_NO)),
        str(chance.choice(RULES)),
        str(chance.choice(["", "0", "3", "99"])),
        time.strftime("%Y-%m-01"),
    ]


def write_people(files: Path) -> None:
    """Make up who lives in each small area: every topic that a life is counted by."""
    chance = np.random.default_rng(8)
    folder = files / "census2021"
    ours = [*folder.iterdir()]
    folder.unlink()  # it led to the open files, which we leave alone
    folder.mkdir()
    for one in ours:
        (folder / one.name).symlink_to(one.resolve())
    codes = list(_small_areas(files / "boundaries"))
    for topic in TOPICS:
        many = IN_AN_AREA.get(topic.universe, EVERYBODY)
        rows = []
        for _ in codes:
            need, asian, old = chance.random(), chance.random() ** 4, chance.random()
            share = np.array([*topic.formulas.values()]) @ [
                1,
                need,
                asian,
                0,
                old / 3,
                0,
            ]
            share = np.clip(share, 0.0005, None)
            drawn = chance.multinomial(many, share / share.sum()).tolist()
            rows.append(topic.summed(dict(zip(topic.formulas, drawn, strict=True))))
        _bulk(folder, f"ts{topic.number}", topic.headers(), codes, rows)
    headers = ["Age: Total", *(f"Age: {band}" for band in BANDS)]
    drawn = chance.multinomial(EVERYBODY, [1 / len(BANDS)] * len(BANDS), len(codes))
    _bulk(
        folder, "ts007a", headers, codes, [[EVERYBODY, *row] for row in drawn.tolist()]
    )


def _small_areas(folder: Path) -> Iterator[str]:
    told = json.loads((folder / "lsoa_E47000003.geojson").read_text(encoding="utf-8"))
    for one in told["features"]:
        yield one["properties"]["LSOA21CD"]


def _bulk(
    folder: Path,
    table: str,
    headers: list[str],
    codes: list[str],
    rows: list[list[int]],
) -> None:
    out = io.StringIO(newline="")
    write = csv.writer(out)
    write.writerow(["date", "geography", "geography code", *headers])
    for code, row in zip(codes, rows, strict=True):
        write.writerow([2021, code, code, *row])
    with zipfile.ZipFile(folder / f"census2021-{table}.zip", "w") as made:
        made.writestr(f"census2021-{table}-lsoa.csv", out.getvalue())
