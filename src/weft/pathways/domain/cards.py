"""How long does a card count, and how many may there be?"""

from datetime import date

from weft.commons.times import Week

LETTERS = 8
"""Of a card's code: it is read aloud and typed by hand, and opens nothing. Somebody who
tries codes finds one in 850 thousand million times the cards that are out."""

LAPSE_WEEKS = 12
MOST_CARDS = 500
"""Of one offer in one week: more is a program, not a surgery."""

WEEKS_SHOWN = 5
"""This week and the four before it, as on a group's own page."""


def lapses_before(today: date) -> date:
    """Give the Monday before which a card that nobody used counts no more."""
    return Week.of(today).later(-LAPSE_WEEKS).monday


def mondays_shown(today: date) -> tuple[date, ...]:
    """List the weeks of the tally, the newest last."""
    this = Week.of(today)
    return tuple(this.later(back).monday for back in range(1 - WEEKS_SHOWN, 1))
