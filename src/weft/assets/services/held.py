"""What does a group do, by its own link, with what it holds: itself and its traditions?

It names it, lets it be seen or withdraws it, says on whose terms it may be told, and
notes what came back to it. All channels follow within the same transaction, and the
next load leaves it so (``listings.keeping``).
"""

from collections.abc import Collection
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.holding import (
    MAY_BE_CARRIED,
    MAY_BE_SHOWN,
    MOST_LETTERS_OF_TERMS,
    MOST_LETTERS_OF_WORDS,
    NOWHERE,
    HolderField,
    names_money,
)
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility
from weft.assets.domain.told import NO, YES
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, CameBack, Tie
from weft.assets.queries.held import disputed_among, holds
from weft.assets.services.in_hand import say_of
from weft.assets.services.listings.deriving import relist
from weft.commons.errors import NotFound, NotPossible

MOST_LETTERS_OF_A_NAME = 300
THEIRS = (
    "name",
    "visibility",
    "terms",
    "channels_allowed",
    "hidden_from_funders",
)
"""The columns that a holder's word sets; ``listings.keeping`` puts them back."""
NOT_THEIRS = "This group does not look after that."
DISPUTED = (
    "Somebody says that others hold this. Until all who were asked have answered, no "
    "more of it is shown."
)
NO_MONEY = (
    "Please say it without an amount of money. Nothing here is given a value in money."
)


@transaction.atomic
def name_held(*, by: Actor, group: UUID, held: UUID, name: str, today: date) -> None:
    """Call something that a group holds as the group calls it.

    Parameters
    ----------
    by
        Who says so.
    group
        The group whose link it is.
    held
        What it holds, or the group itself.
    name
        What it is called from now on.
    today
        When it was said.

    Raises
    ------
    NotFound, NotPossible
        When the group holds no such thing, or the name is empty or too long.
    """
    called = " ".join(name.split())
    if not 0 < len(called) <= MOST_LETTERS_OF_A_NAME:
        raise NotPossible("Write what it is called, in 300 letters or fewer.")
    row = _held(group, held, today)
    row.name = called
    _keep(row, HolderField.NAMED, called, today)
    record(by=by, deed="assets.name_held", **_about(group, held))


@transaction.atomic
def show_held(
    *, by: Actor, group: UUID, held: UUID, visibility: Visibility, today: date
) -> None:
    """Let something that a group holds be seen so far, and no further.

    Parameters
    ----------
    by, group, held, today
        As for ``name_held``.
    visibility
        Everybody, known to exist, those whom the group let in, or nobody.

    Raises
    ------
    NotFound, NotPossible
        When the group holds no such thing, a person is meant, or somebody says that
        others hold it and not all of them have answered.
    """
    if visibility not in MAY_BE_SHOWN:
        raise NotPossible(NOT_AN_ANSWER)
    row = _held(group, held, today)
    if visibility is Visibility.PUBLIC and disputed_among([row.pk]):
        raise NotPossible(DISPUTED)
    row.visibility = visibility
    _keep(row, HolderField.SHOWN, visibility, today)
    record(by=by, deed="assets.show_held", **_about(group, held, to=visibility))


@transaction.atomic
def set_terms(*, by: Actor, group: UUID, held: UUID, terms: str, today: date) -> None:
    """Say on whose terms something may be told, used or asked for; "" for none.

    Parameters
    ----------
    by, group, held, today
        As for ``name_held``.
    terms
        In the holder's own words; they go with the thing wherever it is shown.
    """
    words = terms.strip()
    if len(words) > MOST_LETTERS_OF_TERMS:
        raise NotPossible(f"Keep it to {MOST_LETTERS_OF_TERMS} letters or fewer.")
    row = _held(group, held, today)
    row.terms = words
    _keep(row, HolderField.TERMS, words, today)
    record(by=by, deed="assets.set_terms", **_about(group, held))


