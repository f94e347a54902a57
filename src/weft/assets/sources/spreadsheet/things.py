"""What does a row with a «Kind» tell: a channel, a kiln, a fund, a story, a place?

Read as in Weft's own table of what is here (docs/data/own-csv.md), under the same
headings, and with the same care: a person is not here without their own yes, and what
has no address is only known to exist until whoever tells it says more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from weft.assets.domain.facts import WordField
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import PLACES
from weft.assets.domain.sheets import RowRead
from weft.assets.domain.told import AssetTold, FactTold, in_words
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_assets import (
    COLUMNS,
    OwnAsset,
    asset_from,
    tied_together,
    visibility_of,
)
from weft.assets.sources.spreadsheet.offers import LONGEST_NAME
from weft.assets.sources.spreadsheet.row import CellsOfARow, SheetRow
from weft.commons.places import Point
from weft.ground.domain.named import folded

_DAYS = {
    "deadline": WordField.DEADLINE,
    "until": WordField.UNTIL,
    "people_until": WordField.PEOPLE_UNTIL,
}
_WORDS = {"spare": WordField.SPARE, "looking": WordField.LOOKING}


class _NotYet:
    """Where a postcode lies is looked up when the sheet is taken."""

    def of(self, postcode: str) -> Point | None:
        """Find nothing yet."""
        del postcode
        return None


def thing_read(
    row: SheetRow, read: RowRead, kind: AssetKind, *, today: date
) -> OwnAsset | None:
    """Read a thing that is here; None where nothing could be read of it.

    Parameters
    ----------
    row, read
        Its cells, and what was read of them: its hours, and where it is.
    kind
        What it is.
    today
        The day it is told.
    """
    own = row.own(read.line, COLUMNS)
    tags = (*cell.listed(own.text("tags")), *cell.listed(row.text("kinds")))
    cells = {
        **own.cells,
        "kind": str(kind),
        "name": (own.text("name") or row.text("group"))[:LONGEST_NAME],
        "holder": own.text("holder") or (row.text("group") if own.text("name") else ""),
        "phone": row.telephone,
        "hire": own.text("hire") or row.text("price"),
        "address": own.text("address") or row.text("place"),
        "postcode": read.place.postcode if read.place else "",
        "tags": ";".join(tags),
    }
    found = asset_from(replace(own, cells=cells), CellsOfARow(row), _NotYet())
    if isinstance(found, str):
        return None
    told = _by_its_holders_yes(row, found.told)
    return replace(
        found,
        place=row.text("place"),
        told=replace(
            told,
            facts=(*told.facts, *_facts(row)),
            schedules=schedules_of(read.hours, told_on=today) if read.hours else (),
        ),
    )


def _by_its_holders_yes(row: SheetRow, told: AssetTold) -> AssetTold:
    """Let what has no address be only known to exist, unless its holder says more.

    Where it may be carried is theirs to say too; what others wrote of that is kept
    beside, as a cell with no place here.
    """
    holder = folded(row.text("holder") or row.text("group"))
    if told.kind not in INTANGIBLE or (holder and folded(told.told_by) == holder):
        return told
    for name in ("visibility", "channels"):
        if told.visibility is Visibility.PUBLIC and row.text(name):
            row.leave(name, row.text(name))
    is_open = told.visibility is Visibility.PUBLIC
    seen = Visibility.KNOWN if is_open else told.visibility
    return replace(told, visibility=seen, channels_allowed=())


def seen_by(row: SheetRow) -> Visibility:
    """Say who may see what a row tells of; a word nobody understands hides it."""
    told = row.text("visibility")
    return (visibility_of(told) or Visibility.HIDDEN) if told else Visibility.PUBLIC


def _facts(row: SheetRow) -> Iterator[FactTold]:
    for name, field in _DAYS.items():
        day = row.read(name, cell.day)
        if day is not None:
            yield from in_words(field, day.isoformat())
    for name, field in _WORDS.items():
        yield from in_words(field, row.text(name))


def tied(rows: Sequence[tuple[RowRead, OwnAsset | None]]) -> tuple[RowRead, ...]:
    """Find what rows say of each other, by the ids and names that stand in the sheet.

    A thing is called by its row from here on: two rows may bear one id.
    """
    lines, own = _lines(rows), [one for _, one in rows if one is not None]
    at = _by_name(own)
    placed = [replace(one, place=at.get(folded(one.place), "")) for one in own]
    together = iter(tied_together(placed))
    return tuple(
        _with_its_place(row, _called(next(together), row, lines)) if one else row
        for row, one in rows
    )


def _by_name(own: Sequence[OwnAsset]) -> dict[str, str]:
    """Give the ids of what stands in the sheet, by id and by name."""
    found: dict[str, str] = {}
    for one in own:
        for said in (one.told.reference, one.told.name):
            found.setdefault(folded(said), one.told.reference)
    return found


def _lines(rows: Sequence[tuple[RowRead, OwnAsset | None]]) -> dict[str, str]:
    """Give the reference of the first row that bears an id, and of each name."""
    lines: dict[str, str] = {}
    for row, one in rows:
        if one is not None:
            for said in (one.told.reference, folded(one.told.name)):
                lines.setdefault(said, f"row-{row.line}")
    return lines


def _called(told: AssetTold, row: RowRead, lines: Mapping[str, str]) -> AssetTold:
    """Write ties and parts by the rows they lead to."""
    ties = [
        replace(tie, to=lines.get(tie.to, ""), to_name=tie.to_name)
        for tie in told.ties
        if tie.to_name or tie.to in lines
    ]
    whole = told.part_of
    return replace(
        told,
        reference=f"row-{row.line}",
        part_of=lines.get(whole) or lines.get(folded(whole), whole),
        ties=tuple(ties),
    )


def _with_its_place(row: RowRead, told: AssetTold) -> RowRead:
    """Keep the place of a row only where it is told as one, with its address.

    What not everybody may see must not put its door on the map; what has no address,
    and what is a place itself, is at no other.
    """
    place = row.place
    nowhere_else = {*INTANGIBLE, *PLACES, AssetKind.PERSON}
    may_be_told = told.visibility is Visibility.PUBLIC and told.kind not in nowhere_else
    is_tied = any(tie.kind is TieKind.MEETS_AT for tie in told.ties)
    is_one = place is not None and bool(place.postcode)
    if not (is_one and may_be_told and not is_tied):
        place = None
    return replace(row, thing=told, place=place)
