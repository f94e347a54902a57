"""What may a group tell of a change it made, and how is a rule kept with it?"""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import TypedDict

from weft.assets.domain.told import ScheduleTold
from weft.commons.errors import NotPossible

MOST_LETTERS = 300
_MAIL = re.compile(r"\S@\S+\.\S")
_TELEPHONE = re.compile(r"\+?\d[\d\s()/-]{8,}\d")


class Whose(StrEnum):
    """Because of whose words: kinds of people, so that nobody is ever named."""

    PEOPLE = "people"  # who come
    NEW = "new"  # who came for the first time
    LEFT = "left"  # who stopped coming
    NOT_THERE = "not_there"  # who never came
    NEIGHBOURS = "neighbours"
    HELPERS = "helpers"
    OTHERS = "others"  # another group, a surgery, a library
    OURSELVES = "ourselves"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTold:
    """One change, in the group's own words.

    Attributes
    ----------
    on
        From which day on.
    whose, said
        Whose words it follows, and what they said; neither need be told.
    changed
        What is different now.
    was
        How it was before, if they like.
    """

    on: date
    changed: str
    whose: Whose | None = None
    said: str = ""
    was: str = ""

    def checked(self) -> "ChangeTold":
        """Give it without blanks around its words.

        Raises
        ------
        NotPossible
            When nothing was changed, when it is too long, or tells how to reach
            somebody.
        """
        plain = replace(
            self,
            changed=" ".join(self.changed.split()),
            said=" ".join(self.said.split()),
            was=" ".join(self.was.split()),
        )
        words = (plain.changed, plain.said, plain.was)
        if not plain.changed:
            raise NotPossible("Say what you changed.")
        if any(len(one) > MOST_LETTERS for one in words):
            raise NotPossible(f"Keep each answer to {MOST_LETTERS} letters or fewer.")
        if any(_MAIL.search(one) or _TELEPHONE.search(one) for one in words):
            raise NotPossible(
                "Please leave out e-mail addresses and telephone numbers. "
                "This stands on a page for everybody."
            )
        return plain


class KeptRule(TypedDict):
    """A rule as a change keeps it, in JSON: never in the teller's words."""

    opening_hours: str
    days: list[int]
    starts: str | None
    ends: str | None
    every_weeks: int
    of_month: list[int]
    term_time_only: bool
    bank_holidays: bool | None
    extra_dates: list[str]
    rough: bool


def rule_kept(rule: ScheduleTold) -> KeptRule:
    """Write a rule, without the days from which and till which it counts."""
    return KeptRule(
        opening_hours=rule.opening_hours,
        days=list(rule.days),
        starts=rule.starts.isoformat() if rule.starts else None,
        ends=rule.ends.isoformat() if rule.ends else None,
        every_weeks=rule.every_weeks,
        of_month=list(rule.of_month),
        term_time_only=rule.term_time_only,
        bank_holidays=rule.bank_holidays,
        extra_dates=[day.isoformat() for day in rule.extra_dates],
        rough=rule.rough,
    )


def rule_read(kept: KeptRule) -> ScheduleTold:
    """Read a rule back from what a change keeps."""
    starts, ends = kept["starts"], kept["ends"]
    return ScheduleTold(
        opening_hours=kept["opening_hours"],
        days=tuple(kept["days"]),
        starts=time.fromisoformat(starts) if starts else None,
        ends=time.fromisoformat(ends) if ends else None,
        every_weeks=kept["every_weeks"],
        of_month=tuple(kept["of_month"]),
        term_time_only=kept["term_time_only"],
        bank_holidays=kept["bank_holidays"],
        extra_dates=tuple(map(date.fromisoformat, kept["extra_dates"])),
        rough=kept["rough"],
    )
