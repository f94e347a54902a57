"""Who works with whom in a region, as far as it may be told?

What a search may not find is no knot here, and what is kept from funders neither: who
works with whom is what a funder looks for first. Those are counted, where they are many
enough. What is told by several lists is one knot.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind
from weft.assets.domain.ties import Joining, Reach, joinings, reach_of
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import Asset, Offer, Tie
from weft.assets.queries.about import Brief
from weft.assets.queries.linking.doubles import fronts_of
from weft.assets.queries.seen import brief_of, held, is_whole, may_be_seen
from weft.commons import disclosure

OFFERS_AT = "offers_at"
"""A group has something on at a place: told by its offers, not by a tie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """Somebody or something that is tied to others."""

    brief: Brief
    kind: AssetKind
    area: str  # LSOA 2021; "" where nobody has said

    @property
    def is_group(self) -> bool:
        """Tell whether it is a group of people."""
        return self.kind is AssetKind.GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """Two that are tied: ``how`` is what the second is to the first.

    Values of ``TieKind``, and ``OFFERS_AT``.
    """

    one: Knot
    other: Knot
    how: tuple[str, ...]
    reach: Reach
    told_by: str = ""
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """What one knot holds together."""

    knot: Knot
    groups: tuple[Knot, ...]
    only_link_of: tuple[Knot, ...]
    would_part: int  # into how many parts with groups; 0: nothing comes apart


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesAbout:
    """All ties of a region, what each knot holds together, and what is not known.

    Attributes
    ----------
    loose
        Groups of which no tie is known.
    in_words
        Ties to somebody who is named in words and stands on no list of ours.
    disputed
        Ties that people do not agree on; they are not counted among the ties.
    kept
        Groups that are kept from funders, and so stand nowhere here.
    """

    ties: tuple[Tied, ...]
    joins: tuple[Joins, ...]
    loose: tuple[Knot, ...]
    in_words: int
    disputed: int
    kept: int | disclosure.Hidden


def ties_of(region: str, *, today: date) -> TiesAbout:
    """Say who works with whom in a region.

    Parameters
    ----------
    region
        Its slug.
    today
        A tie that has ended by then is none.
    """
    knots, kept = _knots(region)
    fronts = fronts_of(region)
    told = _Told(knots, fronts)
    told.take(_by_ties(region, today))
    told.take(_by_offers(region))
    found = told.tied()
    joined = joinings(
        {str(key): knot.is_group for key, knot in knots.items()},
        ((str(one.one.brief.id), str(one.other.brief.id)) for one in found),
    )
    tied = {knot.brief.id for one in found for knot in (one.one, one.other)}
    behind = set(fronts)
    return TiesAbout(
        ties=found,
        joins=_joins(knots, joined),
        loose=tuple(
            knot
            for key, knot in knots.items()
            if knot.is_group and key not in tied and key not in behind
        ),
        in_words=_in_words(region, knots),
        disputed=_disputed(region, knots),
        kept=disclosure.shown(kept),
    )


def _knots(region: str) -> tuple[dict[UUID, Knot], int]:
    """Find what may be told of, and count the groups that are kept from funders."""
    rows = Asset.objects.filter(region=region, closed_on=None)
    rows = rows.exclude(kind__in=INTANGIBLE).filter(_is_tied())
    knots: dict[UUID, Knot] = {}
    kept = 0
    for row in rows.defer("shape", "story", "gates").order_by("name", "pk"):
        brief = brief_of(row)
        if brief is None or not is_whole(row, Channel.SEARCH):
            continue
        if not shown_to_funders(held(row)):
            kept += row.kind == AssetKind.GROUP
            continue
        knots[row.pk] = Knot(brief=brief, kind=AssetKind(row.kind), area=row.lsoa21)
    return knots, kept


