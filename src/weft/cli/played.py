"""What have the made-up valley's people done since its lists were made?

Each line of the recipe's ``own/deeds.csv`` is played through the same deeds as
anybody's, so that no page of a fresh valley is empty. What lists anew is done on the
Monday, as the build itself: listings are made for the weeks from then on.
"""

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import httpx

from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.campaigns import CampaignTold
from weft.assets.domain.changing import ChangeTold, Whose
from weft.assets.domain.doors import WIDTHS
from weft.assets.domain.harvests import FeedAt, FeedKind
from weft.assets.domain.keys import key_of
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.queries.harvests import feeds
from weft.assets.queries.proposals import proposals_waiting, thing_meant
from weft.assets.services import held, holding
from weft.assets.services.campaigning import publish_campaign
from weft.assets.services.changing import tell_change
from weft.assets.services.doors import give_door, show_door
from weft.assets.services.harvests import add_feed, harvest, stop_feed
from weft.assets.services.new_faces import say_new_faces
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    leave_out,
    propose_change,
)
from weft.assets.services.unlisting import unlist_who_asked
from weft.assets.sources.harvest import PURPOSE, Reader
from weft.commons.errors import NotFound
from weft.commons.files import pictures_from
from weft.commons.times import LONDON
from weft.ground.sources.fetching import Publishers
from weft.web.pages.presenters.steward import SAID

COMMAND = Actor.command("demo")
STEWARD = Actor.steward("demo")
OWN = "own_csv"
PARISHES = "hill-parishes"
THEIR_LIST = "https://hill-parishes.example/what-is-on.csv"


@dataclass(frozen=True)
class Deed:
    """One line of the recipe."""

    region: str
    folder: Path
    monday: date
    about: str
    on: date
    as_whom: str
    told: Mapping[str, str]
    words: str

    @property
    def group(self) -> UUID:
        """Give the key of the group that it is about."""
        return self.asset(self.about)

    @property
    def holder(self) -> Actor:
        """Act as who holds that group."""
        return Actor.holder("demo", of=Thing("asset", str(self.group)))

    def asset(self, number: str) -> UUID:
        """Give the key of an asset by its number."""
        return key_of(self.region, OWN, number)

    def offer(self, number: str) -> UUID:
        """Give the key of something to do by its number."""
        return key_of(self.region, OWN, number, what="offer")


def play(region: str, folder: Path, monday: date) -> int:
    """Play every line, once in a data folder, and give how many there were.

    Made anew in a later week the valley remembers: it is what its people did weeks ago.
    """
    if any(one.key == PARISHES for one in feeds()):
        return 0
    _add_the_parishes_list(region, monday)
    for nth, hour in ((1, time(2)), (2, time(4))):
        page = (folder / "feeds" / f"{PARISHES}-{nth}.csv").read_bytes()
        _read_it(page, at=datetime.combine(monday, hour, tzinfo=LONDON))
    stop_feed(key=PARISHES, by=COMMAND)  # nothing lies there: nobody shall ask for it
    with (folder / "own" / "deeds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        deed = Deed(
            region=region,
            folder=folder,
            monday=monday,
            about=row["about"],
            on=date.fromisoformat(row["on"]),
            as_whom=row["as"],
            told=json.loads(row["told"]),
            words=row["words"],
        )
        DEEDS[row["deed"]](deed)
    return len(rows)


def _add_the_parishes_list(region: str, monday: date) -> None:
    """Have a list read that three parishes keep at an address."""
    add_feed(
        key=PARISHES,
        region=region,
        feed=FeedAt(kind=FeedKind.CSV, addresses=(THEIR_LIST,)),
        whose=("Three hill parishes (made up)", "CC0"),
        by=COMMAND,
        on=monday,
    )


def _read_it(page: bytes, *, at: datetime) -> None:
    """Read it as if it lay there like this: nobody is asked."""

    def clock() -> datetime:
        return at

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=httpx.ByteStream(page))

    publishers = Publishers(
        clock=clock, purpose=PURPOSE, transport=httpx.MockTransport(answer)
    )
    harvest(key=PARISHES, by=COMMAND, clock=clock, reader=Reader(publishers))


def _confirm(deed: Deed) -> None:
    holding.confirm_group(by=deed.holder, group=deed.group, today=deed.on)


