"""What does somebody at a terminal see of a build?"""

import sys
import time
from collections.abc import Iterable
from typing import TextIO

from weft.cli.region.building import Built
from weft.cli.region.finding import FilesFound
from weft.commons.provenance import Tally
from weft.ground.domain.region_file import RegionFile, SourceEntry
from weft.ground.queries import RegionReport

EVERY_SECONDS = 0.2
WIDTH = 78


class Shown:
    """Progress in a terminal: one line that changes, or a line for each new step."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._step = ""
        self._began = time.monotonic()
        self._last = 0.0

    def __call__(self, done: int, total: int, saying: str) -> None:
        """Show how far the work is."""
        step = saying.split(":", maxsplit=1)[0]
        at = time.monotonic()
        if self._live and (step != self._step or at - self._last > EVERY_SECONDS):
            far = f"{done} of {total}  " if total else ""
            self._stream.write(f"\r{f'{far}{saying}'[:WIDTH]:<{WIDTH}}")
        elif not self._live and step != self._step and not step.startswith("looking"):
            self._stream.write(f"{at - self._began:6.1f} s  {step}\n")
        self._step, self._last = step, at
        self._stream.flush()

    def over(self) -> None:
        """Clear the line that changed."""
        if self._live:
            self._stream.write(f"\r{'':<{WIDTH}}\r")


def show_built(built: Built, report: RegionReport | None) -> None:
    """Say what came of a build."""
    name = built.region.name
    if built.already or report is None:
        print(f"{name} was built from these very files for this week; nothing to do.")
        print("To build it all the same: --again")
        return
    show_report(report)
    show_missing(built.missing)
    print(
        f"\n{name} is built: {built.seconds:.1f} s, of which nobody else could write "
        f"for {built.locked_seconds:.1f} s."
    )


def show_report(report: RegionReport) -> None:
    """Show what a region was built from, one line for each source."""
    built = (
        f"{report.region.built_at:%d %B %Y, %H:%M}" if report.region.built_at else ""
    )
    print(f"{report.region.name}, built {built}")
    print(f"\n{'source':<26}{'rows':>10}{'used':>10}{'left out':>10}{'unclear':>9}")
    for one in report.datasets:
        print(
            f"{one.source[:25]:<26}{one.rows_read:>10,}{one.used:>10,}"
            f"{sum(one.left_out.values()):>10,}{sum(one.not_understood.values()):>9,}"
        )
        for reason, rows in (*one.left_out.items(), *one.not_understood.items()):
            print(f"    {rows:>8,}  {reason}")
        for to, hits in one.joins.items():
            print(f"    {hits}: {to}")
    areas = ", ".join(f"{vintage} {count:,}" for vintage, count in report.areas.items())
    print(f"\nareas: {areas}")
    print(
        f"postcodes: {report.postcodes:,} ({report.postcodes_live:,} live), "
        f"names: {report.names:,}, map features: {report.osm_features:,}"
    )


def show_missing(missing: Iterable[SourceEntry]) -> None:
    """Say which files are not there, and where they come from."""
    told = list(missing)
    if told:
        print(f"\nNot there, and done without ({len(told)}):")
    for entry in told:
        page = entry.getting.page or entry.getting.address
        print(f"    {entry.key}: {', '.join(entry.files)}{f'  {page}' if page else ''}")


def show_files(region: RegionFile, found: FilesFound) -> None:
    """Show which files of each source are there."""
    for entry in region.sources:
        paths = found.files[entry.key]
        size = sum(path.stat().st_size for path in paths) / 1e6
        told = (
            f"{len(paths):>4} files {size:>9,.1f} MB" if paths else "        not there"
        )
        print(f"{entry.key:<28}{told}")


def show_read(tallies: dict[str, Tally]) -> None:
    """Show what came of reading each source, without building."""
    for key, tally in tallies.items():
        unclear = sum(tally.not_understood.values())
        print(f"{key:<28}{tally.rows_read:>10,} rows, {tally.used:,} used", end="")
        print(f", {unclear:,} not understood" if unclear else "")
        for example in tally.examples:
            print(f"    {example}")
