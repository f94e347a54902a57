"""How is it said what gets in the way of the others?"""

from dataclasses import dataclass, replace

from django.urls import reverse

from weft.access.domain.fit import Cause
from weft.access.domain.going import NO_WAY, Basis
from weft.access.domain.travel import Way
from weft.access.queries import Example, Gets
from weft.assets.domain.facts import WORDS
from weft.commons.saying import (
    DAY_NAMES,
    clock,
    counted,
    day_of,
    distance,
    first_large,
    listed,
    minutes,
)
from weft.commons.tongues import Said
from weft.web.asking import FAR, Asking
from weft.web.finding import Finding

Field = tuple[str, str]
HEADINGS = {
    Cause.TOO_FAR: "A little further",
    Cause.HOURS: "The hour",
    Cause.NOT_THIS_WEEK: "Not this week",
    Cause.MONEY: "Money",
    Cause.LANGUAGE: "Language",
    Cause.WAY: "The way there",
    Cause.FULL: "No room for new faces",
    Cause.DATE: "We are not sure of the date",
    Cause.OLD: "We are not sure any more",
}


A_LITTLE = 60
"""Minutes that somebody may find; where more lack, it is simply another time."""
WAY_THERE = {Way.BUS: "bus there"}
WAY_BACK = {Way.BUS: "bus back"}
SAID_ABOVE = frozenset({Cause.HOURS, Cause.TOO_FAR})
"""Where fewer than three fit, the ways on have a button for these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One of those that something gets in the way of."""

    name: str
    address: str
    words: str | Said


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """One thing that gets in the way, of how many, and what would open them."""

    heading: str | Said
    weave: str
    words: str = ""
    examples: tuple[Instance, ...] = ()
    deed: str | Said = ""
    fields: tuple[Field, ...] = ()


def why_not(finding: Finding) -> tuple[WhyNot, ...]:
    """Say what gets in the way, the most first, and the unknown hours last."""
    groups = [
        _group(gets, finding.asked, opens=opens_others(gets, finding))
        for gets in finding.found.others
    ]
    if finding.found.hours_unknown:
        groups.append(_hours_unknown(finding.found.hours_unknown))
    return tuple(groups)


def opens_others(gets: Gets, finding: Finding) -> bool:
    """Tell whether a button for it belongs here, and none stands above already."""
    return not (finding.few and gets.cause in SAID_ABOVE)


def _hours_unknown(count: int) -> WhyNot:
    things = counted(count, "thing is", "things are")
    return WhyNot(
        heading=f"Hours nobody has told us: {count:,}",
        weave="dotted",
        words=f"{first_large(things)} near you, and we do not know when they are open.",
    )


def _group(gets: Gets, asked: Asking, *, opens: bool) -> WhyNot:
    name = HEADINGS.get(gets.cause, "")
    if gets.cause is Cause.NEED and gets.field is not None:
        name = first_large(WORDS[gets.field].no)
    deed, fields = _opens(gets, asked) if opens else ("", ())
    return WhyNot(
        heading=f"{name or first_large(gets.cause.value)}: {gets.count:,}",
        weave="unstrung",
        examples=tuple(_instance(one, gets.cause) for one in gets.examples),
        deed=deed,
        fields=fields,
    )


def _instance(one: Example, cause: Cause) -> Instance:
    words = ""
    if cause is Cause.TOO_FAR:
        words = _how_far(one)
    elif one.window is not None:
        day = DAY_NAMES[day_of(one.window.start).weekday()]
        words = (
            f"is on {day} from {clock(one.window.start)} to {clock(one.window.end)}."
        )
        if cause is Cause.HOURS:
            words += _what_lacks(one)
    kind, key = ("offer", one.offer) if one.offer else ("asset", one.asset)
    address = reverse(f"assets:{kind}", args=[key])
    return Instance(name=one.name, address=address, words=words)


def _how_far(one: Example) -> str:
    """Say how long the way is, and the way home apart where only that is too long."""
    trip = one.trip
    if trip is None or trip.basis is Basis.STRAIGHT_LINE:
        return f"is {distance(one.metres)} away in a straight line."
    if trip.minutes_there >= NO_WAY or trip.minutes_back >= NO_WAY:
        which = "there" if trip.minutes_there >= NO_WAY else "home"
        return f"has no way {which} at that hour."
    there, back = minutes(trip.minutes_there), minutes(trip.minutes_back)
    return f"takes {there} to get to, and {back} back."


def _what_lacks(one: Example) -> str:
    """Say by how much the time is too little; nothing where it is another hour."""
    lack, trip = one.lack, one.trip
    if lack is None or trip is None or lack.minutes > A_LITTLE:
        return ""
    ends = [
        f"{minutes(short)} too short for the {way}"
        for short, way in (
            (lack.before, WAY_THERE.get(trip.way, "way there")),
            (lack.after, WAY_BACK.get(trip.way_back, "way back")),
        )
        if short
    ]
    return f" Your time is {listed(ends)}."


def _opens(gets: Gets, asked: Asking) -> tuple[str, tuple[Field, ...]]:
    """Say what would open them, as a button that asks again."""
    words, changed = _change(gets, asked)
    return (words, changed.fields()) if changed != asked else ("", ())


def change(gets: Gets, asked: Asking) -> Asking:
    """Find what to change in the question; the same where nothing helps."""
    return _change(gets, asked)[1]


def _change(gets: Gets, asked: Asking) -> tuple[str, Asking]:
    """Find what to change in the question; nothing where nothing helps."""
    match gets.cause:
        case Cause.HOURS:
            told = ("Show all hours", replace(asked, blocks=frozenset(), hours=""))
        case Cause.TOO_FAR:
            further = next((far for far in FAR if far > asked.far), asked.far)
            told = (f"Look up to {further} minutes away", replace(asked, far=further))
        case Cause.NOT_THIS_WEEK:
            after = replace(asked, week=asked.week.later(1))
            told = ("Look at the week after", after)
        case Cause.MONEY:
            told = ("Show what costs more too", replace(asked, pay=None))
        case Cause.LANGUAGE:
            told = ("Show all languages", replace(asked, languages=frozenset()))
        case Cause.NEED if gets.field is not None:
            without = replace(asked, wishes=asked.wishes - {gets.field})
            told = (f"Look without «{WORDS[gets.field].wish}»", without)
        case _:
            told = ("", asked)
    return told
