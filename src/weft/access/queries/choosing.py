"""What could somebody do this week, there and back, and why not the others?"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress
from uuid import UUID

from weft.access.domain.fit import Cause, Obstacle, Plane
from weft.access.queries.going import going_of
from weft.access.queries.values import (
    Choice,
    Choices,
    Example,
    FactShown,
    Gets,
    Wanted,
)
from weft.access.queries.weighing import Weighed, doors_of, to_look_up, weighed
from weft.assets.domain.facts import WORDS, FactField
from weft.assets.queries import search
from weft.assets.queries.search import Ask, Candidate, Candidates, Hit
from weft.commons.saying import listed, minutes
from weft.commons.times import Window

A_BIT_FURTHER = 1.5
"""How much further «why not the others?» looks than somebody will go."""

AT_HOME_AS_MINUTES = 20
"""Where in the list something online stands, as if it were so far away."""

BAND = 5
"""Minutes that make no difference to where people go, next to a way for nothing."""

EXAMPLES = 3
_FIRST_FEW = 3


def choices(wanted: Wanted) -> Choices:
    """Say everything that fits somebody's week, and why the rest does not.

    Parameters
    ----------
    wanted
        What they said; two people who said the same get the same answer.

    Returns
    -------
    Choices
        Sorted by how well it fits: certain before possible, fewer questions first,
        things to do before open doors, then the shorter way, in bands of ``BAND``
        minutes, and within a band what we are surer of; then the earlier time.
        Straight-line estimates where the start has no street map (``estimated``).
    """
    wanted = _from_now(wanted)
    going = going_of(wanted)
    ask = Ask(
        week=wanted.week,
        regions=wanted.regions,
        words=wanted.words,
        near=wanted.start,
        within_metres=going.furthest_metres(wanted.minutes_each_way),
    )
    near = search.candidates(ask)
    going.look_up(to_look_up(near.all, wanted))
    judged = [weighed(candidate, wanted, going) for candidate in near.all]
    known = [one for one in judged if one is not None]
    fitting = sorted((one for one in known if one.plane < Plane.NOT), key=_fit)
    told = search.when_told(
        key for one in fitting for key in _keys(one) if key is not None
    )
    shut = [one for one in known if one.plane is Plane.NOT]
    too_far = [one.walls[0].cause is Cause.TOO_FAR for one in shut]
    far = list(compress(shut, too_far))
    return Choices(
        fits=tuple(_choice(one, wanted, told) for one in fitting),
        others=(
            *_gets(
                one for one, is_far in zip(shut, too_far, strict=True) if not is_far
            ),
            *_too_far(ask, near, far),
        ),
        hours_unknown=len(judged) - len(known),
        total_near=len(judged),
        understood=near.understood,
        basis=going.basis,
    )


def surprise(wanted: Wanted, *, seed: int) -> Choice | None:
    """Choose one thing of another kind that fits, the same for the same seed.

    Parameters
    ----------
    wanted
        What they said.
    seed
        Any number; another one gives another surprise, as long as there is one.

    Returns
    -------
    Choice or None
        Of a kind that is not among what their words find, or, without words, not among
        the first few that fit. Certain before possible. None where nothing is left.
    """
    anything = choices(replace(wanted, words="")).fits
    usual = choices(wanted).fits if wanted.words else anything[:_FIRST_FEW]
    kinds = {one.kind for one in usual}
    new = [one for one in anything if one.kind not in kinds]
    return min(new, key=lambda one: (one.plane, _lot(seed, one.listing)), default=None)


def _from_now(wanted: Wanted) -> Wanted:
    """Leave out free time that is gone, and what is to be left at both ends."""
    now = wanted.now
    if now is None:
        return _with_spare(wanted)
    left = tuple(
        Window(max(window.start, now), window.end)
        for window in wanted.windows
        if window.end > now
    )
    # Free time that is all gone is not the same as any time.
    return _with_spare(replace(wanted, windows=left or wanted.windows))


def _with_spare(wanted: Wanted) -> Wanted:
    """Keep the minutes to spare out of free time: they are not for the way."""
    narrowed = (one.narrowed(wanted.spare_minutes) for one in wanted.windows)
    return replace(wanted, windows=tuple(narrowed))


def _lot(seed: int, listing: int) -> str:
    """Draw a lot that does not change when other things come and go."""
    return hashlib.sha256(f"{seed} {listing}".encode()).hexdigest()


def _fit(one: Weighed) -> tuple[int, int, bool, int, float, int, float, int]:
    """Say how well something fits: lower is better.

    Something to do, where somebody expects people, comes before a door that merely
    stands open: else a post office next door would stand above every choir. What comes
    down the line stands where a short walk would: most who ask mean to go somewhere.
    Sureness decides only between things about as far away, and never shuts one out: a
    village's one choir, long unconfirmed, still stands above what is a town away.
    """
    session = one.visit.session
    away = one.trip.longest if one.trip.metres else AT_HOME_AS_MINUTES
    return (
        one.plane,
        len(one.standing),
        one.candidate.offer is None,
        away // BAND,
        -round(one.candidate.standing.sureness or 0.0, 1),
        away,
        session.start.timestamp() if session else 0.0,
        one.candidate.listing,
    )


def _keys(one: Weighed) -> tuple[UUID | None, UUID | None]:
    """Give the keys under which facts of it were told."""
    return one.candidate.asset, one.candidate.offer


Told = Mapping[UUID, Sequence[tuple[FactField, date]]]


def _choice(one: Weighed, wanted: Wanted, told: Told) -> Choice:
    """Say one thing that fits, or may fit."""
    candidate, visit, way = one.candidate, one.visit, one.trip
    away = visit.away
    at_home = way.metres == 0 and (candidate.online or candidate.point is None)
    return Choice(
        listing=candidate.listing,
        asset=candidate.asset,
        offer=candidate.offer,
        group=candidate.group,
        name=candidate.name,
        kind=candidate.kind,
        holder=candidate.holder,
        point=candidate.point,
        online=candidate.online,
        plane=one.plane,
        window=visit.session,
        any_time=candidate.drop_in or bool(candidate.always_open),
        leave=away.start if away else None,
        home_by=away.end if away else None,
        minutes_there=visit.minutes_there,
        minutes_back=visit.minutes_back,
        trip=None if at_home else way,
        doors=doors_of(candidate),
        metres=way.metres,
        others=one.others,
        facts=_facts(one, wanted, told),
        price_pence=candidate.price_pence,
        languages=candidate.languages,
        telephone=candidate.telephone,
        told_on=candidate.told_on,
        obstacles=one.questions,
        asks=tuple(map(_question, one.questions)),
        why=_why(one, wanted),
        standing=candidate.standing,
    )


def _facts(one: Weighed, wanted: Wanted, told: Told) -> tuple[FactShown, ...]:
    """Show what is told, and what was wished for and is not told."""
    said = {fact.field: fact.value for fact in one.candidate.facts}
    since = {
        field: day
        for key in _keys(one)
        if key is not None
        for field, day in told.get(key, ())
    }
    return tuple(
        FactShown(field=field, value=said.get(field), told_on=since.get(field))
        for field in FactField
        if field in said or field in wanted.wishes
    )


def _question(obstacle: Obstacle) -> str:
    """Say what to ask, to know whether something stands in the way."""
    if obstacle.field is not None:
        return WORDS[obstacle.field].ask
    return {
        Cause.MONEY: "What does it cost?",
        Cause.LANGUAGE: "Which languages do people speak there?",
        Cause.FULL: WORDS[FactField.ROOM].ask,
        Cause.WAY: "Is there a way to you without steps or kerbs?",
        Cause.DATE: "Is it on that day?",
        Cause.OLD: "Is it still as we say?",
    }.get(obstacle.cause, "Can I come?")


def _why(one: Weighed, wanted: Wanted) -> str:
    """Say why it stands where it stands."""
    far = (
        "You need not leave home."
        if not one.trip.metres
        else f"It is about {minutes(one.trip.longest)} away."
    )
    if one.questions:
        unknown = listed([_unknown(question) for question in one.questions])
        return f"It may fit: nobody has told us {unknown}. {far}"
    asked = wanted.windows or wanted.wishes or wanted.languages
    if asked or wanted.most_pence is not None:
        return f"It fits all that you asked for. {far}"
    return far


def _unknown(question: Obstacle) -> str:
    """Say what nobody has told us."""
    if question.field is not None:
        return f"about «{WORDS[question.field].wish}»"
    return {
        Cause.MONEY: "what it costs",
        Cause.LANGUAGE: "which languages are spoken",
        Cause.FULL: "whether there is room",
        Cause.WAY: "whether the way there is step-free",
        Cause.DATE: "whether it is on that day",
        Cause.OLD: "for over a year whether it is still so",
    }.get(question.cause, "enough")


def _gets(others: Iterable[Weighed]) -> tuple[Gets, ...]:
    """Group what does not fit by the first thing that stands in its way."""
    groups: dict[Obstacle, list[Weighed]] = {}
    for one in others:
        groups.setdefault(one.walls[0], []).append(one)
    causes = list(Cause)
    return tuple(
        Gets(
            cause=wall.cause,
            field=wall.field,
            count=len(held),
            only=sum(len(one.walls) == 1 for one in held),
            examples=tuple(_example(one) for one in _nearest(held)),
        )
        for wall, held in sorted(
            groups.items(),
            key=lambda item: (
                -len(item[1]),
                causes.index(item[0].cause),
                item[0].field or "",
            ),
        )
    )


def _nearest(held: Iterable[Weighed]) -> list[Weighed]:
    """Choose a few to show: those with the least in the way, then the nearest."""
    return sorted(
        held,
        key=lambda one: (len(one.walls), one.trip.longest, one.candidate.listing),
    )[:EXAMPLES]


def _example(one: Weighed) -> Example:
    return Example(
        listing=one.candidate.listing,
        asset=one.candidate.asset,
        offer=one.candidate.offer,
        name=one.candidate.name,
        kind=one.candidate.kind,
        metres=one.trip.metres,
        window=one.visit.session or _first_time(one.candidate),
        lack=one.lack,
        trip=one.trip,
    )


def _first_time(candidate: Candidate) -> Window | None:
    """Give the first time of the week, where there is any."""
    return candidate.times[0].window if candidate.times else None


def _too_far(ask: Ask, near: Candidates, inside: Sequence[Weighed]) -> tuple[Gets, ...]:
    """Say what lies a little further than somebody will go, the nearest first.

    ``inside`` are those at the very edge, which the streets put beyond it.
    """
    reach = ask.within_metres or 0
    further = replace(
        ask,
        beyond_metres=reach,
        within_metres=round(reach * A_BIT_FURTHER),
        most=EXAMPLES,
        # A canal's middle may lie further, though one of its gates is within reach.
        but=tuple(one.listing for one in near.all if one.gates),
    )
    found = search.find_as(further, near.wanting)
    count = found.total + len(inside)
    if not count:
        return ()
    examples = [*map(_example, inside), *map(_far_example, found.hits)]
    return (
        Gets(
            cause=Cause.TOO_FAR,
            field=None,
            count=count,
            only=sum(len(one.walls) == 1 for one in inside),
            examples=tuple(examples[:EXAMPLES]),
        ),
    )


def _far_example(hit: Hit) -> Example:
    return Example(
        listing=hit.listing,
        asset=hit.asset,
        offer=hit.offer,
        name=hit.name,
        kind=hit.kind,
        metres=hit.metres or 0,
        window=None,
    )
