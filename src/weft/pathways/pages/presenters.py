"""How is it said how many came with a card?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from weft.commons.disclosure import shown_parts
from weft.commons.saying import day
from weft.shell.tables import Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPage:
    """What a group sees of cards."""

    name: str
    back: str
    mondays: Sequence[date]
    came: Sequence[int]
    fewest: int
    problem: str = ""
    done: str = ""

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be taken, at its field."""
        return (("code", self.problem),) if self.problem else ()

    @property
    def news(self) -> str:
        """Say that it was counted."""
        return "Counted. The card is spent, and nothing of it is kept." * bool(
            self.done
        )

    @property
    def any_came(self) -> bool:
        """Tell whether there is anything to show."""
        return any(self.came)

    @property
    def table(self) -> Table:
        """Show the weeks; small numbers leave no page as they are."""
        safe = shown_parts(self.came, fewest=self.fewest)
        rows = [
            (f"from {day(monday)}", said if isinstance(said, int) else str(said))
            for monday, said in zip(self.mondays, safe.parts, strict=True)
        ]
        total = safe.total if isinstance(safe.total, int) else str(safe.total)
        return Table(
            title="Who came with a card",
            columns=(Column("Week"), Column("People", numeric=True)),
            rows=(*rows, ("all five weeks", total)),
        )
