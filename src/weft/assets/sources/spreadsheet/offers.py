"""What can one take part in, by one row of somebody's spreadsheet?

Hours, price and who it is for are in anybody's words; what it is like is read as in
Weft's own table of offers (docs/data/own-csv.md), under the same headings.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from weft.assets.domain.facts import WordField
from weft.assets.domain.hours import HoursRead
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import JoiningRule
from weft.assets.domain.prices import price_read
from weft.assets.domain.resting import rests_read
from weft.assets.domain.told import FactTold, OfferTold, in_words
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_offers import WHAT_IT_IS_LIKE, offer_from
from weft.assets.sources.spreadsheet.row import CellsOfARow, SheetRow

LONGEST_NAME = 300


def offer_read(row: SheetRow, line: int, hours: HoursRead, today: date) -> OfferTold:
    """Read what one can take part in, of a row that has a name."""
    name = row.text("name") or row.text("group")
    if len(name) > LONGEST_NAME:
        row.leave("name", name)
    kinds = (*cell.listed(row.text("kinds")), *_other_kinds(row.text("kind")))
    least, most, note = price_read(row.text("price"))
    own = row.own(line, WHAT_IT_IS_LIKE)
    like = offer_from(replace(own, cells={**own.cells, "name": name}), CellsOfARow(row))
    told = like if isinstance(like, OfferTold) else OfferTold(reference="", name=name)
    return replace(
        told,
        reference=f"row-{line}",
        name=name[:LONGEST_NAME],
        summary=row.text("summary"),
        kinds=kinds_of((*kinds, *told.art_forms)),
        tags=kinds,
        price_pence_least=least,
        price_pence_most=most,
        price_note=note or told.price_note,
        joining_rule=told.joining_rule or (JoiningRule.RING if hours.ask_first else ""),
        telephone=row.telephone,
        website=row.text("website"),
        facts=(
            *in_words(WordField.WHO_FOR, row.text("who_for")),
            *_rests(row, today),
            *told.facts,
        ),
        schedules=schedules_of(hours, told_on=today),
    )


def _other_kinds(told: str) -> tuple[str, ...]:
    """Take what stands under «Kind», but for a word that says that it is an offer."""
    return tuple(one for one in cell.listed(told) if one.lower() not in AN_OFFER)


AN_OFFER = frozenset({"offer", "activity", "session", "class", "something to do"})


def _rests(row: SheetRow, today: date) -> Iterator[FactTold]:
    """Read the weeks in which it does not meet."""
    rests, left = rests_read(row.text("rests"), today=today)
    for words in left:
        row.leave("rests", words)
    for rest in rests:
        yield from in_words(WordField.REST, str(rest))
