"""What is a row of the list of sessions: one for each offer and time?"""

from collections.abc import Iterator, Mapping

from weft.assets.domain.schedules import Doubt
from weft.assets.models import Listing, Session
from weft.assets.queries.open_files.columns import SESSIONS
from weft.assets.queries.open_files.standing import Contents
from weft.assets.queries.open_files.things import (
    Row,
    around_offers,
    of_offer,
    offers_listed,
)
from weft.commons.saying import DAY_NAMES
from weft.commons.times import LONDON
from weft.ground.queries import ledger
from weft.shell.flat import Cell

NAMES = tuple(one.name for one in SESSIONS)
NO_TIMES: Mapping[str, Cell] = {}


def session_rows(region: str, contents: Contents) -> Iterator[Row]:
    """Give a row for each offer and session of a region, by offer and time.

    An offer of which nobody has said when has one row, its times empty.

    Parameters
    ----------
    region
        Its slug.
    contents
        Takes in what the rows speak of.
    """
    sources = {one.source: one for one in ledger(region)}
    for some in offers_listed(region):
        around, times = around_offers(some, sources), _times(some)
        for row in some:
            told = of_offer(row, around, contents)
            for when in times.get(row.pk) or [NO_TIMES]:
                line = {**told, **when}
                yield tuple(line.get(name) for name in NAMES)


def _times(some: list[Listing]) -> dict[int, list[Mapping[str, Cell]]]:
    found: dict[int, list[Mapping[str, Cell]]] = {}
    rows = Session.objects.filter(listing__in=[row.pk for row in some])
    for one in rows.order_by("listing", "starts", "ends", "pk"):
        found.setdefault(one.listing_id, []).append(_when(one))
    return found


def _when(one: Session) -> Mapping[str, Cell]:
    begins, ends = one.starts.astimezone(LONDON), one.ends.astimezone(LONDON)
    minutes = (one.ends - one.starts).total_seconds() / 60
    return {
        "starts_at": begins.isoformat(timespec="seconds"),
        "ends_at": ends.isoformat(timespec="seconds"),
        "day": begins.date().isoformat(),
        "weekday": DAY_NAMES[begins.weekday()],
        "from_clock": f"{begins:%H:%M}",
        "minutes": round(minutes),
        "certain": one.certain,
        "doubt": None if Doubt(one.doubt) is Doubt.NONE else one.doubt,
    }
