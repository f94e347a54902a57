"""What stands between a person's week and a thing to do?

We name every obstacle rather than say yes or no, because an obstacle is something that
somebody can change. An obstacle that is known shuts a visit out; one that nobody has
told us about makes it *possible*: somebody can ring and ask. Without either it is
*certain*. Being allowed in is not being welcome; that, only visitors can tell.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum, StrEnum

from weft.assets.domain.facts import FactField
from weft.commons.times import ONE_MINUTE, Window

SURE_DAYS = 365
"""After so long what we were told is a question again, where nobody has reckoned how
sure we are: within one year 24 % of rows of the official library lists changed in their
hours, days or address, and those are kept by people paid to do so."""


class Cause(StrEnum):
    """What gets in the way; the order is the order in which it is told."""

    TOO_FAR = "too far"
    HOURS = "not on when you are free"
    NOT_THIS_WEEK = "not on this week"
    MONEY = "costs too much"
    NEED = "something you need is not there"
    LANGUAGE = "not in your language"
    WAY = "steps or kerbs on the way"
    FULL = "no room for new faces"
    DATE = "we are not sure it is on"
    OLD = "we are not sure any more"


class Plane(IntEnum):
    """How sure we are that something fits; lower is better."""

    CERTAIN = 0
    POSSIBLE = 1
    NOT = 2


@dataclass(frozen=True, slots=True, order=True)
class Obstacle:
    """One thing in the way.

    ``known`` is False where nobody has told us whether it is so: then it is a question
    to ask, not a wall.
    """

    cause: Cause
    field: FactField | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What somebody said of their week, and nothing else about them.

    Attributes
    ----------
    free
        Free time; none for any time.
    minutes_each_way
        The furthest they will go.
    most_pence
        What they can spend; None where they did not say.
    wishes, languages
        What must be so; and any one of the languages.
    """

    free: tuple[Window, ...] = ()
    minutes_each_way: int
    most_pence: int | None = None
    wishes: frozenset[FactField] = frozenset()
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """How many minutes lack before and after being away, for it to fit."""

    before: int
    after: int

    @property
    def minutes(self) -> int:
        """Add them up."""
        return self.before + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time that somebody could go, as seen from one front door.

    Attributes
    ----------
    session
        From when till when they would be there; None for a place that is always open,
        where nobody said when they are free.
    minutes_there, minutes_back
        Estimates; 0 for what is online.
    dated
        False where we are not sure that it is on that day.
    fresh
        False where we are not sure any more that it is still as we say.
    way_known
        False where nobody has told whether all of the way can be used on wheels.
    walk_in
        True for an open door: a park, a library, «just come and sit». There is room.
    price_pence, facts, languages
        None, and not in the mapping, and no language: nobody has told us.
    """

    session: Window | None
    minutes_there: int
    minutes_back: int
    dated: bool = True
    fresh: bool = True
    way_known: bool = True
    walk_in: bool = False
    price_pence: int | None = None
    facts: Mapping[FactField, bool]
    languages: frozenset[str] = frozenset()

    @property
    def away(self) -> Window | None:
        """Say from leaving the door till closing it again."""
        if self.session is None:
            return None
        return self.session.stretched(
            before=self.minutes_there, after=self.minutes_back
        )


def obstacles(visit: Visit, life: Circumstances) -> frozenset[Obstacle]:
    """Name everything that stands between somebody and a visit.

    Travel is paid for out of free time: a session from ten to eleven, twenty minutes
    away, asks for free time from 9.40 to 11.20.

    Parameters
    ----------
    visit
        One time of one thing to do.
    life
        What somebody said of their week.

    Returns
    -------
    frozenset
        Empty where it certainly fits. More free time, more money, a longer way allowed,
        or an unknown that turns out «yes» never adds one.
    """
    furthest = max(visit.minutes_there, visit.minutes_back)
    stands = {
        Obstacle(Cause.TOO_FAR): furthest > life.minutes_each_way,
        Obstacle(Cause.HOURS): not _free_for(visit.away, life.free),
        Obstacle(Cause.DATE, known=False): not visit.dated,
        Obstacle(Cause.OLD, known=False): not visit.fresh,
        Obstacle(Cause.WAY, known=False): not visit.way_known,
        **_money(visit, life),
        **_needs(visit, life),
        **_languages(visit, life),
        **_room(visit),
    }
    return frozenset(obstacle for obstacle, is_so in stands.items() if is_so)


def plane(standing: Collection[Obstacle]) -> Plane:
    """Say how sure we are: nothing in the way, only questions, or a wall."""
    if any(obstacle.known for obstacle in standing):
        return Plane.NOT
    return Plane.POSSIBLE if standing else Plane.CERTAIN


def lacking(away: Window, free: Collection[Window]) -> Lack | None:
    """Say how many minutes lack at either end, in the free time that lacks least.

    Returns
    -------
    Lack or None
        None where being away lies wholly in free time, or no free time was told.
    """
    if _free_for(away, free):
        return None
    lacks = (
        Lack(
            before=_minutes_over(away.start, window.start),
            after=_minutes_over(window.end, away.end),
        )
        for window in free
    )
    return min(lacks, key=lambda one: (one.minutes, one.before))


def _minutes_over(edge: datetime, other: datetime) -> int:
    """Count the minutes from an edge on to a later instant; begun ones count whole."""
    over = other.astimezone(UTC) - edge.astimezone(UTC)
    return max(0, math.ceil(over / ONE_MINUTE))


def _free_for(away: Window | None, free: Collection[Window]) -> bool:
    """Tell whether being away lies wholly in free time."""
    return not free or away is None or any(away.within(window) for window in free)


def _money(visit: Visit, life: Circumstances) -> dict[Obstacle, bool]:
    """Say whether the price, known or not, stands in the way."""
    if life.most_pence is None:
        return {}
    return {
        Obstacle(Cause.MONEY, known=False): visit.price_pence is None,
        Obstacle(Cause.MONEY): (visit.price_pence or 0) > life.most_pence,
    }


def _room(visit: Visit) -> dict[Obstacle, bool]:
    """Say whether there is no room for a new face, or nobody has told us.

    It is asked on behalf of everybody, wished for or not: nobody is sent to a group
    that may be full without being told to ask first.
    """
    room = visit.facts.get(FactField.ROOM)
    return {
        Obstacle(Cause.FULL, known=False): room is None and not visit.walk_in,
        Obstacle(Cause.FULL): room is False,
    }


def _needs(visit: Visit, life: Circumstances) -> dict[Obstacle, bool]:
    """Say which wishes are told as «no», and which nobody has told us about."""
    # Whether there is room is asked for everybody, so it is not asked again.
    told = {wish: visit.facts.get(wish) for wish in life.wishes - {FactField.ROOM}}
    return {
        Obstacle(Cause.NEED, wish, known=value is False): value is not True
        for wish, value in told.items()
    }


def _languages(visit: Visit, life: Circumstances) -> dict[Obstacle, bool]:
    """Say whether one of the languages is spoken, where anybody has said which are."""
    if not life.languages:
        return {}
    return {
        Obstacle(Cause.LANGUAGE, known=False): not visit.languages,
        Obstacle(Cause.LANGUAGE): bool(visit.languages)
        and not visit.languages & life.languages,
    }
