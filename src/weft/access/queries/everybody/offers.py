"""What is on offer in a week, as the reckoning of real choice takes it?

What nobody has told us stays unknown, and no number stands for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.choice.values import NO_LIMIT, UNKNOWN, Offers, Sessions
from weft.access.domain.choice.windows import of_week
from weft.access.domain.fit import SURE_DAYS
from weft.access.domain.going import VISIT_MINUTES
from weft.access.domain.journeys.for_all import AT_HOME, REAL, SOMEWHERE
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.lives import NEEDS, WayIn
from weft.access.domain.spans import MINUTE
from weft.assets.domain.derived import NO_LIMIT as ANY_NUMBER
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule, OfferKind
from weft.assets.queries.on_offer import OnOffer
from weft.commons.places import Point
from weft.commons.times import Week

KINDS: tuple[OfferKind | None, ...] = (*OfferKind, None)
"""Kinds by their number; the last is of those of which nobody has told us the kind."""

WOMEN = 1
"""The bit of a trait: only women may come, or that somebody is one."""

PLAIN_WAYS_IN: tuple[WayIn, ...] = tuple((rule, "") for rule in JoiningRule)
"""Every joining rule, without hours: so that it can be asked «what if it were so»."""

EVERY = 15 * MINUTE
"""How often one may come to an open door by bus: at each quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Which bit stands for which need.

    First those that a life may tell of itself (``lives.NEEDS``); then for each of
    ``tongues`` that one of its languages is spoken.
    """

    tongues: tuple[frozenset[str], ...] = ()

    def of_tongue(self, tongue: frozenset[str]) -> int:
        """Write down the need that one of some languages is spoken.

        Raises
        ------
        ValueError
            When it is none of ``tongues``.
        """
        return 1 << (len(NEEDS) + self.tongues.index(tongue))

    def told(self, offer: OnOffer) -> Iterator[tuple[int, bool]]:
        """List what is known of an offer: the bit, and whether it is met."""
        for n, need in enumerate(NEEDS):
            if isinstance(need, FactField):
                met = offer.facts.get(need)
            else:  # what is online takes a device, data, and somewhere quiet
                met = None if offer.online is None else not offer.online
            if met is not None:
                yield n, met
        if offer.languages:
            for n, tongue in enumerate(self.tongues):
                yield len(NEEDS) + n, bool(tongue & offer.languages)


Place = tuple[Point, tuple[Point, ...]]
"""A point, and its gates where the map knows any."""


class Doors(NamedTuple):
    """Where offers are, each place once."""

    points: tuple[Place, ...]
    of_offer: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LaidOut:
    """A week's offers as arrays.

    Attributes
    ----------
    on_offer
        The offers by their number.
    offers, sessions
        As the reckoning takes them. A door that stands open is there as it stands open,
        and by bus as stays of half an hour that begin each quarter.
    occasions
        Where and when each session is by bus; nowhere for an open door's whole hours.
    places
        The places from ``REAL`` on.
    ways_in
        Ways in by their number, ``Offers.rule``.
    hours_unknown
        How many offers nobody knows the hours of.
    """

    on_offer: tuple[OnOffer, ...]
    offers: Offers
    sessions: Sessions
    occasions: Occasions
    places: tuple[Place, ...]
    ways_in: tuple[WayIn, ...]
    hours_unknown: int


def laid_out(on_offer: Sequence[OnOffer], week: Week, needs: Needs) -> LaidOut:
    """Lay a week's offers out as arrays, in the order given."""
    doors = _doors(on_offer)
    ways_in = tuple(dict.fromkeys([*map(_way_in, on_offer), *PLAIN_WAYS_IN]))
    sessions = [
        row
        for n, offer in enumerate(on_offer)
        for row in _sessions(n, offer, doors.of_offer[n], week)
    ]
    told = np.array(sessions, dtype=np.int64).reshape(-1, 7)
    return LaidOut(
        on_offer=tuple(on_offer),
        offers=_offers(on_offer, week, needs, ways_in),
        sessions=Sessions(
            offer=told[:, 0].astype(np.int32),
            start=told[:, 1].astype(np.int32),
            end=told[:, 2].astype(np.int32),
            place=told[:, 3].astype(np.int32),
            sure=told[:, 5] == 1,
            drop_in=told[:, 6] == 1,
        ),
        occasions=Occasions(
            told[:, 4].astype(np.int32),
            told[:, 1].astype(np.int32),
            told[:, 2].astype(np.int32),
        ),
        places=doors.points,
        ways_in=ways_in,
        hours_unknown=sum(not offer.hours_known for offer in on_offer),
    )


