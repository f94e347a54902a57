"""How does somebody vote, one statement at a time?

Where to begin turns with the number of the ballot, so that not every voter is tired at
the same statements.
"""

from dataclasses import dataclass

from weft.commons.saying import counted, dated
from weft.voices.domain.polling import MOST_LETTERS, StatementState
from weft.voices.domain.votes import Vote as Said
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.rulings import STATES, WHY
from weft.voices.queries.my_ballot import MyBallot
from weft.voices.queries.rounds import RoundShown, StatementShown

SAID = {
    Said.AGREE: "You agree",
    Said.DISAGREE: "You disagree",
    Said.PASS: "You passed",
}
BUTTONS = (("agree", "I agree"), ("disagree", "I disagree"), ("pass", "Pass"))
VOTES = {"agree": Said.AGREE, "disagree": Said.DISAGREE, "pass": Said.PASS}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement, and what this ballot says to it."""

    statement: StatementShown
    said: Said | None

    @property
    def answer(self) -> str:
        """Say what they said."""
        return "You have not said yet" if self.said is None else SAID[self.said]

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give the words that it comes from."""
        return tuple(PassageCard(passage=one) for one in self.statement.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePage:
    """What somebody sees who has the address of a round."""

    round: RoundShown
    code: str = ""
    mine: MyBallot | None = None
    asked_for: int | None = None  # a statement that they want to look at
    everything: bool = False  # they want to see all they said
    problem: str = ""  # with the code
    wanting: str = ""  # in a statement of theirs
    typed: str = ""
    news: str = ""

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be taken, at its field."""
        if self.problem:
            return (("code", self.problem),)
        return (("words", self.wanting),) if self.wanting else ()

    @property
    def lines(self) -> tuple[StatementLine, ...]:
        """List the statements, in this ballot's order."""
        mine = self.mine
        every = self.round.votable
        first = mine.number % len(every) if mine and every else 0
        return tuple(
            StatementLine(
                statement=one, said=mine.said.get(one.number) if mine else None
            )
            for one in (*every[first:], *every[:first])
        )

    @property
    def line(self) -> StatementLine | None:
        """Give the statement to say something to now; None: all is said."""
        if self.mine is None or self.everything or not self.round.goes_on:
            return None
        wanted = (one for one in self.lines if one.statement.number == self.asked_for)
        open_still = (one for one in self.lines if one.said is None)
        return next(wanted, None) or next(open_still, None)

    @property
    def place(self) -> str:
        """Say how far they have come."""
        line = self.line
        if line is None:
            return ""
        at = [one.statement.number for one in self.lines].index(line.statement.number)
        return f"Statement {at + 1} of {len(self.lines)}"

    @property
    def progress(self) -> str:
        """Say to how many they said something."""
        done = sum(one.said is not None for one in self.lines)
        of = counted(len(self.lines), "statement", "statements")
        return f"You have said something to {done} of {of}."

    @property
    def when(self) -> str:
        """Say until when one may vote."""
        one = self.round
        if one.goes_on:
            last = f" until {dated(one.closes_on)}" if one.closes_on else ""
            return f"You can vote, and change what you said{last}."
        if one.not_yet and one.opens_on and not one.shut:
            return f"It begins on {dated(one.opens_on)}."
        return "The vote is over."

    @property
    def own(self) -> tuple[tuple[int, str, str, bool], ...]:
        """List what they put in: number, words, what became of it, if it can go."""
        told = []
        for one in self.mine.own if self.mine else ():
            why = f": {WHY[one.why]}" if one.why else ""
            told.append(
                (
                    one.number,
                    one.words,
                    f"{STATES[one.state]}{why}",
                    one.state is not StatementState.BACK,
                )
            )
        return tuple(told)

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        """Offer what one can say."""
        return BUTTONS

    @property
    def most(self) -> int:
        """Say how long a statement may be."""
        return MOST_LETTERS
