"""Where is it hardest to be online?

Two publications are read, told apart by their headings: the Internet User
Classification of the Consumer Data Research Centre (ten named groups, LSOA 2011) and
the indicators of the Digital Exclusion Risk Index 1.6 of Greater Manchester, with its
scores where the file has them (docs/data/wellbeing.md).
"""

from collections.abc import Iterator
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally
from weft.ground.domain.asked import Asked, Reading
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame
from weft.need.domain.topics import slug
from weft.need.sources.cutting import Cut, Layout, told_rows, vintage_for
from weft.need.sources.simple_tables import year_of

GROUPS = (
    (1, "e-Cultural Creators"),
    (2, "e-Professionals"),
    (3, "e-Veterans"),
    (4, "Youthful Urban Fringe"),
    (5, "e-Rational Utilitarians"),
    (6, "e-Mainstream"),
    (7, "Passive and Uncommitted Users"),
    (8, "Digital Seniors"),
    (9, "Settled Offline Communities"),
    (10, "e-Withdrawn"),
)
IUC_YEAR, DERI_YEAR = 2018, 2022
_CODE = r"lsoa(?:11|21)?[_ ]?(?:cd|code)"
_NOT_NUMBERS = ("code", "name", "_cd", "_nm", "lsoa", "local authority", "region")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[list[AreaFrame]]:
    """Read either publication.

    Raises
    ------
    FileNotUnderstood
        When it is neither.
    """
    tally = Tally()
    frames = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), path.name)
        frames.append(_read_one(path, asked, tally))
    return Reading(asked=asked, content=frames, tally=tally)


def _read_one(path: Path, asked: Asked, tally: Tally) -> AreaFrame:
    """Read one file."""
    with open_rows(path, needed=("code",), aliases={"code": _CODE}) as rows:
        is_classes = rows.has("grp_cd")
        columns = dict(_classes() if is_classes else _indicators(rows))
        if not columns:
            raise FileNotUnderstood(
                "this is neither the Internet User Classification nor the Digital "
                "Exclusion Risk Index",
                file=rows.file,
                line=rows.header_line,
                remedy="The first has a column GRP_CD, the second columns of "
                "percentages or DERI scores.",
            )
        layout = Layout(
            table="IUC" if is_classes else "DERI",
            title="Internet User Classification"
            if is_classes
            else "Digital Exclusion Risk Index",
            vintage=vintage_for(asked, Geography.LSOA, year=2011),
            year=year_of(asked, usual=IUC_YEAR if is_classes else DERI_YEAR),
            columns=tuple(columns.values()),
            headings=tuple(columns),
            code="code",
            file=rows.file,
        )
        return Cut(layout, asked, tally).read(told_rows(rows, code="code")).frame()


def _classes() -> Iterator[tuple[str, Column]]:
    """Say what the classification's one number is."""
    yield (
        "grp_cd",
        Column(
            key="online.group",
            label="Internet User Classification group",
            unit="",
            kind=Kind.CLASS,
            of_whom="the area as a whole",
            classes=GROUPS,
        ),
    )


def _indicators(rows: Rows) -> Iterator[tuple[str, Column]]:
    """Take every column that can be a number of the risk index.

    Of several overall scores (against the district, the nation, Great Britain) the
    first is called ours; the others keep their own words.
    """
    first = True
    for heading, label in zip(rows.headers, rows.labels, strict=True):
        if not heading or any(word in heading for word in _NOT_NUMBERS):
            continue
        share = heading.startswith(("percentage", "unemployment"))
        score = "score" in heading or "deri" in heading
        if share or score or "rate" in heading or "speed" in heading:
            overall = _overall(heading) and first
            first = first and not overall
            yield (
                heading,
                Column(
                    key=f"online.{'score' if overall else slug(label)}",
                    label=label,
                    unit="share" if share else "",
                    kind=Kind.RATE if share else Kind.SCORE,
                ),
            )


def _overall(heading: str) -> bool:
    """Tell whether a heading is the index's overall score."""
    return "deri" in heading and "score" in heading
