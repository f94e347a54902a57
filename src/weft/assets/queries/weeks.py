"""What is the region's week: how much is on, of which kind, on which day and hour?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from weft.assets.models import Listing, Session
from weft.commons.times import LONDON, Week

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, order=True)
class Hour:
    """How many things are on at one hour of one day; Monday is 0."""

    day: int
    hour: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One kind of thing through the week."""

    kind: str
    sessions: int
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCloth:
    """The week of a region, counted whole.

    ``threads`` are the offers by kind, the most first; ``doors`` the places that are
    open, by kind. ``always_open`` are places one may go to at any hour, and
    ``hours_unknown`` things of which nobody has said when.
    """

    region: str
    week: Week
    threads: tuple[Thread, ...]
    doors: tuple[Thread, ...]
    sessions: int
    offers: int
    places: int
    always_open: int
    hours_unknown: int


def region_week(region: str, week: Week) -> WeekCloth:
    """Count a region's week, in a number of statements that never grows."""
    offers = _threads(region, week, of_offers=True)
    listings = Listing.objects.filter(region=region)
    return WeekCloth(
        region=region,
        week=week,
        threads=offers,
        doors=_threads(region, week, of_offers=False),
        sessions=sum(thread.sessions for thread in offers),
        offers=listings.filter(offer__isnull=False).count(),
        places=listings.filter(asset__isnull=False).count(),
        always_open=listings.filter(always_open=True).count(),
        hours_unknown=listings.filter(hours_known=False).count(),
    )


def _threads(region: str, week: Week, *, of_offers: bool) -> tuple[Thread, ...]:
    """Count the sessions of each kind by day and hour."""
    begun = Session.objects.filter(
        listing__region=region,
        listing__offer__isnull=not of_offers,
        starts__gte=week.window.start,
        starts__lt=week.window.end,
    )
    sessions: Counter[str] = Counter()
    hours: dict[str, Counter[tuple[int, int]]] = {}
    rows = begun.values_list("listing__kind", "starts", "ends")
    for kind, starts, ends in rows.iterator():
        sessions[kind] += 1
        hours.setdefault(kind, Counter()).update(hours_touched(starts, ends))
    return tuple(
        Thread(
            kind=kind,
            sessions=count,
            hours=tuple(
                Hour(day, hour, times)
                for (day, hour), times in sorted(hours[kind].items())
            ),
        )
        for kind, count in sorted(sessions.items(), key=lambda one: (-one[1], one[0]))
    )


def hours_touched(starts: datetime, ends: datetime) -> Iterator[tuple[int, int]]:
    """List the hours of the clock that a session touches, each by its day."""
    moment = starts.astimezone(LONDON).replace(minute=0, second=0)
    seen: set[tuple[int, int]] = set()
    while moment < ends:
        hour = (moment.weekday(), moment.hour)
        if hour not in seen:
            seen.add(hour)
            yield hour
        moment = (moment.astimezone(ends.tzinfo) + HOUR).astimezone(LONDON)
