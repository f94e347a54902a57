"""How does one claim read as a sentence that opens to its passages?"""

from collections.abc import Iterable
from dataclasses import dataclass

from weft.commons.saying import listed
from weft.shell.tables import Column
from weft.voices.domain.kinds import ClaimState, Level, Stance
from weft.voices.pages.presenters.asks import AskLine
from weft.voices.pages.presenters.passages import STANCES, PassageCard
from weft.voices.pages.presenters.wall import ClaimCard
from weft.voices.queries.shown import ClaimShown

NO_THEME = "Without a theme"
ORDER = (ClaimState.STANDING, ClaimState.DRAFT, ClaimState.FLAGGED)
CLAIM_COLUMNS = (
    Column("Claim", numeric=True),
    *map(
        Column,
        (
            "What it says",
            "Theme",
            "Said or written",
            "How far it has come",
            "Passages for it",
            "Could be either",
            "Against it",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A claim, as a sentence of the report."""

    claim: ClaimShown

    @property
    def card(self) -> ClaimCard:
        """Give it as the wall has it."""
        return ClaimCard(claim=self.claim, address="", chosen=False)

    @property
    def state(self) -> str:
        """Say how far it has come."""
        return self.card.state

    @property
    def bears(self) -> tuple[tuple[str, tuple[PassageCard, ...]], ...]:
        """Number the passages that bear on it, by what they do for it."""
        return tuple(
            (words, cards)
            for stance, words in STANCES.items()
            if (cards := self._cards(stance))
        )

    @property
    def quotes(self) -> tuple[PassageCard, ...]:
        """Quote the first words for it and the first against it.

        A hard thing is not quoted where nobody chose to open it.
        """
        first = (
            next(filter(_can_be_quoted, self._cards(stance)), None)
            for stance in (Stance.FOR, Stance.AGAINST)
        )
        return tuple(one for one in first if one)

    @property
    def both_ways(self) -> bool:
        """Tell whether people differ on it."""
        return bool(self._cards(Stance.FOR) and self._cards(Stance.AGAINST))

    @property
    def asks(self) -> tuple[AskLine, ...]:
        """List what is asked of whom."""
        return self.card.asks

    def _cards(self, stance: Stance) -> tuple[PassageCard, ...]:
        return tuple(
            PassageCard(passage=one.passage, stance=stance)
            for one in self.claim.behind
            if one.stance is stance
        )


def _can_be_quoted(card: PassageCard) -> bool:
    return bool(card.passage.words) and not card.passage.warning


def by_theme(
    claims: Iterable[ClaimShown],
) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
    """Sort claims under their themes; of each, what stands comes first."""
    groups: dict[str, list[ClaimShown]] = {}
    for one in claims:
        groups.setdefault(one.theme, []).append(one)
    alone = len(groups) == 1
    return tuple(
        (
            theme or ("" if alone else NO_THEME),
            tuple(
                Sentence(claim=one)
                for one in sorted(some, key=lambda one: ORDER.index(one.state))
            ),
        )
        for theme, some in groups.items()
    )


def who_alone(claim: ClaimShown) -> str:
    """Name the one who stands for a claim."""
    names = {
        one.passage.speaker
        for one in claim.behind
        if one.stance is Stance.FOR and one.passage.speaker
    }
    return listed(sorted(names))


def claim_row(one: Sentence) -> tuple[str | int, ...]:
    """Give it as a row of ``CLAIM_COLUMNS``."""
    bears = dict(one.bears)
    level = "said there" if one.claim.level is Level.SAID else "written afterwards"
    return (
        one.claim.number,
        one.claim.words,
        one.claim.theme,
        level,
        one.state,
        *(
            ", ".join(card.label for card in bears.get(words, ()))
            for words in STANCES.values()
        ),
    )
