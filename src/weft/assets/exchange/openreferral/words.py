"""What do a directory's words on getting in mean to us?

The words themselves are always kept beside what is read from them.
"""

import re
from datetime import date

from weft.assets.domain.facts import FactField
from weft.assets.domain.told import FactTold, yes_or_no

_ACCESS: tuple[tuple[FactField, str, bool], ...] = (
    # In order: the first pattern that is found decides about its fact.
    (
        FactField.STEP_FREE,
        r"not step.free|no step.free|steps to|up (the )?stairs",
        False,
    ),
    (
        FactField.STEP_FREE,
        r"step.free|level access|\bramp|wheelchair (access|user)",
        True,
    ),
    (FactField.ACCESSIBLE_TOILET, r"(accessible|disabled) (toilet|wc)", True),
    (FactField.TOILETS, r"no toilet", False),
    (FactField.TOILETS, r"toilet|\bwc\b", True),
    (FactField.HEARING_LOOP, r"(hearing|induction) loop", True),
    (FactField.PARKING, r"no (car park|parking)", False),
    (FactField.PARKING, r"car park|parking", True),
    (FactField.QUIET_ROOM, r"quiet (room|space)", True),
)


def access_facts(
    words: str, *, told_by: str = "", told_on: date | None = None
) -> tuple[FactTold, ...]:
    """Read words on getting in; what they do not speak of stays unknown."""
    found: dict[FactField, bool] = {}
    for fact, pattern, is_so in _ACCESS:
        if fact not in found and re.search(pattern, words, re.IGNORECASE):
            found[fact] = is_so
    return tuple(
        fact
        for one, is_so in found.items()
        for fact in yes_or_no(one, is_so, by=told_by, on=told_on)
    )
