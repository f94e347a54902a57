"""Give a group the link to its own page, list the links of one, switch one off.

./weft link make KEY       prints the link of a group, by its key in /groups/KEY,
                           with two messages to copy
./weft link list KEY       says which links a group has
./weft link revoke LINK    switches a link off, by its key in that list

No mail is sent: copy a message and send it yourself. The link is told only once. It
is no message of the month by itself; where they had one within it, that is said.
"""

import argparse
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.accounts.links import LinkAbout
from weft.accounts.queries import links_of
from weft.accounts.services import make_link, revoke_link
from weft.accounts.things import Thing
from weft.assets.domain.sureness.asking import REST
from weft.assets.queries.holding import group_in_hand
from weft.assets.queries.post import may_be_written_to, texts_to, wrote_last
from weft.assets.queries.young import needs_an_adult
from weft.cli.site_address import site_address
from weft.commons.errors import WronglyConfigured
from weft.commons.saying import dated, day_of

BY = Actor.command("link")
NO_GROWN_UP = (
    "Young people run this group. Note first at /steward/young by which one grown-up "
    "you can reach them; nobody else will read it."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument("deed", choices=tuple(_DEEDS), metavar="DEED", help=_HELP)
    parser.add_argument("key", help="of a group, or of a link to revoke")


def run(args: argparse.Namespace) -> int:
    """Do it.

    Raises
    ------
    WronglyConfigured
        The key is none.
    """
    try:
        key = UUID(args.key)
    except ValueError:
        raise WronglyConfigured(
            f"«{args.key}» is no key. It stands at the end of the group's address."
        ) from None
    return _DEEDS[args.deed](args, key)


def _make(args: argparse.Namespace, key: UUID) -> int:
    """Print a link, and what to write with it."""
    group_in_hand(key)  # which refuses what is not on the list
    if needs_an_adult(key):
        raise WronglyConfigured(NO_GROWN_UP)
    made = make_link(thing=Thing("asset", str(key)), by=BY)
    path = reverse("assets:in_hand", args=[made.secret])
    address = f"{site_address(args.data_dir, args.port)}{path}"
    told = texts_to(key, address=address)
    until = dated(day_of(made.link.expires_at))
    print(address)
    print(f"It works until {until}. It is told nowhere else.")
    _say_if_they_rest(key)
    print(f"\nAs a text message:\n{told.short}\n\nA little longer:\n{told.long}")
    return 0


def _say_if_they_rest(key: UUID) -> None:
    """Say where a message would be one too many."""
    _, asked_for_none = may_be_written_to(key)
    last = wrote_last(key)
    if asked_for_none:
        print("\nThey asked us not to write to them. Give it to them otherwise.")
    elif last is not None and timezone.localdate() - last < REST:
        print(f"\nThey had a message on {dated(last)}. Ring them, or wait a month.")


def _list(_args: argparse.Namespace, key: UUID) -> int:
    """Print which links there are, without what opens them."""
    found = links_of(Thing("asset", str(key)))
    for one in found:
        print(f"{one.key}  {one.role}  {_standing(one)}")
    if not found:
        print(f"None yet: ./weft link make {key}")
    return 0


def _standing(one: LinkAbout) -> str:
    """Say whether a link still opens, and when it was last used."""
    if one.revoked_at is not None:
        return f"switched off on {dated(day_of(one.revoked_at))}"
    if not one.opens_at(timezone.now()):
        return f"ended on {dated(day_of(one.expires_at))}"
    until = f"until {dated(day_of(one.expires_at))}"
    if one.last_used_at is None:
        return f"{until}, not used yet"
    return f"{until}, last used on {dated(day_of(one.last_used_at))}"


def _revoke(_args: argparse.Namespace, key: UUID) -> int:
    """Switch a link off."""
    revoke_link(key=key, by=BY)
    print("Switched off. Nobody gets in with it any more.")
    return 0


_DEEDS = {"make": _make, "list": _list, "revoke": _revoke}
_HELP = "make, list or revoke"
