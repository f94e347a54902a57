"""What was understood of somebody's spreadsheet, row by row?

Every row of the sheet is here once, whatever became of it, in the order of the sheet;
what was not understood of it stands beside, in the teller's own words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from weft.assets.domain.hours import HoursRead
from weft.assets.domain.kinds import TieKind
from weft.assets.domain.same import Described, likely_key, same
from weft.assets.domain.told import AssetTold, OfferTold, TieTold

Places = dict[tuple[str, ...], list[AssetTold]]
"""The places of a sheet, by the key under which those that may be the same lie."""


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    TWICE = "told twice in this sheet"
    HERE = "already here"
    NOT_TAKEN = "not taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A cell that was not understood, or has no place here."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """One row, as far as it was understood.

    Attributes
    ----------
    line
        Where it stands in the file, counted from 1.
    offer, group, place
        What it tells of; none where it cannot be used.
    hours
        What came of its words about when.
    left
        Cells that were not understood.
    why
        Why it cannot be used; "" where it can.
    """

    line: int
    offer: OfferTold | None = None
    group: AssetTold | None = None
    place: AssetTold | None = None
    hours: HoursRead | None = None
    left: tuple[Left, ...] = ()
    why: str = ""

    @property
    def named(self) -> str:
        """Say what the row is about; "" where it has no name."""
        told = self.offer or self.group
        return told.name if told else ""

    @property
    def described(self) -> Described:
        """Give what is compared with other listings."""
        return Described(
            name=self.named,
            place=self.place.name if self.place else "",
            postcode=self.place.postcode if self.place else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet, read whole.

    Attributes
    ----------
    file, checksum
        The file's name and SHA-256.
    header_line
        Where the headings stand.
    understood
        Each heading that was understood, and what it was taken for.
    passed_over
        Headings whose cells were not taken.
    """

    file: str
    checksum: str
    header_line: int
    understood: tuple[tuple[str, str], ...]
    passed_over: tuple[str, ...]
    rows: tuple[RowRead, ...]
    told_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSeen:
    """One row of a preview: what was read, and what would become of it.

    ``like_line`` is the row of this sheet, ``like`` the thing of the register that it
    seems to be.
    """

    row: RowRead
    outcome: Outcome
    like_line: int | None = None
    like: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking a sheet would do."""

    sheet: SheetRead
    rows: tuple[RowSeen, ...]

    def of(self, outcome: Outcome) -> tuple[RowSeen, ...]:
        """Give the rows with one outcome."""
        return tuple(one for one in self.rows if one.outcome is outcome)


def gathered(rows: Iterable[RowRead]) -> tuple[list[AssetTold], list[OfferTold]]:
    """Put together what rows tell: each group and each place once.

    Within one sheet the same name is the same group, and the same name with the same
    postcode the same place.
    """
    places: Places = {}
    groups: dict[tuple[str, ...], AssetTold] = {}
    offers: list[OfferTold] = []
    for row in rows:
        place = _once(row.place, places)
        group = row.group
        if group is not None:
            ties = _meets_at(place) if row.offer is None else ()
            key = likely_key(Described(name=group.name))
            group = groups.setdefault(key, replace(group, ties=ties))
        if row.offer is not None:
            told = replace(
                row.offer,
                group=group.reference if group else "",
                place=place.reference if place else "",
            )
            offers.append(told)
    told_places = [place for alike in places.values() for place in alike]
    return [*told_places, *groups.values()], offers


def place_described(place: AssetTold) -> Described:
    """Give what is compared of a place: where none has a postcode, its name alone."""
    return Described(name=place.name, postcode=place.postcode)


def _once(place: AssetTold | None, places: Places) -> AssetTold | None:
    """Give the place of an earlier row, where it is the same."""
    if place is None:
        return None
    described = place_described(place)
    alike = places.setdefault(likely_key(described), [])
    for earlier in alike:
        if same(place_described(earlier), described):
            return earlier
    alike.append(place)
    return place


def _meets_at(place: AssetTold | None) -> tuple[TieTold, ...]:
    """Say of a group without an offer where it meets."""
    return (TieTold(kind=TieKind.MEETS_AT, to=place.reference),) if place else ()


def previewed(sheet: SheetRead, here: dict[int, UUID]) -> Preview:
    """Say what would become of each row.

    Parameters
    ----------
    sheet
        As it was read.
    here
        By line, the thing of the register that a row seems to be.
    """
    first: dict[tuple[str, ...], list[RowRead]] = {}
    return Preview(
        sheet=sheet, rows=tuple(_seen(row, here, first) for row in sheet.rows)
    )


def _seen(
    row: RowRead, here: dict[int, UUID], first: dict[tuple[str, ...], list[RowRead]]
) -> RowSeen:
    """Say what would become of one row, after those above it."""
    if row.why:
        return RowSeen(row=row, outcome=Outcome.NOT_TAKEN)
    if row.line in here:
        return RowSeen(row=row, outcome=Outcome.HERE, like=here[row.line])
    key = likely_key(row.described)
    above = first.setdefault(key, [])
    twin = next((one for one in above if _repeats(row, one)), None)
    if twin is not None:
        return RowSeen(row=row, outcome=Outcome.TWICE, like_line=twin.line)
    above.append(row)
    return RowSeen(row=row, outcome=Outcome.NEW)


def _repeats(row: RowRead, other: RowRead) -> bool:
    """Tell whether a row says the same as one above: also the same hours.

    A second row of the same name and place with other hours is a second session.
    """
    hours = [one.hours.said if one.hours else "" for one in (row, other)]
    return same(row.described, other.described) and hours[0] == hours[1]
