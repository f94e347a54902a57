"""How is a group taken in hand: found, spoken of, and told anew?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Asset, Fact, Offer
from weft.assets.services.listings.deriving import relist
from weft.assets.services.things import of
from weft.commons.errors import NotFound

NO_SUCH_GROUP = "There is no such group to say something of."


@dataclass(frozen=True, slots=True)
class InHand:
    """A group, and what it offers."""

    group: Asset
    offers: Sequence[Offer]

    @property
    def all(self) -> tuple[Asset | Offer, ...]:
        """Give all that a word on the group is also about."""
        return (self.group, *self.offers)

    @property
    def told_by(self) -> str:
        """Say who tells; somebody who connects people is named nowhere."""
        is_person = self.group.kind == AssetKind.PERSON
        return "" if is_person else self.group.name[:200]


def in_hand(key: UUID) -> InHand:
    """Find a group and its offers, and let nobody else write of it meanwhile."""
    group = Asset.objects.select_for_update().filter(pk=key, closed_on=None).first()
    if group is None:
        raise NotFound(NO_SUCH_GROUP)
    offers = Offer.objects.filter(group=group, closed_on=None).order_by("pk")
    return InHand(group, tuple(offers))


def offer_of(held: InHand, key: UUID) -> Offer:
    """Find an offer among those of the group, and among no others.

    Raises
    ------
    NotFound
        When it is none of theirs.
    """
    found = next((row for row in held.offers if row.pk == key), None)
    if found is None:
        raise NotFound("This group offers no such thing.")
    return found


def say_of(
    row: Asset | Offer, field: str, value: str, today: date, *, told_by: str = ""
) -> None:
    """Keep the holder's newest word on one thing, in place of their last."""
    Fact.objects.filter(**of(row), source=HOLDER, field=field).delete()
    if value:
        Fact.objects.create(
            **of(row),
            source=HOLDER,
            field=field,
            value=value,
            told_by=told_by,
            told_on=today,
        )


def tell_anew(held: InHand, today: date) -> None:
    """Let finder, pages and feeds say what is so now."""
    relist(held.group.region_id, assets=[held.group.pk], today=today)
