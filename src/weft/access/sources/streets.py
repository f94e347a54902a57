"""Which streets and paths does an extract of OpenStreetMap hold, and who may pass?

The whole network, from every extract that the region file names; a way or a node that
lies in two of them is taken once (docs/data/streets.md).
"""

from collections.abc import Iterator

from weft.access.domain.arrays import Arrays
from weft.access.domain.streets import streets_of
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.standards.osm.streets import Edge, Joint, Street, read_streets

EVERY = 20_000  # rows between two words to whoever is watching


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Arrays]:
    """Read the extracts and build the network.

    Raises
    ------
    FileNotUnderstood
        When a file is not PBF, is cut short, or holds no street.
    """
    again = Tally()
    content, tally = streets_of(_once(asked, again, progress))
    for reason, rows in again.left_out.items():
        tally.leave_out(reason, rows)
    return Reading(asked=asked, content=content, tally=tally)


def _once(
    asked: Asked, again: Tally, progress: Progress
) -> Iterator[Street | Joint | Edge]:
    """Give what each extract holds, without what one before it has told."""
    seen: set[tuple[type, int]] = set()
    rows = 0
    for path in asked.files:
        for one in read_streets(path):
            rows += 1
            if rows % EVERY == 0:
                progress(rows, 0, "reading streets")
            key = (type(one), one.number)
            if key in seen:
                again.leave_out("told by another extract before")
            else:
                seen.add(key)
                yield one
