"""What does a census table say that was saved by hand from a Nomis query?

As ``nomis_RM121_sex_by_age_lsoa21.csv``: title lines, code and name in one cell,
footnotes (docs/data/census.md).
"""

import re
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import (
    CENSUS_YEAR,
    Topic,
    column_for,
    plain_label,
    topic_of_table,
)
from weft.need.sources.query_tables import Query, Titles, read_query, titles_of

_TABLE = re.compile(r"\b((?:TS|RM|QS|KS)\d{3}[A-Z]*)\b", re.IGNORECASE)
_WHOLE = ("all persons", "persons", "total", "all usual residents")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read queries, one table a file.

    Raises
    ------
    FileNotUnderstood
        When the titles name no table of the census, or only a part of the people is
        counted, or there is no code in the rows.
    """
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.append(_read_one(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_one(path: Path, asked: Asked, tally: Tally) -> AreaFrame:
    """Read one query."""
    titles = titles_of(path)
    table = _table(path, titles)
    _refuse_part(path, titles)
    topic = topic_of_table(table) or Topic(
        key=table.lower(), tables=(table,), title=titles.first, unit="", of_whom=""
    )
    query = Query(
        path=path,
        table=table,
        title=titles.first.partition(" - ")[2] or topic.title,
        year=titles.year or CENSUS_YEAR,
        meaning=lambda label: column_for(topic, plain_label(label)),
    )
    return read_query(query, asked, tally)


def _table(path: Path, titles: Titles) -> str:
    """Find the table's number in the first line, or in the file's name."""
    found = _TABLE.search(titles.first) or _TABLE.search(path.name.replace("_", " "))
    if found is None:
        raise FileNotUnderstood(
            f"the title «{titles.first[:60]}» names no table of the census",
            file=path.name,
            line=1,
            remedy="Save it from Nomis with its titles, as «TS037 - General health».",
        )
    return found[1].upper()


def _refuse_part(path: Path, titles: Titles) -> None:
    """Refuse a query of one sex only, which would pass for everybody."""
    sex = titles.get("sex").lower()
    if sex and sex not in _WHOLE:
        raise FileNotUnderstood(
            f"this counts «{sex}» only",
            file=path.name,
            column="Sex",
            remedy="Ask Nomis for all persons.",
        )
