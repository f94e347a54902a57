"""Which doctors' surgeries are there, and which have closed?

NHS ODS ``epraccur``: no headings, 27 columns, every report of the service of the same
shape, so the codes themselves are looked at. Prescribing setting 4 is a GP practice;
all others (clinics, hospices, prisons, out-of-hours) are left out by their setting.
Files with latitude and longitude beside a postcode (AHAH's source points) may come too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.place_kinds import place_kinds
from weft.assets.domain.told import AssetTold, Told, in_words
from weft.assets.sources.postcode_points import PostcodePoints, as_said
from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_cells, open_lines, open_rows
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading

COLUMNS = 27
COLUMN_WIDTH = 12
"""Characters at which the list cuts telephone numbers."""
TOLD_BY = "NHS England, list of practices"
GP_PRACTICE = "4"
SETTINGS = {
    "0": "other",
    "1": "walk-in centre",
    "2": "out of hours",
    "3": "walk-in and out of hours",
    "8": "public health service",
    "9": "community health service",
    "10": "hospital service",
    "11": "optometry service",
    "12": "urgent and emergency care",
    "13": "hospice",
    "14": "care home",
    "15": "border force",
    "16": "young offender institution",
    "17": "secure training centre",
    "18": "secure children's home",
    "19": "immigration removal centre",
    "20": "court",
    "21": "police custody",
    "22": "sexual assault referral centre",
    "24": "other justice estate",
    "25": "prison",
    "26": "primary care network",
}
STATUSES = {"A": "active", "C": "closed", "D": "dormant", "P": "proposed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow:
    """One organisation of the list."""

    line: int
    code: str
    name: str
    icb: str
    address: tuple[str, ...]
    postcode: str
    opened: date | None
    closed: date | None
    status: str
    commissioner: str
    telephone: str
    setting: str

    @property
    def is_practice(self) -> bool:
        """Tell whether it is a GP practice and not another prescriber."""
        return self.setting == GP_PRACTICE


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read the list, and the points that come with it.

    Raises
    ------
    FileNotUnderstood
        When no file has 27 columns, or the codes are not those of practices.
    """
    tally = Tally()
    points = PostcodePoints(asked)
    lists: list[Path] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading the list of practices")
        if not _read_points(path, points):
            lists.append(path)
    rows = [row for path in lists for row in practice_rows(path)]
    assets = tuple(
        replace(asset, told_on=asked.origin.dated)
        for asset in _taken(rows, points, tally)
    )
    _count(rows, tally)
    points.tell(tally)
    return Reading(asked=asked, content=Told(assets=assets), tally=tally)


def practice_rows(path: Path) -> Iterator[PracticeRow]:
    """Read ``epraccur``.

    Raises
    ------
    FileNotUnderstood
        When it has headings, another width, or codes of another report.
    """
    with open_cells(path, width=COLUMNS) as lines:
        for line, cells in lines:
            row = _row(line, [cell.strip() for cell in cells])
            if len(row.code) != 6 or not row.code[0].isalpha() or not row.setting:  # noqa: PLR2004 as the register lays it out
                raise FileNotUnderstood(
                    f"«{row.code}» is not the code of a practice",
                    file=path.name,
                    line=line,
                    column="organisation code",
                    remedy="Save the report «epraccur»; other reports look alike.",
                )
            yield row


def _row(line: int, cells: list[str]) -> PracticeRow:
    """Name the columns that are used; docs/data/practices.md lists all 27."""
    return PracticeRow(
        line=line,
        code=cells[0],
        name=cells[1],
        icb=cells[3],
        address=tuple(cells[4:9]),
        postcode=cells[9],
        opened=_day(cells[10]),
        closed=_day(cells[11]),
        status=cells[12],
        commissioner=cells[14],
        telephone=cells[17],
        setting=cells[25],
    )


def _day(told: str) -> date | None:
    """Read YYYYMMDD."""
    try:
        return datetime.strptime(told, "%Y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        return None


def _read_points(path: Path, points: PostcodePoints) -> bool:
    """Take points by postcode if the file has such columns; say whether it had."""
    first = next(open_lines(path), (0, ""))[1].lower()
    if "latitude" not in first or "postcode" not in first:
        return False
    with open_rows(path, needed=("latitude", "longitude", "postcode")) as rows:
        for row in rows:
            latitude, longitude = row.number("latitude"), row.number("longitude")
            if latitude is not None and longitude is not None:
                points.know(row.text("postcode"), Point(latitude, longitude))
    return True


def _taken(
    rows: Iterable[PracticeRow], points: PostcodePoints, tally: Tally
) -> Iterator[AssetTold]:
    """Take GP practices, open or closed; count all else with its reason."""
    seen: set[str] = set()
    for row in rows:
        if row.code in seen:
            tally.leave_out("told twice")
        elif not row.is_practice:
            name = SETTINGS.get(row.setting, "unknown")
            tally.leave_out(f"not a GP practice: setting {row.setting}, {name}")
        elif row.status not in {"A", "C"}:
            tally.leave_out(f"{STATUSES.get(row.status, 'unknown status')}")
        else:
            seen.add(row.code)
            tally.use()
            yield _asset(row, points)


def _count(rows: Iterable[PracticeRow], tally: Tally) -> None:
    """Say in the ledger how many are active, and of which integrated care board."""
    every = list(rows)
    active = [row for row in every if row.status == "A"]
    tally.joined("active rows", hits=len(active), of=len(every))
    boards = Counter(row.icb for row in active if row.is_practice)
    for board, count in sorted(boards.items()):
        tally.joined(f"active GP practices of {board}", hits=count, of=len(every))


def _asset(row: PracticeRow, points: PostcodePoints) -> AssetTold:
    """Take a practice as a place, in the same register as a choir."""
    kind = place_kinds()["doctors"]
    is_closed = row.status == "C"
    return AssetTold(
        reference=row.code,
        kind=AssetKind.PLACE,
        name=_title(row.name),
        place_kind=kind.key,
        mix=kind.mix,
        point=points.of(row.postcode),
        address=", ".join(_title(part) for part in row.address if part),
        postcode=as_said(row.postcode),
        telephone="" if is_closed else _whole_number(row.telephone),
        closed_on=(row.closed or _long_ago(row)) if is_closed else None,
        closed_why="Closed, as the NHS list says" if is_closed else "",
        told_by=TOLD_BY,
        facts=in_words(WordField.PRACTICE_NUMBER, row.code, by=TOLD_BY),
    )


def _long_ago(row: PracticeRow) -> date:
    """Give a closed practice without a closing day the day it opened, or 1948."""
    return row.opened or date(1948, 7, 5)


def _whole_number(told: str) -> str:
    """Take a surgery's own telephone; the list cuts long ones at 12 characters.

    A number in Britain has 11 digits with its first nought, rarely 10. One of 10 that
    fills the column may have lost its last, and somebody else would answer.
    """
    digits = "".join(filter(str.isdigit, told))
    least = 11 if len(told) >= COLUMN_WIDTH else 10
    return told if digits.startswith("0") and least <= len(digits) <= 11 else ""  # noqa: PLR2004 as the register lays it out


_SMALL = frozenset({"and", "of", "the", "at", "in", "on", "upon"})


def _title(shouted: str) -> str:
    """Write a name in capitals as people write it: «The Grange Group Practice»."""
    words = shouted.lower().split()
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    )
