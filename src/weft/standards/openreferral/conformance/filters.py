"""What does each parameter say of a service, as one reads it by hand?

Of a service that was read whole, a parameter's value holds, does not hold, or nobody
can tell (None): where no age is told, either answer is right.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from weft.standards.openreferral.conformance.asking import Document, inside

Holds = Callable[[Document, str], bool | None]
Values = Callable[[Document], Iterator[str]]
_WORD = re.compile(r"[A-Za-z]{5,}")
NOBODY = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One parameter: which values a service gives it, and for which it holds.

    ``nothing`` is a value that no service has. Filters of one ``group`` may be read as
    being of one and the same schedule, so that two of them are not held to be apart.
    """

    name: str
    promise: str
    values: Values
    holds: Holds
    nothing: str = ""
    group: str = ""


def _text(name: str) -> Values:
    def values(told: Document) -> Iterator[str]:
        if name in told:
            yield str(told[name])

    return values


def _schedules(told: Document) -> Iterator[Document]:
    """Find the times of a service and of its places (HSDS)."""
    yield from inside(told, "schedules")
    yield from inside(told, "service_at_locations", "schedules")


def _of_schedules(name: str) -> Values:
    def values(told: Document) -> Iterator[str]:
        for one in _schedules(told):
            if one.get(name):
                yield from str(one[name]).split(",")

    return values


def _days(told: Document) -> Iterator[str]:
    """List the days of a service, without which of the month they are."""
    for day in _of_schedules("byday")(told):
        yield day.strip()[-2:].upper()


def _on(told: Document, value: str) -> bool | None:
    days = list(_days(told))
    return value in days if days else None


def _clock(name: str, *, later: bool) -> Holds:
    def holds(told: Document, value: str) -> bool | None:
        clocks = [clock[:5] for clock in _of_schedules(name)(told)]
        if not clocks:
            return None
        return any(c >= value[:5] if later else c <= value[:5] for c in clocks)

    return holds


def _short_clocks(name: str) -> Values:
    def values(told: Document) -> Iterator[str]:
        for clock in _of_schedules(name)(told):
            yield clock[:5]

    return values


def _age(name: str, *, least: bool) -> Holds:
    def holds(told: Document, value: str) -> bool | None:
        age = told.get(name)
        if not isinstance(age, int | float):
            return None
        return age >= float(value) if least else age <= float(value)

    return holds


def _term_ids(*names: str) -> Values:
    def values(told: Document) -> Iterator[str]:
        for term in inside(told, "attributes", "taxonomy_term"):
            found: object = term
            for name in names:
                found = found.get(name) if isinstance(found, dict) else None
            if found:
                yield str(found)

    return values


def _among(values: Values) -> Holds:
    return lambda told, value: value in set(values(told))


def _organization(told: Document) -> Iterator[str]:
    for one in inside(told, "organization"):
        yield str(one.get("id"))


def _words(told: Document) -> Iterator[str]:
    yield from (word.lower() for word in _WORD.findall(str(told.get("name", ""))))


def _speaks(told: Document, word: str) -> bool | None:
    """Tell whether a word is in the name.

    A search may look at more than names, and may know other forms of a word.
    """
    if word in str(told.get("name", "")).lower().split():
        return True
    return None if word[:4] in json.dumps(told).lower() else False


def _changed(told: Document, value: str) -> bool | None:
    try:
        changed, since = (_instant(one) for one in (told.get("last_modified"), value))
    except ValueError:
        return None
    return changed >= since


def _instant(told: object) -> datetime:
    found = datetime.fromisoformat(str(told))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


FILTERS = (
    Filter(
        name="search",
        promise="a word finds the services that have it in their name",
        values=_words,
        holds=_speaks,
        nothing="qzxvkwjyplm",
    ),
    Filter(
        name="taxonomy_term_id",
        promise="a term finds what is under it, and nothing else",
        values=_term_ids("id"),
        holds=_among(_term_ids("id")),
        nothing=NOBODY,
    ),
    Filter(
        name="taxonomy_id",
        promise="a taxonomy finds what is under one of its terms, and nothing else",
        values=_term_ids("taxonomy_id"),
        holds=_among(_term_ids("taxonomy_id")),
        nothing=NOBODY,
    ),
    Filter(
        name="minimum_age",
        promise="only services whose minimum age is at least this",
        values=_text("minimum_age"),
        holds=_age("minimum_age", least=True),
        nothing="900",
    ),
    Filter(
        name="maximum_age",
        promise="only services whose maximum age is at most this",
        values=_text("maximum_age"),
        holds=_age("maximum_age", least=False),
    ),
    Filter(
        name="day",
        promise="only services that are on on this day",
        values=_days,
        holds=_on,
        group="schedule",
    ),
    Filter(
        name="start_time",
        promise="only services that start at this time or later",
        values=_short_clocks("opens_at"),
        holds=_clock("opens_at", later=True),
        group="schedule",
    ),
    Filter(
        name="end_time",
        promise="only services that end at this time or earlier",
        values=_short_clocks("closes_at"),
        holds=_clock("closes_at", later=False),
        group="schedule",
    ),
    Filter(
        name="organization_id",
        promise="only what this organisation gives",
        values=_organization,
        holds=_among(_organization),
        nothing=NOBODY,
    ),
    Filter(
        name="modified_after",
        promise="only services that changed at this moment or later, and all of them",
        values=_text("last_modified"),
        holds=_changed,
        nothing="2999-01-01T00:00:00Z",
    ),
)
"""Every parameter that chooses services by what they themselves say."""
