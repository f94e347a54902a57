"""How do the codes of a project read, and what was done to them?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from urllib.parse import quote

from weft.commons.saying import clock, counted, dated, day_of
from weft.shell.tables import Column, Table
from weft.voices.domain.history import ActTold, hand
from weft.voices.domain.kinds import Deed, Layer
from weft.voices.pages.presenters.passages import FACETS, PassageCard
from weft.voices.queries.codes import ON_A_PAGE, CodeLine, CodesInHand

LAYERS = {Layer.WHAT: "what is said", Layer.HOW: "how it is said"}
DEEPEST = 5  # steps that are drawn; those below stand at the last
NEWS = {
    "new": "The code is there.",
    "rename": "It has its new name.",
    "memo": "The note is written.",
    "move": "It stands there now.",
    "merge": "They are one now. Each person’s own codes stay theirs.",
    "split": "The new code is there, with the passages you chose.",
    "delete": "The code is out. The passages stay marked.",
    "undo": "Taken back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesPage:
    """The codes of a project, by its link."""

    held: CodesInHand
    last: ActTold | None
    page: int
    here: str
    back: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def undo(self) -> ActTold | None:
        """Give the last act, where it can be taken back."""
        return self.last if self.last and _can_be_undone(self.last) else None

    def was(self, answer: str, name: str, else_: str = "") -> str:
        """Give back what was typed into a form that could not be taken."""
        if self.typed.get("answer") == answer:
            return self.typed.get(name, "")
        return else_

    @property
    def lines(self) -> tuple[tuple[CodeLine, int, str, str], ...]:
        """List the codes: each with its step, how often it was put, and below what."""
        names = {one.ref: one.name for one in self.held.lines}
        return tuple(
            (
                one,
                min(one.depth, DEEPEST),
                counted(one.used, "passage", "passages"),
                names.get(one.under, ""),
            )
            for one in self.held.lines
        )

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """Offer the other codes."""
        opened = self.held.open.ref if self.held.open else ""
        return tuple(
            (one.ref, _named(one)) for one in self.held.lines if one.ref != opened
        )

    @property
    def above(self) -> tuple[tuple[str, str], ...]:
        """Offer where a code can stand."""
        return (("", "Under no other"), *self.others)

    @property
    def cards(self) -> tuple[tuple[PassageCard, int, str], ...]:
        """Give the passages of the open code: each with its text, and who coded it."""
        return tuple(
            (
                PassageCard(passage=one.passage),
                one.source,
                ", ".join(map(hand, one.coders)),
            )
            for one in self.held.passages
        )

    @property
    def pages(self) -> int:
        """Say how many pages the passages of what is open fill."""
        often = dict(self.held.facets)
        used = self.held.open.used if self.held.open else 0
        many = often[self.held.facet] if self.held.facet else used
        return ceil(many / ON_A_PAGE)

    @property
    def same(self) -> str:
        """Address what is open, without its page."""
        if self.held.facet:
            return f"?facet={self.held.facet.value}"
        return f"?code={quote(self.held.open.ref)}" if self.held.open else "?"

    @property
    def facets(self) -> tuple[tuple[str, str, str], ...]:
        """List how passages are seen, and how many in each way."""
        return tuple(
            (kind.value, FACETS[kind], counted(many, "passage", "passages"))
            for kind, many in self.held.facets
        )

    @property
    def facet(self) -> str:
        """Say which way of seeing is open."""
        return FACETS[self.held.facet] if self.held.facet else ""

    @property
    def layer(self) -> str:
        """Say what the open code tells of."""
        return LAYERS[self.held.open.layer] if self.held.open else ""

    @property
    def table(self) -> Table:
        """Give the codes as a table."""
        names = {one.ref: one.name for one in self.held.lines}
        return Table(
            title=f"Codes of {self.held.project}",
            columns=(
                Column("Code"),
                Column("What it tells"),
                Column("Under"),
                Column("Note"),
                Column("Passages", numeric=True),
            ),
            rows=tuple(
                (
                    one.name,
                    LAYERS[one.layer],
                    names.get(one.under, ""),
                    one.memo,
                    one.used,
                )
                for one in self.held.lines
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """What was done to codes and marks."""

    acts: tuple[ActTold, ...]  # the last first
    project: str
    most: int
    here: str
    back: str
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def lines(self) -> tuple[tuple[ActTold, str, str, bool], ...]:
        """List the acts: when, by whose link, and whether each can be taken back."""
        return tuple(
            (one, _when(one), one.hand, _can_be_undone(one)) for one in self.acts
        )

    @property
    def more(self) -> bool:
        """Tell whether there may be older acts than these."""
        return len(self.acts) == self.most

    @property
    def table(self) -> Table:
        """Give the acts as a table, what was done first first."""
        return Table(
            title=f"What was done to codes of {self.project}",
            columns=(
                Column("Number", numeric=True),
                Column("When"),
                Column("By whom"),
                Column("What"),
                Column("Passage"),
                Column("Taken back"),
            ),
            rows=tuple(
                (
                    one.number,
                    _when(one),
                    one.hand,
                    one.words,
                    f"P{one.passage}" if one.passage else "",
                    "yes" if one.undone else "",
                )
                for one in reversed(self.acts)
            ),
            notes=(
                "It holds no word of what was said.",
                "«link …» is the beginning of the key of a link, and nobody’s name.",
            ),
        )


def _when(one: ActTold) -> str:
    return f"{dated(day_of(one.at))}, {clock(one.at)}"


def _can_be_undone(one: ActTold) -> bool:
    return not one.undone and one.deed is not Deed.UNDO


def _named(one: CodeLine) -> str:
    """Name a code in a list from which one chooses."""
    before = "\u2003" * min(one.depth, DEEPEST)
    return f"{before}{'~' if one.layer is Layer.HOW else ''}{one.name}"
