"""What does one row of somebody's spreadsheet tell?

A row tells of an offer where it says when something is on, of the group that looks
after it, and of the place it happens at. A row without a when tells of the group alone.
A row whose «Kind» names something else that is here tells of that (``things``).
A cell that cannot be read leaves one thing unknown, and stays in the teller's words.
"""

import re
from dataclasses import replace
from datetime import date

from weft.assets.domain.facts import FactField
from weft.assets.domain.hours import HoursRead, read_hours
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.rooms import room_read
from weft.assets.domain.sheets import Left, RowRead
from weft.assets.domain.told import AssetTold, FactTold, yes_or_no
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_assets import OwnAsset, kind_of
from weft.assets.sources.spreadsheet.headings import Headings
from weft.assets.sources.spreadsheet.offers import LONGEST_NAME, offer_read
from weft.assets.sources.spreadsheet.row import SheetRow, parted
from weft.assets.sources.spreadsheet.things import seen_by, thing_read
from weft.ground.domain.named import folded
from weft.ground.domain.postcode import compact, is_postcode, spaced

WITHOUT_NOUGHT = 10  # of the eleven digits of a British number
FACTS = {
    "step_free": FactField.STEP_FREE,
    "toilets": FactField.TOILETS,
    "parking": FactField.PARKING,
    "tea": FactField.TEA,
}
_POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", flags=re.IGNORECASE
)
_TELEPHONE = re.compile(r"\+?[\d\s()/-]{9,}(?:\.0)?")


def row_read(
    line: int, cells: tuple[str, ...], headings: Headings, *, today: date
) -> tuple[RowRead, OwnAsset | None]:
    """Read one row.

    Parameters
    ----------
    line, cells
        Where it stands, and what stands there.
    headings
        What each column is for.
    today
        The day it is told: a date without a year is the next one.

    Returns
    -------
    tuple
        What was understood; and where its «Kind» names a thing, that thing, whose
        words about other rows are still to be found among them (``things.tied``).
    """
    row = parted(cells, headings)
    why = _why_not(row.text("name") or row.text("group"), row)
    if why:
        told = tuple(
            Left(heading=row.labels[one], words=words)
            for one, words in row.cells.items()
            if words.strip()
        )
        return RowRead(line=line, why=why, left=(*told, *row.left)), None
    row.telephone = row.read("telephone", _telephone) or ""
    read = RowRead(line=line, hours=_hours(row, today), place=_place(row, line))
    kind = kind_of(row.text("kind"))
    own = thing_read(row, read, kind, today=today) if kind else None
    read = _of_offer(row, read, today) if own is None else read
    if own is not None:
        own = replace(
            own, told=replace(own.told, facts=(*own.told.facts, *_facts(row)))
        )
    row.leave_unasked()
    return replace(read, left=tuple(row.left)), own


def _of_offer(row: SheetRow, read: RowRead, today: date) -> RowRead:
    """Read what is on, who looks after it and where; or a group, where nothing is on.

    Whatever not everybody may see takes its group and its place with it.
    """
    seen = seen_by(row)
    place, group = read.place, _group(row, read.line)
    offer = offer_read(row, read.line, read.hours, today) if read.hours else None
    if offer is None and group is None:
        group = _alone(row, read.line, row.text("name"))
    facts = _facts(row)
    if place is not None:  # a hall has the step; what happens in it takes it from there
        place = replace(place, facts=facts, visibility=seen)
    elif offer is not None:
        offer = replace(offer, facts=(*facts, *offer.facts))
    elif group is not None:
        group = replace(group, facts=facts)
    group = replace(group, visibility=seen) if group is not None else None
    return replace(read, offer=offer, group=group, place=place)


def _why_not(name: str, row: SheetRow) -> str:
    """Say why a row cannot be used; "" where it can."""
    if not name:
        return "no name"
    told = [one for one, words in row.cells.items() if words.strip()]
    if len(told) == 1 and cell.weekdays(name):
        return "this line names a day, and nothing else"
    if all(folded(row.cells[one]) == folded(row.labels[one]) for one in told):
        return "these are the headings again"
    return ""


def _hours(row: SheetRow, today: date) -> HoursRead | None:
    """Read when it is on, from one column or from several."""
    told = [row.text("frequency"), row.text("day"), _clock(row), row.text("when")]
    said = ", ".join(one for one in told if one)
    return read_hours(said, today=today) if said else None


def _clock(row: SheetRow) -> str:
    """Put together a start and an end that stand in columns of their own."""
    starts, ends = row.text("starts"), row.text("ends")
    if starts and ends:
        return f"{starts} - {ends}"
    return starts or (f"until {ends}" if ends else "")


def _place(row: SheetRow, line: int) -> AssetTold | None:
    """Read where it is; a postcode may stand in the address."""
    name, address = row.text("place"), row.text("address")
    postcode = row.read("postcode", _postcode)
    if postcode is None:
        postcode = _postcode_in(address) or _postcode_in(name)
    if not (name or address or postcode):
        return None
    first = name or address.partition(",")[0]
    return AssetTold(
        reference=f"row-{line}-place",
        kind=AssetKind.PLACE,
        name=_without_postcode(first) or "A place at " + (postcode or ""),
        address=address,
        postcode=postcode or "",
    )


def _postcode(told: str) -> str | None:
    """Read a postcode in any spelling."""
    short = compact(told)
    return spaced(short) if is_postcode(short) else None


def _postcode_in(words: str) -> str:
    """Find a postcode at the end of an address."""
    found = _POSTCODE.search(words)
    return spaced(compact(found[0])) if found else ""


def _without_postcode(words: str) -> str:
    """Take the postcode off a place's name."""
    return _POSTCODE.sub("", words).strip(" ,")[:LONGEST_NAME]


def _facts(row: SheetRow) -> tuple[FactTold, ...]:
    """Read the columns of yes and no, and what the room is right for."""
    told = [
        fact
        for name, about in FACTS.items()
        for fact in yes_or_no(about, row.read(name, cell.yes_no))
    ]
    room = room_read(row.text("room"))
    for words in room.left:
        row.leave("room", words)
    for about, value in room.facts.items():
        told.extend(yes_or_no(about, value))
    return tuple(told)


def _group(row: SheetRow, line: int) -> AssetTold | None:
    """Read who looks after it, where the row names somebody beside the offer."""
    name = row.text("group")
    if not name:
        return None
    alone = not row.text("name")
    return AssetTold(
        reference=f"row-{line}-group",
        kind=AssetKind.GROUP,
        name=name[:LONGEST_NAME],
        summary=row.text("summary") if alone else "",
        telephone=row.telephone,
        website=row.text("website"),
    )


def _alone(row: SheetRow, line: int, name: str) -> AssetTold:
    """Make a group of a row that says nothing of when."""
    return AssetTold(
        reference=f"row-{line}-group",
        kind=AssetKind.GROUP,
        name=name[:LONGEST_NAME],
        summary=row.text("summary"),
        how_to_join=row.text("how_to_join"),
        telephone=row.telephone,
        website=row.text("website"),
    )


def _telephone(told: str) -> str | None:
    """Read a telephone number; Excel drops the nought it begins with.

    >>> _telephone("1632960001"), _telephone("01632 960 001"), _telephone("ask Jo")
    ('01632960001', '01632 960 001', None)
    """
    if not _TELEPHONE.fullmatch(told):
        return None
    digits = re.sub(r"\D", "", told.removesuffix(".0"))
    lost_nought = len(digits) == WITHOUT_NOUGHT and digits[0] in "127"
    return f"0{digits}" if lost_nought else told[:40]
