"""Which sessions do groups of days and hours make?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time

from weft.assets.domain.hours.clocks import Span, meant
from weft.assets.domain.hours.hearing import Group, Nth, Sentence
from weft.assets.domain.hours.ordinals import others
from weft.assets.domain.hours.tokens import Clocks
from weft.assets.domain.hours.values import HOURS, Part, SessionRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the whole text speaks."""

    of_24: bool  # it counts hours to 24
    lean: Part | None  # it speaks of one part of the day: breakfast
    in_term: bool
    bare: bool  # it holds days and hours, and no other word


def sessions_of_groups(sentence: Sentence, manner: Manner) -> list[SessionRead]:
    """Make the sessions of a sentence, without what it leaves out."""
    of_groups = [list(_sessions(group, manner)) for group in sentence.groups]
    if manner.bare:
        of_groups = list(_overruled(of_groups))
    sessions = [session for of_group in of_groups for session in of_group]
    timed = {day for one in sessions if _timed(one) for day in one.days}
    replaced = {
        day: nth
        for group in sentence.groups
        if group.instead
        for day, nth in group.days
    }
    kept = []
    for session in sessions:
        days = tuple(
            day
            for day in session.days
            # A day told once more without hours says nothing new.
            if day not in sentence.closed and (_timed(session) or day not in timed)
        )
        if days or not session.days:
            of_month = _of_month(session, sentence, replaced)
            kept.append(replace(session, days=days, of_month=of_month))
    return kept


def _timed(session: SessionRead) -> bool:
    """Tell whether anybody said at which hours."""
    return session.starts is not None or session.ends is not None


def _overruled(of_groups: list[list[SessionRead]]) -> Iterator[list[SessionRead]]:
    """Let «Mon-Fri 9-5, Wed 9-1» be one session on Wednesday, the later one.

    Only where nothing but days and hours is told: «hot meal Weds 12» comes on top.
    """
    for at, of_group in enumerate(of_groups):
        later = [one for some in of_groups[at + 1 :] for one in some]
        yield [
            replace(session, days=_left_by(session, later))
            for session in of_group
            if not session.days or _left_by(session, later)
        ]


def _left_by(session: SessionRead, later: Sequence[SessionRead]) -> tuple[int, ...]:
    """Give the days that no later session tells anew."""
    anew = {day for one in later if _overlap(session, one) for day in one.days}
    return tuple(day for day in session.days if day not in anew)


def _overlap(one: SessionRead, other: SessionRead) -> bool:
    """Tell whether two sessions of a week share some time, by the clock."""
    edges = (one.starts, one.ends, other.starts, other.ends)
    if one.of_month or other.of_month or one.months != other.months:
        return False
    if not all(isinstance(edge, time) for edge in edges):
        return False
    spans = [_minutes(session) for session in (one, other)]
    return max(start for start, _ in spans) < min(end for _, end in spans)


def _minutes(session: SessionRead) -> tuple[int, int]:
    """Count from when to when, in minutes after midnight; past midnight goes on."""
    starts, ends = (
        edge.hour * 60 + edge.minute if isinstance(edge, time) else 0
        for edge in (session.starts, session.ends)
    )
    return starts, ends if ends > starts else ends + 24 * 60


def _of_month(
    session: SessionRead, sentence: Sentence, replaced: dict[int, Nth]
) -> Nth:
    """Say which weekdays of the month are left for a session told for all of them."""
    if session.of_month:
        return session.of_month
    if sentence.off:
        return sentence.off[0]
    instead = next((replaced[day] for day in session.days if day in replaced), ())
    rest = others(instead) if instead else ()
    sentence.unsaid = sentence.unsaid or bool(instead and not rest)
    return rest


def _sessions(group: Group, manner: Manner) -> Iterator[SessionRead]:
    """Make the sessions of a group: each of its days at each of its hours."""
    whens: dict[Nth, list[int]] = {}
    for day, nth in group.days:
        whens.setdefault(nth, []).append(day)
    timed = list(_at_hours(group.hours, manner)) or [SessionRead()]
    for nth, days in (whens or {(): []}).items():
        for hours in timed:
            yield replace(
                hours,
                days=tuple(days),
                dates=tuple(group.dates),
                of_month=nth,
                months=group.months,
                first_on=group.since,
                last_on=group.till,
                term_time_only=manner.in_term and not group.whole_year,
            )


def _at_hours(hours: Sequence[Clocks | Part], manner: Manner) -> Iterator[SessionRead]:
    """Read hours one after the other; a part of the day leans the clock beside it."""
    after: time | None = None
    for clocks, lean in _leaning(hours):
        if clocks is not None:
            span = _counted(clocks.span) if manner.of_24 else clocks.span
            told = meant(span, lean=lean or manner.lean, after=after)
            after = told.starts if isinstance(told.starts, time) else after
            yield SessionRead(
                starts=told.starts, ends=told.ends, half=told.half, rough=clocks.rough
            )
        elif lean is not None:
            starts, ends = HOURS[lean]
            yield SessionRead(starts=starts, ends=ends, rough=True)


def _counted(span: Span) -> Span:
    """Take clocks for ones that count to 24, as another in the text does."""
    starts, ends = (
        replace(one, half=one.half or "24") if one else None
        for one in (span.starts, span.ends)
    )
    return replace(span, starts=starts, ends=ends)


def _leaning(
    hours: Sequence[Clocks | Part],
) -> list[tuple[Clocks | None, Part | None]]:
    """Pair each clock with the part of the day that stands beside it, if one does."""
    pairs: list[tuple[Clocks | None, Part | None]] = []
    for one in hours:
        clocks, part = pairs[-1] if pairs else (None, None)
        if isinstance(one, Clocks) and clocks is None and part is not None:
            pairs[-1] = (one, part)
        elif isinstance(one, Clocks):
            pairs.append((one, None))
        elif clocks is not None and part is None:
            pairs[-1] = (clocks, one)
        else:
            pairs.append((None, one))
    return pairs
