"""Reckon for whom there is a real choice, and compare with what is published.

./weft choice tenterdale                     this week
./weft choice tenterdale --week 2026-11-23   another, as far as its sessions are listed
./weft choice tenterdale --publish           publish it, as the job does every Monday
./weft choice tenterdale --questions         which question could open most, and to whom
./weft choice tenterdale --against FILE.zip  reckon the week of a package anew, and say
                                             which rows are not the same
./weft choice tenterdale --scheduler tcp://…:8786   in tiles, on the workers of Dask
./weft choice tenterdale --tile 500          in tiles, here, one after the other

Exit code 1 where the same week was published, or is in the package, and any digit
differs.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from weft.access.domain.choice.values import CERTAIN, POSSIBLE
from weft.access.domain.published import EDITION, Published
from weft.access.domain.tiles import one_by_one
from weft.access.exchange.package import (
    RESULTS,
    Compared,
    Differs,
    about_package,
    compared,
)
from weft.access.queries.asking import worth_asking
from weft.access.queries.everybody.reckoning import reckon
from weft.access.queries.everybody.tiles import InTiles
from weft.access.queries.lives import life
from weft.access.queries.weeks import WeekReckoned, published_weeks, reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.assets.domain.worth_asking import asked_in_words, opens_in_words
from weft.cli import on_dask
from weft.cli.days import a_day
from weft.cli.house import open_data_base
from weft.commons.disclosure import rounded_estimate
from weft.commons.errors import WronglyConfigured
from weft.commons.times import LONDON, Week

THOUSAND = 1_000
MOST = 500
SHOWN = 5
"""Rows of a table that differ, told one by one; the rest are counted."""
BY = Actor.command("choice")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("region", metavar="REGION")
    parser.add_argument(
        "--week", type=a_day, metavar="2026-11-23", help="any day of it"
    )
    parser.add_argument("--publish", action="store_true", help="publish what comes out")
    parser.add_argument(
        "--questions", action="store_true", help="only say what is worth asking"
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE.zip",
        help="a package from /choice/weeks: its week is reckoned anew and compared",
    )
    parser.add_argument(
        "--scheduler",
        metavar="tcp://…",
        help="reckon on the workers of Dask at this address (docs/running/dask.md)",
    )
    parser.add_argument(
        "--tile",
        type=int,
        metavar="AREAS",
        help=f"areas of one tile, with a scheduler usually {MOST}",
    )


def run(args: argparse.Namespace) -> int:
    """Reckon, show, compare.

    Raises
    ------
    WronglyConfigured
        The package is of another region.
    """
    open_data_base()
    week = _week(args)
    if args.questions:
        for line in questions(args.region, week):
            print(line)
        return 0
    with _tiles(args) as tiles:
        reckoned = reckon_week(args.region, week, tiles=tiles)
    for line in lines(reckoned.told, week):
        print(line)
    for name, digest in reckoned.inputs.items():
        print(f"from {name}: {digest}")
    if args.against:
        return _against(args.against, reckoned)
    if not args.publish:
        return _compare(args.region, week, reckoned)
    digest = publish_week(
        region=args.region, week=week, reckoned=reckoned, clock=_now, by=BY
    )
    print(f"published: {digest}")
    return 0


@contextmanager
def _tiles(args: argparse.Namespace) -> Iterator[InTiles | None]:
    """Say how the week is cut, and where its tiles are reckoned."""
    most = args.tile or MOST
    if args.scheduler:
        with on_dask.scheduler(args.scheduler) as client:
            yield InTiles(across=on_dask.across(client), most=most)
    else:
        yield InTiles(across=one_by_one, most=most) if args.tile else None


def _week(args: argparse.Namespace) -> Week:
    """Say which week is meant: the package's own, where there is one."""
    if args.against is None:
        return Week.of(args.week or _now().date())
    about = about_package(args.against)
    if about.region != args.region:
        raise WronglyConfigured(
            f"{args.against.name} is of {about.region}, not of {args.region}."
        )
    return about.week


def _now() -> datetime:
    return datetime.now(LONDON)


def lines(told: Published, week: Week) -> Iterator[str]:
    """Say each life's numbers on a line."""
    yield (
        f"{told.offers:,} offers in the week of {_day(week.monday)}, "
        f"ways by {told.basis}, {len(told.areas):,} areas ({told.areas_of}); "
        f"nobody knows the hours of {told.hours_unknown:,} offers"
    )
    people = told.told
    for n, slug in enumerate(told.lives):
        whole = rounded_estimate(people.people[n] / THOUSAND)
        certain, possible = (
            rounded_estimate(people.with_three[n, plane] / THOUSAND)
            for plane in (CERTAIN, POSSIBLE)
        )
        counted = (
            f"about {whole:,} people: {certain:,} have three real choices for certain, "
            f"{possible:,} possibly"
            if whole
            else "nobody knows how many people live so"
        )
        yield f"  {life(slug).title}: {counted}"


def questions(region: str, week: Week) -> Iterator[str]:
    """Say each question worth asking on a line; nothing is kept."""
    told = reckon(region, week)
    names = {one.key: one.name for one in told.around.laid.on_offer}
    asked = worth_asking(told)
    yield f"{len(asked)} questions that could open most first"
    for one in asked:
        words = asked_in_words(one.about, one.tongues)
        yield f"  {names[one.offer]}: {words} {opens_in_words(one.people)}"


def _compare(region: str, week: Week, reckoned: WeekReckoned) -> int:
    """Hold it against what was published of the same week."""
    digest = reckoned.digest
    print(f"hash: {digest}")
    before = next((one for one in published_weeks(region) if one.week == week), None)
    if before is None:
        print("This week was not published here.")
        return 0
    if before.digest == digest:
        print("The same as published, to the last digit.")
        return 0
    if before.about.get("edition", 1) != EDITION:
        print("It was published in an older form, which told less: publish it again.")
        return 1
    inputs = {**before.inputs, **reckoned.inputs}
    other = [k for k in inputs if before.inputs.get(k) != reckoned.inputs.get(k)]
    because = f": {', '.join(sorted(other))} changed since" if other else ""
    print(f"Not as published ({before.digest}){because}.")
    return 1


def _against(file: Path, reckoned: WeekReckoned) -> int:
    """Hold it against a package, table by table and row by row."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "here.zip"
        here.write_bytes(reckoned.package)
        told = tuple(compared(file, here))
    for one in told:
        print(*_told(one), sep="\n")
    if any(one.differs for one in told if one.table in RESULTS):
        print(f"Not the same as {file.name}.")
        return 1
    other = any(one.differs for one in told)
    print(
        f"The same as {file.name}, to the last digit"
        f"{', though not all that it rests on is' if other else ''}."
    )
    return 0


def _told(one: Compared) -> Iterator[str]:
    """Say of a table whether it is the same, and the first rows that are not."""
    if not one.differs:
        yield f"{one.table}: the same, {one.rows:,} rows"
        return
    yield f"{one.table}: {len(one.differs):,} differ, of {one.rows:,} rows here"
    yield from map(_row, one.differs[:SHOWN])
    if len(one.differs) > SHOWN:
        yield f"  and {len(one.differs) - SHOWN:,} more"


def _row(one: Differs) -> str:
    """Say of a row what is there and what is here."""
    key = " ".join(one.key)
    if one.here is None or one.there is None:
        return f"  {key}: only {'there' if one.here is None else 'here'}"
    columns: Sequence[str] = [
        f"{column} {one.there[column] or 'empty'} there, {value or 'empty'} here"
        for column, value in one.here.items()
    ]
    return f"  {key}: {'; '.join(columns)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
