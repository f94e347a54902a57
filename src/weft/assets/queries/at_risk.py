"""What ends in the next ninety days, and what would be lost with it?

Only what may be listed is told of, and nothing of a group that is kept from funders:
those are counted, where they are many enough.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.ending import BY_FIELD, Ends, OnAt, is_soon, nothing_else
from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.ties import NEAR_METRES
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import Asset, Fact, Listing, Offer, Session, Tie
from weft.assets.queries.about import Brief
from weft.assets.queries.seen import (
    brief_of,
    held,
    is_whole,
    may_be_seen,
    offer_brief,
)
from weft.commons import disclosure
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window

KEEPING_IT_GOING = (TieKind.HOLDS, TieKind.RUNS, TieKind.FUNDS, TieKind.OWNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A time at which nothing else that we know of is on near there."""

    offer: Brief
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """Something that ends soon, and what would be lost with it.

    Attributes
    ----------
    thing
        What ends: a place, a group, an offer.
    offers
        What is done there, by it, or what it is.
    sessions
        How often those are on in the week that was looked at.
    hours_unknown
        Of how many of them nobody has told us when.
    alone
        The times at which nothing else is on within twenty minutes on foot.
    only_here
        What people do there and nowhere else within twenty minutes on foot.
    """

    thing: Brief
    ends: Ends
    on: date
    told_by: str
    told_on: date | None
    offers: tuple[Brief, ...]
    sessions: int
    hours_unknown: int
    alone: tuple[Alone, ...]
    only_here: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRiskAbout:
    """All that ends soon in a region, whatever ends first standing first.

    ``past`` counts what was to end before today, and nobody has told us what became of
    it; ``kept`` the groups of which nothing is told here.
    """

    items: tuple[AtRisk, ...]
    week: Week
    past: int
    kept: int | disclosure.Hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Somebody's word that a thing ends on a day."""

    thing: Asset | Offer
    ends: Ends
    on: date
    told_by: str
    told_on: date | None


def at_risk(region: str, *, today: date) -> AtRiskAbout:
    """Say what ends within ninety days, and what would be lost.

    Parameters
    ----------
    region
        Its slug.
    today
        The first of those days. What is on is looked at in the week after this one.
    """
    words = [word for word in _words(region) if _may_be_listed(word.thing)]
    named = [word for word in words if _may_be_named(word.thing)]
    kept = {_group(one.thing) for one in words} - {_group(one.thing) for one in named}
    soon = [word for word in named if is_soon(word.on, today=today)]
    week = Week.of(today).later(1)
    around = _Around(region, week)
    items = (around.at_risk(word) for word in soon)
    return AtRiskAbout(
        items=tuple(sorted(items, key=lambda one: (one.on, one.thing.name))),
        week=week,
        past=sum(word.on < today for word in named),
        kept=disclosure.shown(len(kept)),
    )


def _words(region: str) -> Iterator[_Word]:
    """List all that was told to have a last day, in the order of its being told."""
    yield from _by_facts(region)
    offers = Offer.objects.filter(region=region, closed_on=None)
    for row in offers.exclude(funded_until=None).select_related("group", "place"):
        if row.funded_until:
            yield _Word(
                thing=row,
                ends=Ends.FUNDING,
                on=row.funded_until,
                told_by=row.told_by,
                told_on=row.told_on,
            )
    ties = Tie.objects.filter(
        asset__region=region, asset__closed_on=None, kind__in=KEEPING_IT_GOING
    )
    for tie in ties.filter(until__isnull=False, disputed=False).select_related("asset"):
        if tie.until:
            yield _Word(
                thing=tie.asset,
                ends=Ends.TIE,
                on=tie.until,
                told_by=tie.told_by,
                told_on=tie.told_on,
            )


def _by_facts(region: str) -> Iterator[_Word]:
    """Read leases and people; of several words on one thing the newest counts."""
    rows = Fact.objects.filter(field__in=BY_FIELD, disputed=False)
    here = Q(asset__region=region, asset__closed_on=None)
    here |= Q(offer__region=region, offer__closed_on=None)
    newest: dict[tuple[UUID, str], _Word] = {}
    told = rows.filter(here).select_related("asset", "offer__group", "offer__place")
    for row in sorted(told, key=lambda one: (one.told_on or date.min, one.pk)):
        thing, on = row.asset or row.offer, _day(row.value)
        if thing is not None and on is not None:
            newest[thing.pk, row.field] = _Word(
                thing=thing,
                ends=BY_FIELD[WordField(row.field)],
                on=on,
                told_by=row.told_by,
                told_on=row.told_on,
            )
    yield from newest.values()


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _may_be_listed(thing: Asset | Offer) -> bool:
    if isinstance(thing, Offer):
        return may_be_seen(thing)
    return is_whole(thing, Channel.SEARCH) and thing.kind != AssetKind.PERSON


