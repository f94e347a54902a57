"""Which offers of different groups do much the same, near each other, at one hour?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.linking import Pair, Verdict
from weft.assets.domain.linking.overlapping import (
    Doing,
    Hour,
    Together,
    overlapping,
)
from weft.assets.models import Link, Listing, Offer, Schedule
from weft.assets.queries.about import NO_TIMES, Brief, TimesAbout
from weft.assets.queries.linking.rows import pair_of
from weft.assets.queries.seen import brief_of, may_be_seen, offer_brief
from weft.assets.queries.times import times_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfTwo:
    """An offer that overlaps with another, as far as it may be seen."""

    brief: Brief
    group: Brief | None
    place: Brief | None
    funding: str  # how it is kept going, as far as somebody has said
    times: TimesAbout = NO_TIMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two offers that overlap, for people to judge; a core or a project's money each.

    ``doing`` is what people do at both.
    """

    first: OneOfTwo
    second: OneOfTwo
    metres: int
    doing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaps:
    """Those to judge first, how many are left, and those that might want to talk."""

    first: tuple[Overlap, ...]
    left: int
    might_talk: tuple[Overlap, ...]


def overlaps(region: str, *, most: int = 50) -> tuple[Overlap, ...]:
    """List offers that overlap and were not judged, the nearest first.

    They are never linked: whether two lunch clubs are one too many, people say. What
    somebody put off comes last.
    """
    return _Region(region).waiting(most=most)[0]


def overlaps_to_judge(region: str, *, most: int) -> Overlaps:
    """List the first that wait, with when each is on, and those that might talk."""
    found = _Region(region)
    first, left = found.waiting(most=most)
    return Overlaps(
        first=tuple(_with_times(one) for one in first),
        left=left,
        might_talk=found.might_talk(),
    )


class _Region:
    """The offers of a region that may be seen, and what was said of two of them."""

    def __init__(self, region: str) -> None:
        self.region = region
        rows = Offer.objects.filter(region=region, closed_on=None)
        self.offers = {
            str(row.pk): row
            for row in rows.select_related("group", "place")
            if may_be_seen(row)
        }
        links = Link.objects.filter(region=region, offer__isnull=False)
        self.links = {_key(pair_of(row)): row for row in links}

    def waiting(self, *, most: int) -> tuple[tuple[Overlap, ...], int]:
        """Give the first that nobody has judged, and count all of them."""
        known = frozenset(key for key, row in self.links.items() if _is_judged(row))
        doings = _doings(self.region, self.offers)
        found = sorted(overlapping(doings, known=known), key=self._turn)
        return tuple(self._overlap(one) for one in found[:most]), len(found)

    def might_talk(self) -> tuple[Overlap, ...]:
        """List those of which somebody said that they might want to talk."""
        talking = frozenset(key for key, row in self.links.items() if row.talk)
        doings = _doings(self.region, self.offers)
        found = sorted(overlapping(doings))
        return tuple(self._overlap(one) for one in found if _two(one) in talking)

    def _turn(self, one: Together) -> tuple[date, Together]:
        row = self.links.get(_two(one))
        return (row.put_off_on or date.min if row else date.min, one)

    def _overlap(self, one: Together) -> Overlap:
        return Overlap(
            first=_one_of_two(self.offers[one.first]),
            second=_one_of_two(self.offers[one.second]),
            metres=one.metres,
            doing=one.doing,
        )


def _two(one: Together) -> frozenset[str]:
    return frozenset({one.first, one.second})


def _key(pair: Pair) -> frozenset[str]:
    return frozenset({pair.first, pair.second})


def _is_judged(row: Link) -> bool:
    """Tell whether it is known, or asked elsewhere, whether two are one thing."""
    return bool(row.decided) or row.found != Verdict.APART


def _one_of_two(offer: Offer) -> OneOfTwo:
    return OneOfTwo(
        brief=offer_brief(offer),
        group=brief_of(offer.group),
        place=brief_of(offer.place),
        funding=offer.funding,
    )


def _with_times(one: Overlap) -> Overlap:
    return replace(one, first=_timed(one.first), second=_timed(one.second))


def _timed(one: OneOfTwo) -> OneOfTwo:
    about = Q(offer=one.brief.id)
    listing = Listing.objects.filter(about).first()
    return replace(one, times=times_of(listing, about))


def _doings(region: str, offers: dict[str, Offer]) -> Iterator[Doing]:
    """Give the offers of which place, hours and what one does are known."""
    hours = _hours(region)
    for key, offer in offers.items():
        point = offer_brief(offer).point
        if point and hours[offer.pk]:
            yield Doing(
                key=key,
                group=str(offer.group_id or ""),
                doing=frozenset(map(str, offer.art_forms)),
                point=point,
                hours=tuple(hours[offer.pk]),
            )


def _hours(region: str) -> dict[UUID, list[Hour]]:
    found: dict[UUID, list[Hour]] = defaultdict(list)
    told = Schedule.objects.filter(
        offer__region=region, rough=False, starts__isnull=False, ends__isnull=False
    )
    for row in told.order_by("pk"):
        if row.offer_id and row.starts and row.ends:
            hours = (Hour(day, row.starts, row.ends) for day in row.days)
            found[row.offer_id] += hours
    return found
