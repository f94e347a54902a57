"""What does whoever holds a thing say of it by their own link, and what follows?

Their word is kept beside what others told, under a source of its own: the next load
leaves it as it is, and taking it back leaves no trace in what others told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from weft.assets.domain.kinds import Visibility
from weft.assets.domain.told import TOLD, ScheduleTold
from weft.assets.domain.visibility import Channel
from weft.commons.times import Week
from weft.ground.domain.named import folded

HOLDER = "holder"
"""The source of what was said by a holder's link."""

LONGEST_PAUSE = timedelta(days=366)
"""Whoever stops for longer has closed for now, which is told another way."""


class HolderField(StrEnum):
    """A fact that only a holder's link tells, and that no page shows as a fact."""

    NEW_TIMES = "new_times"  # a day: from then on only what the holder told counts
    PAUSE = "pause"  # «2026-12-01/2027-01-05»: from a day, and when it is on again
    NOT_OURS = "not_ours"  # how visible it was before; awaits a steward
    KEPT_HIDDEN = "kept_hidden"  # the same, and a steward has looked
    ASKED_NOT = "asked_not"  # how visible it was before it asked not to be listed
    SHOWN = "shown"  # how visible what they hold shall be (Visibility)
    NAMED = "named"  # what they call what they hold
    TERMS = "own_terms"  # on whose terms it may be told, used, asked for
    STOPPED = "stopped"  # «2026-12-01/why»: they do not do it any more, from a day
    CHANNELS = "channels"  # what of MAY_BE_CARRIED they said yes to, or NOWHERE
    FUNDERS = "funders"  # yes: their name may stand before funders; no: it may not
    YOUNG = "young"  # yes or no: young people run it
    OWNED = "owned"  # how it is owned, in their words
    PART_OF = "part_of"  # the key of what they say they are part of, or NOTHING
    NO_MAIL = "no_mail"  # the day on which they asked not to be written to


TOLD_TIMES = "told_times"
"""A fact of the source «told»: the times that its sources tell were wrong, it was
accepted, and the rules that came with it count in their place."""


MOST_NEW_FACES = 200
"""In one week: whoever types more has typed something else."""

MAY_BE_SHOWN = (
    Visibility.PUBLIC,
    Visibility.KNOWN,
    Visibility.MEMBERS,
    Visibility.HIDDEN,
)
"""How a holder may let a thing be seen by their link, from most to least of others."""

MAY_BE_CARRIED = (
    Channel.SEARCH,
    Channel.FEED,
    Channel.BULK,
    Channel.SEARCH_ENGINE,
)
"""What a holder is asked about, of what has no address: each needs a yes of its own."""
NOTHING, NOWHERE = "nothing", "nowhere"
"""What is kept where a holder said no to all of them, so that a load keeps to it."""


def channels_said(words: str) -> tuple[str, ...]:
    """Read which channels a holder said yes to.

    >>> channels_said("search;feed"), channels_said("nowhere")
    (('search', 'feed'), ())
    """
    return () if words == NOWHERE else tuple(words.split(";"))


MOST_LETTERS_OF_TERMS = 300
MOST_LETTERS_OF_WORDS = 300
_MONEY = re.compile(
    r"[£$€]|\b\d[\d,.]*\s?(?:p|pence|pounds?|quid|euros?|grand|k)\b", re.IGNORECASE
)


def names_money(words: str) -> bool:
    """Tell whether words give an amount of money.

    What came back to a holder is never given a value in money: a thank-you letter and a
    new roof stand in the same list.

    >>> [names_money(words) for words in ("£50", "two evenings", "40 quid", "5 people")]
    [True, False, True, False]
    """
    return bool(_MONEY.search(words))


def run_by_young_people_says_who(
    flag: bool | None,  # noqa: FBT001 it is the fact itself
    *,
    told_by: str,
    name: str,
) -> str:
    """Say whose word it is that young people run a thing; "" where nobody says so.

    Parameters
    ----------
    flag
        What was told: yes, no, or nothing.
    told_by
        Who told it.
    name
        The group's own name.

    Returns
    -------
    str
        The group's own name where it says so itself: then, and only then, a page may
        say that it is run by young people. Else whoever says so of them.
    """
    if not flag:
        return ""
    theirs = name and folded(told_by) == folded(name)
    return name if theirs else (told_by or "Somebody")


