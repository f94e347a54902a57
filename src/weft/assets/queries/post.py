"""Who was asked in a week, why, what went, and what came back?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.messages import Messages, messages
from weft.assets.domain.post import MessageStanding
from weft.assets.domain.sureness import Event
from weft.assets.models import (
    AskingRound,
    Asset,
    Fact,
    FactEvent,
    Mailbox,
    Message,
    Offer,
    StoppedAddress,
)
from weft.assets.queries.holding import NO_SUCH_GROUP, listed_since
from weft.commons.errors import NotFound

_ANSWERS = (Event.CONFIRMED, Event.TOLD_ANEW)
NO_SUCH_MESSAGE = "There is no such message."


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAbout:
    """One message of a week.

    Attributes
    ----------
    gain
        How many facts more it would set right in three months; None for an audit call.
    has_address
        Whether we know an e-mail address of theirs at which somebody is.
    came_back
        Whether the one we had is nobody's.
    answered_on
        When they said something by their link after it went.
    """

    message: UUID
    group: UUID
    name: str
    telephone: str
    gain: float | None
    standing: MessageStanding
    went_on: date | None
    said: str
    has_address: bool
    came_back: bool
    answered_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAbout:
    """The week's choice of one region, the largest gain first."""

    region: str
    monday: date
    chosen_on: date
    most: int
    messages: tuple[MessageAbout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostStanding:
    """How many groups can be written to, and how many asked us not to."""

    addresses: int
    nobody_there: int
    asked_for_none: int
    stopped: int


def latest_round(region: str) -> RoundAbout | None:
    """Tell the newest week of a region; None where none was chosen yet."""
    newest = AskingRound.objects.filter(region=region).order_by("-monday").first()
    if newest is None:
        return None
    rows = list(
        Message.objects.filter(round=newest)
        .select_related("group")
        .order_by("-gain", "pk")
    )
    return RoundAbout(
        region=region,
        monday=newest.monday,
        chosen_on=newest.chosen_on,
        most=newest.most,
        messages=tuple(_abouts(rows)),
    )


def post_standing() -> PostStanding:
    """Count, for whoever looks after the round; no address is told."""
    boxes = Mailbox.objects.all()
    asked = Fact.objects.filter(source=HOLDER, field=HolderField.NO_MAIL)
    return PostStanding(
        addresses=boxes.filter(came_back_on=None).count(),
        nobody_there=boxes.exclude(came_back_on=None).count(),
        asked_for_none=asked.count(),
        stopped=StoppedAddress.objects.count(),
    )


def texts_for(message: UUID, *, address: str) -> Messages:
    """Write the two texts of a message, for somebody to send themselves.

    Parameters
    ----------
    message
        Its key.
    address
        Of the group's page behind its fresh link.

    Raises
    ------
    NotFound
        When there is none.
    """
    row = Message.objects.select_related("group").filter(pk=message).first()
    if row is None:
        raise NotFound(NO_SUCH_MESSAGE)
    return texts_of(row.group, address=address)


def texts_to(group: UUID, *, address: str) -> Messages:
    """Write the two texts to a group, as ``texts_for`` does.

    Raises
    ------
    NotFound
        When there is no such group.
    """
    row = Asset.objects.filter(pk=group).first()
    if row is None:
        raise NotFound(NO_SUCH_GROUP)
    return texts_of(row, address=address)


def texts_of(group: Asset, *, address: str) -> Messages:
    """Write to a group who listed it, since when, and from a list of when."""
    return messages(
        name=group.name,
        address=address,
        listed_by=group.told_by,
        listed_on=listed_since(group.pk),
        told_on=group.told_on,
    )


def group_of(message: UUID) -> UUID:
    """Say to which group a message is.

    Raises
    ------
    NotFound
        When there is none.
    """
    group = Message.objects.filter(pk=message).values_list("group", flat=True).first()
    if group is None:
        raise NotFound(NO_SUCH_MESSAGE)
    return group


def message_numbered(number: UUID) -> bool:
    """Tell whether a mail with this number went to a group."""
    return Message.objects.filter(pk=number).exists()


def may_be_written_to(group: UUID) -> tuple[bool, bool]:
    """Say whether we keep an address of a group, and whether it asked for no mail."""
    asked = Fact.objects.filter(asset=group, source=HOLDER, field=HolderField.NO_MAIL)
    return Mailbox.objects.filter(group=group).exists(), asked.exists()


def wrote_last(group: UUID) -> date | None:
    """Say when a group had its last message, by mail, by hand or by a call."""
    went = Message.objects.filter(group=group, month__isnull=False)
    newest: date | None = went.aggregate(newest=Max("went_on"))["newest"]
    return newest


def _abouts(rows: Sequence[Message]) -> Iterable[MessageAbout]:
    """Tell messages, each with what came back."""
    groups = [row.group_id for row in rows]
    boxes = {box.group_id: box for box in Mailbox.objects.filter(group__in=groups)}
    answers = _answers(groups)
    for row in rows:
        box = boxes.get(row.group_id)
        on = [
            day
            for day in answers.get(row.group_id, ())
            if row.went_on is not None and day >= row.went_on
        ]
        yield MessageAbout(
            message=row.pk,
            group=row.group_id,
            name=row.group.name,
            telephone=row.group.telephone,
            gain=row.gain,
            standing=MessageStanding(row.standing),
            went_on=row.went_on,
            said=row.said,
            has_address=box is not None and box.came_back_on is None,
            came_back=box is not None and box.came_back_on is not None,
            answered_on=min(on, default=None),
        )


def _answers(groups: Sequence[UUID]) -> Mapping[UUID, list[date]]:
    """List the days on which groups said something of themselves, by their link."""
    offers = dict(Offer.objects.filter(group__in=groups).values_list("pk", "group"))
    about = Q(asset__in=groups) | Q(offer__in=list(offers))
    found: dict[UUID, list[date]] = {}
    heard = FactEvent.objects.filter(about, event__in=_ANSWERS)
    said = Fact.objects.filter(about, source=HOLDER, told_on__isnull=False)
    for asset, offer, day in (
        *heard.values_list("asset", "offer", "heard_on"),
        *said.values_list("asset", "offer", "told_on"),
    ):
        group = asset or offers[offer]
        if day is not None:
            found.setdefault(group, []).append(day)
    return found
