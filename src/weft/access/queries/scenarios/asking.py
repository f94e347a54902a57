"""What would a scenario change in a week that is ready?"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.whatif import (
    Difference,
    Runs,
    Scenario,
    Trip,
    difference,
    from_text,
)
from weft.access.queries.scenarios.ready import Ready
from weft.commons.errors import NotPossible

AT_HAND = 24
"""Answers kept with a week: a page, its files and a comparison ask for the same."""

LONGEST = 24 * 60  # minutes of a session


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """A scenario, and what it changes in the week ``ready``."""

    ready: Ready
    text: str
    scenario: Scenario
    difference: Difference


def ask(ready: Ready, text: str) -> Answer:
    """Say what a scenario changes.

    Parameters
    ----------
    ready
        The week.
    text
        The scenario, as ``whatif.as_text`` writes it.

    Raises
    ------
    NotPossible
        When the text is no scenario, or is about something that is not there in this
        week.
    """
    scenario = from_text(text)
    _see_that_it_is_within(scenario, ready.base.world.hours * HOUR // MINUTE)
    found = ready.answers.get(text)
    if found is None:
        found = ready.answers[text] = _difference(ready, scenario)
        for old in list(ready.answers)[:-AT_HAND]:
            ready.answers.pop(old, None)
    return Answer(ready=ready, text=text, scenario=scenario, difference=found)


def _difference(ready: Ready, scenario: Scenario) -> Difference:
    """Reckon it, with the buses as they would be."""
    timed, rerouted = None, None
    trips = [one for one in scenario if isinstance(one, Trip | Runs)]
    if ready.buses is not None:
        buses, rerouted = ready.buses.with_more(trips)
        timed = buses.timed
    return difference(
        ready.base, scenario, ready.named.book, timed=timed, rerouted=rerouted
    )


def _see_that_it_is_within(scenario: Scenario, week: int) -> None:
    """See that what is to begin does so in the week, and ends within a day."""
    for change in scenario:
        times: Iterable[int] = (
            getattr(change, one.name)
            for one in fields(change)
            if one.name in {"start", "to", "minute"}
        )
        if any(minute >= week for minute in times):
            raise NotPossible("A week has seven days, and this is after its end.")
        if not 0 < getattr(change, "minutes", 1) <= LONGEST:
            raise NotPossible("It should last between a minute and a day.")
