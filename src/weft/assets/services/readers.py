"""How does somebody hear by mail what is new near a place, and stop?

They ask, get one mail, and say yes in it; before that, and after they stop, they hear
nothing. Of whoever never said yes nothing is left after a week, and of whoever stops
nothing at all.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of, new_secret
from weft.accounts.services import record
from weft.assets.domain.post import mark_of_address, plain_address
from weft.assets.models import Reader, StoppedAddress
from weft.assets.services.post.locking import locked, unlocked
from weft.commons.errors import NotFound, NotPossible
from weft.commons.saying import day_of
from weft.jobs.services import ask_for

WAITS = timedelta(days=7)
"""So long one may say yes; then nothing is left of it."""

AGAIN = timedelta(hours=24)
MOST_IN_A_DAY = 200
"""Mails that ask «was it you?»: whoever types other people's addresses stops here."""

NO_SUCH_READER = "There is no mail to stop, or to say yes to, by this link."
VERY_MANY = "Very many people have asked today. Please try again tomorrow."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to hear of.

    ``near`` is an area or a 1 km square: never a home.
    """

    region: str
    near: str
    kind: str = ""


@transaction.atomic
def ask_to_hear(*, by: Actor, address: str, wish: Wish, now: datetime) -> None:
    """Keep that somebody wants to hear, until they have said yes in the mail they get.

    An address that asked for no mail, or was asked within the day, gets none: whoever
    types it is told the same, so that nobody learns of whom.

    Raises
    ------
    NotPossible
        That is no address, or very many asked today.
    """
    plain = plain_address(address)
    mark = mark_of_address(plain)
    if StoppedAddress.objects.filter(mark=mark).exists():
        return
    asked = Reader.objects.filter(asked_at__gt=now - AGAIN, confirmed_on=None)
    if asked.filter(mark=mark).exists():
        return
    if asked.count() >= MOST_IN_A_DAY:
        raise NotPossible(VERY_MANY)
    Reader.objects.filter(mark=mark, confirmed_on=None).delete()
    try:
        with transaction.atomic():
            row = _written(plain, mark, wish, now)
    except IntegrityError:  # asked twice at one moment
        return
    record(by=by, deed="assets.ask_to_hear", subject=f"reader {row.pk}")
    ask_for(job="assets.ask_reader", by=by, told={"reader": str(row.pk)})


def _written(plain: str, mark: str, wish: Wish, now: datetime) -> Reader:
    """Write down who asked, with the secret by which they say yes and stop."""
    secret = new_secret()
    return Reader.objects.create(
        region_id=wish.region,
        locked=locked(plain),
        mark=mark,
        near=wish.near,
        kind=wish.kind,
        asked_at=now,
        secret_hash=hash_of(secret),
        secret_locked=locked(secret),
    )


@transaction.atomic
def say_yes(*, by: Actor, secret: str, now: datetime) -> None:
    """Let whoever was asked hear from now on, in place of what they heard before.

    Raises
    ------
    NotFound
        When nobody was asked by this link, or it was too long ago.
    """
    row = _by_secret(secret)
    if row.confirmed_on is None:
        Reader.objects.filter(mark=row.mark).exclude(pk=row.pk).delete()
        row.confirmed_on, row.told_until = day_of(now), now
        row.save(update_fields=["confirmed_on", "told_until"])
        record(by=by, deed="assets.say_yes", subject=f"reader {row.pk}")


@transaction.atomic
def hear_no_more(*, by: Actor, secret: str, today: date, never: bool = False) -> None:
    """Forget somebody who heard, or was asked; nothing of them is kept.

    Parameters
    ----------
    by
        Who taps.
    secret
        Of the link that stood in their mail.
    today
        When.
    never
        They want no mail from us ever, whoever asks for it: then a mark stays.

    Raises
    ------
    NotFound
        When nobody hears by this link.
    """
    row = _by_secret(secret)
    key, mark = row.pk, row.mark
    Reader.objects.filter(mark=mark).delete()
    if never:
        StoppedAddress.objects.get_or_create(mark=mark, defaults={"stopped_on": today})
    record(by=by, deed="assets.hear_no_more", subject=f"reader {key}")


@transaction.atomic
def forget_reader(*, by: Actor, reader: UUID) -> bool:
    """Forget somebody whose mail came back.

    Returns
    -------
    bool
        Whether there was such a one.
    """
    gone, _ = Reader.objects.filter(pk=reader).delete()
    if gone:
        record(by=by, deed="assets.forget_reader", subject=f"reader {reader}")
    return bool(gone)


@transaction.atomic
def forget_who_never_said_yes(*, by: Actor, now: datetime) -> int:
    """Forget whoever was asked a week ago and has not said yes.

    Returns
    -------
    int
        How many.
    """
    gone, _ = Reader.objects.filter(
        confirmed_on=None, asked_at__lt=now - WAITS
    ).delete()
    record(
        by=by,
        deed="assets.forget_who_never_said_yes",
        subject="readers",
        details={"forgotten": gone},
    )
    return gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Somebody who hears, as a mail to them needs it."""

    reader: UUID
    to: str = field(repr=False)
    secret: str = field(repr=False)
    wish: Wish
    since: datetime


@transaction.atomic
def take_turn(
    *, by: Actor, reader: UUID, now: datetime, confirmed: bool = True
) -> Hearing | None:
    """Note that somebody is told up to a moment, before it is sent: never twice.

    Parameters
    ----------
    by, reader, now
        Who does it, to whom and when.
    confirmed
        Whether they have said yes; who has not is asked once.

    Returns
    -------
    Hearing | None
        None where they stopped meanwhile, another worker was quicker, or the address
        cannot be read under this key.
    """
    row = Reader.objects.select_for_update().filter(pk=reader).first()
    if row is None or (row.confirmed_on is not None) is not confirmed:
        return None
    since = row.told_until
    if since is not None and (since >= now or not confirmed):
        return None
    to, secret = unlocked(row.locked), unlocked(row.secret_locked)
    if to is None or secret is None:
        return None
    row.told_until = now
    row.save(update_fields=["told_until"])
    record(by=by, deed="assets.take_turn", subject=f"reader {reader}")
    wish = Wish(region=row.region_id, near=row.near, kind=row.kind)
    return Hearing(reader=row.pk, to=to, secret=secret, wish=wish, since=since or now)


@transaction.atomic
def give_turn_back(*, by: Actor, hearing: Hearing, confirmed: bool = True) -> None:
    """Undo ``take_turn``: the mail did not go."""
    Reader.objects.filter(pk=hearing.reader).update(
        told_until=hearing.since if confirmed else None
    )
    record(by=by, deed="assets.give_turn_back", subject=f"reader {hearing.reader}")


def _by_secret(secret: str) -> Reader:
    """Find a reader, and let nobody else write of them meanwhile."""
    held = Reader.objects.select_for_update().filter(secret_hash=hash_of(secret))
    row = held.first()
    if row is None:
        raise NotFound(NO_SUCH_READER)
    return row
