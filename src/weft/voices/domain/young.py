"""Who speaks of the young, and have the young themselves been heard?"""

import re
from collections.abc import Iterable

from weft.voices.domain.missing.census_words import band_meant

YOUNG_UNTIL = 25
"""Years; a group whose eldest are younger is of the young."""

_YOUNG = re.compile(
    r"\b(the young|young (people|men|women|person|adults)|youth|children|child|"
    r"teenagers?|pupils|students|at school|under (1\d|2[0-5]))\b",
    re.IGNORECASE,
)


def is_of_the_young(group: str) -> bool:
    """Tell whether an age group is of the young: «under 16», «16 to 24»."""
    band = band_meant(group)
    return band is not None and band.last is not None and band.last < YOUNG_UNTIL


def speaks_of_the_young(on_behalf_of: str) -> bool:
    """Tell whether somebody spoke on behalf of the young, by whom they named."""
    return bool(_YOUNG.search(on_behalf_of))


def young_are_waited_for(
    presences: Iterable[tuple[str, int | None, int | None]],
) -> bool:
    """Tell whether the young were asked and have not answered yet.

    Parameters
    ----------
    presences
        By age, from every workshop: the group, how many were invited, how many spoke;
        None is not known.

    Notes
    -----
    Who spoke where nobody counted is not known, which is no answer.
    """
    young = [one for one in presences if is_of_the_young(one[0])]
    asked = any(invited for _, invited, _ in young)
    return asked and not any(spoke for _, _, spoke in young)
