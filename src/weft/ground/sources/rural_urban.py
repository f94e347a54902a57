"""Is an area urban or rural?

The Government's rural-urban classification of 2021 (``RUC21CD``, ``RUC21NM``,
``Urban_rural_flag``) or of 2011 (``RUC11CD``, ``RUC11``). The words are kept as they
are published; urban is what they begin with, or what the flag says.
"""

from weft.commons.files import Row, open_rows, unrepeated
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import ClassTold, GroundTold
from weft.ground.domain.vintages import refuse_other_vintage
from weft.ground.sources.belonging import Belongs
from weft.ground.sources.headings import column_of

ALIASES = {
    "words": (r"ruc\d\dnm", r"ruc\d\d_name", r"ruc\d\d"),
    "class": (r"ruc\d\dcd", r"ruc\d\d_code"),
    "flag": ("urban_rural_flag", r"ruc\d\durn"),
}


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the classes."""
    vintage = asked.vintage
    tally = Tally()
    classes: dict[str, ClassTold] = {}
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        with open_rows(path, needed=("words",), aliases=ALIASES) as rows:
            code = column_of(vintage, rows.headers, rows.file).code
            belongs = Belongs(asked, vintage)
            for row in unrepeated(rows, key=code, tally=tally):
                if belongs(row.text(code)):
                    words = row.needed("words")
                    classes[row.text(code)] = ClassTold(
                        vintage=vintage,
                        code=row.text(code),
                        words=words,
                        urban=_urban(row, words),
                    )
                    tally.use()
                else:
                    tally.leave_out("outside the region")
        refuse_other_vintage(
            classes, vintage=vintage, areas=asked.areas, file=path.name
        )
    content = GroundTold(classes=tuple(classes.values()))
    return Reading(asked=asked, content=content, tally=tally)


def _urban(row: Row, words: str) -> bool | None:
    """Tell urban from rural; None where the words say neither."""
    for told in (row.text("flag").lower(), words.lower()):
        if "urban" in told and not told.startswith("rural"):
            return True
        if "rural" in told:
            return False
    return None
