"""How do rounds read to those who hold a project?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from weft.commons.saying import counted, dated, first_large, listed
from weft.voices.domain.polling import StatementState, Why
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.rulings import REASONS, STATES, WHY
from weft.voices.queries.rounds import StatementShown
from weft.voices.queries.rounds_in_hand import (
    BallotAbout,
    RoundAbout,
    RoundInHand,
    RoundsInHand,
)
from weft.voices.services.typing_in import Typed

NEWS = {
    "round": "The vote is there. Put in what people say yes or no to.",
    "statement": "It is in. People can vote on it.",
    "in": "Let in. People can vote on it.",
    "out": "Left out. The reason stands in the log.",
    "undo": "Back to how it was before.",
    "shut": "The vote is over, and counted.",
    "open": "People can vote again until you end it. Nothing is shown before.",
    "files": "Read in.",
    "untype": "What was typed of it is out again.",
}
ROWS = 10  # ballots on one page of typing
BOXES = (("1", "Agree"), ("2", "Disagree"), ("3", "Pass"))
TYPED = {1: "typed once", 2: "typed twice, the same"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    def was(self, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsPage(_Page):
    """The rounds of a project."""

    held: RoundsInHand
    here: str
    back: str

    @property
    def lines(self) -> tuple[tuple[RoundAbout, str], ...]:
        """List them, with how far each has come."""
        return tuple((one, self._said(one)) for one in self.held.rounds)

    def _said(self, one: RoundAbout) -> str:
        statements = counted(one.statements, "statement", "statements")
        state = "over" if one.shut else "not over"
        ballots = counted(one.ballots, "ballot", "ballots")
        return f"{first_large(statements)}, {ballots}, {one.voted} used; {state}."

    @property
    def workshops(self) -> tuple[tuple[str, str], ...]:
        """Offer where it belongs."""
        return (("", "To the whole project"), *self.held.workshops)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCard:
    """A statement, as its hosts see it."""

    statement: StatementShown
    hidden: bool  # it is in, and its words are closed to those who vote

    @property
    def state(self) -> str:
        """Say how it stands."""
        if self.hidden:
            return "not shown: those who said it let fewer people read it"
        return STATES[self.statement.state]

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give the words that it comes from."""
        return tuple(PassageCard(passage=one) for one in self.statement.passages)

    @property
    def rulings(self) -> tuple[str, ...]:
        """Tell what was decided, in order."""
        return tuple(
            f"{dated(one.on) if one.on else 'Not known when'}: {STATES[one.state]}, "
            f"because {WHY[one.why]}"
            for one in self.statement.rulings
        )

    @property
    def may_go_in(self) -> bool:
        """Tell whether it can be let in."""
        return self.statement.state in {StatementState.HELD, StatementState.OUT}

    @property
    def may_go_out(self) -> bool:
        """Tell whether it can be left out."""
        return self.statement.state in {StatementState.HELD, StatementState.IN}

    @property
    def may_undo(self) -> bool:
        """Tell whether there is something to undo."""
        gone = self.statement.state is StatementState.BACK
        return not gone and any(
            one.why is not Why.UNDONE for one in self.statement.rulings[-1:]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPage(_Page):
    """A round, by its project's link."""

    held: RoundInHand
    here: str
    back: str
    address: str  # where people vote
    square: Markup

    @property
    def waiting(self) -> tuple[StatementCard, ...]:
        """Give those that nobody has read yet."""
        return tuple(
            one for one in self._cards if one.statement.state is StatementState.HELD
        )

    @property
    def others(self) -> tuple[StatementCard, ...]:
        """Give the rest."""
        return tuple(
            one for one in self._cards if one.statement.state is not StatementState.HELD
        )

    @property
    def _cards(self) -> tuple[StatementCard, ...]:
        seen = {one.number for one in self.held.votable}
        return tuple(
            StatementCard(
                statement=one,
                hidden=one.state is StatementState.IN and one.number not in seen,
            )
            for one in self.held.shown.statements
        )

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Offer why a statement is left out."""
        return REASONS

    @property
    def ballots_said(self) -> str:
        """Say how many ballots there are, and how many came back."""
        ballots = self.held.ballots
        used = sum(one.votes > 0 for one in ballots)
        typed = sum(one.typed > 0 for one in ballots)
        twice = sum(one.typed > 1 for one in ballots)
        asked = self.held.shown.asked
        of = "" if asked is None else f" of {counted(asked, 'person', 'people')} asked"
        paper = f" {typed} typed from paper, {twice} of them twice." if typed else ""
        made = first_large(counted(len(ballots), "ballot", "ballots"))
        return f"{made} made. {used} used{of}.{paper}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """Ballots to print: the one time that their codes are told."""

    held: RoundInHand
    ballots: Sequence[tuple[int, str]]
    address: str
    square: Markup
    back: str

    @property
    def boxes(self) -> tuple[tuple[str, str], ...]:
        """Give what one can tick, with the number to type."""
        return BOXES


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingRow:
    """A line in which one ballot is typed."""

    at: int
    number: str
    cells: tuple[tuple[int, str, bool], ...]  # statement, what was typed, it differs
    looked: bool  # offer «I looked at the paper»
    wrong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingPage:
    """The table into which ballots are typed."""

    held: RoundInHand
    back: str
    rows: Sequence[TypingRow]
    told: Typed | None = None
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was taken."""
        told = self.told
        if told is None:
            return NEWS.get(self.done, "")
        once, twice = len(told.taken), len(told.again)
        said = []
        if once:
            said.append(f"{first_large(counted(once, 'ballot', 'ballots'))} taken.")
        if twice:
            many = first_large(counted(twice, "ballot", "ballots"))
            said.append(f"{many} typed a second time, the same as before.")
        return " ".join(said)

    @property
    def errors(self) -> tuple[str, ...]:
        """Say what was not taken, and what to look at."""
        told = self.told
        found = [self.problem] if self.problem else []
        for number, statements in told.apart.items() if told else ():
            where = listed([str(one) for one in statements])
            found.append(
                f"Ballot {number} says something else than the first time, at "
                f"statement {where}. Look at the paper, mend it, and tick «I looked»."
            )
        found.extend(
            f"There is no ballot {number}. Look at its number again."
            for number in (told.unknown if told else ())
        )
        return tuple(found)

    @property
    def statements(self) -> tuple[StatementShown, ...]:
        """Give the columns."""
        return self.held.votable

    @property
    def ballots(self) -> tuple[tuple[BallotAbout, str], ...]:
        """List the ballots that were typed, and how often."""
        return tuple(
            (one, TYPED[min(one.typed, 2)]) for one in self.held.ballots if one.typed
        )
