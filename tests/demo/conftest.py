"""The made-up valley, written once for all tests of this folder."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from shapely.geometry import shape

from demo import recipe

MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Valley:
    """The files of the valley, read plainly: no importer has touched them."""

    root: Path
    files: tuple[Path, ...]
    said: tuple[str, ...]

    def csv(self, name, *, encoding="utf-8-sig"):
        text = (self.root / name).read_bytes().decode(encoding)
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def member(self, name, member, *, encoding="utf-8"):
        with zipfile.ZipFile(self.root / name) as archive:
            text = archive.read(member).decode(encoding)
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def json(self, name):
        return json.loads((self.root / name).read_text(encoding="utf-8"))

    def shapes(self, pattern, code):
        (path,) = self.root.glob(f"boundaries/{pattern}")
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return {f["properties"][code]: shape(f["geometry"]) for f in features}

    def gtfs(self, table):
        return self.member("transport/itm_tenterdale_gtfs.zip", f"{table}.txt")


def written(folder, *, week=MONDAY, seed=1):
    said = []
    files = recipe.write(folder, week=week, seed=seed, progress=said.append)
    paths = tuple(file.path for file in files)
    return Valley(root=folder, files=paths, said=tuple(said))


@pytest.fixture(scope="session")
def valley(tmp_path_factory):
    return written(tmp_path_factory.mktemp("valley"))


@pytest.fixture(scope="session")
def same_again(tmp_path_factory):
    return written(tmp_path_factory.mktemp("same"))


@pytest.fixture(scope="session")
def four_weeks_on(tmp_path_factory):
    return written(tmp_path_factory.mktemp("later"), week=date(2026, 12, 21))


@pytest.fixture(scope="session")
def another_seed(tmp_path_factory):
    return written(tmp_path_factory.mktemp("seed"), seed=2)
