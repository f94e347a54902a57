"""What do the names in a link stand for, in one week of a region?

Names stay as long as the thing does: an offer has its key, shortened; a place its
degrees; a need, a kind and a joining rule the register's own word.
"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import numpy as np

from weft.access.domain.choice.windows import of_week
from weft.access.domain.journeys.for_all import AT_HOME, REAL, SOMEWHERE
from weft.access.domain.lives import NEEDS
from weft.access.domain.spans import MINUTE
from weft.access.domain.whatif import Book
from weft.access.queries.everybody.offers import (
    KINDS,
    PLAIN_WAYS_IN,
    LaidOut,
    Needs,
)
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, at

ONLINE = "online"
SPEAKS = "speaks"
SPARE = 62
"""A bit that no life needs: of a language that none of them asks for."""

FINE = 100_000  # of a degree: about a metre


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferNamed:
    """One offer of the week.

    Attributes
    ----------
    name
        In a link.
    title
        On a page.
    sessions
        When it is on: minutes of the week, from and till.
    place
        The name of where it is; "" where nobody has told us.
    """

    name: str
    title: str
    sessions: tuple[tuple[int, int], ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Everything that a scenario may name.

    Attributes
    ----------
    places
        What a page calls each, by its name in a link.
    languages
        The codes of a need «somebody there speaks one of these», by its name.
    """

    book: Book
    offers: tuple[OfferNamed, ...]
    places: Mapping[str, str]
    languages: Mapping[str, tuple[str, ...]]


def key_in_link(key: UUID) -> str:
    """Shorten a key so that many fit in one link: 22 letters."""
    return urlsafe_b64encode(key.bytes).decode().rstrip("=")


def place_in_link(point: Point) -> str:
    """Name a point by its degrees: it has no other name that stays."""
    return f"{round(point.latitude * FINE)}_{round(point.longitude * FINE)}"


def minute_of(week: Week, day: int, clock: time) -> int:
    """Say which minute of the week it is when the clock shows this on a day."""
    return of_week(at(week.days[day], clock), week) // MINUTE


def clock_of(week: Week, minute: int) -> datetime:
    """Say what day it is, and what the clock shows, in a minute of the week."""
    passed = week.window.start.astimezone(UTC) + timedelta(minutes=minute)
    return passed.astimezone(LONDON)


def named(
    laid: LaidOut, needs: Needs, called: Mapping[Point, str], spoken: tuple[str, ...]
) -> Named:
    """Name everything in a week.

    Parameters
    ----------
    laid
        The week's offers.
    needs
        Which bit stands for which need.
    called
        What places are called.
    spoken
        Languages that may be asked for, whether or not a life needs them.
    """
    points = [point for point, _ in laid.places]
    offers = _offers(laid, [place_in_link(point) for point in points])
    languages = _languages(needs, spoken)
    places = {place_in_link(point): REAL + n for n, point in enumerate(points)}
    groups = zip(laid.on_offer, laid.offers.group.tolist(), strict=True)
    return Named(
        book=Book(
            offers={one.name: n for n, one in enumerate(offers)},
            places={ONLINE: AT_HOME, **places},
            groups={key_in_link(one.group): n for one, n in groups if one.group},
            kinds={kind.value: n for n, kind in enumerate(KINDS) if kind},
            needs=_bits(needs, languages),
            rules={
                rule.value: laid.ways_in.index((rule, told))
                for rule, told in PLAIN_WAYS_IN
                if rule
            },
        ),
        offers=offers,
        places=_titles(points, called, offers),
        languages=languages,
    )


def _offers(laid: LaidOut, places: list[str]) -> tuple[OfferNamed, ...]:
    """Name the offers, each with the times of its sessions."""
    times: list[list[tuple[int, int]]] = [[] for _ in laid.on_offer]
    at_place = [""] * len(laid.on_offer)
    told = laid.sessions
    for row in np.flatnonzero(told.place >= 0).tolist():
        offer, place = int(told.offer[row]), int(told.place[row])
        span = int(told.start[row]) // MINUTE, int(told.end[row]) // MINUTE
        times[offer].append(span)
        at_place[offer] = {AT_HOME: ONLINE, SOMEWHERE: ""}.get(place) or (
            places[place - REAL] if place >= REAL else ""
        )
    return tuple(
        OfferNamed(
            name=key_in_link(one.key),
            title=one.name,
            sessions=tuple(sorted(times[n])),
            place=at_place[n],
        )
        for n, one in enumerate(laid.on_offer)
    )


def _titles(
    points: list[Point], called: Mapping[Point, str], offers: tuple[OfferNamed, ...]
) -> dict[str, str]:
    """Call each place what the register does, else by what takes place there."""
    on: dict[str, str] = {}
    for one in offers:
        on.setdefault(one.place, one.title)
    told = {
        name: called.get(point) or f"where «{on.get(name, name)}» is"
        for point in points
        if (name := place_in_link(point))
    }
    return {ONLINE: "online", **told}


def _languages(needs: Needs, spoken: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Name «somebody speaks one of these»: as lives need it, then what is spoken."""
    wanted = [tuple(sorted(one)) for one in needs.tongues]
    alone = [(one,) for one in spoken if (one,) not in wanted]
    return {"-".join((SPEAKS, *codes)): codes for codes in (*wanted, *alone)}


def _bits(needs: Needs, languages: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Say which bit each need is."""
    told = {need.value.replace(" ", "-"): bit for bit, need in enumerate(NEEDS)}
    for name, codes in languages.items():
        tongue = frozenset(codes)
        known = tongue in needs.tongues
        told[name] = len(NEEDS) + needs.tongues.index(tongue) if known else SPARE
    return told
