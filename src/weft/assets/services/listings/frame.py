"""What do all listings of one making share, and how do times become sessions?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.listing import Times
from weft.assets.domain.opening import SpecialDays
from weft.assets.domain.resting import NOTHING_SAID, InForce
from weft.assets.domain.schedules import Occurrence, occurrences
from weft.assets.models import Asset, Offer, Schedule
from weft.assets.queries.linking import Doubles
from weft.assets.queries.schedules import schedule_from
from weft.assets.services.listings.around import Stretch
from weft.assets.services.rows import Cells
from weft.commons.places import Point
from weft.commons.times import Week, Window

NO_DOUBLES = Doubles()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The weeks that are listed, days not like others, and what is told twice."""

    region: str
    weeks: tuple[Week, ...]
    calendar: SpecialDays
    whole: bool = True  # every asset and offer of the region is listed, none left out
    doubles: Doubles = NO_DOUBLES
    day: date | None = None  # on which it is made, where that is known

    def stretch(self, rows: Iterable[Asset | Offer]) -> Stretch:
        """Say which rows are listed together."""
        return Stretch(tuple(row.pk for row in rows), run=self.whole)

    @property
    def today(self) -> date:
        """The first day that is listed; what closed before it is not."""
        return self.weeks[0].monday

    def is_closed(self, row: Asset | Offer) -> bool:
        """Tell whether something has closed by the day on which it would be listed."""
        return row.closed_on is not None and row.closed_on <= (self.day or self.today)

    def has_a_card(self, row: Asset | Offer) -> bool:
        """Tell whether something is listed itself, and not by another telling of it."""
        return not self.is_closed(row) and row.pk not in self.doubles.behind


@dataclass(frozen=True, slots=True)
class When:
    """The times of one thing, and which schedule each comes from."""

    times: Times
    of_schedules: tuple[tuple[int, tuple[Occurrence, ...]], ...] = ()

    @property
    def windows(self) -> tuple[Window, ...]:
        """List when it is on, certain or not."""
        return tuple(one.window for one in self.times.occurrences)


def times_of(
    rows: Sequence[Schedule],
    frame: Frame,
    point: Point | None,
    said: InForce = NOTHING_SAID,
) -> When:
    """Say when something is on in the weeks that are listed."""
    told = [
        (row.pk, rule)
        for row in rows
        if (rule := said.of(schedule_from(row), source=row.source)) is not None
    ]
    found = tuple(
        (
            key,
            tuple(
                occurrences(
                    schedule, calendar=frame.calendar, weeks=frame.weeks, point=point
                )
            ),
        )
        for key, schedule in told
    )
    times = Times(
        schedules=tuple(schedule for _, schedule in told),
        occurrences=tuple(one for _, some in found for one in some),
    )
    return When(times, found)


def sessions(
    listings: Mapping[UUID, int], times: Mapping[UUID, When]
) -> Iterator[Cells]:
    """Make the rows of every session; the same times told twice are one session."""
    for key, number in listings.items():
        seen: set[Window] = set()
        for schedule, found in times[key].of_schedules:
            for one in found:
                if one.window not in seen:
                    seen.add(one.window)
                    yield _session(number, schedule, one)


def _session(listing: int, schedule: int, one: Occurrence) -> Cells:
    return {
        "listing_id": listing,
        "schedule_id": schedule,
        "starts": one.window.start,
        "ends": one.window.end,
        "certain": one.certain,
        "doubt": one.doubt,
    }


def where(point: Point | None) -> Cells:
    """Put a listing on the map, where it may be."""
    return {
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "cell_column": point.cell.column if point else None,
        "cell_row": point.cell.row if point else None,
    }


def gates_of(asset: Asset | None, point: Point | None) -> Cells:
    """Say the ways into a park or onto a towpath, where its place may be told."""
    return {"gates": (asset.gates or None) if asset and point else None}


def when_of(when: When) -> Cells:
    """Say of a listing whether its hours are known."""
    return {
        "always_open": when.times.always_open,
        "hours_known": when.times.hours_known,
    }


def point_of(asset: Asset | None) -> Point | None:
    """Find where an asset is, if it is somewhere."""
    if asset is None or asset.latitude is None or asset.longitude is None:
        return None
    return Point(asset.latitude, asset.longitude)
