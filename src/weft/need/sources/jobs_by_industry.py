"""Where are the jobs, and in which trades?

The Business Register and Employment Survey, as saved from a Nomis query. Counts are
of jobs at the place of work, rounded by the publisher; farms are mostly not in it
(docs/data/jobs.md).
"""

import re

from weft.commons.errors import FileNotUnderstood
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import is_total, slug
from weft.need.sources.query_tables import Query, read_query, titles_of

TITLE = "Jobs by industry"
_NUMBERED = re.compile(r"^\w{1,5} : ")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read the survey, one year a file.

    Raises
    ------
    FileNotUnderstood
        When it is not the survey's file, or tells no year.
    """
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        titles = titles_of(path)
        if "business register" not in titles.first.lower():
            raise FileNotUnderstood(
                f"the title is «{titles.first[:60]}», not the survey's",
                file=path.name,
                line=1,
                remedy="Save it from Nomis: Business Register and Employment Survey.",
            )
        if titles.year is None:
            raise FileNotUnderstood(
                "no line above the headings tells the year",
                file=path.name,
                column="Date",
                remedy="Save it from Nomis with its titles.",
            )
        query = Query(
            path=path,
            table="BRES",
            title=TITLE,
            year=titles.year,
            meaning=_trade,
            total=_trade("Total"),
        )
        frames.append(read_query(query, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _trade(label: str) -> Column:
    """Make the column of one trade; ``3 : Manufacturing (C)`` loses its number."""
    plain = _NUMBERED.sub("", label)
    return Column(
        key=f"jobs.{'total' if is_total(plain) else slug(plain)}",
        label=plain,
        unit="jobs",
        kind=Kind.COUNT,
        of_whom="jobs of people who work in the area, wherever they live",
    )
