"""How does a vote stand in tables: every statement, every grouping, every decision?"""

from collections.abc import Sequence

from weft.shell.tables import Column, Table
from weft.voices.domain.polling import Why
from weft.voices.domain.votes.results import Result, Said
from weft.voices.pages.presenters.opinion_space import LETTERS
from weft.voices.pages.presenters.rulings import STATES, WHY
from weft.voices.pages.presenters.vote_lines import ResultLine, of_hundred
from weft.voices.queries.rounds import RoundShown, RulingShown

_BY = (
    "Those who hold the project decide, by their link. The first letters of it show "
    "which decisions came by one hand; they name nobody."
)


def tried_table(found: Result, source: str) -> Table:
    """Tell every way of grouping that was tried."""
    return Table(
        title="Other ways to group the same votes",
        columns=(
            Column("Groups"),
            Column("Shown?"),
            *(
                Column(name, numeric=True, decimals=2)
                for name in (
                    "How far apart",
                    "Alike again, mean",
                    "Alike again, 19 in 20",
                )
            ),
        ),
        rows=tuple(
            (
                str(int(one.groups.max()) + 1),
                "yes" if one is found.shown else "no" if may else "no: too small",
                one.apart,
                one.again,
                one.again_least,
            )
            for one, may in found.tried
        ),
        source=source,
        notes=("Nobody knows how many groups there are.",),
    )


def votes_table(
    lines: Sequence[ResultLine], *, groups: int, title: str, notes: tuple[str, ...]
) -> Table:
    """Give every statement with its counts, over all and group by group."""
    return Table(
        title=f"{title}: what people voted",
        columns=(
            Column("Statement"),
            Column("Words"),
            *(Column(one, numeric=True) for one in ("Agree", "Disagree", "Pass")),
            *(
                Column(one, numeric=True, decimals=0)
                for one in ("Agreed by all groups, of 100", "At least", "At most")
            ),
            *(
                Column(f"Group {letter}, {what}", numeric=True)
                for letter in LETTERS[:groups]
                for what in ("agree", "disagree", "answered")
            ),
        ),
        rows=tuple(_row(one, groups) for one in lines),
        source=title,
        notes=notes,
    )


def log_table(shown: RoundShown) -> Table:
    """Tell what was decided of each sentence, why and by which link."""
    return Table(
        title=f"{shown.name}: what was decided of each sentence",
        columns=tuple(
            Column(one)
            for one in ("Statement", "When", "Decided", "Why", "By", "Words")
        ),
        rows=tuple(
            (
                str(one.number),
                row.on,
                STATES[row.state],
                WHY[row.why],
                _by(row),
                one.words if one.votable else "not shown",
            )
            for one in shown.statements
            for row in one.rulings
        ),
        source=shown.wall.name,
        notes=(_BY,),
    )


def _by(row: RulingShown) -> str:
    """Say by which hand; where it is told by none, that nobody knows."""
    if row.why is Why.BACK:
        return "who said it"
    return f"link {row.by[:8]}" if row.by else "not known"


def _row(one: ResultLine, groups: int) -> tuple[str | int | None, ...]:
    said, found = one.counted.said, one.counted
    by_group: Sequence[Said | None] = found.by_group or (None,) * groups
    return (
        str(found.number),
        one.statement.words,
        *((said.agree, said.disagree, said.passed) if said else (None,) * 3),
        of_hundred(found.consensus),
        of_hundred(found.least),
        of_hundred(found.most),
        *(
            cell
            for group in by_group
            for cell in (
                (group.agree, group.disagree, group.of) if group else (None,) * 3
            )
        ),
    )
