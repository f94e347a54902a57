"""How does it read what stays open, what was named, and what a place has?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, dated, first_large
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.kinds import WorkKind
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.opened import (
    AssumptionShown,
    Opened,
    QuestionShown,
    WorkShown,
)

WORKS: Mapping[WorkKind, str] = {
    WorkKind.BOOK: "book",
    WorkKind.SONG: "song",
    WorkKind.FILM: "film",
    WorkKind.PLAY: "play",
    WorkKind.PICTURE: "picture",
    WorkKind.STUDY: "study",
    WorkKind.OTHER: "something else",
}
COLUMNS = tuple(
    map(
        Column,
        ("What", "Words", "Passage", "Who", "How it stands", "Answer", "Answered by"),
    )
)
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question, open or answered."""

    told: QuestionShown

    @property
    def card(self) -> PassageCard:
        """Give its words."""
        return PassageCard(passage=self.told.passage)

    @property
    def answer(self) -> str:
        """Say what was answered, by whom and when."""
        one = self.told
        if not one.answer:
            return "Open: nobody has answered it yet."
        on = f", {dated(one.answered_on)}" if one.answered_on else ""
        return f"Answered by {one.answered_by or 'somebody'}{on}: {one.answer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionLine:
    """What is taken to be so, with the words for and against."""

    told: AssumptionShown

    @property
    def sums(self) -> str:
        """Count the words each way."""
        bear = counted(len(self.told.holds), "passage bears", "passages bear")
        doubt = counted(len(self.told.doubts), "casts", "cast")
        return f"{first_large(bear)} it out, {doubt} doubt on it."

    @property
    def holds(self) -> tuple[PassageCard, ...]:
        """Give the words that bear it out."""
        return tuple(PassageCard(passage=one) for one in self.told.holds)

    @property
    def doubts(self) -> tuple[PassageCard, ...]:
        """Give those that cast doubt on it."""
        return tuple(PassageCard(passage=one) for one in self.told.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A work, and who named it."""

    told: WorkShown

    @property
    def words(self) -> str:
        """Say what it is and who named it."""
        who = PassageCard(passage=self.told.passage).who
        return f"{first_large(WORKS[self.told.kind])}. Named by: {who}."

    @property
    def card(self) -> PassageCard:
        """Give the words in which it was named."""
        return PassageCard(passage=self.told.passage)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """What stays open in a project."""

    told: Opened

    @property
    def open(self) -> tuple[QuestionLine, ...]:
        """Give the questions that nobody has answered."""
        some = (one for one in self.told.questions if not one.answer)
        return tuple(QuestionLine(told=one) for one in some)

    @property
    def answered(self) -> tuple[QuestionLine, ...]:
        """Give those that somebody has."""
        some = (one for one in self.told.questions if one.answer)
        return tuple(QuestionLine(told=one) for one in some)

    @property
    def assumptions(self) -> tuple[AssumptionLine, ...]:
        """Give what is taken to be so."""
        return tuple(AssumptionLine(told=one) for one in self.told.assumptions)

    @property
    def works(self) -> tuple[WorkLine, ...]:
        """Give the works that were named."""
        return tuple(WorkLine(told=one) for one in self.told.works)

    @property
    def answer(self) -> str:
        """Say how many questions are open."""
        if not self.told.questions:
            return "Nobody has noted a question yet."
        waits = counted(len(self.open), "question is", "questions are")
        has = counted(len(self.answered), "question has", "questions have")
        return f"{first_large(waits)} open. {first_large(has)} an answer."

    @property
    def decided(self) -> str:
        """Say in how many decisions people who live it took part; a share of all."""
        claims = self.told.wall.claims
        return decided_said([one.lived_experience_decided for one in claims])

    @property
    def kept(self) -> str:
        """Say how many are not shown."""
        many = self.told.kept
        if not many:
            return ""
        more = counted(many, "more is", "more are")
        return f"{first_large(more)} not shown: their words are not open to all."

    def file(self, kind: str) -> str:
        """Lead to the same as a file."""
        return reverse("voices:open_file", args=[self.told.wall.slug, kind])

    @property
    def table(self) -> Table:
        """Give all of it as a table."""
        wall = self.told.wall
        return Table(
            title=f"{wall.name}: what stays open",
            columns=COLUMNS,
            rows=tuple(self._rows()),
            notes=(wall.draft,) if wall.draft else (),
        )

    def _rows(self) -> Sequence[tuple[Cell, ...]]:
        rows: list[tuple[Cell, ...]] = []
        for one in self.told.questions:
            state = "answered" if one.answer else "open"
            said = (one.answer or None, one.answered_by or None)
            words, label, who = _of(PassageCard(passage=one.passage))
            rows.append(("Question", words, label, who, state, *said))
        for line in self.assumptions:
            for card, state in (
                *((one, "bears it out") for one in line.holds),
                *((one, "casts doubt on it") for one in line.doubts),
            ):
                _, label, who = _of(card)
                rows.append(
                    ("Assumption", line.told.words, label, who, state, None, None)
                )
        for work in self.works:
            _, label, who = _of(work.card)
            kind = WORKS[work.told.kind]
            rows.append(("Work", work.told.name, label, who, kind, None, None))
        return rows


def _of(card: PassageCard) -> tuple[str, str, str]:
    return card.passage.words, card.label, card.who


def decided_said(decided: Sequence[bool | None]) -> str:
    """Say in how many claims people who live it decided; unknown is told apart."""
    if not decided:
        return "No claim was made yet."
    yes, no = decided.count(True), decided.count(False)
    unknown = len(decided) - yes - no
    many = counted(len(decided), "claim", "claims")
    return (
        f"Did people who live it decide what it says? Of {many}: {yes} yes, {no} no, "
        f"{unknown} not noted."
    )
