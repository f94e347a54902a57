"""What speaks for two listings being the same thing, and what against?

Each comparison gives one finding, with its weight. Where something is not told, nothing
is found: unknown is not no. Whoever is named first changes nothing.
"""

from collections.abc import Iterator

from weft.assets.domain.linking import weights
from weft.assets.domain.linking.lying import ONE_HOUR, When, Where, when, where
from weft.assets.domain.linking.names import likeness
from weft.assets.domain.linking.reading import PLACE, Reading, Shared
from weft.assets.domain.linking.weights import Finding

NOTHING_SHARED = Shared()
"""A hall's number is its groups' too, and yet the hall's own."""


def findings(one: Reading, other: Reading, shared: Shared) -> Iterator[Finding]:
    """Give everything that speaks for or against two listings being the same."""
    if one.sort == PLACE:
        yield from _of_places(one, other, shared)
    else:
        yield from _of_groups(one, other, shared)
    if one.source == other.source:
        yield weights.SAME_SOURCE


def _of_groups(one: Reading, other: Reading, shared: Shared) -> Iterator[Finding]:
    """Compare two groups, or two things to do."""
    yield weights.OF_GROUPS.names[likeness(one, other)]
    there, then = where(one, other), when(one.slots, other.slots)
    if there is not Where.UNKNOWN:
        yield weights.OF_GROUPS.places[there]
    if then is not When.UNKNOWN:
        yield weights.TIMES[then]
    if there is Where.SAME and then in ONE_HOUR and _are_alone(one, other, shared):
        yield weights.ALONE_THERE
    yield from _reached(one, other, shared)
    if one.years and other.years:
        same = one.years == other.years
        yield weights.SAME_AGES if same else weights.OTHER_AGES


def _of_places(one: Reading, other: Reading, shared: Shared) -> Iterator[Finding]:
    """Compare two halls, libraries, pubs."""
    yield weights.OF_PLACES.names[likeness(one, other)]
    there = where(one, other)
    if there is not Where.UNKNOWN:
        yield weights.OF_PLACES.places[there]
    if there is Where.SAME and one.house and other.house:
        same = bool(one.house & other.house)
        yield weights.SAME_HOUSE if same else weights.OTHER_HOUSE
    yield from _reached(one, other, NOTHING_SHARED)
    if one.nearer and other.nearer:
        same = one.nearer == other.nearer
        yield weights.SAME_KIND if same else weights.OTHER_KIND
        if same and _are_the_only_ones(one, other, shared):
            yield weights.ONLY_ONE_THERE


def _are_alone(one: Reading, other: Reading, shared: Shared) -> bool:
    """Tell whether no list knows of two things where and when they meet."""
    postcode = one.postcode or other.postcode
    hours = {(slot.day, slot.starts) for slot in one.slots}
    hours &= {(slot.day, slot.starts) for slot in other.slots}
    return bool(postcode) and not any(
        (postcode, day, starts or 0) in shared.crowded for day, starts in hours
    )


def _are_the_only_ones(one: Reading, other: Reading, shared: Shared) -> bool:
    """Tell whether no list knows of two places of their kind at their postcode."""
    here = one.postcode
    return (
        bool(here)
        and here == other.postcode
        and (here, one.nearer) not in shared.several_of_a_kind
    )


def _reached(one: Reading, other: Reading, shared: Shared) -> Iterator[Finding]:
    """Compare telephone numbers and websites; a hall's say little of its groups."""
    if one.telephone and other.telephone:
        if one.telephone != other.telephone:
            a_halls = {one.telephone, other.telephone} & shared.halls
            yield weights.ONE_HALLS_NUMBER if a_halls else weights.OTHER_NUMBER
        elif one.telephone in shared.halls:
            yield weights.HALLS_NUMBER
        else:
            several = one.telephone in shared.several
            yield weights.SEVERALS_NUMBER if several else weights.OWN_NUMBER
    if one.website and other.website:
        many = {one.website, other.website} & (shared.halls | shared.several)
        if one.website == other.website:
            yield weights.SHARED_SITE if many else weights.OWN_SITE
        elif not many:
            yield weights.OTHER_SITE
