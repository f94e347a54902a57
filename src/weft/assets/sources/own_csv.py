"""What do people tell in Weft's own two tables, that no publisher's format holds?

``weft-assets.csv`` and ``weft-offers.csv``, told apart by their columns and not by
their names (docs/data/own-csv.md). Headings are forgiving: «Title», «Start time»,
«Venue» are understood. A row without a name, or of a kind nobody knows, is not
understood and counted; a cell that cannot be read leaves that one thing unknown.
"""

from pathlib import Path

from weft.assets.domain.told import OfferTold, Told
from weft.assets.sources.own_assets import OwnAsset, asset_from, tied_together
from weft.assets.sources.own_cells import Cells
from weft.assets.sources.own_offers import offer_from
from weft.assets.sources.postcode_points import PostcodePoints
from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading

ALIASES = {
    "name": ("name", "title", "what is it called\\??", "activity"),
    "summary": ("summary", "description", "about", "details"),
    "kind": ("kind", "type"),
    "kinds": ("kinds", "categories", "category"),
    "other_names": ("other_names", "other names", "also known as", "also called"),
    "group": ("group", "organisation", "organization", "who runs it\\??"),
    "place": ("place", "venue", "where", "location"),
    "days": ("days", "day", "which days?\\??"),
    "starts": ("starts", "start", "start time", "from", "opens"),
    "ends": ("ends", "end", "end time", "finish", "finishes", "until", "to", "closes"),
    "frequency": ("frequency", "how often\\??"),
    "price": ("price", "cost", "fee"),
    "postcode": ("postcode", "post code"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "phone": ("phone", "telephone", "tel", "phone number"),
    "website": ("website", "web", "url", "web ?site"),
    "step_free": ("step_free", "step[- ]free", "wheelchair", "accessible"),
    "bring_a_child": ("bring_a_child", "bring a child", "children welcome"),
    "beginners": ("beginners", "beginners welcome"),
    "how_to_join": ("how_to_join", "how to join", "booking"),
    "told_by": ("told_by", "told by", "source", "who told us"),
    "told_on": ("told_on", "told on", "last checked", "updated", "date"),
    "channels": ("channels", "channels_allowed", "may be shown in"),
    "visibility": ("visibility", "who may see it\\??"),
}


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read both tables, or either.

    Raises
    ------
    FileNotUnderstood
        When a file has no column of names, or is neither table.
    """
    tally, cells, points = Tally(), Cells(), PostcodePoints(asked)
    assets: list[OwnAsset] = []
    offers: list[OfferTold] = []
    seen: set[str] = set()
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading our own tables")
        with open_rows(path, needed=("name",), aliases=ALIASES) as rows:
            if _is_of_offers(rows, path):
                found = ((row, offer_from(row, cells)) for row in rows)
                for row, offer in found:
                    if _use(row, offer, "offer", seen, tally):
                        offers.extend([offer] if isinstance(offer, OfferTold) else [])
                continue
            for row in rows:
                asset = asset_from(row, cells, points)
                if _use(row, asset, "asset", seen, tally):
                    assets.extend([asset] if isinstance(asset, OwnAsset) else [])
    points.tell(tally)
    cells.tell(tally)
    content = Told(assets=tuple(tied_together(assets)), offers=tuple(offers))
    return Reading(asked=asked, content=content, tally=tally)


def _is_of_offers(rows: Rows, path: Path) -> bool:
    """Tell which of the two tables it is, by its columns."""
    if rows.has("kind") and not rows.has("days"):
        return False
    if rows.has("days") or rows.has("kinds") or rows.has("starts"):
        return True
    raise FileNotUnderstood(
        "this has neither a column «kind», as a table of assets has, nor «days», as a "
        "table of offers has",
        file=path.name,
        line=rows.header_line,
        remedy="See docs/data/own-csv.md for the columns.",
    )


def _use(
    row: Row, told: OwnAsset | OfferTold | str, what: str, seen: set[str], tally: Tally
) -> bool:
    """Count a row, and tell whether it is taken."""
    if isinstance(told, str):
        tally.complain(told, example=f"{row.file}, line {row.line}")
        return False
    reference = told.told.reference if isinstance(told, OwnAsset) else told.reference
    key = f"{what} {reference}"
    if key in seen:
        tally.complain("the same id twice", example=f"{row.file}, line {row.line}")
        return False
    seen.add(key)
    tally.use()
    return True
