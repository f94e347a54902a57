"""Take what visitors and neighbours said on a round, by whoever answers for it.

./weft gathered FILE --region west-yorkshire   docs/data/gathered.md says the columns
"""

import argparse
from datetime import date
from pathlib import Path

from weft.accounts.actors import Actor
from weft.assets.services.proposals import take_gathered
from weft.assets.sources.gathered import read

BY = Actor.command("gathered")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("file", type=Path, help="CSV")
    parser.add_argument("--region", required=True, help="the region, as west-yorkshire")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    told = read(args.file)
    new = take_gathered(by=BY, region=args.region, told=told, today=date.today())
    print(f"{new} of {len(told)} were new, and stand now.")
    return 0
