"""How do blind readings of a text read, and where they differ: as a place to talk?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.commons.saying import counted
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.agreement import Agreed, ToTalkAbout
from weft.voices.domain.readings import holding
from weft.voices.queries.readings import Beside, OwnMark, ReaderDesk, TextRead

MOST_SHOWN = 100
NOT_SAID = "too little to say"
MARKED = "Whether to mark the words"
NEWS = {
    "ask": "",
    "done": "You are done. What is marked now is compared.",
    "mark": "Marked.",
    "unmark": "The mark is out again.",
    "ready": "You are done. When all are, you see where you differ.",
    "drop": "They are left out, and so is what they marked.",
    "again": "Go on. Say again when you are done.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words that some hold differently, with each reading of them."""

    words: str
    about: str
    many: str
    readings: tuple[tuple[str, str], ...]  # by whom, and what


@dataclass(frozen=True, slots=True, kw_only=True)
class BesidePart:
    """Where readings differ."""

    beside: Beside
    title: str

    @property
    def people(self) -> int:
        """Count who read."""
        return len(self.beside.readings)

    @property
    def table(self) -> Table:
        """Give agreement on marking, and code by code, with what it rests on."""
        told = self.beside.compared
        rows = [_row(MARKED, told.marked, None)]
        rows += [_row(one.code, one.agreed, one.used) for one in told.codes]
        return Table(
            title=self.title,
            columns=(
                Column("What"),
                Column("Alike", numeric=True, decimals=0, unit="%"),
                Column("Beyond chance (alpha)", numeric=True, decimals=2),
                Column("At least", numeric=True, decimals=2),
                Column("At most", numeric=True, decimals=2),
                Column("Put there", numeric=True, decimals=0, unit="%"),
            ),
            rows=tuple(rows),
            source="Krippendorff’s alpha, letter by letter; docs/methods/agreement.md",
            notes=(
                "Alike: of two judgements of one letter, how often both are the same.",
                "Alpha: 1 where all agree, 0 where chance would do as well.",
                "Codes are compared only where two or more marked the same words.",
                "Where nearly all say the same, alpha falls: look at «alike» too.",
                "It says where to talk. It says nothing of how well anybody works.",
            ),
        )

    @property
    def talk(self) -> tuple[Stretch, ...]:
        """Give the stretches to talk about, in the order of the text."""
        found = sorted(self.beside.compared.talk, key=lambda one: (one.start, one.end))
        return tuple(self._stretch(one) for one in found[:MOST_SHOWN])

    @property
    def more(self) -> str:
        """Say how many are not shown."""
        left = len(self.beside.compared.talk) - MOST_SHOWN
        return f"{counted(left, 'more stretch', 'more stretches')}." if left > 0 else ""

    @property
    def places(self) -> Table:
        """Give the stretches as places, with no word of what was said."""
        found = sorted(self.beside.compared.talk, key=lambda one: (one.start, one.end))
        return Table(
            title=f"{self.title}: where to talk",
            columns=(
                Column("From letter", numeric=True),
                Column("To letter", numeric=True),
                Column("About"),
                Column("Say so", numeric=True),
                Column("Of", numeric=True),
            ),
            rows=tuple(
                (one.start, one.end, one.code or MARKED, one.holding, one.of)
                for one in found
            ),
        )

    def _stretch(self, one: ToTalkAbout) -> Stretch:
        beside = self.beside
        held = holding(beside.readings, one.start, one.end)
        return Stretch(
            words=beside.text[one.start : one.end],
            about=f"The code «{one.code}»" if one.code else MARKED,
            many=f"{one.holding} of {one.of} say so",
            readings=tuple(
                (
                    reading.name,
                    "; ".join(
                        f"«{beside.text[at.start : at.end]}»: "
                        + (", ".join(at.codes) or "marked, no code")
                        for at in marks
                    )
                    or "not marked",
                )
                for reading, marks in zip(beside.readings, held, strict=True)
            ),
        )


def _row(what: str, told: Agreed, used: float | None) -> tuple[Cell, ...]:
    return (
        what,
        None if told.alike is None else told.alike * 100,
        told.value,
        told.low,
        told.high,
        None if used is None else used * 100,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Readings:
    told: TextRead
    problem: str = ""
    done: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def readers(self) -> tuple[tuple[str, str], ...]:
        """List who codes the text, and whether they are done."""
        return tuple(
            (one.name, "done" if one.done_on else "not yet done")
            for one in self.told.readers
        )

    @property
    def waited_for(self) -> tuple[tuple[str, str], ...]:
        """Offer those who were asked and are not done, to be left out."""
        waited = (one for one in self.told.readers if not one.own and not one.done_on)
        return tuple((one.name, one.name) for one in waited)

    @property
    def part(self) -> BesidePart | None:
        """Lay the readings beside each other, once all are done."""
        beside = self.told.beside
        title = f"How far we agree: {self.told.name}"
        return BesidePart(beside=beside, title=title) if beside else None

    def was(self, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsPage(_Readings):
    """A text that is coded blind, for those who hold its project."""

    here: str
    back: str
    address: str = ""  # of a link that was just made

    @property
    def own_done(self) -> bool:
        """Tell whether they said that they are done themselves."""
        return any(one.own and one.done_on for one in self.told.readers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage(_Readings):
    """A text, for one who codes it blind."""

    desk: ReaderDesk

    @property
    def marks(self) -> tuple[OwnMark, ...]:
        """List what they marked."""
        return self.desk.marks
