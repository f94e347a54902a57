"""How does it read what was asked of whom, and what became of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from weft.commons.saying import counted, dated, first_large
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.asks import AskState, days_taken
from weft.voices.queries.asks import AskListed
from weft.voices.queries.shown import AskShown

STATES = {
    AskState.LATE: "no answer, past its day",
    AskState.WAITING: "waiting",
    AskState.ANSWERED: "answered",
}
COLUMNS = (
    Column("Asked"),
    Column("Of whom"),
    Column("By whom"),
    Column("Asked on"),
    Column("Answer due by"),
    Column("How it stands"),
    Column("What they said"),
    Column("Said on"),
    Column("Days from asking to the answer", numeric=True),
    Column("What they did"),
    Column("Done on"),
    Column("Claim"),
    Column("Passages for it", numeric=True),
    Column("Project"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """What somebody is asked, and what came of it."""

    ask: AskShown

    @property
    def words(self) -> str:
        """Say it, and of whom it is asked."""
        return f"{self.ask.asked_of}: {self.ask.words}"

    @property
    def days(self) -> int | None:
        """Count the days that the answer took."""
        return days_taken(self.ask.asked_on, self.ask.replied_on)

    @property
    def answer(self) -> str:
        """Say what they said; a day that is past is said as such."""
        one = self.ask
        if not one.reply:
            due = dated(one.answer_by)
            if one.late:
                return f"Nothing yet. An answer was due by {due}."
            return f"An answer is due by {due}. Nothing yet."
        when = [dated(one.replied_on)] if one.replied_on else []
        if self.days is not None:
            when.append(f"after {counted(self.days, 'day', 'days')}")
        on = f" ({', '.join(when)})" if when else ""
        return f"They said: «{one.reply}»{on}.{self._done}"

    @property
    def _done(self) -> str:
        one = self.ask
        if not one.done:
            return ""
        on = f", {dated(one.done_on)}" if one.done_on else ""
        return f" They did{on}: {one.done}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCard:
    """An ask in a list, with what it stands on."""

    listed: AskListed

    @property
    def line(self) -> AskLine:
        """Give what was asked and answered."""
        return AskLine(ask=self.listed.ask)

    @property
    def when(self) -> str:
        """Say when it was asked and by whom."""
        one = self.listed
        by = f" by {one.asked_by}" if one.asked_by else ""
        day = one.ask.asked_on
        on = f" on {dated(day)}" if day else "; nobody noted when"
        return f"Asked{by}{on}."

    @property
    def claim(self) -> str:
        """Lead to the claim, with its words behind it."""
        wall = reverse("voices:wall", args=[self.listed.slug])
        return f"{wall}?claim={self.listed.claim}"

    @property
    def behind(self) -> str:
        """Say how many passages stand for the claim."""
        many = counted(self.listed.passages, "passage stands", "passages stand")
        return f"{first_large(many)} for it."


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksPage:
    """What was asked, in one project or in all."""

    listed: Sequence[AskListed]
    slug: str = ""
    project: str = ""

    def _of(self, state: AskState) -> tuple[AskCard, ...]:
        return tuple(AskCard(listed=one) for one in self.listed if one.state is state)

    @property
    def parts(self) -> tuple[tuple[str, str, tuple[AskCard, ...]], ...]:
        """Give those past their day first, then those that wait, then the answered."""
        named = (
            ("late", "No answer, and the day is past", AskState.LATE),
            ("waiting", "Waiting for an answer", AskState.WAITING),
            ("answered", "Answered", AskState.ANSWERED),
        )
        found = ((key, words, self._of(state)) for key, words, state in named)
        return tuple(part for part in found if part[2])

    @property
    def answer(self) -> str:
        """Say how many have no answer."""
        if not self.listed:
            return "Nothing was asked of anybody yet."
        late = len(self._of(AskState.LATE))
        answered = len(self._of(AskState.ANSWERED))
        total = counted(len(self.listed), "thing was asked", "things were asked")
        has = counted(answered, "has an answer", "have an answer")
        past = counted(late, "is past its day", "are past their day")
        return f"{first_large(total)}: {has}, {past} without one."

    @property
    def times(self) -> str:
        """Say how long answers took, where that is known."""
        known = sorted(
            days
            for one in self.listed
            if (days := AskLine(ask=one.ask).days) is not None
        )
        if not known:
            return ""
        if len(known) == 1:
            return f"The one answer of a known day took {known[0]} days."
        return f"Answers took from {known[0]} to {known[-1]} days."

    def file(self, kind: str) -> str:
        """Lead to the same as a file."""
        if self.slug:
            return reverse("voices:asks_file_of", args=[self.slug, kind])
        return reverse("voices:asks_file", args=[kind])

    @property
    def table(self) -> Table:
        """Give it as a table, as it may leave."""
        title = f"{self.project}: asks" if self.project else "What was asked of whom"
        rows = tuple(_row(AskCard(listed=one)) for one in self.listed)
        return Table(title=title, columns=COLUMNS, rows=rows)


def _row(card: AskCard) -> tuple[Cell, ...]:
    one, ask = card.listed, card.listed.ask
    return (
        ask.words,
        ask.asked_of,
        one.asked_by or None,
        ask.asked_on,
        ask.answer_by,
        STATES[one.state],
        ask.reply or None,
        ask.replied_on,
        card.line.days,
        ask.done or None,
        ask.done_on,
        one.claim_words,
        one.passages,
        one.project,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksInHand:
    """Asks, as those who hold the project see them."""

    name: str
    listed: Sequence[AskListed]
    claims: tuple[tuple[str, str], ...]
    back: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""
    address: str = ""  # of a body's link, told once
    address_ends: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def cards(self) -> tuple[AskCard, ...]:
        """List them."""
        return tuple(AskCard(listed=one) for one in self.listed)

    @property
    def asks(self) -> tuple[tuple[str, str], ...]:
        """Offer them."""
        return tuple(
            (one.ask.key, f"{one.ask.asked_of}: {one.ask.words[:60]}")
            for one in self.listed
        )

    def was(self, answer: str, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "") if self.typed.get("answer") == answer else ""


NEWS = {
    "ask": "Asked. Give whoever must answer their link.",
    "reply": "Written down.",
    "out": "The ask is out again.",
}
