"""How do tests have files read the way a build does?"""

from dataclasses import replace
from datetime import date

from tests.ground import squares
from weft.cli.region.finding import find_files
from weft.cli.region.reading import _read_ground, _Steps
from weft.commons.progress import unwatched
from weft.commons.times import Week
from weft.ground.domain.asked import Asked
from weft.ground.domain.region_file import read_region_file

WEEK = Week(date(2026, 11, 23))


def read_squares(folder, sources=squares.SOURCES):
    """Read some of the squares' own sources, in the order of a build."""
    region = read_region_file(squares.region_file(folder, sources=sources))
    found = find_files(region, folder)
    steps = _Steps(region, found, WEEK, len(sources), unwatched, {})
    return _read_ground(region.sources, steps)


def asked(folder, spec, *, areas=None, options="", districts=()):
    """Ask for one source alone."""
    path = squares.region_file(folder, sources=[spec], more=options)
    region = read_region_file(path)
    if districts:
        region = replace(region, districts=tuple(districts))
    (entry,) = region.sources
    files = tuple(sorted(p for pattern in entry.files for p in folder.glob(pattern)))
    return Asked(
        source=entry.key,
        importer=entry.importer,
        files=files,
        origin=entry.origin(entry.files[0]),
        region=region,
        week=WEEK,
        areas=areas or {},
    )
