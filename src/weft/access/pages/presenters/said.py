"""How are numbers of people, conditions and weeks said?"""

from weft.access.domain.choice.values import Condition
from weft.access.domain.going import Basis
from weft.access.queries.weeks import PublishedAbout
from weft.commons.disclosure import rounded_estimate
from weft.commons.saying import dated
from weft.commons.times import Week

THOUSAND = 1_000
NOBODY_ASKED = (
    "Is it what people want, and do they feel that they have a choice? Nobody here has "
    "been asked yet."
)

BREAKS = (1, 3, 10, 30)
"""Classes of how many things are within reach: one, three, a handful, many."""

LICENCE = "CC BY 4.0; the inputs have their own licences"
CONDITIONS = {
    Condition.HOURS: "It is not on when they are free",
    Condition.DISTANCE: "The way there or home is too long",
    Condition.MONEY: "It costs too much",
    Condition.NEEDS: "Something they need is not there",
    Condition.ALLOWED: "It is for others",
    Condition.ROOM: "There is no room for new faces",
    Condition.WAY_IN: "They cannot book or join the way it asks",
}
BASES = {
    Basis.STRAIGHT_LINE.value: (
        "The way is guessed from a straight line: no bus, no hill, no timetable."
    ),
    Basis.STREETS.value: "The way follows the streets on the map. No bus is counted.",
    Basis.TIMETABLE.value: (
        "The way follows the streets on the map, and buses by each day’s timetable."
    ),
}


def people(thousandths: int) -> int:
    """Round a number of people: each is an estimate, to the nearest five."""
    return rounded_estimate(thousandths / THOUSAND)


def in_a_hundred(part: int, whole: int) -> float | None:
    """Say how many in a hundred; None of nobody."""
    return 100 * part / whole if whole else None


def week_of(week: Week) -> str:
    """Say which week."""
    return f"the week of {dated(week.monday)}"


def basis_of(week: PublishedAbout) -> str:
    """Say what the ways of a published week are reckoned from."""
    return BASES.get(str(week.about.get("basis", "")), "")


def sourced(whose: str, basis: str) -> str:
    """Say whose numbers they are, and by which ways: it stands under each of them."""
    return f"{whose}. {basis}" if basis else whose


def source_of(week: PublishedAbout) -> str:
    """Say whose the numbers of a published week are."""
    day = dated(week.published_at.date())
    whose = f"Weft, real choice, {week_of(week.week)}, published {day}"
    return sourced(whose, basis_of(week))
