"""Try whether mail goes out, take in addresses of groups, hear what came back.

./weft mail try ADDRESS          sends one mail to see that it arrives
./weft mail addresses FILE       a CSV with the columns key and email: where groups
                                 let themselves be written to
./weft mail came-back < MAIL     reads what a mail server sent back (RFC 3464), for
                                 a mail server that hands it on

Nothing is sent unless WEFT_MAIL_SERVER is set: docs/running/mail.md. No address is
printed.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.assets.domain.post import Letter, Verdict, plain_address, verdict_of
from weft.assets.queries.post import message_numbered
from weft.assets.services.post import give_address, hear_it_came_back
from weft.assets.services.post.carrying import carry
from weft.assets.services.readers import forget_reader
from weft.commons.errors import NotPossible, WronglyConfigured
from weft.standards.returned_mail import read_returned

BY = Actor.command("mail")
REFUSED = 550  # as it would have been told to us directly
COLUMNS = frozenset({"key", "email"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), metavar="DEED", help=_HELP)
    parser.add_argument("what", nargs="?", metavar="ADDRESS or FILE")


def run(args: argparse.Namespace) -> int:
    """Do it.

    Raises
    ------
    WronglyConfigured
        Something is missing in the line, or no mail server is named.
    """
    if args.deed != "came-back" and not args.what:
        raise WronglyConfigured(f"Which? ./weft mail {args.deed} …")
    return _DEEDS[args.deed](args)


def _try(args: argparse.Namespace) -> int:
    """Send one mail, and say what the server said."""
    if not settings.MAIL_ON:
        raise WronglyConfigured(
            "No mail server is named, so nothing is sent: docs/running/mail.md"
        )
    letter = Letter(
        to=plain_address(args.what),
        subject="A trial from Weft",
        body="If you can read this, mail goes out.\n",
        number=uuid4().hex,
        stop=f"{settings.MAIL_LINKS}/stop/a-trial",
    )
    verdict, said = carry(letter)
    if verdict is Verdict.TAKEN:
        print("The mail server took it. Now see that it arrived.")
        return 0
    print(f"Not taken: {verdict} ({said})")
    return 1


def _addresses(args: argparse.Namespace) -> int:
    """Take in where groups let themselves be written to."""
    file = Path(args.what)
    if not file.is_file():
        raise WronglyConfigured(f"There is no file {file}.")
    counts: Counter[str] = Counter()
    with file.open(newline="", encoding="utf-8-sig") as told:
        rows = csv.DictReader(told)
        if not set(rows.fieldnames or ()) >= COLUMNS:
            raise WronglyConfigured("The file needs the columns key and email.")
        for line, row in enumerate(rows, start=2):
            problem = _taken_in(row)
            counts["left out" if problem else "taken in"] += 1
            if problem:
                print(f"line {line}: {problem}")
    print(f"{counts['taken in']} taken in, {counts['left out']} left out.")
    return 0


def _taken_in(row: dict[str, str]) -> str:
    """Take one address in; say what stands in the way."""
    try:
        key = UUID((row["key"] or "").strip())
    except ValueError:
        return "no key of a group, as it stands in /groups/KEY"
    today = timezone.localdate()
    try:
        give_address(by=BY, group=key, address=row["email"] or "", today=today)
    except NotPossible as problem:
        return str(problem)
    return ""


def _came_back(_args: argparse.Namespace) -> int:
    """Hear of one mail that came back."""
    returned = read_returned(sys.stdin.buffer.read())
    if not returned.is_final:
        print("It is still being tried.")
        return 0
    if verdict_of(REFUSED, returned.status) is not Verdict.NO_SUCH_ADDRESS:
        print(f"It did not arrive, and not for want of an address: {returned.status}")
        return 0
    if not _heard(returned.number):
        print("That is about no mail of ours.")
        return 0
    print("Heard: nobody is at that address.")
    return 0


def _heard(number: str) -> bool:
    """Hear of whichever mail of ours bears a number."""
    try:
        key = UUID(hex=number)
    except ValueError:
        return False
    if message_numbered(key):
        hear_it_came_back(by=BY, message=key, today=timezone.localdate())
        return True
    return forget_reader(by=BY, reader=key)


_DEEDS = {"try": _try, "addresses": _addresses, "came-back": _came_back}
_HELP = ", ".join(_DEEDS)
