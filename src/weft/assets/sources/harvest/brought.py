"""What do the pages that a feed sent tell, one page after the other?

Read a page at a time, so that a feed of a hundred thousand needs no more memory than
one of a hundred.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from weft.assets.domain.brought import (
    Brought,
    MarkedAsset,
    MarkedOffer,
    NotRead,
    marked_asset,
    marked_offer,
)
from weft.assets.domain.harvests import FeedKind
from weft.assets.domain.told import AssetTold
from weft.assets.exchange.openactive import SERVICE, taken_from_opportunity
from weft.assets.exchange.openreferral import Taken, taken_from
from weft.assets.sources.harvest import csv_rows, openactive
from weft.assets.sources.harvest.snapshot import Snapshot
from weft.standards.openactive import (
    NOT_LISTED,
    OPPORTUNITIES,
    SESSIONS,
    Change,
    Unread,
    changes_told,
    opportunity_told,
    own_id,
    parent_of,
    type_of,
)
from weft.standards.openreferral import (
    Service,
    as_version_three,
    read_document,
    services_of,
    unread_parts,
)

Json = object
Object = dict[str, Json]
CLOSINGS = frozenset({"closed", "not running now"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a snapshot is of, who publishes it, and when it is read."""

    kind: FeedKind
    publisher: str
    today: date


def brought(asked: Asked, snapshot: Snapshot, not_read: NotRead) -> Iterator[Brought]:
    """Give what a snapshot tells, page by page.

    Parameters
    ----------
    not_read
        Gets what could not be read.
    """
    not_read.people.update(snapshot.at.people)
    pages = {
        FeedKind.OPEN_REFERRAL: _services,
        FeedKind.OPENACTIVE: _opportunities,
        FeedKind.CSV: _rows,
    }[asked.kind]
    once = _Once()
    for assets, offers in pages(asked, snapshot, not_read):
        yield once.of(assets, [_ended(one, asked.today) for one in offers])


def gone(asked: Asked, snapshot: Snapshot) -> frozenset[str]:
    """Name the things that the feed itself says have gone."""
    if asked.kind is not FeedKind.OPENACTIVE:
        return frozenset()
    return frozenset(openactive.gone(snapshot))


Told = tuple[list[AssetTold], list[MarkedOffer]]


class _Once:
    """Lets each thing of a feed through once, whichever pages it stands on."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def of(self, assets: Iterable[AssetTold], offers: list[MarkedOffer]) -> Brought:
        """Take what one page tells."""
        new: list[MarkedAsset] = []
        for one in assets:
            if one.reference not in self._seen:
                self._seen.add(one.reference)
                new.append(marked_asset(one))
        return Brought(assets=tuple(new), offers=tuple(offers))


def _ended(one: MarkedOffer, today: date) -> MarkedOffer:
    """Date the end of what has ended, where nobody says when: by today.

    Its mark stays: that today is another day is nothing new.
    """
    told = one.told
    if told.closed_why in CLOSINGS and told.closed_on is None:
        return replace(one, told=replace(told, closed_on=today))
    return one


# --- Open Referral ------------------------------------------------------------------


def _services(asked: Asked, snapshot: Snapshot, not_read: NotRead) -> Iterator[Told]:
    """Read pages of services."""
    seen: set[str] = set()
    for number, page in enumerate(snapshot.pages(), start=1):
        told = [as_version_three(one) for one in services_of(page) or ()]
        for one in told:
            if isinstance(one, dict):
                not_read.fields.update(unread_parts(one))
        read = read_document(told, name=f"page {number}")
        not_read.of += len(told)
        not_read.lost += len(told) - len(read.services)
        for complaint in read.complaints:
            not_read.complain(complaint.problem, complaint.where)
        new = [one for one in read.services if one.id not in seen]
        not_read.twice += len(read.services) - len(new)
        seen.update(one.id for one in new)
        yield _taken(new, asked.publisher)


def _taken(services: Iterable[Service], publisher: str) -> Told:
    assets: list[AssetTold] = []
    offers: list[MarkedOffer] = []
    for service in services:
        taken = taken_from(service, told_by=publisher)
        if taken.group is not None:
            assets.append(taken.group)
        assets.extend(taken.places)
        dated = service.assured_date is not None
        offers.extend(marked_offer(one, dated=dated) for one in taken.offers)
    return assets, offers


# --- OpenActive ---------------------------------------------------------------------


def _opportunities(
    asked: Asked, snapshot: Snapshot, not_read: NotRead
) -> Iterator[Told]:
    """Read what can be taken part in, each with the sessions that belong to it."""
    living = openactive.living(snapshot)
    sessions = _sessions(snapshot, living)
    for changes in _pages(snapshot, living):
        assets: list[AssetTold] = []
        offers: list[MarkedOffer] = []
        for change in changes:
            if type_of(change.data or {}) in SESSIONS:
                continue
            not_read.of += 1
            read = _service if change.kind == SERVICE else _opportunity
            told = read(change, sessions, not_read, asked.publisher)
            if told is None:
                not_read.lost += 1
                continue
            taken, dated = told
            assets += [one for one in (taken.group, *taken.places) if one]
            offers += [marked_offer(one, dated=dated) for one in taken.offers]
        yield assets, offers
    for lost in sessions:
        not_read.complain("sessions of a series that is not in the feed", lost)


Sessions = dict[str, list[Object]]


def _opportunity(
    change: Change, sessions: Sessions, not_read: NotRead, publisher: str
) -> tuple[Taken, bool] | None:
    """Read something of OpenActive's kinds; nobody dates it there."""
    data = dict(change.data or {})
    kind = type_of(data)
    if kind not in OPPORTUNITIES:
        of_us = "not listed by itself" if kind in NOT_LISTED else "not known"
        not_read.complain(f"{kind or 'a thing without a type'} is {of_us}", "")
        return None
    unread = Unread()
    told = opportunity_told(data, sessions.pop(own_id(data), []), unread)
    not_read.fields.update(set(unread.fields))
    for problem in unread.problems:
        not_read.complain(problem, own_id(data))
    return (
        (_known_by(change, taken_from_opportunity(told), publisher), False)
        if told
        else None
    )


