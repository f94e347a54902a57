"""What is done with projects by typing?"""

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.urls import reverse

from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.cli.house import open_data_base
from weft.cli.site_address import site_address
from weft.cli.voices.example import example
from weft.cli.voices.putting_in import put_in, the_workshop
from weft.cli.voices.votes import take_files, write_files
from weft.commons.errors import NotPossible, WronglyConfigured
from weft.commons.files import read_bytes_safely
from weft.commons.saying import counted, dated, day_of
from weft.commons.writing import write_whole
from weft.ground.queries import regions
from weft.standards import qdpx
from weft.voices.domain.keys import key_of
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import ProjectTold
from weft.voices.exchange.leaving import written
from weft.voices.exchange.own import from_json
from weft.voices.exchange.qdpx_coming import from_qdpx
from weft.voices.queries.projects import projects
from weft.voices.queries.whole import project_row, whole
from weft.voices.services import take_in

BY = Actor.command("voices")
SLUG = re.compile(r"[a-z0-9-]{1,60}")


def _region(args: argparse.Namespace) -> str:
    """Say in which region.

    Raises
    ------
    NotPossible
        No region is built here.
    """
    open_data_base()
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
    told = _told(file)
    take_in(by=BY, region=_region(args), told=told, instead=args.instead)
    print(f"{told.name}: {_how_much(told)} taken in.")
    return 0


def _begin(args: argparse.Namespace) -> int:
    if len(args.which) != 2 or not SLUG.fullmatch(args.which[0]):  # noqa: PLR2004 address and name
        raise WronglyConfigured(
            'How is it called? ./weft voices begin kettle-evenings "Kettle evenings"'
        )
    slug, name = args.which
    take_in(by=BY, region=_region(args), told=ProjectTold(slug=slug, name=name))
    print(f"{name} is there. Give its link to those who hold it:")
    return _link(args)


def _link(args: argparse.Namespace) -> int:
    if not args.which:
        raise WronglyConfigured("Which project? ./weft voices link PROJECT")
    region, slug = _region(args), args.which[0]
    project_row(region, slug)  # there must be one
    made = make_link(thing=Thing("project", key_of(region, slug)), by=BY)
    address = site_address(args.data_dir, args.port)
    print(f"{address}{reverse('voices:in_hand', args=[made.secret])}")
    print(
        f"It opens until {dated(day_of(made.link.expires_at))}, and is told only once."
    )
    return 0


def _told(file: Path) -> ProjectTold:
    """Read a project, ours or another program's; how well it fits is said."""
    if file.suffix.lower() != ".qdpx":
        return from_json(read_bytes_safely(file), file=file.name)
    found = qdpx.read(file)
    fit = found.fit
    print(
        f"Positions read as {fit.dialect}: {fit.at_edges} of {fit.ends} beginnings and "
        "ends stand outside of words."
    )
    for what, times in found.unread.items():
        print(f"Not read: {times} × {what}.")
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:60]
    return from_qdpx(found.project, slug=slug or "project")


def _leave(args: argparse.Namespace) -> int:
    if len(args.which) != 2:  # noqa: PLR2004 the project, and where it goes
        raise WronglyConfigured("Which, and where to? ./weft voices leave PROJECT FILE")
    slug, file = args.which
    told = whole(_region(args), slug)
    form = Path(file).suffix.removeprefix(".").lower()
    write_whole(Path(file), written(told, form)[0])
    print(f"{told.name}: {_how_much(told)} written to {file}.")
    return 0


def _put_in(args: argparse.Namespace) -> int:
    if len(args.which) < 2:  # noqa: PLR2004 the project, and a file at least
        raise WronglyConfigured("What, and where to? ./weft voices put-in PROJECT FILE")
    slug, *files = args.which
    key = key_of(_region(args), slug)
    workshop = the_workshop(key, args.workshop or "")
    for file in map(Path, files):
        print(put_in(file, args, key=key, workshop=workshop))
    return 0


def _take_votes(args: argparse.Namespace) -> int:
    if len(args.which) < 3:  # noqa: PLR2004 the project, the round, a file
        raise WronglyConfigured(
            "Which? ./weft voices take-votes PROJECT ROUND votes.csv [comments.csv]"
        )
    slug, ref, *files = args.which
    print(take_files(_region(args), slug, ref, [Path(one) for one in files], by=BY))
    return 0


def _leave_votes(args: argparse.Namespace) -> int:
    if len(args.which) != 3:  # noqa: PLR2004 the project, the round, the folder
        raise WronglyConfigured(
            "Which, and where to? ./weft voices leave-votes PROJECT ROUND FOLDER"
        )
    slug, ref, folder = args.which
    print(write_files(_region(args), slug, ref, Path(folder)))
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


DEEDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "begin": _begin,
    "link": _link,
    "take-in": _take_in,
    "leave": _leave,
    "put-in": _put_in,
    "take-votes": _take_votes,
    "leave-votes": _leave_votes,
    "example": _example,
}
