"""What did neighbours say to numbers, as somebody wrote it down on a round?"""

from pathlib import Path

from weft.commons.errors import NotPossible
from weft.commons.files import open_rows
from weft.need.domain.replies import ReplyTold

ALIASES = {
    "area": ("area", "area code", "code"),
    "number": ("number", "figure", "indicator", "key"),
    "words": ("words", "what they say", "reply"),
    "said_as": ("said_as", "said as", "who", "who is speaking"),
    "said_on": ("said_on", "said on", "when", "date"),
}


def read(path: Path) -> list[ReplyTold]:
    """Read a table of replies (docs/data/replies.md).

    Raises
    ------
    FileNotUnderstood
        When a row cannot be taken: people's words are never left out in silence.
    """
    told = []
    with open_rows(path, needed=("area", "number", "words"), aliases=ALIASES) as rows:
        for row in rows:
            reply = ReplyTold(
                area_code=row.needed("area"),
                key=row.needed("number"),
                words=row.needed("words"),
                said_as=row.text("said_as") if rows.has("said_as") else "",
                said_on=row.day("said_on") if rows.has("said_on") else None,
            )
            try:
                told.append(reply.checked())
            except NotPossible as problem:
                raise row.wrong("words", str(problem).rstrip(".")) from problem
    return told
