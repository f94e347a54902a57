"""For which weeks is it listed what is on?"""

from weft.commons.times import Week

WEEKS_AHEAD = 4
"""This week and three more: as far as a page looks ahead."""


def weeks_listed(first: Week) -> list[Week]:
    """List the weeks for which sessions are made, from one on."""
    return [first.later(more) for more in range(WEEKS_AHEAD)]
