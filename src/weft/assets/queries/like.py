"""What does the list say an offer is like, and what of it by its group's word?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.like import PARTS, Part, Value
from weft.assets.domain.settling import NOBODY_SAID
from weft.assets.domain.told import YES
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Fact, Offer, OtherName, OwnWord
from weft.assets.queries.facts import facts_of_offer
from weft.assets.queries.seen import is_whole
from weft.commons.errors import NotFound
from weft.ground.domain.postcode import compact, is_postcode, spaced

SOMEWHERE = (AssetKind.PLACE, AssetKind.AREA, AssetKind.LINE)
MOST_TO_CHOOSE = 12
Field = FactField | WordField


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceToChoose:
    """A place on the list at which something may be."""

    key: UUID
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeInHand:
    """What an offer is like, as its group sees it.

    Attributes
    ----------
    columns
        What stands in the columns of ``Offer``, by whomever it was told.
    facts
        What the list says; absent where nobody has said, or people do not agree.
    own_facts, own_words
        What the group said by its link.
    since
        On which day the group last spoke of a part; parts of which it has not spoken
        are absent.
    """

    key: UUID
    name: str
    place: PlaceToChoose | None
    columns: Mapping[str, Value]
    facts: Mapping[FactField, bool]
    own_facts: Mapping[FactField, bool]
    own_words: Mapping[WordField, str]
    since: Mapping[Part, date]


def like_in_hand(group: UUID, offer: UUID) -> LikeInHand:
    """Show a group what the list says of something that it offers.

    Raises
    ------
    NotFound
        When it is none of theirs, or has closed.
    """
    found = Offer.objects.select_related("place", "group")
    row = found.filter(pk=offer, group=group, closed_on=None).first()
    if row is None:
        raise NotFound("This group offers no such thing.")
    place = row.place if is_whole(row.place, Channel.SEARCH) else None
    known = facts_of_offer(row, place=place)
    asked = [one for about in PARTS.values() for one in about.facts]
    values = {one: known.get(one, NOBODY_SAID).value for one in asked}
    said = _said(row)
    columns = [one for about in PARTS.values() for one in about.columns]
    return LikeInHand(
        key=row.pk,
        name=row.name,
        place=_place(row.place),
        columns={one: cast("Value", getattr(row, one)) for one in columns},
        facts={one: value for one, value in values.items() if value is not None},
        own_facts={one: said[one][0] == YES for one in asked if one in said},
        own_words={one: said[one][0] for one in WordField if one in said},
        since=dict(_since(row, said)),
    )


def places_to_choose(region: str, words: str = "") -> QuerySet[Asset]:
    """Find the places on the list that everybody may see, by name or postcode."""
    found = Asset.objects.filter(
        region=region,
        kind__in=SOMEWHERE,
        visibility=Visibility.PUBLIC,
        closed_on=None,
    )
    short = compact(words)
    if is_postcode(short):
        found = found.filter(postcode=spaced(short))
    elif words.strip():
        named = {"name__icontains": words.strip()}
        also = OtherName.objects.filter(**named).values("asset")
        found = found.filter(Q(**named) | Q(pk__in=also))
    return found.order_by("name", "pk")


def places_found(group: UUID, words: str) -> tuple[PlaceToChoose, ...]:
    """List the first places that answer to a name or postcode, near enough to choose.

    Parameters
    ----------
    group
        In whose region.
    words
        What was typed; nothing is found for nothing.
    """
    region = Asset.objects.filter(pk=group).values_list("region", flat=True).first()
    if region is None or not words.strip():
        return ()
    return tuple(_listed(places_to_choose(region, words)[:MOST_TO_CHOOSE]))


def _listed(rows: Iterable[Asset]) -> Iterable[PlaceToChoose]:
    for row in rows:
        found = _place(row)
        if found is not None:
            yield found


def _place(row: Asset | None) -> PlaceToChoose | None:
    """Name a place where it may be named."""
    if row is None or not is_whole(row, Channel.SEARCH):
        return None
    where = ", ".join(part for part in (row.address, row.postcode) if part)
    return PlaceToChoose(key=row.pk, name=row.name, address=where)


def _said(row: Offer) -> Mapping[str, tuple[str, date | None]]:
    """Give what the group said in facts."""
    facts = Fact.objects.filter(offer=row, source=HOLDER)
    return {
        field: (value, told_on)
        for field, value, told_on in facts.values_list("field", "value", "told_on")
    }


def _since(
    row: Offer, said: Mapping[str, tuple[str, date | None]]
) -> Iterable[tuple[Part, date]]:
    """Say of each part when the group last spoke of it."""
    words = OwnWord.objects.filter(offer=row).values_list("column", "told_on")
    days: dict[str, date] = dict(words)
    days |= {field: on for field, (_, on) in said.items() if on is not None}
    for part, about in PARTS.items():
        fields: tuple[str, ...] = (*about.columns, *about.facts, *about.words)
        told = [days[one] for one in fields if one in days]
        if told:
            yield part, max(told)
