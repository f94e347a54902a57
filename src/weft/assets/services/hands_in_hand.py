"""In whose hands is a group, with whom does it work, of what is it a part?

Each is a claim with its teller and its day, beside what others told, and outlives a
load: what a holder says has a source of its own (``listings.keeping`` puts the rest
back). Whoever is named may be a group on the list, or words.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.holding import HOLDER, NOTHING, HolderField
from weft.assets.domain.kinds import (
    OF_NO_PERSON,
    SAID_OF_ITSELF,
    AssetKind,
    TieKind,
)
from weft.assets.models import Asset, Tie
from weft.assets.queries.named import group_meant
from weft.assets.services.in_hand import InHand, in_hand, say_of
from weft.assets.services.listings.deriving import relist
from weft.commons.errors import NotFound, NotPossible

MOST_LETTERS = 120
MOST_LETTERS_OF_OWNED = 80
MOST = 24
"""So many words on one group are a page; more are a mistake."""
SAY_WHO = f"Write who it is, in {MOST_LETTERS} letters or fewer."


@transaction.atomic
def say_hands(*, by: Actor, group: UUID, kind: TieKind, who: str, today: date) -> None:
    """Say who decides about a group, pays for it, owns it, or works with it.

    Parameters
    ----------
    by
        Who says so.
    group
        The group whose link it is.
    kind
        One of ``SAID_OF_ITSELF``.
    who
        A name or words, or the address of a page. A name that one group on the list
        has leads to it; all else stays in words.
    today
        When it was said.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, nothing or too much is said, it was said before, or
        it cannot be said of it.
    """
    held, said = in_hand(group), " ".join(who.split())
    _refuse(held, kind, said)
    meant = group_meant(held.group.region_id, said)
    if meant is not None and meant.pk == group and kind is TieKind.WORKS_WITH:
        raise NotPossible("That is your own group.")
    told = {
        "asset": held.group,
        "kind": kind,
        "to": meant,
        "to_name": "" if meant else said,
        "source": HOLDER,
    }
    if Tie.objects.filter(**told).exists():
        raise NotPossible("You have said that already.")
    Tie.objects.create(**told, told_by=held.told_by, told_on=today)
    _tell_anew(held.group, [meant] if meant else [], today)
    record(
        by=by,
        deed="assets.say_hands",
        subject=f"asset {group}",
        details={"kind": kind},
    )


@transaction.atomic
def take_hands_back(*, by: Actor, group: UUID, number: int, today: date) -> None:
    """Take one of those words back; what others told stays.

    Raises
    ------
    NotFound
        When the group said no such thing by its link.
    """
    held = in_hand(group)
    row = Tie.objects.filter(pk=number, asset=held.group, source=HOLDER).first()
    if row is None or row.kind not in SAID_OF_ITSELF:
        raise NotFound("You have said no such thing.")
    other = row.to
    row.delete()
    _tell_anew(held.group, [other] if other else [], today)
    record(by=by, deed="assets.take_hands_back", subject=f"asset {group}")


@transaction.atomic
def say_owned(*, by: Actor, group: UUID, words: str, today: date) -> None:
    """Say how a group is owned, in its own words; "" takes them back.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, the words are too long, or it is a person.
    """
    held, said = in_hand(group), " ".join(words.split())
    if len(said) > MOST_LETTERS_OF_OWNED or held.group.kind == AssetKind.PERSON:
        raise NotPossible(f"Keep it to {MOST_LETTERS_OF_OWNED} letters or fewer.")
    held.group.ownership_form = said
    held.group.save(update_fields=["ownership_form"])
    say_of(held.group, HolderField.OWNED, said, today, told_by=held.told_by)
    _tell_anew(held.group, [], today)
    record(by=by, deed="assets.say_owned", subject=f"asset {group}")


@transaction.atomic
def say_part_of(*, by: Actor, group: UUID, whole: str, today: date) -> None:
    """Say of which group a group is a part; "" for none, whatever others tell.

    Parameters
    ----------
    by, group, today
        As for ``say_hands``.
    whole
        Its whole name, or the address of its page.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, the words name none on the list, or it is itself a
        part of this one.
    """
    held = in_hand(group)
    meant = group_meant(held.group.region_id, whole) if whole.strip() else None
    if whole.strip() and meant is None:
        raise NotPossible(
            "We find no one group of that name. Copy the address of its page instead."
        )
    if meant is not None and group in _above(meant):
        raise NotPossible("That is your own group, or a part of it.")
    before, held.group.part_of = held.group.part_of, meant
    held.group.save(update_fields=["part_of"])
    said = str(meant.pk) if meant else NOTHING
    say_of(held.group, HolderField.PART_OF, said, today, told_by=held.told_by)
    _tell_anew(held.group, [one for one in (before, meant) if one], today)
    record(by=by, deed="assets.say_part_of", subject=f"asset {group}")


def _refuse(held: InHand, kind: TieKind, said: str) -> None:
    """Refuse what cannot be said of a group."""
    is_person = held.group.kind == AssetKind.PERSON
    if kind not in SAID_OF_ITSELF or (is_person and kind in OF_NO_PERSON):
        raise NotPossible(NOT_AN_ANSWER)
    if not 0 < len(said) <= MOST_LETTERS:
        raise NotPossible(SAY_WHO)
    if Tie.objects.filter(asset=held.group, source=HOLDER).count() >= MOST:
        raise NotPossible("You have said a great deal. Take something away first.")


def _above(one: Asset) -> set[UUID]:
    """Find it, and all that it is part of."""
    found: set[UUID] = set()
    whole: Asset | None = one
    while whole is not None and whole.pk not in found:
        found.add(whole.pk)
        whole = whole.part_of
    return found


def _tell_anew(group: Asset, others: Collection[Asset], today: date) -> None:
    assets = [group.pk, *(one.pk for one in others)]
    relist(group.region_id, assets=assets, today=today)
