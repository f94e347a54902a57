"""Which questions could open most this week, of those not answered since?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.told import YES
from weft.assets.domain.worth_asking import About, Untold, about_of
from weft.assets.models import Fact, Listing, Offer, WorthAsked
from weft.assets.queries.search.marks import said
from weft.commons.times import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAbout:
    """One question, of an offer that everybody may see.

    Attributes
    ----------
    group, group_name
        Who could be asked; None, "" where nobody here looks after it.
    people
        For about how many it could open a third choice; 0 where it only brings people
        nearer.
    more
        Other offers in the same building of which the answer tells too.
    """

    region: str
    offer: UUID
    name: str
    group: UUID | None
    group_name: str
    telephone: str
    about: About
    tongues: tuple[str, ...]
    people: int
    more: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneQuestion:
    """A question that a group may answer by its link, or has answered this week.

    ``own`` are the offers of theirs that it is about; ``answer`` is their own word.
    """

    question: QuestionAbout
    own: tuple[UUID, ...]
    answer: bool | None


def questions_now(region: str, *, today: date) -> tuple[QuestionAbout, ...]:
    """List the week's questions of a region that nobody has answered, in their order.

    What is hidden, or has left the list since, is not among them.
    """
    rows = _rows(today).filter(region=region)
    return tuple(one for one, at in _listed(rows) if _is_open(one, at, today))


def questions_about(
    region: str, offer: UUID, *, today: date
) -> tuple[QuestionAbout, ...]:
    """List the week's questions whose answer tells of one offer, in their order.

    Those are of it, or of another in its building.
    """
    rows = [
        row
        for row in _rows(today).filter(region=region)
        if offer == row.offer_key or str(offer) in row.more
    ]
    return tuple(one for one, at in _listed(rows) if _is_open(one, at, today))


def opens_now(region: str, *, today: date) -> Mapping[UUID, int]:
    """Say for about how many people each group's best answer could open a third choice.

    Returns
    -------
    Mapping
        By group; those of whom nothing is asked are not there.
    """
    found: dict[UUID, int] = {}
    for one in questions_now(region, today=today):
        if one.group is not None and one.people:
            found[one.group] = max(found.get(one.group, 0), one.people)
    return found


def question_to(group: UUID, *, today: date) -> OneQuestion | None:
    """Give the one question that a group is asked, or has answered this week."""
    mine = Listing.objects.filter(offer__group=group).values_list("offer", flat=True)
    keys = frozenset(mine)
    every = tuple(_listed(_rows(today).filter(offer_key__in=mine)))
    for one, _ in every:
        own = Fact.objects.filter(offer=one.offer, source=HOLDER, field=one.about)
        value = own.filter(told_on__gte=Week.of(today).monday).values_list("value")
        if (answer := value.first()) is not None:
            return OneQuestion(
                question=one, own=_own(one, keys), answer=answer == (YES,)
            )
    waits = (one for one, at in every if _is_open(one, at, today))
    first = next(waits, None)
    if first is None:
        return None
    return OneQuestion(question=first, own=_own(first, keys), answer=None)


def _own(one: QuestionAbout, mine: frozenset[UUID]) -> tuple[UUID, ...]:
    return tuple(key for key in (one.offer, *one.more) if key in mine)


def _rows(today: date) -> QuerySet[WorthAsked]:
    """Find the questions of this week; those of another have lapsed."""
    monday = Week.of(today).monday
    return WorthAsked.objects.filter(monday=monday).order_by("region", "place")


def _listed(rows: Iterable[WorthAsked]) -> Iterator[tuple[QuestionAbout, Listing]]:
    """Give each question with what the list says of its offer now."""
    every = list(rows)
    found = Listing.objects.filter(offer__in=[one.offer_key for one in every])
    listings = {one.offer_id: one for one in found.select_related("offer__group")}
    for row in every:
        listing = listings.get(row.offer_key)
        if listing is not None and listing.offer is not None:
            yield _about(row, listing, listing.offer), listing


def _about(row: WorthAsked, listing: Listing, offer: Offer) -> QuestionAbout:
    group = offer.group
    return QuestionAbout(
        region=row.region_id,
        offer=row.offer_key,
        name=listing.name,
        group=group.pk if group else None,
        group_name=group.name if group else "",
        telephone=offer.telephone or (group.telephone if group else ""),
        about=about_of(row.about),
        tongues=tuple(row.tongues),
        people=row.people,
        more=tuple(map(UUID, row.more)),
    )


def _is_open(one: QuestionAbout, listing: Listing, today: date) -> bool:
    """Tell whether nobody has told us since."""
    offer, until = listing.offer, listing.sure_until
    known = frozenset(fact.field for fact in said(listing.facts))
    number = offer.newcomers_per_week if offer else None
    untold = {
        FactField.ROOM: number is None and FactField.ROOM not in known,
        FactField.ONLINE: listing.online is None,
        Untold.PRICE: listing.price_pence is None,
        Untold.LANGUAGES: not listing.languages,
        Untold.STILL_ON: until is None or until < Week.of(today).monday,
    }
    return untold.get(one.about, one.about not in known)
