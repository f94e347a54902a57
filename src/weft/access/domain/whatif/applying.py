"""What do the kernel's inputs look like once a scenario is applied?

Only offers and sessions change here; sessions keep their journeys where they stay at
their hour, and say which are new or moved, for ways that go by a timetable.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice import NO_LIMIT, UNKNOWN, Offers, Sessions
from weft.access.domain.choice.values import OFFER_COLUMNS, Flags, Ints
from weft.access.domain.spans import MINUTE
from weft.access.domain.whatif.changes import (
    Add,
    Change,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    PlaceMeets,
    Price,
    Room,
    Runs,
    Scenario,
    Trip,
)
from weft.commons.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the names in a scenario stand for in this week's numbers; needs are bits."""

    offers: Mapping[str, int]
    places: Mapping[str, int]
    groups: Mapping[str, int]
    kinds: Mapping[str, int]
    needs: Mapping[str, int]
    rules: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Applied:
    """Offers and sessions as they would be.

    Attributes
    ----------
    offers
        Those that were there keep their rows; new ones come behind.
    sessions
        In their order; new ones come behind.
    was
        Which session each was, (sessions,); UNKNOWN where it is new or moved.
    touched
        Which offers a change is about, (offers,).
    trips
        The changes that only a timetable can tell the effect of.
    """

    offers: Offers
    sessions: Sessions
    was: Ints
    touched: Flags
    trips: tuple[Trip | Runs, ...]


class _Desk:
    """Columns as lists of arrays, changed in place, one change after another."""

    def __init__(self, offers: Offers, sessions: Sessions, book: Book) -> None:
        self.book = book
        self.kinds = offers.kinds
        self.columns = {name: getattr(offers, name).copy() for name in OFFER_COLUMNS}
        names = ("offer", "start", "end", "place", "sure", "drop_in")
        self.rows = {name: getattr(sessions, name).copy() for name in names}
        self.was = np.arange(len(sessions), dtype=np.int32)
        self.touched = np.zeros(len(offers), dtype=np.bool_)
        self.names = dict(book.offers)
        self.groups = dict(book.groups)
        self.trips: list[Trip | Runs] = []

    def offer(self, name: str) -> int:
        """Find an offer by its name, and note that it is touched."""
        row = _found(self.names, name, "offer")
        self.touched[row] = True
        return row

    def put(self, change: Change) -> None:
        """Apply one change."""
        match change:
            case Move() | Drop():
                self._session(change)
            case Add():
                place = _found(self.book.places, change.place, "place")
                self._add(self.offer(change.offer), place, change.start, change.minutes)
            case New():
                self._new(change)
            case Meets():
                self._meets(self.offer(change.offer), change.need, yes=change.yes)
            case PlaceMeets():
                place = _found(self.book.places, change.place, "place")
                for row in np.unique(self.rows["offer"][self.rows["place"] == place]):
                    self.touched[row] = True
                    self._meets(int(row), change.need, yes=change.yes)
            case Price() | Room() | Joining():
                self._column(change)
            case Trip() | Runs():
                self.trips.append(change)

    def _column(self, change: Price | Room | Joining) -> None:
        """Put another value in one column of an offer."""
        if isinstance(change, Price):
            name, value = "price_pence", change.pence
        elif isinstance(change, Room):
            name, value = "newcomers", change.newcomers
        else:
            name = "rule"
            value = _found(self.book.rules, change.rule, "rule")
        self.columns[name][self.offer(change.offer)] = value

    def _session(self, change: Move | Drop) -> None:
        """Move or drop the session of an offer that starts in this minute."""
        row = self.offer(change.offer)
        mine = self.rows["offer"] == row
        mine &= self.rows["start"] // MINUTE == change.start
        mine |= self._stays(row, mine)
        if not mine.any():
            raise NotPossible(
                f"«{change.offer}» has no session then in this week; it may have been "
                "moved since the link was made."
            )
        if isinstance(change, Drop):
            self.rows = {name: told[~mine] for name, told in self.rows.items()}
            self.was = self.was[~mine]
            return
        by = (change.to - change.start) * MINUTE
        self.rows["start"][mine] += by
        self.rows["end"][mine] += by
        if by:
            self.was[mine] = UNKNOWN

    def _stays(self, offer: int, mine: Flags) -> Flags:
        """Find the stays by bus at open doors: a door takes them with it."""
        stays = (self.rows["offer"] == offer) & (self.rows["place"] == UNKNOWN)
        within = np.zeros(len(stays), dtype=np.bool_)
        for door in np.flatnonzero(mine & self.rows["drop_in"]):
            within |= (self.rows["start"] >= self.rows["start"][door]) & (
                self.rows["end"] <= self.rows["end"][door]
            )
        return np.asarray(stays & within)

    def _add(self, offer: int, place: int, start: int, minutes: int) -> None:
        begin = start * MINUTE
        row = (offer, begin, begin + minutes * MINUTE, place, True, False)
        for (name, told), value in zip(self.rows.items(), row, strict=True):
            self.rows[name] = np.append(told, np.array([value], dtype=told.dtype))
        self.was = np.append(self.was, np.int32(UNKNOWN))

    def _new(self, change: New) -> None:
        if change.name in self.names:
            raise NotPossible(f"There is an offer named «{change.name}» already.")
        most = max(self.columns["group"].max(initial=-1), *self.groups.values(), -1)
        group = self.groups.setdefault(change.group, int(most) + 1)
        usual = {
            "group": group,
            "kind": _found(self.book.kinds, change.kind, "kind"),
            "price_pence": change.pence,
            "most_age": NO_LIMIT,
            "inside": -1,
            "newcomers": NO_LIMIT,
            "go_with": UNKNOWN,
            "sure": True,
        }
        for name, told in self.columns.items():
            value = np.array([usual.get(name, 0)], dtype=told.dtype)
            self.columns[name] = np.append(told, value)
        self.names[change.name] = len(self.touched)
        self.touched = np.append(self.touched, [True])
        place = _found(self.book.places, change.place, "place")
        self._add(self.names[change.name], place, change.start, change.minutes)

    def _meets(self, row: int, need: str, *, yes: bool) -> None:
        bit = np.int64(1) << np.int64(_found(self.book.needs, need, "need"))
        gets, loses = ("meets", "fails") if yes else ("fails", "meets")
        self.columns[gets][row] |= bit
        self.columns[loses][row] &= ~bit


def applied(
    offers: Offers, sessions: Sessions, scenario: Scenario, book: Book
) -> Applied:
    """Apply a scenario, one change after another.

    Raises
    ------
    NotPossible
        When something that a change is about is not there in this week.
    """
    desk = _Desk(offers, sessions, book)
    for change in scenario:
        desk.put(change)
    return Applied(
        offers=Offers(kinds=desk.kinds, **desk.columns),
        sessions=Sessions(**desk.rows),
        was=desk.was,
        touched=desk.touched,
        trips=tuple(desk.trips),
    )


def _found(names: Mapping[str, int], name: str, what: str) -> int:
    if name not in names:
        raise NotPossible(f"There is no {what} «{name}» here in this week.")
    return names[name]
