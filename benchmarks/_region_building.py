"""How long does one build take, and how much memory, in a process of its own?"""

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
WEEK = "2026-11-23"


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What one build took, and what it counted."""

    seconds: float
    locked: float
    megabytes: float
    counts: dict[str, int]

    @property
    def read(self) -> int:
        """Say how many features of the map were read."""
        return self.counts["osm_features"]

    def show(self, name: str) -> None:
        """Print its line."""
        print(
            f"{name:<26}{self.seconds:>9.1f}{self.locked:>14.1f}"
            f"{self.megabytes:>9,.0f}{self.read:>11,}",
            flush=True,
        )


def built(data: Path, folder: Path, *, again: bool = False) -> Build:
    """Build West Yorkshire from a folder of files into a data folder."""
    folder.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "WEFT_DATA_DIR": str(folder),
        "WEFT_DATABASE_URL": "",
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "weft.config.settings",
    }
    python = [sys.executable, "-m"]
    if not again:
        migrate = [*python, "django", "migrate", "-v0"]
        subprocess.run(migrate, env=environment, check=True)  # noqa: S603 our own command
    where = ["--data-dir", str(folder)]
    region = [*python, "weft", "region"]
    began = time.monotonic()
    words, megabytes = _watched(
        [*region, "build", "west-yorkshire", "--from", str(data), "--week", WEEK]
        + (["--again"] if again else [])
        + where,
        environment,
    )
    seconds = time.monotonic() - began
    told = subprocess.run(  # noqa: S603 our own command
        [*region, "report", "west-yorkshire", "--json", *where],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    locked = re.search(r"could write for ([\d.]+) s", words)
    return Build(
        seconds=seconds,
        locked=float(locked[1]) if locked else 0.0,
        megabytes=megabytes,
        counts=_counts(json.loads(told.stdout)),
    )


def _watched(command: list[str], environment: dict[str, str]) -> tuple[str, float]:
    """Run a command; give its words and the most memory it ever held, in MB."""
    process = subprocess.Popen(  # noqa: S603 our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None  # noqa: S101 it was asked for
    words = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise SystemExit(f"the build failed: {' '.join(command)}\n{words}")
    return words, used.ru_maxrss / 1024


def _counts(report: dict[str, object]) -> dict[str, int]:
    """Take from a report the counts that the peer makes too."""
    files = {file["source"]: file for file in report["files"]}
    osm = files.get("osm_geojson", {}).get("left_out_because", {})
    joins = {
        f"{key} joins": int(files[key]["joins"][vintage].split()[0])
        for key, vintage in (
            ("iod_2025_reduced", "LSOA 2021"),
            ("iod_2019_reduced", "LSOA 2011"),
            ("loneliness", "LSOA 2021"),
        )
        if key in files
    }
    return {
        **report["areas"],
        **joins,
        "postcodes": report["postcodes"],
        "osm_features": report["osm_features"],
        "osm_repeats": sum(n for why, n in osm.items() if "twice" in why),
    }