@transaction.atomic
def allow_channels(
    *,
    by: Actor,
    group: UUID,
    held: UUID,
    channels: Collection[Channel],
    today: date,
) -> None:
    """Say by which ways something without an address may be told; by no other.

    Parameters
    ----------
    by, group, held, today
        As for ``name_held``.
    channels
        Those of ``MAY_BE_CARRIED`` that its holder says yes to; ways they are not asked
        about stay as they are.

    Raises
    ------
    NotFound, NotPossible
        When the group holds no such thing, it has an address, or a way is not asked
        about.
    """
    row = _held(group, held, today)
    if row.kind not in INTANGIBLE or not set(channels) <= set(MAY_BE_CARRIED):
        raise NotPossible(NOT_AN_ANSWER)
    kept = [one for one in row.channels_allowed if one not in MAY_BE_CARRIED]
    said = [str(one) for one in MAY_BE_CARRIED if one in channels]
    row.channels_allowed = [*kept, *said]
    words = ";".join(row.channels_allowed) or NOWHERE
    _keep(row, HolderField.CHANNELS, words, today)
    record(by=by, deed="assets.allow_channels", **_about(group, held))


@transaction.atomic
def name_to_funders(*, by: Actor, group: UUID, named: bool, today: date) -> None:
    """Say if a group's name may stand where funders read; it is else only counted.

    Parameters
    ----------
    by, group, today
        As for ``name_held``.
    named
        Whether it may.
    """
    row = _held(group, group, today)
    row.hidden_from_funders = not named
    _keep(row, HolderField.FUNDERS, YES if named else NO, today)
    record(by=by, deed="assets.name_to_funders", **_about(group, group))


@transaction.atomic
def note_came_back(*, by: Actor, group: UUID, held: UUID, words: str, on: date) -> int:
    """Note what came back to a group for something it holds.

    Parameters
    ----------
    by, group, held
        As for ``name_held``.
    words
        What came back; never an amount of money.
    on
        When it came.

    Returns
    -------
    int
        Its number, which forgets it.
    """
    said = words.strip()
    if not 0 < len(said) <= MOST_LETTERS_OF_WORDS:
        raise NotPossible("Write what came back, in 300 letters or fewer.")
    if names_money(said):
        raise NotPossible(NO_MONEY)
    row, holder = _held(group, held, on), Asset.objects.get(pk=group)
    made = CameBack.objects.create(
        asset=row, words=said, came_on=on, told_by=holder.name[:200]
    )
    record(by=by, deed="assets.note_came_back", **_about(group, held))
    return made.pk


@transaction.atomic
def forget_came_back(*, by: Actor, group: UUID, number: int, today: date) -> None:
    """Forget something that was noted as having come back.

    Raises
    ------
    NotFound
        When nothing of that number came back to this group.
    """
    row = CameBack.objects.filter(pk=number).first()
    if row is None:
        raise NotFound("Nothing like that is noted.")
    _held(group, row.asset_id, today)
    row.delete()
    about = _about(group, row.asset_id)
    record(by=by, deed="assets.forget_came_back", **about)


def _held(group: UUID, held: UUID, today: date) -> Asset:
    """Find what a group holds, and let nobody else write of it meanwhile."""
    if held != group and held not in holds(group, today=today):
        raise NotFound(NOT_THEIRS)
    row = Asset.objects.select_for_update().filter(pk=held, closed_on=None).first()
    if row is None or (row.kind == AssetKind.PERSON and held != group):
        raise NotFound(NOT_THEIRS)
    return row


def _keep(row: Asset, field: HolderField, value: str, today: date) -> None:
    """Keep the holder's word, and let every channel say what is so now."""
    row.save(update_fields=THEIRS)
    say_of(row, field, value, today)
    beside = Tie.objects.filter(to=row).values_list("asset_id", flat=True)
    relist(row.region_id, assets=[row.pk, *beside], today=today)


class _About(TypedDict):
    """What the record says: which, never what."""

    subject: str
    details: dict[str, str | int | bool | None]


def _about(group: UUID, held: UUID, **more: str) -> _About:
    return {"subject": f"asset {group}", "details": {"held": str(held), **more}}
