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
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import PLACES
from weft.assets.domain.same import Described, likely_key, same
from weft.assets.domain.told import AssetTold, OfferTold, TieTold

Groups = dict[tuple[str, ...], AssetTold]
"""The groups of a sheet, by who may see them and by their name."""
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
    thing
        What it tells of where its «Kind» names something else than an offer.
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
    thing: AssetTold | None = None
    hours: HoursRead | None = None
    left: tuple[Left, ...] = ()
    why: str = ""

    @property
    def named(self) -> str:
        """Say what the row is about; "" where it has no name."""
        told = self.thing or self.offer or self.group
        return told.name if told else ""

    @property
    def kind(self) -> AssetKind | None:
        """Say what it is about; None for something to do."""
        if self.thing is not None:
            return self.thing.kind
        return AssetKind.GROUP if self.group is not None and not self.offer else None

    @property
    def described(self) -> Described:
        """Give what is compared with other listings.

        A paper or a story is known by its name: where it was told from says little.
        """
        if self.thing is not None:
            is_somewhere = self.thing.kind in {*PLACES, AssetKind.GROUP}
            postcode = self.thing.postcode if is_somewhere else ""
            return Described(name=self.named, postcode=postcode)
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
    postcode the same place. What only some may see is kept apart from what all may.
    """
    rows = tuple(rows)
    groups, places = _said_to_be(row.thing for row in rows if row.thing)
    things: list[AssetTold] = []
    offers: list[OfferTold] = []
    for row in rows:
        place, group = _once(row.place, places), row.group
        if group is not None:
            ties = _meets_at(place) if row.offer is None else ()
            group = groups.setdefault(_group_key(group), replace(group, ties=ties))
        if row.thing is not None:
            ties = (*row.thing.ties, *_meets_at(place))
            things.append(replace(row.thing, ties=ties))
        if row.offer is not None:
            told = replace(
                row.offer,
                group=group.reference if group else "",
                place=place.reference if place else "",
            )
            offers.append(told)
    told_places = (place for alike in places.values() for place in alike)
    found = (*told_places, *groups.values(), *things)
    return list({one.reference: one for one in found}.values()), offers


def _said_to_be(things: Iterable[AssetTold]) -> tuple[Groups, Places]:
    """Begin with the groups and places that have rows of their own."""
    groups: Groups = {}
    places: Places = {}
    for one in things:
        if one.kind is AssetKind.GROUP:
            for seen in Visibility:  # whoever names it in another row means this one
                groups.setdefault(_group_key(replace(one, visibility=seen)), one)
        elif one.kind is AssetKind.PLACE:
            _once(one, places)
    return groups, places


def _group_key(group: AssetTold) -> tuple[str, ...]:
    return (group.visibility, *likely_key(Described(name=group.name)))


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
        as_open = earlier.visibility is place.visibility
        if as_open and same(place_described(earlier), described):
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
    alike = row.kind == other.kind and same(row.described, other.described)
    return alike and hours[0] == hours[1]
