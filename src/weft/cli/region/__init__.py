"""Build a region from open data, fetch its files, and say what it is made of.

./weft region build west-yorkshire --from DIR    from files already there
./weft region fetch west-yorkshire --into DIR    from their publishers
./weft region check west-yorkshire --from DIR    read everything, change nothing
./weft region report west-yorkshire --json       what came of every row
./weft region list
"""

import argparse
import json
from datetime import date
from pathlib import Path

from django.db import OperationalError

from weft.accounts.actors import Actor
from weft.assets.queries import in_whose_hands
from weft.cli.days import a_day
from weft.cli.region.building import Built, build
from weft.cli.region.finding import find_files
from weft.cli.region.reading import read_region
from weft.cli.region.showing import (
    Shown,
    show_built,
    show_files,
    show_missing,
    show_read,
    show_report,
)
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.ground import queries
from weft.ground.domain.region_file import (
    RegionFile,
    file_of,
    known_regions,
    read_region_file,
)

__all__ = ["Built", "add_arguments", "build", "run"]

REGIONS = Path(__file__).parents[4] / "regions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), metavar="DEED", help=_HELP)
    parser.add_argument("name", nargs="?", help="the region, as west-yorkshire")
    parser.add_argument("--from", dest="source", type=Path, metavar="DIR")
    parser.add_argument("--into", type=Path, metavar="DIR", help="where fetch saves")
    parser.add_argument("--only", action="append", metavar="SOURCE", default=[])
    parser.add_argument(
        "--contact", default="", help="how publishers can reach you: an e-mail or page"
    )
    parser.add_argument("--again", action="store_true", help="even if nothing changed")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    parser.add_argument("--week", type=a_day, metavar="2026-11-23")
    parser.add_argument("--regions", type=Path, default=REGIONS, metavar="DIR")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if args.deed != "list" and not args.name:
        print(f"Which region? There are: {', '.join(known_regions(args.regions))}")
        return 2
    if args.deed in {"build", "check"} and not args.source:
        print(f"Where are the files? ./weft region {args.deed} {args.name} --from DIR")
        return 2
    try:
        return _DEEDS[args.deed](args)
    except OperationalError as problem:
        if "locked" not in str(problem):
            raise
        raise NotPossible(
            "Somebody else is writing to this data folder, perhaps another build. "
            "Nothing has been changed; run the same command again when it is over."
        ) from problem


def _build(args: argparse.Namespace) -> int:
    """Build a region."""
    shown = Shown()
    built = build(
        region_file=file_of(args.name, args.regions),
        folder=args.source,
        week=_week(args),
        by=Actor.command("region build"),
        again=args.again,
        progress=shown,
    )
    shown.over()
    show_built(built, None if built.already else queries.report(built.region.slug))
    return 0


def _check(args: argparse.Namespace) -> int:
    """Read everything and change nothing."""
    region = read_region_file(file_of(args.name, args.regions))
    found = find_files(region, args.source)
    show_files(region, found)
    shown = Shown()
    read = read_region(region, found, week=_week(args), progress=shown)
    shown.over()
    print()
    show_read(read.tallies)
    show_missing(found.missing)
    print(f"\n{region.name} could be built from these files.")
    return 0


def _report(args: argparse.Namespace) -> int:
    """Say what a region was built from."""
    report, hands = queries.report(args.name), in_whose_hands(args.name)
    if args.json:
        told = {
            **queries.report_as_json(report),
            "who_decides": {"things": hands.things, "told": hands.decided},
        }
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        show_report(report)
        print(f"who decides: told of {hands.decided:,} of {hands.things:,} things")
    return 0


def _list(args: argparse.Namespace) -> int:
    """List the regions that can be built, and those that are."""
    built = {one.slug: one for one in queries.regions()}
    known = {
        slug: read_region_file(file_of(slug, args.regions))
        for slug in known_regions(args.regions)
    }
    every: dict[str, RegionFile | queries.RegionAbout] = {**known, **built}
    for slug, region in sorted(every.items()):
        one = built.get(slug)
        state = (
            f"built {one.built_at:%d %B %Y}" if one and one.built_at else "not built"
        )
        kind = "made up" if region.made_up else "real"
        print(f"{slug:<24}{region.name:<24}{kind:<10}{state}")
    return 0


def _fetch(args: argparse.Namespace) -> int:
    """Fetch a region's files from their publishers."""
    # The network client is woken by this deed alone.
    from weft.cli.region.fetching import fetch_region  # noqa: PLC0415 only fetching needs a network client

    region = read_region_file(file_of(args.name, args.regions))
    into = args.into or args.data_dir / "source" / region.slug
    only = tuple(args.only)
    return fetch_region(region, into=into, only=only, contact=args.contact)


def _week(args: argparse.Namespace) -> Week:
    """Take the week that was asked for, or this one."""
    return Week.of(args.week or date.today())


_DEEDS = {
    "build": _build,
    "check": _check,
    "fetch": _fetch,
    "list": _list,
    "report": _report,
}
_HELP = ", ".join(_DEEDS)