def _pause(deed: Deed) -> None:
    back_on = date.fromisoformat(deed.told["back"])
    holding.pause_group(
        by=deed.holder, group=deed.group, back_on=back_on, today=deed.monday
    )


def _full(deed: Deed) -> None:
    holding.say_room(by=deed.holder, group=deed.group, room=False, today=deed.monday)


def _faces(deed: Deed) -> None:
    number = int(deed.told["number"])
    say_new_faces(by=deed.holder, group=deed.group, number=number, today=deed.monday)


def _change(deed: Deed) -> None:
    told = ChangeTold(
        on=date.fromisoformat(deed.told["on"]),
        changed=deed.words,
        whose=Whose(deed.told["whose"]),
        said=deed.told.get("said", ""),
        was=deed.told.get("was", ""),
    )
    tell_change(
        by=deed.holder,
        group=deed.group,
        offer=deed.offer(deed.told["offer"]),
        told=told,
        today=deed.monday,
    )


def _terms(deed: Deed) -> None:
    held.set_terms(
        by=deed.holder,
        group=deed.group,
        held=deed.asset(deed.told["held"]),
        terms=deed.words,
        today=deed.monday,
    )


def _came_back(deed: Deed) -> None:
    held.note_came_back(
        by=deed.holder,
        group=deed.group,
        held=deed.asset(deed.told["held"]),
        words=deed.words,
        on=deed.on,
    )


def _door(deed: Deed) -> None:
    drawn = deed.folder / "own" / f"door-{deed.told['picture']}.png"
    small, large = pictures_from(drawn.read_bytes(), WIDTHS)
    key = give_door(
        by=deed.holder,
        group=deed.group,
        place=deed.asset(deed.told["place"]),
        pictures=(small, large),
        described=deed.words,
        today=deed.on,
    )
    if deed.told.get("shown"):
        show_door(by=STEWARD, door=key)


def _tell(deed: Deed) -> None:
    """Tell it as a stranger, and decide it where the recipe says how."""
    told = ProposalTold(
        kind=ProposalKind(deed.told["kind"]),
        thing=_thing(deed),
        words=deed.words,
        said_as=deed.as_whom,
        told={one: deed.told[one] for one in ToldField if one in deed.told},
    )
    decided = deed.told.keys() & {"accept", "decline"}
    before = _waiting() if decided else set()
    propose_change(by=Actor.somebody(), region=deed.region, told=told, today=deed.on)
    if not decided:
        return
    [new] = _waiting() - before
    if "accept" in decided:
        accept_change(by=STEWARD, proposal=new, today=deed.monday)
    else:
        why = deed.told["decline"]
        decline_change(
            by=STEWARD, proposal=new, why=why, today=deed.monday, asked=SAID.get(why)
        )


def _waiting() -> set[UUID]:
    return {one.proposal for one in proposals_waiting()}


def _thing(deed: Deed) -> UUID | None:
    """Find what is spoken of: something to do, or something that is here."""
    if not deed.about:
        return None
    offer, asset = deed.offer(deed.about), deed.asset(deed.about)
    try:
        return thing_meant(offer).key
    except NotFound:
        return thing_meant(asset).key


def _asked_not(deed: Deed) -> None:
    unlist_who_asked(by=STEWARD, thing=deed.group, today=deed.monday)


def _left_out(deed: Deed) -> None:
    name, place = deed.told["name"], deed.told["place"]
    leave_out(by=STEWARD, region=deed.region, name=name, place=place, today=deed.monday)


def _campaign(deed: Deed) -> None:
    told = CampaignTold(
        name=deed.told["name"],
        words=deed.words,
        starts_on=date.fromisoformat(deed.told["starts"]),
        ends_on=date.fromisoformat(deed.told["ends"]),
    )
    now = datetime.combine(deed.monday, time(), tzinfo=LONDON)
    publish_campaign(by=STEWARD, region=deed.region, told=told, now=now)


DEEDS: Mapping[str, Callable[[Deed], None]] = {
    "confirm": _confirm,
    "pause": _pause,
    "full": _full,
    "faces": _faces,
    "change": _change,
    "terms": _terms,
    "came back": _came_back,
    "door": _door,
    "tell": _tell,
    "asked not": _asked_not,
    "left out": _left_out,
    "campaign": _campaign,
}
