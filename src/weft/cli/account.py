"""Invite somebody to look after the list, say who is there, and take accounts away.

./weft account invite EMAIL --role steward          prints a link for them
./weft account invite EMAIL --role administrator    … for the first one, too
./weft account list
./weft account remove EMAIL

No mail is sent: hand the link over yourself. It opens once, within a week. Somebody who
lost their phone or their password is invited once more, and begins anew.
"""

import argparse

from django.urls import reverse

from weft.accounts.actors import Actor
from weft.accounts.queries import AccountAbout, accounts
from weft.accounts.roles import Role
from weft.accounts.services import invite, remove_account
from weft.cli.site_address import site_address
from weft.commons.errors import WronglyConfigured
from weft.commons.saying import dated, day_of

BY = Actor.command("account")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), metavar="DEED", help=_HELP)
    parser.add_argument("email", nargs="?", help="whose e-mail address")
    parser.add_argument("--role", choices=[role.value for role in Role])


def run(args: argparse.Namespace) -> int:
    """Do it.

    Raises
    ------
    WronglyConfigured
        Something is missing in the line.
    """
    if args.deed != "list" and not args.email:
        raise WronglyConfigured(f"Whose? ./weft account {args.deed} EMAIL")
    return _DEEDS[args.deed](args)


def _invite(args: argparse.Namespace) -> int:
    """Print an invitation."""
    if not args.role:
        raise WronglyConfigured(
            f"As what? ./weft account invite {args.email} --role "
            f"{' or '.join(role.value for role in Role)}"
        )
    made = invite(email=args.email, role=Role(args.role), by=BY)
    address = site_address(args.data_dir, args.port)
    print(f"{address}{reverse('account_join', args=[made.secret])}")
    until = dated(day_of(made.link.expires_at))
    print(
        f"Give them this link: it opens once, until {until}. It is told nowhere else."
    )
    return 0


def _list(_args: argparse.Namespace) -> int:
    """Print who is there."""
    found = accounts()
    for one in found:
        print(f"{one.email}  {one.role}  {_standing(one)}")
    if not found:
        print("Nobody yet: ./weft account invite EMAIL --role administrator")
    return 0


def _standing(one: AccountAbout) -> str:
    """Say whether somebody has come, and when last."""
    if one.joined_at is None:
        return f"invited on {dated(day_of(one.invited_at))}"
    if one.last_signed_in_at is None:
        return "joined, and not signed in since"
    return f"last signed in on {dated(day_of(one.last_signed_in_at))}"


def _remove(args: argparse.Namespace) -> int:
    """Take an account away."""
    remove_account(email=args.email, by=BY)
    print("Taken away. Nobody can sign in with it any more.")
    return 0


_DEEDS = {"invite": _invite, "list": _list, "remove": _remove}
_HELP = "invite, list or remove"
