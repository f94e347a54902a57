"""In which words does a group say in whose hands it is, and with whom it works?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.assets.domain.kinds import TieKind
from weft.assets.queries.hands_in_hand import HandInHand, HandsInHand
from weft.commons.saying import dated

ASKED: Mapping[TieKind, str] = {
    TieKind.DECIDES: "Who decides?",
    TieKind.FUNDS: "Who pays?",
    TieKind.OWNS: "Who owns it?",
    TieKind.WORKS_WITH: "With whom do you work?",
}
NOBODY = "Nobody has told us."
DONE: Mapping[str, str] = {
    "told": "It stands on your page now.",
    "back": "It is gone from your page.",
    "owned": "It stands on your page now.",
    "part": "The list says so now.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandsInHandPage:
    """What a group says of its own hands, beside what others told."""

    about: HandsInHand
    back: str = field(repr=False)
    kind: str = ""
    who: str = ""
    owned_typed: str | None = None
    whole: str = ""
    done: str = ""
    problem: tuple[str, str] = ("", "")

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def told(self) -> tuple[tuple[str, tuple[HandInHand, ...]], ...]:
        """List each question with all that is told."""
        return tuple(
            (ASKED[kind], tuple(one for one in self.about.hands if one.kind is kind))
            for kind in self.about.asked
        )

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """List what may be said."""
        return tuple((str(kind), ASKED[kind]) for kind in self.about.asked)

    @property
    def owned(self) -> str:
        """Say how it is owned, as typed or as the list has it."""
        return self.about.owned if self.owned_typed is None else self.owned_typed

    @property
    def nobody(self) -> str:
        """Say that nothing is known."""
        return NOBODY

    @staticmethod
    def by(one: HandInHand) -> str:
        """Say by whose word it stands there."""
        teller = "You said so" if one.number else f"{one.told_by or 'Somebody'} says so"
        return f"{teller}, {dated(one.told_on)}." if one.told_on else f"{teller}."

    def error(self, name: str) -> str:
        """Say what was wrong with a field."""
        return self.problem[1] if self.problem[0] == name else ""
