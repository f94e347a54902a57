"""Was a file cut short, although every line of it can be read?

A layer of boundaries must have every area that a lookup names, and a lookup a row for
every boundary: the ONS's files do, so a gap means that a file ended too early or that
two files are of different years.
"""

from collections import defaultdict

from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Vintage
from weft.ground.domain.asked import Reading
from weft.ground.domain.assembling.layers import LSOA, NESTED, Readings, Shapes, Told
from weft.ground.domain.told import GroundTold

MOST_NAMED = 3


def refuse_gaps(told: Told, shapes: Shapes, readings: Readings) -> None:
    """Refuse a layer that lacks areas which the lookups name.

    Raises
    ------
    FileNotUnderstood
        When there are no boundaries of LSOAs of 2021 at all, or too few of a layer.
    """
    if LSOA not in shapes:
        raise FileNotUnderstood(
            "there are no boundaries of LSOAs of 2021, and nothing stands without them",
            file="boundaries",
            remedy="./weft region check NAME --from DIR says which file it takes.",
        )
    for vintage, shaped in shapes.items():
        missing = sorted(told[vintage].keys() - shaped.keys())
        if vintage.geography in NESTED and missing:
            raise FileNotUnderstood(
                f"{len(missing)} of {len(told[vintage])} areas of {vintage} that the "
                f"lookups name have no boundary ({', '.join(missing[:MOST_NAMED])})",
                file=_files_of(vintage, readings),
                remedy="The layer was cut short; download it again.",
            )


def _files_of(vintage: Vintage, readings: Readings) -> str:
    """Name the files of a boundary layer."""
    return ", ".join(
        path.name
        for reading in readings
        if any(area.boundary for area in reading.content.areas)
        and reading.asked.origin.vintage == vintage
        for path in reading.asked.files
    )


def count_joins(readings: Readings, shapes: Shapes) -> None:
    """Tell the ledger of how many of our areas each lookup, point and class speaks.

    Raises
    ------
    FileNotUnderstood
        When a table has no row for some of the areas whose boundaries we have.
    """
    for reading in readings:
        for (of, to), told in _codes(reading.content).items():
            ours = shapes.get(of, {}).keys()
            if of.geography in NESTED and ours:
                reading.tally.joined(
                    f"{of} to {to}" if to else f"{of}",
                    hits=len(ours & told),
                    of=len(ours),
                )
                _refuse_short(reading, of, sorted(ours - told), len(ours))


def _codes(told: GroundTold) -> dict[tuple[Vintage, Vintage | None], set[str]]:
    """Give the codes of each vintage that links, points and classes speak of."""
    codes: dict[tuple[Vintage, Vintage | None], set[str]] = defaultdict(set)
    for link in told.links:
        codes[link.of, link.to].add(link.code)
    for point in told.points:
        codes[point.vintage, None].add(point.code)
    for kind in told.classes:
        codes[kind.vintage, None].add(kind.code)
    return codes


def _refuse_short(
    reading: Reading[GroundTold], of: Vintage, missing: list[str], ours: int
) -> None:
    """Refuse a lookup with fewer rows than there are areas."""
    if missing:
        raise FileNotUnderstood(
            f"{len(missing)} of {ours} areas of {of} have no row "
            f"({', '.join(missing[:MOST_NAMED])})",
            file=", ".join(path.name for path in reading.asked.files),
            remedy="The file was cut short, or is of other areas; download it again.",
        )
