"""How is it said in somebody's language what gets in the way of the others?"""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse

from weft.access.domain.fit import Cause
from weft.access.domain.going import NO_WAY
from weft.access.queries import Example, Gets
from weft.assets.domain.worded_in import KEYS
from weft.commons.saying import day_of
from weft.commons.tongues import Said, Tongue
from weft.web.asking import Asking
from weft.web.finding import Finding
from weft.web.pages.presenters.way_said import WAYS
from weft.web.pages.presenters.why_not import (
    A_LITTLE,
    Instance,
    WhyNot,
    change,
    opens_others,
)

HEADINGS: Mapping[Cause, str] = {
    Cause.TOO_FAR: "why_far",
    Cause.HOURS: "why_hour",
    Cause.NOT_THIS_WEEK: "why_week",
    Cause.MONEY: "why_money",
    Cause.LANGUAGE: "why_language",
    Cause.WAY: "why_way",
    Cause.FULL: "why_full",
    Cause.DATE: "why_date",
    Cause.OLD: "why_old",
}
DEEDS: Mapping[Cause, str] = {
    Cause.HOURS: "show_all_hours",
    Cause.NOT_THIS_WEEK: "week_after",
    Cause.MONEY: "show_dearer",
    Cause.LANGUAGE: "show_all_languages",
}


def why_not_in(tongue: Tongue, finding: Finding) -> tuple[WhyNot, ...]:
    """Say what gets in the way, the most first, and the unknown hours last."""
    return tuple(_groups(tongue, finding))


def _groups(tongue: Tongue, finding: Finding) -> Iterator[WhyNot]:
    for gets in finding.found.others:
        asked = change(gets, finding.asked)
        opens = asked != finding.asked and opens_others(gets, finding)
        yield WhyNot(
            heading=_count(tongue, _name(tongue, gets), gets.count),
            weave="unstrung",
            examples=tuple(_instance(tongue, one, gets.cause) for one in gets.examples),
            deed=_deed(tongue, gets, asked) if opens else "",
            fields=asked.fields() if opens else (),
        )
    unknown = finding.found.hours_unknown
    if unknown:
        heading = _count(tongue, tongue.say("why_unknown"), unknown)
        yield WhyNot(heading=heading, weave="dotted")


def _count(tongue: Tongue, what: Said, count: int) -> Said:
    return tongue.say("why_count", what=what, count=tongue.number(f"{count:,}"))


def _name(tongue: Tongue, gets: Gets) -> Said:
    if gets.cause is Cause.NEED and gets.field is not None:
        return tongue.say("is_not", what=tongue.say(KEYS[gets.field]))
    return tongue.say(HEADINGS.get(gets.cause, "why_way"))


def _deed(tongue: Tongue, gets: Gets, asked: Asking) -> Said:
    if gets.cause is Cause.NEED and gets.field is not None:
        return tongue.say("look_without", what=tongue.say(KEYS[gets.field]))
    if gets.cause is Cause.TOO_FAR:
        return tongue.say("look_further", minutes=tongue.minutes(asked.far))
    return tongue.say(DEEDS[gets.cause])


def _instance(tongue: Tongue, one: Example, cause: Cause) -> Instance:
    kind, key = ("offer", one.offer) if one.offer else ("asset", one.asset)
    told = list(_far(tongue, one) if cause is Cause.TOO_FAR else _when(tongue, one))
    if cause is Cause.HOURS:
        told += _lacks(tongue, one)
    return Instance(
        name=one.name,
        address=reverse(f"assets:{kind}", args=[key]),
        words=tongue.joined(told, ". ") if told else "",
    )


def _far(tongue: Tongue, one: Example) -> Iterator[Said]:
    """Say how long the way is, or that there is none at that hour."""
    trip = one.trip
    if trip is None:
        return
    if trip.minutes_there >= NO_WAY:
        yield tongue.say("no_way_there")
    elif trip.minutes_back >= NO_WAY:
        yield tongue.say("no_way_home")
    else:
        way = tongue.say(WAYS[trip.way.value])
        there, back = map(tongue.minutes, (trip.minutes_there, trip.minutes_back))
        yield tongue.say("there_and_back", way=way, there=there, back=back)


def _when(tongue: Tongue, one: Example) -> Iterator[Said]:
    """Say when it is on."""
    if one.window is not None:
        first: date = day_of(one.window.start)
        yield tongue.joined([tongue.day(first), tongue.hours(one.window)])


def _lacks(tongue: Tongue, one: Example) -> Iterator[Said]:
    """Say by how much the time is too little; nothing where it is another hour."""
    lack = one.lack
    if lack is None or lack.minutes > A_LITTLE:
        return
    for short, key in (
        (lack.before, "too_short_there"),
        (lack.after, "too_short_back"),
    ):
        if short:
            yield tongue.say(key, minutes=tongue.minutes(short))
