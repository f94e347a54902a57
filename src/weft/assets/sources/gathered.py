"""What did visitors and neighbours say, as somebody wrote it down on a round?"""

from pathlib import Path

from weft.assets.domain.gathered import Gathered
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.commons.errors import NotPossible
from weft.commons.files import Row, open_rows

ALIASES = {
    "kind": ("kind", "what"),
    "about": ("about", "id", "thing"),
    "words": ("words", "what they say"),
    "shown_as": ("shown_as", "shown as", "as whom"),
    "welcome": ("welcome", "felt welcome"),
    "safe": ("safe", "felt safe"),
    "said_on": ("said_on", "said on", "when", "date"),
    "answer": ("answer", "what the group answers"),
}
KINDS = {
    "visit": ProposalKind.VISIT,
    "gift": ProposalKind.GIFT,
    "offer": ProposalKind.OFFER,
}


def read(path: Path) -> list[Gathered]:
    """Read a table of what was gathered (docs/data/gathered.md).

    Raises
    ------
    FileNotUnderstood
        When a row cannot be taken: people's words are never left out in silence.
    """
    with open_rows(path, needed=("kind", "words"), aliases=ALIASES) as rows:
        return [_gathered(row) for row in rows]


def _gathered(row: Row) -> Gathered:
    """Read one row."""
    kind = KINDS.get(row.needed("kind").lower())
    if kind is None:
        raise row.wrong("kind", "this is neither visit, gift nor offer")
    felt = {one: row.text(one).lower() for one in (ToldField.WELCOME, ToldField.SAFE)}
    told = ProposalTold(kind=kind, words=row.needed("words"), told=felt)
    about = row.text("about")
    if kind is ProposalKind.VISIT and not about:
        raise row.wrong("about", "a visit is of a thing, by its id")
    try:
        return Gathered(
            about=about,
            told=told,
            shown_as=row.text("shown_as"),
            said_on=row.day("said_on"),
            answer=row.text("answer"),
        ).checked()
    except NotPossible as problem:
        raise row.wrong("words", str(problem).rstrip(".")) from problem
