"""Build Tenterdale, a made-up valley, through the true importers, and serve it.

The first start writes the valley's files for this week and builds the region from
them; a start in a later week makes it anew. Everything is kept in the data folder.
"""

import argparse
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from weft import __version__
from weft.accounts.actors import Actor
from weft.cli import compiling
from weft.cli.days import a_day
from weft.cli.house import open_data_base, refuse_what_cannot_be_served, serve
from weft.cli.line import ROOT
from weft.commons.times import Week

SEED = 1
SLUG = "tenterdale"
MARK = "demo.json"
RECIPE = ROOT / "demo"
REGION = ROOT / "regions" / f"{SLUG}.toml"
REPLIES = "own/replies.csv"
GATHERED = "own/gathered.csv"
VOICES = "own/voices.json"
VOTES = "own/votes.csv"


class Recipe(Protocol):
    """What we need of ``demo.recipe``, which stands outside the package."""

    def write(
        self, into: Path, *, week: date, seed: int, progress: Callable[[str], None]
    ) -> list[object]:
        """Write every file of the valley."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "--no-serve", action="store_true", help="build it, and do not serve it"
    )
    parser.add_argument(
        "--week",
        type=a_day,
        metavar="2026-11-23",
        help="any day of the week that every date runs from (default: this week)",
    )
    parser.add_argument(
        "--again", action="store_true", help="build it even if nothing has changed"
    )


def run(args: argparse.Namespace) -> int:
    """Make the valley if it is not there for this week, then serve it."""
    if not args.no_serve:
        # said now, and not after a valley was made
        refuse_what_cannot_be_served(args.data_dir, port=args.port)
    week = Week.of(args.week or date.today())
    wanted = _mark_of(week)
    mark = args.data_dir / MARK
    if args.again or not mark.exists() or mark.read_text() != wanted:
        mark.unlink(missing_ok=True)
        beside = compiling.begin()
        _make(args.data_dir, week, again=args.again)
        mark.write_text(wanted)
        if beside is not None and args.no_serve:
            beside.wait()  # whoever serves it next is not kept waiting
    else:
        print(f"Tenterdale is there, for the week of {week.monday:%-d %B %Y}.")
    return 0 if args.no_serve else serve(args.data_dir, port=args.port)


def _make(folder: Path, week: Week, *, again: bool) -> None:
    """Write the valley's files, and build the region from them like any other."""
    from weft.assets.services.proposals import take_gathered  # noqa: PLC0415 a second start need not read it
    from weft.assets.sources.gathered import read as read_gathered  # noqa: PLC0415 nor this
    from weft.cli.played import play  # noqa: PLC0415 nor this
    from weft.cli.region import build  # noqa: PLC0415 nor this one
    from weft.cli.region.showing import Shown  # noqa: PLC0415 nor this one
    from weft.ground.queries import refuse_mixing  # noqa: PLC0415 nor this one
    from weft.need.services.replying import take_replies  # noqa: PLC0415 nor this one
    from weft.need.sources.replies import read as read_replies  # noqa: PLC0415 nor this

    began = time.monotonic()
    print(f"Making Tenterdale for the week of {week.monday:%-d %B %Y}", flush=True)
    open_data_base()
    # before anything is written: a real region's files may lie in this folder
    refuse_mixing(slug=SLUG, made_up=True)
    source = folder / "source" / SLUG
    shutil.rmtree(source, ignore_errors=True)
    sys.path.insert(0, str(ROOT))
    recipe = cast("Recipe", import_module("demo.recipe"))
    written = recipe.write(source, week=week.monday, seed=SEED, progress=_say)
    _say(f"{len(written)} files written in {time.monotonic() - began:.1f} s")
    shown = Shown()
    built = build(
        region_file=REGION,
        folder=source,
        week=week,
        by=Actor.command("demo"),
        again=again,
        progress=shown,
    )
    shown.over()
    said = read_replies(source / REPLIES)
    take_replies(by=Actor.command("demo"), told=said, today=week.monday)
    heard = read_gathered(source / GATHERED)
    take_gathered(by=Actor.command("demo"), region=SLUG, told=heard, today=week.monday)
    _take_voices(source / VOICES, source / VOTES)
    since = time.monotonic()
    if many := play(SLUG, source, week.monday):
        _say(f"{many} things that its people did: {time.monotonic() - since:.1f} s")
    if built.missing:
        _say(f"without {', '.join(entry.key for entry in built.missing)}")
    print(f"Tenterdale is made: {time.monotonic() - began:.1f} s", flush=True)


def _take_voices(file: Path, votes: Path) -> None:
    """Take in what was said in the valley's rooms; its dates run from this week."""
    from weft.cli.voices.votes import take_files  # noqa: PLC0415 a second start need not read it
    from weft.voices.exchange.own import from_json  # noqa: PLC0415 a second start need not read it
    from weft.voices.services import take_in  # noqa: PLC0415 nor this

    told = from_json(file.read_bytes(), file=file.name)
    by = Actor.command("demo")
    take_in(by=by, region=SLUG, told=told, instead=True)
    for one in told.rounds:
        take_files(SLUG, told.slug, one.ref, [votes], by=by)


def _say(words: str) -> None:
    print(f"  {words}", flush=True)


def _mark_of(week: Week) -> str:
    """Say what the valley was made from: the week, this version and the recipe."""
    recipe = hashlib.sha256()
    for file in sorted((*RECIPE.rglob("*.*"), REGION)):
        if file.is_file() and file.suffix != ".pyc":
            recipe.update(file.read_bytes())
    told = {
        "week": week.monday.isoformat(),
        "seed": SEED,
        "weft": __version__,
        "recipe": recipe.hexdigest(),
    }
    return json.dumps(told)
