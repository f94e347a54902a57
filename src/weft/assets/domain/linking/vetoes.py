"""When may two listings never be linked by reckoning, whatever else is alike?

A veto names one thing that parts two groups for people: one is for men and one for
women, one for under-fives and one for over-fifties, first and second, beginners and
improvers, Mondays and Thursdays. It is taken from what both say; where one says
nothing, there is no veto. Only a person's decision stands above it.
"""

from collections.abc import Iterator

from weft.assets.domain.linking.lying import TELLING_APART, Where, when, where
from weft.assets.domain.linking.names import Likeness, likeness
from weft.assets.domain.linking.naming import Name
from weft.assets.domain.linking.reading import DAYS, PLACE, Reading
from weft.assets.domain.linking.written import Years

ONE_NAME = frozenset({Likeness.SAME, Likeness.NEARLY})
_PARTS_OF_DAY = (
    {"morning", "afternoon"},
    {"morning", "evening"},
    {"morning", "late"},
    {"afternoon", "evening"},
)
"""«pm» may be the afternoon or the evening, so it parts only from the morning."""


def vetoes(one: Reading, other: Reading) -> Iterator[str]:
    """Say in words everything that forbids a link; the same whoever comes first."""
    if one.sort != other.sort:
        yield "they are different sorts of things"
        return
    yield from _by_names(one.name, other.name)
    if one.sort != PLACE:
        yield from _of_groups(one, other)
    elif one.source == other.source:
        yield "one list tells of both, as two places"


def _by_names(one: Name, other: Name) -> Iterator[str]:
    """Say how the marks of two names part them."""
    if one.who and other.who and one.who != other.who:
        yield "their names say that they are for different people"
    if one.level and other.level and one.level != other.level:
        yield "one is for beginners, the other for those further on"
    if one.standing and other.standing and one.standing != other.standing:
        yield "one is the juniors', the other the seniors'"
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        yield "they have different numbers"
    if one.days and other.days and not one.days & other.days:
        yield "their names say different days"
    if {one.part_of_day, other.part_of_day} in _PARTS_OF_DAY:
        yield "their names say different parts of the day"
    if one.people and other.people and not one.people & other.people:
        yield "their names say different languages or communities"


def _of_groups(one: Reading, other: Reading) -> Iterator[str]:
    """Say how ages, villages and times part two groups."""
    if one.years and other.years and not _meet(one.years, other.years):
        yield "they are for different ages"
    there = where(one, other)
    if there is Where.FAR:
        yield "they meet in different villages"
    at_odds = there is Where.SAME and when(one.slots, other.slots) in TELLING_APART
    if at_odds and likeness(one, other) not in ONE_NAME:
        yield "they have different names and are at different times in one hall"
    if _says_another_day(one, other) or _says_another_day(other, one):
        yield "the name of one says another day than the other is on"


def _says_another_day(named: Reading, timed: Reading) -> bool:
    """Hold the day in one's name beside the days on which the other is on."""
    days = {DAYS[slot.day] for slot in timed.slots}
    return bool(named.name.days and days and not named.name.days & days)


def _meet(one: Years, other: Years) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
