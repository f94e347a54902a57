"""Which order of what could be put on next follows from what a community put first?"""

from datetime import date

from weft.access.domain.next_offer import Order
from weft.access.domain.next_offer.order import RANKED
from weft.voices.domain.told_asked import PrioritiesTold


def order_of(told: PrioritiesTold, *, today: date) -> Order:
    """Give the order in which a community's list puts places and kinds.

    Parameters
    ----------
    told
        The list, the first first.
    today
        The day that is asked about: a list of a day to come has no day yet.

    Returns
    -------
    Order
        The first few places and kinds that the list names, each once.
    """
    most = len(RANKED)
    places = dict.fromkeys(one.place for one in told.first if one.place)
    kinds = dict.fromkeys(one.kind for one in told.first if one.kind is not None)
    on = told.decided_on
    return Order(
        whose=told.whose,
        of=told.of,
        said_on=on if on is not None and on <= today else None,
        places=tuple(places)[:most],
        kinds=tuple(kinds)[:most],
    )
