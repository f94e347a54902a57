"""How does machine help read, for those who hold a project?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.commons.saying import counted, dated, first_large, listed, number
from weft.voices.domain.kinds import SuggestionState, Suggests
from weft.voices.pages.presenters.passages import STANCES, PassageCard
from weft.voices.queries.suggestions import SuggestionShown, SuggestionsInHand

ASKS = {
    Suggests.FORGOTTEN: "May this claim have forgotten these words?",
    Suggests.ALIKE: "Do these words say something like it?",
    Suggests.CODE: "Would this code fit?",
}
STATES = {
    SuggestionState.OFFERED: "not answered",
    SuggestionState.TAKEN: "taken",
    SuggestionState.CHANGED: "changed",
    SuggestionState.REFUSED: "refused",
}
NEWS = {
    "on": "Machine help is on.",
    "off": "Machine help is off. What was answered is kept.",
    "look": "We have looked. What is new stands below, if anything is like it.",
    "answer": "That is noted.",
}
FIRST_LETTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionCard:
    """One suggestion."""

    one: SuggestionShown

    @property
    def card(self) -> PassageCard:
        """Give the words to look at."""
        return PassageCard(passage=self.one.passage)

    @property
    def asks(self) -> str:
        """Ask what somebody may answer."""
        return ASKS[self.one.kind]

    @property
    def of_claim(self) -> bool:
        """Tell whether it is about a claim."""
        return self.one.kind is Suggests.FORGOTTEN

    @property
    def because(self) -> str:
        """Say which words made it."""
        like = self.one.like
        put = f"It was put to P{like.number}, «{like.words}». " if like else ""
        if not self.one.because:
            return f"{put}Parts of words are alike, or what stands beside it is."
        both = listed([f"«{one}»" for one in self.one.because])
        return f"{put}Both have: {both}."

    @property
    def answered(self) -> str:
        """Say what became of it, by whose link and when."""
        one = self.one
        on = f", {dated(one.answered_on)}" if one.answered_on else ""
        return f"{STATES[one.state]}{on}, by link «{one.by}»"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsPage:
    """What a machine offers, by a project's link."""

    held: SuggestionsInHand
    back: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def offered(self) -> tuple[SuggestionCard, ...]:
        """Give what waits for an answer, the likest first."""
        return tuple(one for one in self._cards if _waits(one))

    @property
    def answered(self) -> tuple[SuggestionCard, ...]:
        """Give what was answered; refusals too."""
        return tuple(one for one in self._cards if not _waits(one))

    @property
    def tally(self) -> str:
        """Count the answers."""
        states = [one.one.state for one in self.answered]
        told = [
            f"{number(states.count(state))} {words}"
            for state, words in STATES.items()
            if state in states
        ]
        many = counted(len(states), "suggestion", "suggestions")
        return f"{first_large(many)} answered: {listed(told)}." if told else ""

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Offer the claims."""
        return tuple(
            (str(one.number), f"{one.number} {one.short or one.words[:FIRST_LETTERS]}")
            for one in self.held.wall.claims
        )

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """Offer the passages."""
        return tuple(
            (str(one.number), f"P{one.number}: {one.words[:FIRST_LETTERS]}")
            for one in self.held.readable
        )

    @property
    def stances(self) -> tuple[tuple[str, str], ...]:
        """Offer what words can do for a claim."""
        return tuple((stance.value, words) for stance, words in STANCES.items())

    @property
    def _cards(self) -> tuple[SuggestionCard, ...]:
        return tuple(SuggestionCard(one=one) for one in self.held.suggestions)


def _waits(card: SuggestionCard) -> bool:
    return card.one.state is SuggestionState.OFFERED
