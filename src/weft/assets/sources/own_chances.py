"""What does a row of a table of chances tell? (docs/data/chances.md)

A row without a name, or of a kind nobody knows, is not understood and counted; a cell
that cannot be read leaves that one thing unknown.
"""

from pathlib import Path

from weft.assets.domain.chances import ChanceKind, ChanceTold, minutes
from weft.assets.domain.told import Told
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_cells import Cells
from weft.commons.files import Row, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.named import folded

KINDS = {
    "voluntary": ChanceKind.VOLUNTARY,
    "volunteer": ChanceKind.VOLUNTARY,
    "volunteering": ChanceKind.VOLUNTARY,
    "paid": ChanceKind.PAID,
    "job": ChanceKind.PAID,
    "learning": ChanceKind.LEARNING,
    "training": ChanceKind.LEARNING,
    "placement": ChanceKind.LEARNING,
}
ALIASES = {
    "name": ("name", "title", "what"),
    "kind": ("kind", "type"),
    "summary": ("summary", "description", "about"),
    "group": ("group", "organisation", "organization", "who asks\\??"),
    "place": ("place", "venue", "where", "location"),
    "time_in_all": ("time_in_all", "time in all", "how long", "time asked", "hours"),
    "once": ("once", "one off", "just once"),
    "when": ("when", "day", "days"),
    "with_whom": ("with_whom", "with whom", "who with"),
    "expenses": ("expenses", "expenses paid"),
    "phone": ("phone", "telephone", "tel"),
    "how_to_join": ("how_to_join", "how to join", "how to offer"),
    "told_by": ("told_by", "told by"),
    "told_on": ("told_on", "told on", "updated"),
}


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[Told]:
    """Read a table of chances.

    Raises
    ------
    FileNotUnderstood
        When a file has no columns of names and kinds.
    """
    tally, cells = Tally(), Cells()
    chances: list[ChanceTold] = []
    for done, path in enumerate(asked.files):
        progress(done, len(asked.files), "reading chances to lend a hand")
        chances += _of_file(path, cells, tally)
    cells.tell(tally)
    return Reading(asked=asked, content=Told(chances=tuple(chances)), tally=tally)


def _of_file(path: Path, cells: Cells, tally: Tally) -> list[ChanceTold]:
    """Read one file, and count what is not understood."""
    found: dict[str, ChanceTold] = {}
    with open_rows(path, needed=("name", "kind"), aliases=ALIASES) as rows:
        for row in rows:
            told = chance_from(row, cells)
            if isinstance(told, ChanceTold) and told.reference in found:
                told = "the same id twice"
            if isinstance(told, str):
                tally.complain(told, example=f"{row.file}, line {row.line}")
                continue
            found[told.reference] = told
            tally.use()
    return list(found.values())


def chance_from(row: Row, cells: Cells) -> ChanceTold | str:
    """Read a row; a reason in words where it cannot be used."""
    name, kind = row.text("name"), KINDS.get(row.text("kind").strip().lower())
    if not name:
        return "no name"
    if kind is None:
        return "a kind of chance that nobody knows"
    return ChanceTold(
        reference=row.text("id") or folded(name).replace(" ", "-"),
        kind=kind,
        name=name,
        summary=row.text("summary"),
        group=row.text("group"),
        place=row.text("place"),
        minutes_in_all=cells.read(row, "time_in_all", minutes),
        once=cells.read(row, "once", cell.yes_no),
        when=row.text("when"),
        first_on=cells.read(row, "first_on", cell.day),
        last_on=cells.read(row, "last_on", cell.day),
        with_whom=row.text("with_whom"),
        expenses=cells.read(row, "expenses", cell.yes_no),
        expenses_note=row.text("expenses_note"),
        pay=row.text("pay"),
        region_wide=cells.read(row, "region_wide", cell.yes_no),
        telephone=row.text("phone"),
        how_to_join=row.text("how_to_join"),
        told_by=row.text("told_by"),
        told_on=cells.read(row, "told_on", cell.day),
    )
