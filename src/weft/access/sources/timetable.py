"""Which buses run in a region? A timetable as GTFS (docs/data/timetables.md)."""

from weft.access.domain.arrays import Arrays
from weft.access.domain.timetable.tables import as_arrays, silent_about
from weft.access.exchange.timetable import timetable_from
from weft.commons.errors import FileNotUnderstood
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.standards.gtfs import read_feed


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Arrays]:
    """Read the timetable.

    Raises
    ------
    FileNotUnderstood
        When a file is no GTFS (TransXChange is told apart, with advice), or there is
        more than one: of two timetables nobody knows which holds.
    """
    if len(asked.files) != 1:
        raise FileNotUnderstood(
            f"there are {len(asked.files)} timetables, and one is needed",
            file=", ".join(path.name for path in asked.files),
            remedy="Keep the newest in the folder, or name it in the region file.",
        )
    progress(0, 0, "reading the timetable")
    tally = Tally()
    timetable = timetable_from(read_feed(asked.files[0], tally=tally))
    if silent := silent_about(timetable, asked.week):
        tally.complain(f"the week of the build: {silent}")
    for what, known, of in (
        (
            "vehicles that say whether they take a wheelchair",
            "trip_accessible",
            "trips",
        ),
        ("stops that say whether a wheelchair can board", "stop_boarding", "stops"),
    ):
        told = int((getattr(timetable, known) > 0).sum())
        tally.joined(what, hits=told, of=getattr(timetable, of))
    return Reading(asked=asked, content=as_arrays(timetable), tally=tally)