def _is_tied() -> Q:
    """Leave the thousands of places out that nobody has ever tied to anything."""
    ties = Tie.objects.filter(to__isnull=False)
    offers = Offer.objects.filter(closed_on=None)
    return (
        Q(kind__in=(AssetKind.GROUP, AssetKind.PARTNERSHIP))
        | Q(pk__in=ties.values("asset"))
        | Q(pk__in=ties.values("to"))
        | Q(pk__in=offers.filter(place__isnull=False).values("place"))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Somebody's word that two are tied."""

    one: UUID
    other: UUID
    how: str
    told_by: str
    told_on: date | None


def _by_ties(region: str, today: date) -> Iterator[_Word]:
    rows = Tie.objects.filter(asset__region=region, to__isnull=False, disputed=False)
    rows = rows.filter(Q(until=None) | Q(until__gt=today))
    for row in rows.order_by("pk"):
        if row.to_id is not None:
            yield _Word(
                one=row.asset_id,
                other=row.to_id,
                how=row.kind,
                told_by=row.told_by,
                told_on=row.told_on,
            )


def _by_offers(region: str) -> Iterator[_Word]:
    rows = Offer.objects.filter(
        region=region, closed_on=None, group__isnull=False, place__isnull=False
    )
    for row in rows.select_related("group").order_by("pk"):
        if row.group_id and row.place_id and may_be_seen(row):
            yield _Word(
                one=row.group_id,
                other=row.place_id,
                how=OFFERS_AT,
                told_by=row.told_by,
                told_on=row.told_on,
            )


class _Told:
    """Words about the same two, laid together."""

    def __init__(self, knots: Mapping[UUID, Knot], fronts: Mapping[UUID, UUID]) -> None:
        self.knots, self.fronts = knots, fronts
        self.words: dict[tuple[UUID, UUID], list[_Word]] = defaultdict(list)

    def take(self, words: Iterable[_Word]) -> None:
        """Take in those words of which both ends may be told."""
        for word in words:
            one = self.fronts.get(word.one, word.one)
            other = self.fronts.get(word.other, word.other)
            if one != other and {one, other} <= self.knots.keys():
                self.words[one, other].append(word)

    def tied(self) -> tuple[Tied, ...]:
        """Give each two once, by their names."""
        found = (self._tied(*two, words) for two, words in self.words.items())
        return tuple(sorted(found, key=_by_names))

    def _tied(self, one: UUID, other: UUID, words: list[_Word]) -> Tied:
        ends = self.knots[one], self.knots[other]
        newest = max(words, key=lambda word: (word.told_on or date.min, word.told_by))
        return Tied(
            one=ends[0],
            other=ends[1],
            how=tuple(sorted({word.how for word in words}, key=_TURN.index)),
            reach=reach_of(ends[0].brief.point, ends[1].brief.point),
            told_by=newest.told_by,
            told_on=newest.told_on,
        )


_TURN = (*map(str, TieKind), OFFERS_AT)


def _by_names(tied: Tied) -> tuple[str, str, str, str]:
    one, other = tied.one.brief, tied.other.brief
    return one.name, other.name, str(one.id), str(other.id)


def _joins(
    knots: Mapping[UUID, Knot], joined: Mapping[str, Joining]
) -> tuple[Joins, ...]:
    """Name what each knot holds together; those that join most groups first."""

    def named(keys: Iterable[str]) -> tuple[Knot, ...]:
        return tuple(
            sorted((knots[UUID(key)] for key in keys), key=lambda k: k.brief.name)
        )

    found = [
        Joins(
            knot=knots[UUID(key)],
            groups=named(one.groups),
            only_link_of=named(one.only_link_of),
            would_part=one.holds_apart_from_each_other,
        )
        for key, one in joined.items()
        if one.groups
    ]
    return tuple(
        sorted(
            found,
            key=lambda j: (-len(j.groups), j.knot.brief.name, str(j.knot.brief.id)),
        )
    )


def _in_words(region: str, knots: Mapping[UUID, Knot]) -> int:
    rows = Tie.objects.filter(asset__region=region, to=None, disputed=False)
    return sum(key in knots for key in rows.values_list("asset_id", flat=True))


def _disputed(region: str, knots: Mapping[UUID, Knot]) -> int:
    rows = Tie.objects.filter(asset__region=region, disputed=True)
    return sum(key in knots for key in rows.values_list("asset_id", flat=True))
