"""Read other people's feeds into the register, one or all of them.

./weft harvest                                   read every feed
./weft harvest calderdale                        read one
./weft harvest --list                            whose feeds are read, and how it went
./weft harvest calderdale --add https://…/v3 --region west-yorkshire
        --publisher "Calderdale Council" --licence "OGL v3"
./weft harvest calderdale --take 12              take in what was held, after all
./weft harvest calderdale --stop                 read it no more
"""

import argparse
from datetime import date, datetime

from weft.accounts.actors import Actor
from weft.assets.domain.harvests import FeedAt, FeedKind, RunState
from weft.assets.queries.harvests import FeedAbout, feeds, feeds_to_read
from weft.assets.services.harvests import (
    add_feed,
    harvest,
    leave_run,
    stop_feed,
    take_run,
)
from weft.cli.region.showing import Shown
from weft.commons.times import LONDON

BY = Actor.command("harvest")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("feed", nargs="?", help="one feed, by its name")
    parser.add_argument("--list", action="store_true", help="whose feeds are read")
    parser.add_argument(
        "--add",
        nargs="+",
        metavar="ADDRESS",
        help="have it read from now on; several addresses only of OpenActive",
    )
    parser.add_argument(
        "--kind",
        choices=[str(one) for one in FeedKind],
        default=str(FeedKind.OPEN_REFERRAL),
        help="in which standard it speaks (openreferral: UK 1.0, UK 3.0, HSDS 3)",
    )
    parser.add_argument("--region", default="", help="into which region")
    parser.add_argument("--publisher", default="", help="whose feed it is")
    parser.add_argument("--licence", default="", help="on what terms")
    parser.add_argument("--take", type=int, metavar="RUN", help="take what was held")
    parser.add_argument("--leave", type=int, metavar="RUN", help="leave what was held")
    parser.add_argument("--stop", action="store_true", help="read it no more")


def run(args: argparse.Namespace) -> int:
    """Do it; 1 where a feed was not taken."""
    if args.list:
        return _list()
    if args.add:
        return _add(args)
    if args.take is not None:
        take_run(run=args.take, by=BY, now=now())
        print(f"What reading {args.take} brought is in the register now.")
        return 0
    if args.leave is not None:
        leave_run(run=args.leave, by=BY)
        print(f"What reading {args.leave} brought is left.")
        return 0
    if args.stop and args.feed:
        stop_feed(key=args.feed, by=BY)
        print(f"{args.feed} is read no more. What it told stays, and grows old.")
        return 0
    return _harvest([args.feed] if args.feed else feeds_to_read())


def now() -> datetime:
    """Read the clock."""
    return datetime.now(LONDON)


def _harvest(keys: list[str]) -> int:
    """Read feeds, one after the other, and say what came of each."""
    if not keys:
        print("No feed is read yet. ./weft harvest --help says how one is added.")
    worst = 0
    for key in keys:
        shown = Shown()
        done = harvest(key=key, by=BY, clock=now, progress=shown)
        shown.over()
        print(f"{key}: {done.rows:,} rows, {done.state}. {done.why}".rstrip())
        if done.state is RunState.HELD:
            print(f"  take it after all: ./weft harvest {key} --take {done.run}")
        if done.state is not RunState.TAKEN:
            worst = 1
    return worst


def _add(args: argparse.Namespace) -> int:
    """Have a feed read from now on."""
    if not args.feed or not args.region:
        print("Which name shall it have, and into which region? ./weft harvest --help")
        return 2
    add_feed(
        key=args.feed,
        region=args.region,
        feed=FeedAt(kind=FeedKind(args.kind), addresses=tuple(args.add)),
        whose=(args.publisher, args.licence),
        by=BY,
        on=date.today(),
    )
    print(f"{args.feed} is read every week from now on. To read it now:")
    print(f"    ./weft harvest {args.feed}")
    return 0


def _list() -> int:
    """Say whose feeds are read, and how it went last."""
    for one in feeds():
        print(
            f"{one.key:<24}{one.publisher}{'  (read no more)' if one.stopped else ''}"
        )
        _show(one)
    return 0


def _show(one: FeedAbout) -> None:
    if one.good:
        at = f"{one.good.ended_at.astimezone(LONDON):%d %B %Y, %H:%M}"
        print(f"    good: {at}, {one.good.rows:,} rows")
        print(
            f"    {one.good.new:,} new, {one.good.changed:,} changed, "
            f"{one.good.same:,} as before, {one.good.gone:,} not in it any more, "
            f"{one.good.ended:,} ended"
        )
    if one.last and one.last.state is not RunState.TAKEN:
        print(f"    last: {one.last.state}, reading {one.last.number}. {one.last.why}")
