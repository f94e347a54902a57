"""How many homes are hard to keep warm?

The sub-regional fuel poverty table, whose numbers are padded with blanks. A home
counts when keeping it warm would leave the household below the poverty line and its
energy rating is D or lower (docs/data/wellbeing.md).
"""

from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.england import england_of, holds_england
from weft.need.domain.frames import AreaFrame
from weft.need.sources.simple_tables import Simple, read_simple, year_of

COLUMNS = {
    r"number of households": Column(
        key="fuel.homes",
        label="Number of households",
        unit="homes",
        kind=Kind.COUNT,
        of_whom="all households (modelled)",
    ),
    r"number of households in fuel poverty.*": Column(
        key="fuel.cold",
        label="Number of households in fuel poverty",
        unit="homes",
        kind=Kind.COUNT,
        denominator="fuel.homes",
        of_whom="all households (modelled)",
    ),
    r"proportion of households fuel poor.*": Column(
        key="fuel.share",
        label="Proportion of households fuel poor (%)",
        unit="%",
        kind=Kind.RATE,
        denominator="fuel.homes",
        of_whom="all households (modelled)",
    ),
}
USUAL_YEAR = 2022


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the table, and all England's number where it holds all of England."""
    tally = Tally()
    frames: list[AreaFrame] = []
    simple = Simple(
        table="Fuel poverty",
        title="Sub-regional fuel poverty",
        year=year_of(asked, usual=USUAL_YEAR),
        code="lsoa code",
        vintage=2021,
        columns=COLUMNS,
        passed_over=("LSOA Name", "LA Code", "LA Name", "Region"),
    )
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frame, every = read_simple(path, simple, asked, tally, everywhere=True)
        frames.append(frame)
        if holds_england(every):
            frames.append(england_of(every))
    return Reading(asked=asked, content=frames, tally=tally)
