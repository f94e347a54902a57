"""Everything within reach that has somebody's words, with its times in one week.

For reckonings that weigh each thing apart, as access does: five statements at most
besides the reading of words, however many listings there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.db.models.expressions import RawSQL

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.sureness import NOT_RECKONED, Standing
from weft.assets.domain.wanting import Correction, Wanting
from weft.assets.models import Fact, Listing, Session
from weft.assets.queries.search.asking import Ask, FactSaid
from weft.assets.queries.search.finding import understood
from weft.assets.queries.search.gates import entered_near
from weft.assets.queries.search.marks import said
from weft.assets.queries.search.matching import Piece
from weft.assets.queries.search.statements import Asked, numbered, within
from weft.commons.places import Point
from weft.commons.times import Week, Window

NOTHING_SAID = Wanting()


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """One time that something is on or open."""

    window: Window
    certain: bool = True
    doubt: str = ""  # domain/schedules.py: Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One listing, with what decides whether somebody can take it up.

    ``drop_in`` is True for what one may enter at any time while it is open; then each
    time is when the door stands open, and else when it begins and ends. ``gates`` are
    the ways into a park or onto a towpath, where the map knows any: one walks to the
    nearest of them and not to ``point``, which lies somewhere in or on it. ``standing``
    says how sure we are that it is still as we say.
    """

    listing: int
    region: str
    asset: UUID | None
    offer: UUID | None
    name: str
    kind: str
    holder: str
    group: UUID | None
    point: Point | None
    online: bool | None
    always_open: bool | None
    hours_known: bool
    drop_in: bool
    facts: tuple[FactSaid, ...]
    price_pence: int | None
    languages: tuple[str, ...]
    telephone: str
    told_on: date | None
    times: tuple[Time, ...] = ()
    gates: tuple[Point, ...] = ()
    standing: Standing = NOT_RECKONED


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Everything within reach that has the words, and how these were understood."""

    all: tuple[Candidate, ...] = ()
    wanting: Wanting = NOTHING_SAID

    @property
    def understood(self) -> tuple[Correction, ...]:
        """Say what was done with words that were not taken as they stood."""
        return self.wanting.corrections


def candidates(ask: Ask) -> Candidates:
    """Gather everything within reach that has the words of a question.

    Parameters
    ----------
    ask
        Its words, place, distance, regions and kinds count, and its week. Wishes,
        prices, languages and free time are left to whoever asked, so that nothing is
        shut out here without being counted. What is online is within reach, and so is
        what has a way in within reach.
    """
    bare = Ask(
        week=ask.week,
        regions=ask.regions,
        words=ask.words,
        near=ask.near,
        within_metres=ask.within_metres,
        kinds=ask.kinds,
    )
    wanting = understood(bare)
    if wanting.lost:
        return Candidates(wanting=wanting)
    reach = _reach(Asked(ask=bare, wanting=wanting))
    times = _times(reach, ask)
    found = tuple(_candidate(row, times) for row in _listings(reach))
    return Candidates(all=found, wanting=wanting)


def candidate_of(offer: UUID, week: Week) -> Candidate | None:
    """Give one offer with its times of a week; None where it is listed nowhere."""
    rows = Listing.objects.filter(offer=offer).values_list(*_COLUMNS)
    row = next((_Row(*row) for row in rows), None)
    if row is None:
        return None
    span = week.window
    times = Session.objects.filter(
        listing=row.listing, starts__lt=span.end, ends__gt=span.start
    ).order_by("starts", "ends")
    told = tuple(
        Time(Window(starts, ends), certain, doubt)
        for starts, ends, certain, doubt in times.values_list(
            "starts", "ends", "certain", "doubt"
        )
    )
    return _candidate(row, {row.listing: told})


def _reach(asked: Asked) -> Piece:
    """Write everything within reach: by its point, and by its ways in."""
    reach = within(asked)
    entered = entered_near(asked.ask)
    return reach + Piece(" UNION ") + numbered(asked, entered) if entered else reach


def when_told(
    keys: Iterable[UUID],
) -> Mapping[UUID, tuple[tuple[FactField, date], ...]]:
    """Say when each fact of some assets and offers was last told, where that is known.

    Parameters
    ----------
    keys
        Of assets and offers, a page of them.
    """
    wanted = sorted(set(keys))
    rows = (
        Fact.objects.filter(Q(asset_id__in=wanted) | Q(offer_id__in=wanted))
        .filter(told_on__isnull=False, field__in=list(FactField))
        .values_list("asset_id", "offer_id", "field", "told_on")
    )
    newest: dict[UUID, dict[FactField, date]] = {}
    for asset, offer, field, told_on in rows:
        key = asset or offer
        if key is not None and told_on is not None:
            of_one = newest.setdefault(key, {})
            one = FactField(field)
            of_one[one] = max(told_on, of_one.get(one, told_on))
    return {key: tuple(sorted(held.items())) for key, held in newest.items()}


_COLUMNS = (
    "id",
    "region_id",
    "asset_id",
    "offer_id",
    "name",
    "kind",
    "holder",
    "latitude",
    "longitude",
    "online",
    "always_open",
    "hours_known",
    "facts",
    "price_pence",
    "languages",
    "told_on",
    "offer__group_id",
    "asset__telephone",
    "offer__telephone",
    "offer__group__telephone",
    "offer__group__visibility",
    "gates",
    "sureness",
    "sure_until",
    "confirmed_on",
    "confirmed_by",
)


class _Row(NamedTuple):
    """One listing as it is read, in the order of ``_COLUMNS``."""

    listing: int
    region: str
    asset: UUID | None
    offer: UUID | None
    name: str
    kind: str
    holder: str
    latitude: float | None
    longitude: float | None
    online: bool | None
    always_open: bool | None
    hours_known: bool
    facts: dict[str, object]
    price_pence: int | None
    languages: list[str]
    told_on: date | None
    group: UUID | None
    asset_telephone: str | None
    offer_telephone: str | None
    group_telephone: str | None
    group_seen_by: str | None
    gates: list[list[float]] | None
    sureness: float | None
    sure_until: date | None
    confirmed_on: date | None
    confirmed_by: str


def _in(reach: Piece) -> RawSQL:
    """Write the listings within reach as a condition."""
    return RawSQL(reach.text, reach.values)  # noqa: S611 every value stands in a blank


def _listings(reach: Piece) -> Iterator[_Row]:
    """Read the listings within reach, in the order of their numbers."""
    rows = Listing.objects.filter(pk__in=_in(reach)).order_by("pk")
    return (_Row(*row) for row in rows.values_list(*_COLUMNS).iterator())


def _times(reach: Piece, ask: Ask) -> Mapping[int, tuple[Time, ...]]:
    """Read the times of the week, in their order."""
    week = ask.week.window
    rows = (
        Session.objects.filter(
            listing__in=_in(reach), starts__lt=week.end, ends__gt=week.start
        )
        .order_by("starts", "ends")
        .values_list("listing_id", "starts", "ends", "certain", "doubt")
    )
    times: dict[int, list[Time]] = {}
    for listing, starts, ends, certain, doubt in rows.iterator():
        time = Time(Window(starts, ends), certain, doubt)
        times.setdefault(listing, []).append(time)
    return {listing: tuple(held) for listing, held in times.items()}


def _candidate(row: _Row, times: Mapping[int, tuple[Time, ...]]) -> Candidate:
    """Read one listing."""
    facts = said(row.facts)
    point = None
    if row.latitude is not None and row.longitude is not None:
        point = Point(row.latitude, row.longitude)
    return Candidate(
        listing=row.listing,
        region=row.region,
        asset=row.asset,
        offer=row.offer,
        name=row.name,
        kind=row.kind,
        holder=row.holder,
        group=row.group,
        point=point,
        online=row.online,
        always_open=row.always_open,
        hours_known=row.hours_known,
        drop_in=row.asset is not None
        or FactSaid(FactField.JUST_COME, value=True) in facts,
        facts=facts,
        price_pence=row.price_pence,
        languages=tuple(row.languages),
        telephone=_telephone(row),
        told_on=row.told_on,
        times=times.get(row.listing, ()),
        gates=_gates(row),
        standing=Standing(
            sureness=row.sureness,
            sure_until=row.sure_until,
            confirmed_on=row.confirmed_on,
            confirmed_by=row.confirmed_by,
        ),
    )


def _gates(row: _Row) -> tuple[Point, ...]:
    """Read the ways in."""
    return tuple(Point(latitude, longitude) for longitude, latitude in row.gates or ())


def _telephone(row: _Row) -> str:
    """Give the number to ask: its own, or its group's where that may be seen."""
    group = row.group_telephone if row.group_seen_by == Visibility.PUBLIC else ""
    return row.offer_telephone or row.asset_telephone or group or ""
