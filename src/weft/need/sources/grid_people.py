"""How many people live in each square of a made-up grid? As many as one says.

The same number in each (``options.people``, else 100), so that counts over a true map
with made-up areas are plainly nobody's (docs/data/streets.md).
"""

import numpy as np

from weft.commons.errors import FileNotUnderstood
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame

USUAL_PEOPLE = 100


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Put so many people into each area that the ground has read.

    Raises
    ------
    FileNotUnderstood
        When the region is a real one.
    """
    if not asked.region.made_up:
        raise FileNotUnderstood(
            "these people are made up, and this region is not",
            file=f"{asked.region.slug.replace('-', '_')}.toml",
            column=f"sources.{asked.source}",
            remedy="Take a census table or estimates, or say «made_up = true».",
        )
    codes = tuple(sorted(asked.areas.get(asked.vintage, ())))
    progress(len(codes), len(codes), "people made up")
    people = float(asked.option("people", str(USUAL_PEOPLE)))
    frame = AreaFrame(
        table="made up",
        title="So many made-up people in each square",
        vintage=asked.vintage,
        year=asked.vintage.year,
        codes=codes,
        columns=(
            Column(
                key="people.total",
                label="Made-up people",
                unit="people",
                kind=Kind.COUNT,
                of_whom="nobody: these people are made up",
            ),
        ),
        values=np.full((len(codes), 1), people),
    )
    tally = Tally()
    tally.use(len(codes))
    return Reading(asked=asked, content=[frame], tally=tally)
