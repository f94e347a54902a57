"""Take in what was said in a room, and let it leave again, whole.

./weft voices take-in FILE [--instead]   a project in Weft's own file
./weft voices leave PROJECT FILE         … written again, with nothing lost
./weft voices                            which projects there are
./weft voices example --from FILE        the workshop that Weft comes from, with our
                                         draft reading; --all lists each passage and row

The example is taken in with --take-in. Its words are then seen only by those who hold
the project, unless you know that those who were there said otherwise: --sees anybody.

What those who spoke took back is in no file. With --instead a project takes the place
of one at the same address, with all that was done there since.
"""

import argparse
from datetime import date
from pathlib import Path

from weft.accounts.actors import Actor
from weft.cli.voices_example import example
from weft.commons.errors import NotPossible, WronglyConfigured
from weft.commons.files import read_bytes_safely
from weft.commons.saying import counted
from weft.commons.writing import write_whole
from weft.ground.queries import regions
from weft.voices.domain.kinds import Sees
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import ProjectTold
from weft.voices.exchange.own import as_json, from_json
from weft.voices.queries.projects import projects
from weft.voices.queries.whole import whole
from weft.voices.services import take_in

BY = Actor.command("voices")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), nargs="?", default="list")
    parser.add_argument("which", nargs="*", metavar="PROJECT or FILE")
    parser.add_argument("--region", help="its short name; else the first that is here")
    parser.add_argument(
        "--instead", action="store_true", help="in place of what is there"
    )
    parser.add_argument(
        "--from", dest="source", type=Path, metavar="FILE", help="notes, of example"
    )
    parser.add_argument("--all", action="store_true", help="example: every row")
    parser.add_argument("--take-in", action="store_true", help="example: as a project")
    parser.add_argument(
        "--sees",
        choices=[one.value for one in Sees],
        default=Sees.HOSTS.value,
        help="example: whom those who were there let read it (default: hosts)",
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    return _DEEDS[args.deed](args)


def _region(args: argparse.Namespace) -> str:
    """Say in which region.

    Raises
    ------
    NotPossible
        No region is built here.
    """
    slugs = [one.slug for one in regions() if args.region in {None, one.slug}]
    if not slugs:
        raise NotPossible("Build a region first: ./weft region build …")
    return slugs[0]


def _list(args: argparse.Namespace) -> int:
    found = projects(_region(args), reader=Reader.HOST, today=date.today())
    for one in found:
        said = counted(one.passages, "passage", "passages")
        print(
            f"{one.slug}  {one.name}  {said}, {counted(one.claims, 'claim', 'claims')}"
        )
    print(f"{counted(len(found), 'project', 'projects')}.")
    return 0


def _take_in(args: argparse.Namespace) -> int:
    if len(args.which) != 1:
        raise WronglyConfigured("Which file? ./weft voices take-in FILE")
    file = Path(args.which[0])
    told = from_json(read_bytes_safely(file), file=file.name)
    take_in(by=BY, region=_region(args), told=told, instead=args.instead)
    print(f"{told.name}: {_how_much(told)} taken in.")
    return 0


def _leave(args: argparse.Namespace) -> int:
    if len(args.which) != 2:  # noqa: PLR2004 the project, and where it goes
        raise WronglyConfigured("Which, and where to? ./weft voices leave PROJECT FILE")
    slug, file = args.which
    told = whole(_region(args), slug)
    write_whole(Path(file), as_json(told).encode())
    print(f"{told.name}: {_how_much(told)} written to {file}.")
    return 0


def _example(args: argparse.Namespace) -> int:
    region = _region(args) if args.take_in else None
    return example(args, by=BY, region=region)


def _how_much(told: ProjectTold) -> str:
    sources = [source for room in told.workshops for source in room.sources]
    said = sum(len(source.passages) for source in sources)
    return (
        f"{counted(said, 'passage', 'passages')}, "
        f"{counted(len(told.claims), 'claim', 'claims')}"
    )


_DEEDS = {"list": _list, "take-in": _take_in, "leave": _leave, "example": _example}
