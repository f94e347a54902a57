"""How is the month's audit drawn and worked through?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.audit import Finding, Side, drawn
from weft.assets.domain.post import MessageStanding, month_of
from weft.assets.domain.sureness import Event
from weft.assets.models import (
    Asset,
    Audit,
    AuditEntry,
    FactEvent,
    Listing,
    Message,
    Offer,
)
from weft.assets.services.hearing import note_heard, say_who_answers
from weft.assets.services.in_hand import in_hand
from weft.assets.services.post.once_a_month import give_the_month_back, take_the_month
from weft.commons.errors import NotFound, NotPossible

NO_SUCH_ENTRY = "There is no such entry to look at."
SEEN_TO = "Somebody has looked at this before."
NOT_LOOKED_AT = "Nobody has looked at this yet."
WRONG_IN_WHAT = "Choose what is wrong."
NOBODY_TO_RING = "Nobody looks after this, so nobody was rung."


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What somebody found: whether it is right, in what not, and if they rang.

    ``rang`` says that they asked whoever looks after it, which is the one message that
    group gets in the month.
    """

    finding: Finding
    wrong_in: tuple[Side, ...] = ()
    rang: bool = False

    def checked(self) -> "Found":
        """Give it if it makes sense.

        Raises
        ------
        NotPossible
            When it is wrong in nothing.
        """
        if self.finding is Finding.WRONG and not self.wrong_in:
            raise NotPossible(WRONG_IN_WHAT)
        return self


@transaction.atomic
def draw_audit(*, by: Actor, region: str, today: date, seed: str) -> int:
    """Draw the entries of a month, once; asked again in it, nothing changes.

    Parameters
    ----------
    by
        Who does it.
    region
        Its slug.
    today
        A day of the month.
    seed
        Chance, handed in; it is kept beside the draw.

    Returns
    -------
    int
        How many were drawn now.
    """
    month = month_of(today)
    if Audit.objects.filter(region=region, month=month).exists():
        return 0
    keys = _listed(region)
    every = "\n".join(sorted(keys))
    audit, is_new = Audit.objects.get_or_create(
        region_id=region,
        month=month,
        defaults={
            "seed": seed,
            "drawn_on": today,
            "out_of": len(keys),
            "mark": sha256(every.encode()).hexdigest(),
        },
    )
    if not is_new or not keys:
        return 0
    chosen = drawn(keys, seed)
    AuditEntry.objects.bulk_create(
        AuditEntry(audit=audit, number=number, thing=UUID(key), is_offer=keys[key])
        for number, key in enumerate(chosen, start=1)
    )
    record(
        by=by,
        deed="assets.draw_audit",
        subject=f"region {region}",
        details={"month": month.isoformat(), "drawn": len(chosen), "of": len(keys)},
    )
    return len(chosen)


def _listed(region: str) -> dict[str, bool]:
    """List the key of every entry that a search can find; is it an offer?"""
    rows = Listing.objects.filter(region=region).values_list("asset", "offer")
    return {str(offer or asset): offer is not None for asset, offer in rows}


@transaction.atomic
def note_finding(*, by: Actor, entry: int, found: Found, today: date) -> None:
    """Take in what somebody found about an entry.

    Parameters
    ----------
    by
        Who looked.
    entry
        The number of the entry's row.
    found
        What they found.
    today
        When.

    Raises
    ------
    NotFound, NotPossible
        When there is no such entry, somebody has looked before, it is wrong in nothing,
        or they were rung who rest this month.
    """
    told = found.checked()
    row = _entry(entry)
    if row.finding:
        raise NotPossible(SEEN_TO)
    if told.rang:
        row.message = _rung(row, today)
    row.finding, row.looked_on = told.finding, today
    row.wrong_in = sorted(told.wrong_in) if told.finding is Finding.WRONG else []
    row.save()
    thing = _thing(row)
    if thing is not None:
        for event, side in _heard(told):
            note_heard(thing, event, today, side.aspect if side else None)
    record(
        by=by,
        deed="assets.note_finding",
        subject=f"audit {row.audit_id}",
        details={"number": row.number, "rang": told.rang},
    )


@transaction.atomic
def take_finding_back(*, by: Actor, entry: int) -> None:
    """Undo ``note_finding``, and what was heard by it.

    Raises
    ------
    NotFound, NotPossible
        When there is no such entry, or nobody has looked at it.
    """
    row = _entry(entry)
    if not row.finding:
        raise NotPossible(NOT_LOOKED_AT)
    _unheard(row)
    if row.message is not None:
        call = Message.objects.filter(pk=row.message).first()
        if call is not None:
            give_the_month_back(call, in_hand(call.group_id))
            call.delete()
    row.finding, row.wrong_in, row.looked_on, row.message = "", [], None, None
    row.save()
    record(
        by=by,
        deed="assets.take_finding_back",
        subject=f"audit {row.audit_id}",
        details={"number": row.number},
    )


def _entry(key: int) -> AuditEntry:
    """Find an entry, and let nobody else look at it meanwhile."""
    row = AuditEntry.objects.select_for_update().filter(pk=key).first()
    if row is None:
        raise NotFound(NO_SUCH_ENTRY)
    return row


def _thing(row: AuditEntry) -> Asset | Offer | None:
    """Find what was drawn, if it is still there."""
    table = Offer if row.is_offer else Asset
    found: Asset | Offer | None = table._default_manager.filter(pk=row.thing).first()  # noqa: SLF001 Django's own name for it
    return found


def _rung(row: AuditEntry, today: date) -> UUID:
    """Let a call be the message of the month of whoever looks after the thing."""
    thing = _thing(row)
    holder = keeper_to_ring(thing) if thing is not None else None
    if holder is None:
        raise NotPossible(NOBODY_TO_RING)
    held = in_hand(holder)
    call = Message(group=held.group)
    take_the_month(call, held, standing=MessageStanding.RUNG, today=today)
    return call.pk


def keeper_to_ring(thing: Asset | Offer) -> UUID | None:
    """Say whose month a call about a thing takes: its group's, else its place's."""
    if isinstance(thing, Asset):
        return thing.pk
    return thing.group_id or thing.place_id


def _heard(told: Found) -> Collection[tuple[Event, Side | None]]:
    """Say what we have heard by it; of whom nobody reached, nothing."""
    if told.finding is Finding.RIGHT:
        return [(Event.CHECKED, None)]
    if told.finding is Finding.WRONG:
        return [(Event.SAID_WRONG, side) for side in told.wrong_in]
    return []


def _unheard(row: AuditEntry) -> None:
    """Forget what was heard by a finding."""
    finding = Finding(row.finding)
    sides = tuple(Side(one) for one in row.wrong_in)
    about = Q(offer=row.thing) if row.is_offer else Q(asset=row.thing)
    for event, side in _heard(Found(finding=finding, wrong_in=sides)):
        told = Q(
            event=event, heard_on=row.looked_on, aspect=side.aspect if side else ""
        )
        last = FactEvent.objects.filter(about & told).last()
        if last is not None:
            last.delete()
    thing = _thing(row)
    if thing is not None:
        say_who_answers(thing)
