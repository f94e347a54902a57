"""Does each parameter choose the right services, alone and together with another?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from weft.standards.openreferral.conformance.asking import (
    REFUSED,
    Document,
    Feed,
    Listing,
)
from weft.standards.openreferral.conformance.filters import FILTERS, Filter
from weft.standards.openreferral.conformance.values import Check, Promise

TOGETHER = Promise(
    "together", "two conditions find what fulfils both, and nothing else"
)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A parameter, the value it was tried with, and what it found."""

    one: Filter
    value: str
    found: Listing


def choosing_checks(feed: Feed, sample: Sequence[Document]) -> Iterator[Check]:
    """Check every parameter on what a few services say of themselves."""
    tried: list[_Tried] = []
    for one in FILTERS:
        promise = Promise(one.name, f"{one.name}: {one.promise}")
        value = telling_value(one, sample)
        if value is None:
            yield promise.not_tried(
                f"no service says anything that {one.name} asks for"
            )
            continue
        found = feed.listing("services", **{one.name: value})
        tried.append(_Tried(one, value, found))
        yield promise.held_against(
            [*_wrong(one, value, found, sample), *_finds_nothing(feed, one)]
        )
    yield _together(feed, tried)


def telling_value(one: Filter, sample: Sequence[Document]) -> str | None:
    """Find a value that parts the sample best: some have it, some have it not."""
    values = sorted({value for told in sample for value in one.values(told)})
    best, parted = None, -1
    for value in values:
        answers = [one.holds(told, value) for told in sample]
        by = min(answers.count(True), answers.count(False))
        if True in answers and by > parted:
            best, parted = value, by
    return best


def _wrong(
    one: Filter, value: str, found: Listing, sample: Sequence[Document]
) -> Iterator[str]:
    """Say what was found that should not be, and what was not that should."""
    asked = f"{one.name}={value}"
    if found.status in REFUSED or found.status == 0:
        yield f"{asked} was answered with status {found.status}"
        return
    for told in sample:
        own, holds = str(told.get("id")), one.holds(told, value)
        if holds is False and own in found.ids:
            yield f"{asked} finds {own}, of which it is not so"
        if holds is True and own not in found.ids and found.whole:
            yield f"{asked} does not find {own}, of which it is so"


def _finds_nothing(feed: Feed, one: Filter) -> Iterator[str]:
    """Ask for what nothing has; a refusal is as good as an empty page."""
    if one.nothing:
        found = feed.listing("services", **{one.name: one.nothing})
        if found.items:
            yield f"{one.name}={one.nothing} finds {len(found.items)}, not none"


def _together(feed: Feed, tried: Sequence[_Tried]) -> Check:
    """Ask for two things at once, where both at once are less than each."""
    for a, b in combinations([t for t in tried if t.found.whole], 2):
        same = a.one.group and a.one.group == b.one.group
        taxa = "taxonomy" in a.one.name and "taxonomy" in b.one.name
        both = a.found.ids & b.found.ids
        if same or taxa or not both or both in (a.found.ids, b.found.ids):
            continue
        asked = {a.one.name: a.value, b.one.name: b.value}
        found = feed.listing("services", **asked).ids
        words = " and ".join(f"{name}={value}" for name, value in asked.items())
        return TOGETHER.held_against(_unlike(found, both, words))
    return TOGETHER.not_tried("no two parameters find overlapping parts of the feed")


def _unlike(found: frozenset[str], both: frozenset[str], words: str) -> Iterator[str]:
    """Say what two conditions found that they should not, and the reverse."""
    for own in sorted(found - both):
        yield f"{words} finds {own}, which not both find alone"
    for own in sorted(both - found):
        yield f"{words} does not find {own}, which both find alone"
