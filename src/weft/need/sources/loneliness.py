"""How many people are lonely, by the British Red Cross's model for small areas?

A model, not a count: made from the Community Life Survey 2020/21, so that many areas
share a value: 992 over the 1,404 areas of West Yorkshire (docs/data/wellbeing.md).
The file's tenths run the other way from those of deprivation: 10 is where most people
are lonely.
"""

from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.sources.simple_tables import Simple, read_simple

OF_WHOM = "people aged 16 and over (modelled)"
SIMPLE = Simple(
    table="CLS loneliness",
    title="Loneliness by small area, modelled",
    year=2021,
    code="lsoa21_code",
    vintage=2021,
    columns={
        "perc": Column(
            key="lonely.share",
            label="Often, always or sometimes lonely (%)",
            unit="%",
            kind=Kind.RATE,
            of_whom=OF_WHOM,
        ),
        "deciles": Column(
            key="lonely.tenth",
            label="Tenth of England's areas, 10 where most are lonely",
            unit="",
            kind=Kind.SCORE,
            of_whom=OF_WHOM,
        ),
    },
)


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the model's values."""
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.append(read_simple(path, SIMPLE, asked, tally)[0])
    return Reading(asked=asked, content=frames, tally=tally)
