"""How is one thing of another kind offered?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.access.queries import Choice
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.times import Window
from weft.web.asking import Asking
from weft.web.pages.presenters.cards import Card

Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurprisePage:
    """One thing that somebody did not think of; or that there is none."""

    asked: Asking
    choice: Choice | None
    today: date
    where: Mapping[UUID, str]

    @property
    def card(self) -> Card | None:
        """Show it on a card."""
        if self.choice is None:
            return None
        return Card(
            choice=self.choice,
            number=1,
            today=self.today,
            free=self._free,
            places=self.where,
        )

    @property
    def _free(self) -> tuple[Window, ...]:
        return self.asked.windows(today=self.today)

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """List whom to ring, where what was written cannot wait."""
        return lines_for(heard(*self.asked.written))

    @property
    def fields(self) -> tuple[Field, ...]:
        """Ask for everything that fits."""
        return self.asked.fields()

    @property
    def again(self) -> tuple[Field, ...]:
        """Ask for another."""
        return (*self.asked.fields(), ("again", str(self.asked.again + 1)))