def _doors(on_offer: Iterable[OnOffer]) -> Doors:
    """Give each place a number."""
    points: dict[Place, int] = {}
    of_offer = [
        AT_HOME
        if offer.online
        else SOMEWHERE
        if offer.point is None
        else REAL + points.setdefault((offer.point, offer.gates), len(points))
        for offer in on_offer
    ]
    return Doors(tuple(points), tuple(of_offer))


Row = tuple[int, int, int, int, int, bool, bool]
"""Offer, start, end, place all day, place by bus, sure, open door."""


def _sessions(n: int, offer: OnOffer, place: int, week: Week) -> Iterator[Row]:
    """Write down an offer's times."""
    stay = VISIT_MINUTES * MINUTE
    for time in offer.times:
        start, end = of_week(time.window.start, week), of_week(time.window.end, week)
        if end <= start:
            continue
        by_bus = place - REAL if place >= REAL else UNKNOWN
        if not offer.drop_in:
            yield n, start, end, place, by_bus, time.certain, False
            continue
        yield n, start, end, place, UNKNOWN, time.certain, True
        first = -(-start // EVERY) * EVERY
        for begin in range(first, end - stay + 1, EVERY):
            yield n, begin, begin + stay, UNKNOWN, by_bus, time.certain, False


def _way_in(offer: OnOffer) -> WayIn:
    return offer.joining_rule, offer.joining_hours


def _offers(
    on_offer: Sequence[OnOffer], week: Week, needs: Needs, ways_in: Sequence[WayIn]
) -> Offers:
    """Write down what decides, offer by offer."""
    groups: dict[UUID, int] = {}
    met = [list(needs.told(offer)) for offer in on_offer]
    return Offers(
        group=_ints(
            UNKNOWN
            if offer.group is None
            else groups.setdefault(offer.group, len(groups))
            for offer in on_offer
        ),
        kind=_ints(KINDS.index(next(iter(offer.kinds), None)) for offer in on_offer),
        price_pence=_ints(_or_unknown(offer.price_pence) for offer in on_offer),
        meets=_longs(sum(1 << bit for bit, so in told if so) for told in met),
        fails=_longs(sum(1 << bit for bit, so in told if not so) for told in met),
        least_age=_ints(offer.least_age or 0 for offer in on_offer),
        most_age=_ints(
            NO_LIMIT if offer.greatest_age is None else offer.greatest_age
            for offer in on_offer
        ),
        only_for=_longs(
            WOMEN if offer.facts.get(FactField.WOMEN_ONLY) else 0 for offer in on_offer
        ),
        inside=_longs(-1 for _ in on_offer),
        rule=_ints(ways_in.index(_way_in(offer)) for offer in on_offer),
        newcomers=_ints(_newcomers(offer) for offer in on_offer),
        go_with=_ints(
            {True: 1, False: 0, None: UNKNOWN}[offer.facts.get(FactField.GO_WITH)]
            for offer in on_offer
        ),
        sure=np.array([_sure(offer, week) for offer in on_offer], dtype=np.bool_),
        kinds=len(KINDS),
    )


def _newcomers(offer: OnOffer) -> int:
    """Say how many new faces it takes in the week."""
    if offer.newcomers is not None:
        return NO_LIMIT if offer.newcomers >= ANY_NUMBER else offer.newcomers
    room = offer.facts.get(FactField.ROOM)
    return {True: NO_LIMIT, False: 0, None: UNKNOWN}[room]


def _sure(offer: OnOffer, week: Week) -> bool:
    """Tell whether we still stand by what we were told, as the finder does."""
    if offer.sure_until is not None:
        return week.monday <= offer.sure_until
    told = offer.told_on
    return told is not None and (week.monday - told).days <= SURE_DAYS


def _or_unknown(value: int | None) -> int:
    return UNKNOWN if value is None else value


def _ints(values: Iterable[int]) -> NDArray[np.int32]:
    return np.array(list(values), dtype=np.int32)


def _longs(values: Iterable[int]) -> NDArray[np.int64]:
    return np.array(list(values), dtype=np.int64)
