"""Read what people say to numbers about their place, and let it stand or not.

./weft replies                          what waits to be read, oldest first
./weft replies accept REPLY             it stands beside its number from now on
./weft replies decline REPLY --why "…"  it does not, or no longer
./weft replies take FILE                those gathered on paper (docs/data/replies.md)
"""

import argparse
from datetime import date
from pathlib import Path
from uuid import UUID

from weft.accounts.actors import Actor
from weft.need.queries import replies_waiting
from weft.need.services.replying import accept_reply, decline_reply, take_replies
from weft.need.sources.replies import read

BY = Actor.command("replies")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), nargs="?", default="waiting")
    parser.add_argument("which", nargs="?", default="", metavar="REPLY or FILE")
    parser.add_argument("--why", default="", help="why it is declined, in a line")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if args.deed != "waiting" and not args.which:
        print(f"Which one? ./weft replies {args.deed} …; ./weft replies lists them.")
        return 2
    return _DEEDS[args.deed](args)


def _waiting(_: argparse.Namespace) -> int:
    """Show what waits."""
    waiting = replies_waiting()
    for one in waiting:
        print(f"{one.reply}  {one.area_code}  {one.key}\n    {one.line}")
    print(f"{len(waiting)} waiting to be read.")
    return 0


def _accept(args: argparse.Namespace) -> int:
    """Let one stand."""
    accept_reply(by=BY, reply=_reply(args.which), today=date.today())
    print("It stands beside its number now.")
    return 0


def _decline(args: argparse.Namespace) -> int:
    """Keep one away."""
    decline_reply(by=BY, reply=_reply(args.which), why=args.why, today=date.today())
    print("It does not stand beside its number.")
    return 0


def _take(args: argparse.Namespace) -> int:
    """Take those of a file."""
    new = take_replies(by=BY, told=read(Path(args.which)), today=date.today())
    print(f"{new} new replies taken.")
    return 0


def _reply(typed: str) -> UUID:
    """Read which reply is meant; what is none is as unknown as one that is gone."""
    try:
        return UUID(typed)
    except ValueError:
        return UUID(int=0)


_DEEDS = {"waiting": _waiting, "accept": _accept, "decline": _decline, "take": _take}
