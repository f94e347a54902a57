"""Does this table speak of the areas it says it speaks of?

Of the 1,388 codes of West Yorkshire's LSOAs of 2011, 1,367 join those of 2021 without
a murmur (docs/data/lookups.md). What gives a wrong table away is the other 21: codes
that we know, but of another year.
"""

from collections.abc import Collection, Mapping

from weft.commons.errors import WrongVintage
from weft.commons.provenance import Vintage

MOST_NAMED = 3


def refuse_other_vintage(
    codes: Collection[str],
    *,
    vintage: Vintage,
    areas: Mapping[Vintage, frozenset[str]],
    file: str,
) -> None:
    """Refuse a table whose codes are those of another year.

    Parameters
    ----------
    codes
        The codes of the table, of the whole country or of the region.
    vintage
        What the region file says they are.
    areas
        The codes of the region, by vintage.
    file
        For the message.

    Raises
    ------
    WrongVintage
        When a code is unknown to ``vintage`` and known to the same geography of
        another year.
    """
    ours = areas.get(vintage, frozenset())
    for other, theirs in areas.items():
        if other.geography != vintage.geography or other == vintage or not ours:
            continue
        strangers = sorted((theirs - ours).intersection(codes))
        if strangers:
            named = ", ".join(strangers[:MOST_NAMED])
            raise WrongVintage(
                f"{file}: the region file says {vintage}, but {len(strangers)} of its "
                f"codes exist only in {other} ({named}). Correct «vintage» in the "
                f"region file, or use the table's {vintage} edition."
            )


def refuse_other_heading(
    told: int, *, vintage: Vintage, column: str, file: str
) -> None:
    """Refuse a table whose heading carries another year than the region file.

    Parameters
    ----------
    told
        The year in the heading: 2011 for ``LSOA11CD``.
    """
    if told != vintage.year:
        raise WrongVintage(
            f"{file}: the heading «{column}» speaks of {told}, and the region file of "
            f"{vintage}. Correct «vintage» there, or use the right edition."
        )
