"""When is a library open, told in clocks by one edition and as bands by a later one?

A band stands for hours that nobody told: the middle hours of 6,900 library-days for
which both an earlier edition's clocks and the 2023 bands are known (half of England's
authorities; docs/data/libraries.md). Hours made from a band are marked as rough and
are never certain. Where a band and the earlier clocks agree that the day is open, the
clocks are used, as old as they are; where the newer list says closed, it is closed.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time

from weft.assets.domain.told import ScheduleTold
from weft.assets.sources.library_list import Clock, clocks

_MORNING = (time(9, 30), time(13))
_AFTERNOON = (time(14), time(17))
_EVENING = (time(17), time(20))
BANDS: Mapping[str, tuple[Clock, ...]] = {
    "all day": ((time(9), time(19)),),
    "am & pm": ((time(9, 30), time(17)),),
    "am": (_MORNING,),
    "pm": (_AFTERNOON,),
    "pm & eve": ((time(13), time(19)),),
    "am & eve": (_MORNING, _EVENING),
    "eve": (_EVENING,),
    "24 hours": ((time(), time()),),
    "closed": (),
    "n/a closed": (),
}


def band_of(told: str) -> tuple[Clock, ...] | None:
    """Read a band: the hours it stands for, none for closed, None if it says nothing.

    >>> band_of("AM Only") == band_of("am only")
    True
    >>> band_of("Varied by Schedule") is None
    True
    """
    plain = told.lower().replace(" and ", " & ").partition("(")[0]
    plain = plain.removesuffix("with closure").strip().removesuffix(" only").strip()
    return BANDS.get(plain)


def schedules_from(
    times: Mapping[int, tuple[Clock, ...]],
    *,
    times_told_on: date | None,
    bands: Mapping[int, str],
    bands_told_on: date | None,
) -> Iterator[ScheduleTold]:
    """Say when a library is open, from the clocks and the bands that there are.

    Parameters
    ----------
    times
        Opening times by day, none for a closed day; from whichever edition has them.
    times_told_on
        The date of that edition.
    bands
        The words of the newest edition that speaks in bands, by day.
    bands_told_on
        The date of that one; the newer of the two decides whether a day is open.
    """
    bands_newer = not times_told_on or bool(
        bands_told_on and bands_told_on > times_told_on
    )
    by_clock: dict[int, tuple[Clock, ...]] = {}
    rough: dict[int, tuple[Clock, ...]] = {}
    for day in range(7):
        band = band_of(bands[day]) if day in bands else None
        if band is None or not bands_newer:
            if day in times:
                by_clock[day] = times[day]
            elif band:
                rough[day] = band
        elif band:
            if times.get(day):
                by_clock[day] = times[day]
            else:
                rough[day] = band
    for (starts, ends), days in clocks(by_clock):
        yield ScheduleTold(
            days=tuple(days), starts=starts, ends=ends, told_on=times_told_on
        )
    for (starts, ends), days in clocks(rough):
        yield ScheduleTold(
            days=tuple(days),
            starts=starts,
            ends=ends,
            rough=True,
            said=", ".join(dict.fromkeys(bands[day] for day in days)),
            told_on=bands_told_on,
        )