@dataclass(frozen=True, slots=True)
class Stopped:
    """They do not do it any more: from which day, and in a line why."""

    on: date
    why: str = ""

    @classmethod
    def of(cls, words: str) -> "Stopped | None":
        """Read it back from the register; None where they go on.

        >>> Stopped.of("2026-12-01/The roof/hall went.")
        Stopped(on=datetime.date(2026, 12, 1), why='The roof/hall went.')
        """
        on, between, why = words.partition("/")
        return cls(date.fromisoformat(on), why) if between else None

    def __str__(self) -> str:
        """Write it as the register keeps it."""
        return f"{self.on}/{self.why}"


@dataclass(frozen=True, slots=True)
class Pause:
    """A break: nothing is on before ``back_on``."""

    since: date
    back_on: date

    @classmethod
    def of(cls, words: str) -> "Pause | None":
        """Read a pause back from the register; None where there is none.

        >>> Pause.of("2026-12-01/2027-01-05").back_on
        datetime.date(2027, 1, 5)
        """
        since, between, back_on = words.partition("/")
        if not between:
            return None
        return cls(date.fromisoformat(since), date.fromisoformat(back_on))

    def __str__(self) -> str:
        """Write it as the register keeps it: an interval of ISO 8601."""
        return f"{self.since}/{self.back_on}"


@dataclass(frozen=True, slots=True)
class HoldersWord:
    """What the holder says of when something is on.

    ``mended``: somebody told that its sources were wrong, and it was accepted.
    """

    pause: Pause | None = None
    new_from: date | None = None
    mended: bool = False

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "HoldersWord":
        """Read it from what was said of one thing, by field."""
        new = said.get(HolderField.NEW_TIMES)
        return cls(
            pause=Pause.of(said.get(HolderField.PAUSE, "")),
            new_from=date.fromisoformat(new) if new else None,
            mended=TOLD_TIMES in said,
        )


NO_WORD = HoldersWord()


def in_force(
    rule: ScheduleTold, word: HoldersWord, *, source: str
) -> ScheduleTold | None:
    """Say what of a rule counts after the holder's word.

    The holder's own rules nobody cuts. What was told and accepted stands in the place
    of what the sources tell, until the holder tells new times.

    Parameters
    ----------
    rule
        As it was told.
    word
        What the holder said.
    source
        Whose rule it is.

    Returns
    -------
    ScheduleTold or None
        None where nothing of it counts.
    """
    if source not in {HOLDER, TOLD} and word.mended:
        return None
    if word.new_from is not None and source != HOLDER:
        rule = until(rule, word.new_from)
    return paused(rule, word.pause)


def until(rule: ScheduleTold, day: date) -> ScheduleTold:
    """Let a rule count before a day, and not from then on."""
    eve = day - timedelta(days=1)
    return replace(
        rule,
        last_on=min(rule.last_on or eve, eve),
        extra_dates=tuple(one for one in rule.extra_dates if one < day),
    )


def beginning(rule: ScheduleTold, day: date) -> ScheduleTold:
    """Let a rule count from a day on, which also says whose turn a fortnight is."""
    return replace(
        rule,
        first_on=max(rule.first_on or day, day),
        extra_dates=tuple(one for one in rule.extra_dates if one >= day),
    )


def paused(rule: ScheduleTold, pause: Pause | None) -> ScheduleTold:
    """Let nothing be on during a pause, and everything after it as before.

    Parameters
    ----------
    rule
        As it was told.
    pause
        None where nobody has said that there is one.
    """
    if pause is None:
        return rule
    extra = tuple(d for d in rule.extra_dates if not pause.since <= d < pause.back_on)
    kept = replace(rule, extra_dates=extra)
    if rule.every_weeks > 1 and rule.first_on is None:
        # Nobody knows whose turn it is; a first day would make that look known.
        return replace(kept, except_dates=(*rule.except_dates, *_missed(rule, pause)))
    return replace(kept, first_on=_first_after(rule, pause))


def _missed(rule: ScheduleTold, pause: Pause) -> Iterator[date]:
    """List the days on which it might have been."""
    for passed in range((pause.back_on - pause.since).days):
        day = pause.since + timedelta(days=passed)
        if day.weekday() in rule.days:
            yield day


def _first_after(rule: ScheduleTold, pause: Pause) -> date:
    """Say from when a rule holds again, in the same turn of weeks as before."""
    first = rule.first_on
    if first is None or first >= pause.back_on:
        return max(pause.back_on, first or pause.back_on)
    if rule.every_weeks <= 1:
        return pause.back_on
    weeks = (Week.of(pause.back_on).monday - Week.of(first).monday).days // 7
    turns = -(-weeks // rule.every_weeks) * rule.every_weeks
    return max(Week.of(first).later(turns).monday, pause.back_on)
