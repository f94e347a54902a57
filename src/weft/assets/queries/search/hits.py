"""How are the listings of one page read?"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from weft.assets.queries.search.asking import Hit
from weft.assets.queries.search.marks import told
from weft.assets.queries.search.matching import Piece, listed, rows
from weft.commons.places import Point


class OnPage(NamedTuple):
    """One listing of the page, before it is read."""

    listing: int
    certain: bool
    metres: int | None


_HIT = Piece(
    "SELECT l.id, l.asset_id, l.offer_id, l.name, l.kind, l.holder, l.latitude, "
    "l.longitude, l.price_pence, l.languages, l.online, l.always_open, l.hours_known, "
    "l.told_on, f.told_yes, f.told_no FROM assets_listing l "
    "JOIN assets_findable f ON f.listing_id = l.id WHERE l.id IN "
)


def hits_of(page: Sequence[OnPage]) -> tuple[Hit, ...]:
    """Read the listings of a page, in the order of the page."""
    if not page:
        return ()
    held = {row[0]: row for row in rows(_HIT + listed([one.listing for one in page]))}
    return tuple(_hit(held[one.listing], one) for one in page if one.listing in held)


def _hit(row: tuple[Any, ...], entry: OnPage) -> Hit:
    """Read one listing; the data bases give keys, yeses and days in their own ways."""
    (listing, asset, offer, name, kind, holder, latitude, longitude, *rest) = row
    price, languages, online, always_open, hours_known, told_on, yes, no = rest
    return Hit(
        listing,
        _key(asset),
        _key(offer),
        name,
        kind,
        holder,
        None if latitude is None else Point(latitude, longitude),
        entry.metres,
        entry.certain,
        told(yes, no),
        price,
        _languages(languages),
        _yes(online),
        _yes(always_open),
        bool(hours_known),
        date.fromisoformat(told_on) if isinstance(told_on, str) else told_on,
    )


def _languages(text: str) -> tuple[str, ...]:
    """Read a list of languages; most listings have none."""
    return () if text == "[]" else tuple(json.loads(text))


def _key(value: str | UUID | None) -> UUID | None:
    """Read a key: SQLite keeps its letters."""
    return UUID(value) if isinstance(value, str) else value


def _yes(value: int | None) -> bool | None:
    """Read yes, no or unknown: SQLite keeps 1, 0 and nothing."""
    return None if value is None else bool(value)
