"""What does one row of somebody's spreadsheet tell?

A row tells of an offer where it says when something is on, of the group that looks
after it, and of the place it happens at. A row without a when tells of the group alone.
A cell that cannot be read leaves one thing unknown, and stays in the teller's words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.hours import HoursRead, read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import AssetKind, JoiningRule
from weft.assets.domain.prices import price_read
from weft.assets.domain.resting import rests_read
from weft.assets.domain.rooms import room_read
from weft.assets.domain.sheets import Left, RowRead
from weft.assets.domain.told import (
    AssetTold,
    FactTold,
    OfferTold,
    in_words,
    yes_or_no,
)
from weft.assets.sources import own_cells as cell
from weft.assets.sources.spreadsheet.headings import PRIVATE, Headings
from weft.ground.domain.named import folded
from weft.ground.domain.postcode import compact, is_postcode, spaced

T = TypeVar("T")
LONGEST_NAME = 300
WITHOUT_NOUGHT = 10  # of the eleven digits of a British number
FACTS = {
    "step_free": FactField.STEP_FREE,
    "toilets": FactField.TOILETS,
    "parking": FactField.PARKING,
    "tea": FactField.TEA,
}
_NOTHING_TOLD = frozenset({"", "?", "-", "n/a", "na", "none", "unknown", "not known"})
_POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", flags=re.IGNORECASE
)
_TELEPHONE = re.compile(r"\+?[\d\s()/-]{9,}(?:\.0)?")
_FORMULA = re.compile(
    r"=.*|#(?:REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL)[!?]?", re.DOTALL
)


@dataclass(slots=True)
class _Row:
    """The cells of one row, and which of them were not understood."""

    cells: Mapping[str, str]
    labels: Mapping[str, str]
    left: list[Left] = field(default_factory=list)
    telephone: str = ""

    def text(self, name: str) -> str:
        """Give a cell; "" where nothing was told, or a formula went wrong."""
        told = self.cells.get(name, "").strip()
        return "" if told.lower() in _NOTHING_TOLD else told

    def read(self, name: str, to: Callable[[str], T | None]) -> T | None:
        """Read a cell, and keep its words where it cannot be read."""
        told = self.text(name)
        found = to(told) if told else None
        if told and found is None:
            self.leave(name, told)
        return found

    def leave(self, name: str, words: str) -> None:
        """Keep words that have no place here."""
        self.left.append(Left(heading=self.labels.get(name, name), words=words))


def row_read(
    line: int, cells: tuple[str, ...], headings: Headings, *, today: date
) -> RowRead:
    """Read one row.

    Parameters
    ----------
    line, cells
        Where it stands, and what stands there.
    headings
        What each column is for.
    today
        The day it is told: a date without a year is the next one.
    """
    row = _parted(cells, headings)
    name = row.text("name") or row.text("group")
    why = _why_not(name, row)
    if why:
        told = tuple(
            Left(heading=row.labels[one], words=words)
            for one, words in row.cells.items()
            if words.strip()
        )
        return RowRead(line=line, why=why, left=(*told, *row.left))
    row.telephone = row.read("telephone", _telephone) or ""
    hours = _hours(row, today)
    place, group = _place(row, line), _group(row, line)
    offer = _offer(row, line, hours, today) if hours else None
    if offer is None and group is None:
        group = _alone(row, line, name)
    facts = _facts(row)
    if place is not None:  # a hall has the step; what happens in it takes it from there
        place = replace(place, facts=facts)
    elif offer is not None:
        offer = replace(offer, facts=(*facts, *offer.facts))
    elif group is not None:
        group = replace(group, facts=facts)
    return RowRead(
        line=line,
        offer=offer,
        group=group,
        place=place,
        hours=hours,
        left=tuple(row.left),
    )


def _parted(cells: tuple[str, ...], headings: Headings) -> _Row:
    """Give each cell its name; keep formulas, and what no known heading stands over."""
    row = _Row(
        cells={
            name: cells[at]
            for at, name in headings.fields.items()
            if name != PRIVATE and at < len(cells)
        },
        labels={name: headings.labels[at] for at, name in headings.fields.items()},
    )
    for at, words in enumerate(cells):
        if words and at not in headings.fields:
            label = headings.labels[at] if at < len(headings.labels) else ""
            row.left.append(Left(heading=label, words=words))
    broken = {n: w for n, w in row.cells.items() if _FORMULA.fullmatch(w)}
    for name, words in broken.items():
        row.leave(name, words)
    row.cells = {n: w for n, w in row.cells.items() if n not in broken}
    return row


def _why_not(name: str, row: _Row) -> str:
    """Say why a row cannot be used; "" where it can."""
    if not name:
        return "no name"
    told = [one for one, words in row.cells.items() if words.strip()]
    if len(told) == 1 and cell.weekdays(name):
        return "this line names a day, and nothing else"
    if all(folded(row.cells[one]) == folded(row.labels[one]) for one in told):
        return "these are the headings again"
    return ""


def _hours(row: _Row, today: date) -> HoursRead | None:
    """Read when it is on, from one column or from several."""
    told = [row.text("frequency"), row.text("day"), _clock(row), row.text("when")]
    said = ", ".join(one for one in told if one)
    return read_hours(said, today=today) if said else None


def _clock(row: _Row) -> str:
    """Put together a start and an end that stand in columns of their own."""
    starts, ends = row.text("starts"), row.text("ends")
    if starts and ends:
        return f"{starts} - {ends}"
    return starts or (f"until {ends}" if ends else "")


def _place(row: _Row, line: int) -> AssetTold | None:
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


def _facts(row: _Row) -> tuple[FactTold, ...]:
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


def _group(row: _Row, line: int) -> AssetTold | None:
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


def _alone(row: _Row, line: int, name: str) -> AssetTold:
    """Make a group of a row that says nothing of when."""
    return AssetTold(
        reference=f"row-{line}-group",
        kind=AssetKind.GROUP,
        name=name[:LONGEST_NAME],
        summary=row.text("summary"),
        telephone=row.telephone,
        website=row.text("website"),
    )


def _offer(row: _Row, line: int, hours: HoursRead, today: date) -> OfferTold:
    """Read what one can take part in."""
    name = row.text("name") or row.text("group")
    if len(name) > LONGEST_NAME:
        row.leave("name", name)
    kinds = cell.listed(row.text("kinds"))
    least, most, note = price_read(row.text("price"))
    return OfferTold(
        reference=f"row-{line}",
        name=name[:LONGEST_NAME],
        summary=row.text("summary"),
        kinds=kinds_of(kinds),
        tags=kinds,
        price_pence_least=least,
        price_pence_most=most,
        price_note=note,
        how_to_join=row.text("how_to_join"),
        joining_rule=JoiningRule.RING if hours.ask_first else "",
        telephone=row.telephone,
        website=row.text("website"),
        facts=(*in_words(WordField.WHO_FOR, row.text("who_for")), *_rests(row, today)),
        schedules=schedules_of(hours, told_on=today),
    )


def _rests(row: _Row, today: date) -> Iterator[FactTold]:
    """Read the weeks in which it does not meet."""
    rests, left = rests_read(row.text("rests"), today=today)
    for words in left:
        row.leave("rests", words)
    for rest in rests:
        yield from in_words(WordField.REST, str(rest))


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