def _may_be_named(thing: Asset | Offer) -> bool:
    """Tell whether a funder may read of it."""
    group = thing.group if isinstance(thing, Offer) else thing
    return group is None or shown_to_funders(held(group))


def _group(thing: Asset | Offer) -> UUID | None:
    return thing.group_id if isinstance(thing, Offer) else thing.pk


class _Around:
    """What is on in a region in one week, so that losses can be held against it."""

    def __init__(self, region: str, week: Week) -> None:
        rows = Listing.objects.filter(region=region, offer__isnull=False)
        listings = list(rows.select_related("offer__group", "offer__place"))
        self.listings = {
            row.offer.pk: row
            for row in listings
            if row.offer is not None and _may_be_named(row.offer)
        }
        self.by_group = _by(self.listings.values(), "group_id")
        self.by_place = _by(self.listings.values(), "place_id")
        self.sessions = _sessions(region, week)
        every = {row.pk: row for row in listings}
        self.on = [
            one
            for key, windows in self.sessions.items()
            if key in every
            for one in _on_at(every[key], windows)
        ]
        self.doing = [
            (row.pk, point, frozenset(map(str, row.offer.art_forms)))
            for row in listings
            if row.offer is not None and (point := _point(row))
        ]

    def at_risk(self, word: _Word) -> AtRisk:
        """Say what would be lost with one thing."""
        lost = self._lost(word.thing)
        on = [one for row in lost for one in _on_at(row, self.sessions.get(row.pk, ()))]
        return AtRisk(
            thing=_brief(word.thing),
            ends=word.ends,
            on=word.on,
            told_by=word.told_by,
            told_on=word.told_on,
            offers=tuple(offer_brief(row.offer) for row in lost if row.offer),
            sessions=sum(len(self.sessions.get(row.pk, ())) for row in lost),
            hours_unknown=sum(not row.hours_known for row in lost),
            alone=self._alone(lost, on),
            only_here=self._only_here(lost),
        )

    def _lost(self, thing: Asset | Offer) -> list[Listing]:
        """List what is done there, by it, or what it is."""
        if isinstance(thing, Offer):
            found = self.listings.get(thing.pk)
            return [found] if found else []
        rows = {row.pk: row for row in self.by_group[thing.pk]}
        rows |= {row.pk: row for row in self.by_place[thing.pk]}
        return sorted(rows.values(), key=lambda row: (row.name, row.pk))

    def _alone(
        self, lost: Collection[Listing], on: Iterable[OnAt]
    ) -> tuple[Alone, ...]:
        """List the times at which nothing else is on near there."""
        offers = {
            str(row.pk): offer_brief(row.offer) for row in lost if row.offer is not None
        }
        found = [
            Alone(offer=offers[one.key], window=Window(one.starts, one.ends))
            for one in nothing_else(on, self.on)
        ]
        return tuple(sorted(found, key=lambda one: (one.window, one.offer.name)))

    def _only_here(self, lost: Collection[Listing]) -> tuple[str, ...]:
        """List what people do there, and nowhere else near."""
        gone = {row.pk for row in lost}
        only: set[str] = set()
        for row in lost:
            point = _point(row)
            if row.offer is None or point is None:
                continue
            near = {
                form
                for key, other, forms in self.doing
                if key not in gone and point.metres_to(other) <= NEAR_METRES
                for form in forms
            }
            only |= set(map(str, row.offer.art_forms)) - near
        return tuple(sorted(only))


def _by(rows: Iterable[Listing], column: str) -> Mapping[UUID | None, list[Listing]]:
    found: dict[UUID | None, list[Listing]] = defaultdict(list)
    for row in rows:
        found[getattr(row.offer, column)].append(row)
    return found


def _sessions(region: str, week: Week) -> dict[int, list[Window]]:
    """Read what is on in a week, by listing; a session told twice counts once."""
    rows = Session.objects.filter(
        listing__region=region,
        listing__offer__isnull=False,
        starts__gte=week.window.start,
        starts__lt=week.window.end,
    )
    found: dict[int, dict[Window, None]] = defaultdict(dict)
    told = rows.values_list("listing_id", "starts", "ends").order_by("starts", "ends")
    for key, starts, ends in told:
        window = Window(starts.astimezone(LONDON), ends.astimezone(LONDON))
        found[key][window] = None
    return {key: list(windows) for key, windows in found.items()}


def _on_at(row: Listing, windows: Iterable[Window]) -> Iterator[OnAt]:
    point = _point(row)
    if point is not None:
        for one in windows:
            yield OnAt(key=str(row.pk), point=point, starts=one.start, ends=one.end)


def _point(row: Listing) -> Point | None:
    if row.latitude is None or row.longitude is None:
        return None
    return Point(row.latitude, row.longitude)


def _brief(thing: Asset | Offer) -> Brief:
    if isinstance(thing, Offer):
        return offer_brief(thing)
    brief = brief_of(thing)
    if brief is None:  # it was looked at before
        raise ValueError(f"{thing.pk} may not be named")
    return brief