def _service(
    change: Change, _sessions: Sessions, not_read: NotRead, publisher: str
) -> tuple[Taken, bool] | None:
    """Read a service of Open Referral's from a feed that says what has gone."""
    data = dict(change.data or {})
    not_read.fields.update(unread_parts(data))
    read = read_document(data, name=change.id)
    for complaint in read.complaints:
        not_read.complain(complaint.problem, complaint.where)
    if not read.services:
        return None
    service = read.services[0]
    taken = taken_from(service, told_by=publisher)
    return _known_by(change, taken, publisher), service.assured_date is not None


def _known_by(change: Change, taken: Taken, publisher: str) -> Taken:
    """Know what there is to do by its item: by that number the feed says it is gone.

    Of a service at several places that is the first; our own feed has none such.
    """
    key = openactive.key_of(change)
    return replace(
        taken,
        offers=tuple(
            replace(
                one,
                reference=f"{key}/{number}" if number else key,
                told_by=one.told_by or publisher,
            )
            for number, one in enumerate(taken.offers)
        ),
    )


def _pages(
    snapshot: Snapshot, living: dict[str, openactive.Where]
) -> Iterator[list[Change]]:
    """Give of each page the changes that are the last word on their things."""
    for number, page in enumerate(snapshot.pages(), start=1):
        told = changes_told(page)
        every = enumerate(told.changes if told else ())
        yield [
            change
            for position, change in every
            if living.get(openactive.key_of(change)) == (number, position)
        ]


def _sessions(snapshot: Snapshot, living: dict[str, openactive.Where]) -> Sessions:
    """Gather single sessions by their series, no more of each than when it is."""
    found: Sessions = {}
    for changes in _pages(snapshot, living):
        for change in changes:
            data = change.data or {}
            if type_of(data) in SESSIONS:
                when = ("startDate", "endDate", "eventStatus")
                kept = {name: data[name] for name in when if name in data}
                found.setdefault(parent_of(data), []).append(kept)
    return found


# --- lists kept as a file -----------------------------------------------------------


def _rows(asked: Asked, snapshot: Snapshot, not_read: NotRead) -> Iterator[Told]:
    """Read a spreadsheet, as one page."""
    sheet = csv_rows.read(snapshot.files()[0], today=asked.today)
    not_read.of += len(sheet.rows)
    for row in sheet.rows:
        if row.why:
            not_read.lost += 1
            not_read.complain(row.why, f"line {row.line}")
        not_read.fields.update({f"column {one.heading}" for one in row.left})
    for heading in sheet.passed_over:  # where not counted cell by cell above
        not_read.fields.setdefault(f"column {heading}", len(sheet.rows))
    assets, offers = csv_rows.told(sheet.rows, by=asked.publisher)
    not_read.twice += sum(not row.why for row in sheet.rows) - len(offers)
    yield assets, [marked_offer(one, dated=False) for one in offers]
