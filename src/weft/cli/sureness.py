"""Measure how fast facts change, and say whom to ask this week.

./weft sureness fit --from DIR      on the library lists of two years; writes the paces
./weft sureness check --from DIR    the written paces on other lists; changes nothing
./weft sureness ask --most 20       the groups to write to this week; sends nothing
"""

import argparse
from datetime import date
from pathlib import Path

from weft.assets.domain.sureness import fitting, measured
from weft.assets.domain.sureness.aspects import IN_WORDS
from weft.assets.domain.sureness.fitting import Judged
from weft.assets.queries import groups_to_ask
from weft.assets.sources.library_change import Change, followed
from weft.cli.days import a_day
from weft.cli.house import open_data_base
from weft.commons.saying import dated
from weft.ground import queries as ground


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), metavar="DEED", help=_HELP)
    parser.add_argument(
        "--most", type=int, default=20, help="so many messages at most (default: 20)"
    )
    parser.add_argument(
        "--day", type=a_day, metavar="2026-11-23", help="default: today"
    )
    parser.add_argument("--from", dest="source", type=Path, metavar="DIR")
    parser.add_argument(
        "--into",
        type=Path,
        default=measured.FILE,
        metavar="FILE",
        help="what fit writes",
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if args.deed != "ask" and args.source is None:
        print(f"Where are the lists? ./weft sureness {args.deed} --from DIR")
        return 2
    return _DEEDS[args.deed](args)


def _fit(args: argparse.Namespace) -> int:
    """Fit the paces, try them on authorities left out, and write both."""
    change = followed(args.source)
    told = fitting.foretold(change.things)
    found = measured.Measured(
        first=change.first,
        second=change.second,
        things=len(change.things),
        authorities=change.authorities,
        fitted=fitting.fit(change.things),
        all=fitting.judged(told),
        alike=fitting.judged(fitting.said_alike(told)).brier,
        by_aspect=fitting.judged_by_aspect(told),
    )
    command = f"./weft sureness fit --from …/{args.source.resolve().name}"
    args.into.write_text(measured.written(found, command=command), encoding="utf-8")
    _show(change)
    _show_judged(found.all, found.by_aspect)
    print(f"a rule that knows only the age: Brier {found.alike:.4f}")
    print(f"written: {args.into.name}")
    return 0


def _check(args: argparse.Namespace) -> int:
    """Try the written paces on other lists."""
    change = followed(args.source)
    told = fitting.foretold_by(measured.last_measured().fitted, change.things)
    _show(change)
    _show_judged(fitting.judged(told), fitting.judged_by_aspect(told))
    return 0


def _ask(args: argparse.Namespace) -> int:
    """Say whom to ask this week, in each region that is built."""
    open_data_base()
    on = args.day or date.today()
    for region in ground.regions():
        chosen = groups_to_ask(region.slug, on, most=args.most)
        print(f"{region.name}: {len(chosen)} of at most {args.most} messages")
        for one in chosen:
            last = one.last_written_to
            before = (
                f"last written to on {dated(last)}" if last else "not written to yet"
            )
            print(f"  {one.gain:>6.2f}  {one.name[:60]}  ({before})")
    print("The number is how many facts more we expect to be right in three months.")
    return 0


def _show(change: Change) -> None:
    """Say what was followed, and what was not."""
    print(
        f"{len(change.things):,} libraries of {change.authorities} authorities "
        f"followed from {change.first} to {change.second}; "
        f"{change.not_found:,} not found again by that name"
    )


def _show_judged(every: Judged, by_aspect: measured.ByAspect) -> None:
    """Say how good the foretelling was, aspect by aspect."""
    print(f"{'':<42}{'facts':>7}{'said':>8}{'came':>8}{'Brier':>9}{'error':>8}")
    for name, one in [
        *((IN_WORDS[aspect], one) for aspect, one in by_aspect.items()),
        ("all", every),
    ]:
        print(
            f"{name:<42}{one.facts:>7,}{one.said:>8.3f}{one.came:>8.3f}"
            f"{one.brier:>9.4f}{one.error:>8.4f}"
        )


_DEEDS = {"ask": _ask, "check": _check, "fit": _fit}
_HELP = ", ".join(_DEEDS)
