"""Which changes may be tried, and what does each ask?"""

from dataclasses import dataclass
from enum import StrEnum


class Finds(StrEnum):
    """What is looked for by a part of its name before anything else is asked."""

    NOTHING = ""
    OFFER = "offer"
    SESSION = "session"
    PLACE = "place"


class Asks(StrEnum):
    """What else a change needs to know: names of fields in the address."""

    LINE = "line"
    ROUTE = "route"
    LIKE = "like"
    KIND = "kind"
    DAY = "day"
    CLOCK = "at"
    MINUTES = "minutes"
    POUNDS = "pounds"
    NEED = "need"
    NEEDS = "needs"
    MET = "met"
    RULE = "rule"
    FACES = "faces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One sort of change: its name in an address, its words, what it asks."""

    name: str
    words: str
    finds: Finds = Finds.NOTHING
    asks: tuple[Asks, ...]
    by_bus: bool = False


SORTS: tuple[Sort, ...] = (
    Sort(
        name="runs",
        words="Let a bus run on one more day",
        asks=(Asks.LINE, Asks.DAY, Asks.LIKE),
        by_bus=True,
    ),
    Sort(
        name="trip",
        words="Let one more bus go",
        asks=(Asks.ROUTE, Asks.DAY, Asks.CLOCK),
        by_bus=True,
    ),
    Sort(
        name="move",
        words="Move something to another time",
        finds=Finds.SESSION,
        asks=(Asks.DAY, Asks.CLOCK),
    ),
    Sort(
        name="again",
        words="Have something once more in the week",
        finds=Finds.OFFER,
        asks=(Asks.DAY, Asks.CLOCK, Asks.MINUTES),
    ),
    Sort(
        name="new",
        words="Begin something new",
        finds=Finds.PLACE,
        asks=(
            Asks.KIND,
            Asks.DAY,
            Asks.CLOCK,
            Asks.MINUTES,
            Asks.POUNDS,
            Asks.NEEDS,
        ),
    ),
    Sort(name="drop", words="Leave something out", finds=Finds.SESSION, asks=()),
    Sort(
        name="place",
        words="Build a ramp or a toilet at a place",
        finds=Finds.PLACE,
        asks=(Asks.NEED, Asks.MET),
    ),
    Sort(
        name="meets",
        words="A crèche, a language, a way in without steps",
        finds=Finds.OFFER,
        asks=(Asks.NEED, Asks.MET),
    ),
    Sort(name="price", words="Another price", finds=Finds.OFFER, asks=(Asks.POUNDS,)),
    Sort(
        name="room", words="Room for new faces", finds=Finds.OFFER, asks=(Asks.FACES,)
    ),
    Sort(
        name="joining",
        words="Another way to join",
        finds=Finds.OFFER,
        asks=(Asks.RULE,),
    ),
)


def sort_named(name: str) -> Sort | None:
    """Find a sort by its name in an address."""
    return next((one for one in SORTS if one.name == name), None)
