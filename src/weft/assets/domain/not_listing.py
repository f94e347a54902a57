"""Who asked not to be listed, and is something a source tells of theirs?

Only marks of names and places are kept (``domain.proposals.mark_of``). A mark of a name
without a place stands for that name wherever it is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.proposals import PLACES, mark_of
from weft.assets.domain.told import AssetTold, OfferTold, Told

ASKED_NOT = "they asked not to be listed"
NOWHERE = frozenset({""})


def is_marked(
    names: Iterable[str], where: Iterable[str], marks: frozenset[str]
) -> bool:
    """Tell whether one of some names asked not to be listed, there or anywhere.

    Parameters
    ----------
    names
        What it is called, and what whoever gives it is called.
    where
        Names and postcodes of where it is; "" is always among them.
    marks
        Of those who asked.
    """
    places = NOWHERE.union(where)
    return any(mark_of(name, place) in marks for name in names for place in places)


def where_to_mark(
    kind: AssetKind | None, *, postcode: str, places: Iterable[str]
) -> frozenset[str]:
    """Say at which places a name is marked that asked not to be listed.

    As narrow as can be told: two villages may each have a «Coffee Morning». A group
    that is nowhere in particular is meant wherever it is told; a place or a thing to do
    of which nobody knows where it is has no mark: it is known by its teller's number.

    Parameters
    ----------
    kind
        Of an asset; None of something to do.
    postcode, places
        Its own, and the names and postcodes of where its things are done.

    Examples
    --------
    >>> sorted(where_to_mark(AssetKind.GROUP, postcode="", places=["Mill Hall"]))
    ['Mill Hall']
    >>> where_to_mark(AssetKind.GROUP, postcode="", places=[]) == {""}
    True
    >>> where_to_mark(AssetKind.PLACE, postcode="", places=[]) == set()
    True
    """
    known = frozenset(one for one in (postcode, *places) if one)
    if known or kind is None or kind in PLACES:
        return known
    return NOWHERE


@dataclass(slots=True)
class LeftOut:
    """What of a source's telling is left out, by references; one thing counts once."""

    assets: set[str] = field(default_factory=set)
    offers: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        """Count them."""
        return len(self.assets) + len(self.offers)


def who_asked(
    assets: Iterable[AssetTold], offers: Sequence[OfferTold], marks: frozenset[str]
) -> LeftOut:
    """Say which of these asked not to be listed, and what they give.

    Parameters
    ----------
    assets
        Walked through twice. A source may tell a million places: only those are kept
        that an offer names.
    offers
        What is done by them, or in them.
    marks
        Of those who asked.
    """
    left_out = LeftOut()
    wanted = {ref for one in offers for ref in (one.group, one.place) if ref}
    named = {one.reference: one for one in assets if one.reference in wanted}
    at = _where_groups_are(offers, named)
    for asset in assets:
        where = at.get(asset.reference, NOWHERE) | {asset.postcode}
        if is_marked({asset.name}, where, marks):
            left_out.assets.add(asset.reference)
    for offer in offers:
        if offer.group in left_out.assets or _asked(offer, named, marks):
            left_out.offers.add(offer.reference)
    return left_out


def without_who_asked(told: Told, marks: frozenset[str]) -> tuple[Told, LeftOut]:
    """Give what a source tells without those who asked, and say who they were.

    What they give, and what they ask a hand for, goes with them.
    """
    if not marks:
        return told, LeftOut()
    offers = list(told.offers)
    asked = who_asked(told.assets, offers, marks)
    kept = replace(
        told,
        assets=_Without(told.assets, asked.assets),
        offers=[one for one in offers if one.reference not in asked.offers],
        chances=[one for one in told.chances if one.group not in asked.assets],
    )
    return kept, asked


@dataclass(frozen=True, slots=True)
class _Without:
    """Assets without some, as often as they are walked through."""

    assets: Iterable[AssetTold]
    left_out: set[str]

    def __iter__(self) -> Iterator[AssetTold]:
        return (one for one in self.assets if one.reference not in self.left_out)


def _where_groups_are(
    offers: Iterable[OfferTold], named: Mapping[str, AssetTold]
) -> Mapping[str, frozenset[str]]:
    """Say of each group where it gives something."""
    found: dict[str, frozenset[str]] = {}
    for one in offers:
        if one.group:
            place = _at(named.get(one.place))
            found[one.group] = found.get(one.group, NOWHERE) | place
    return found


def _at(place: AssetTold | None) -> frozenset[str]:
    return frozenset({place.name, place.postcode}) if place else NOWHERE


def _asked(
    offer: OfferTold, named: Mapping[str, AssetTold], marks: frozenset[str]
) -> bool:
    """Tell whether an offer asked, or whoever gives it, where it is."""
    group = named.get(offer.group)
    names = {offer.name} | ({group.name} if group else set())
    return is_marked(names, _at(named.get(offer.place)), marks)
