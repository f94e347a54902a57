"""How is one loop said?

Each loop three times: as a ring of rope, as a walk in words for a phone, as a table.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from weft.commons.saying import counted, first_large
from weft.shell.plots import LARGE, SMALL, Stop, ring
from weft.shell.plots.axis import in_lines
from weft.shell.tables import Column, Table
from weft.voices.domain.causes import Arrow, Loop, Turn
from weft.voices.domain.kinds import Basis, Sign
from weft.voices.domain.told import LoopTold
from weft.voices.queries.shown import PassageShown

Passages = Mapping[str, PassageShown]

SIGNS = {Sign.MORE: "+", Sign.LESS: "−", Sign.UNKNOWN: "?"}
WAYS = {
    Sign.MORE: "the more, the more",
    Sign.LESS: "the more, the less",
    Sign.UNKNOWN: "nobody said which way",
}
TURNS = {
    Turn.REINFORCING: "It feeds itself, up or down.",
    Turn.BALANCING: "It holds itself back: a brake.",
    Turn.UNKNOWN: "Nobody knows yet which way it turns.",
}
TURNS_SHORT = {
    Turn.REINFORCING: "feeds itself",
    Turn.BALANCING: "a brake",
    Turn.UNKNOWN: "not known",
}
NOBODY_SAID = "Nobody said this one. Whoever drew the map inferred it."
NO_WORDS = "Said, and no words are tied to it yet."
HARD = "A hard thing is told here. It stands with the words."
DRAWN = 5  # things of a loop that fit on a small ring
NAME_ROOM = 150.0  # px within a large ring, had it letters of 16 px
SHORT = 180  # letters of somebody's words beside a small ring; the table leads to all


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Words for one side, where people differ."""

    label: str
    said: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowLine:
    """An arrow, with the words behind it."""

    arrow: Arrow
    passages: Passages

    @property
    def way(self) -> str:
        """Say which way it goes; where people differ, how many say which."""
        one = self.arrow
        if not one.disputed:
            return WAYS[one.sign]
        more, less = (len(one.said(sign)) for sign in (Sign.MORE, Sign.LESS))
        return f"people differ: {more} say more, {less} say less"

    @property
    def time(self) -> str:
        """Say whether it takes time."""
        return {True: "it takes time", False: "at once", None: "nobody said"}[
            self.arrow.takes_time
        ]

    @property
    def said_by(self) -> str:
        """Say in how many passages and workshops it was said, or that nobody did."""
        words = [self.passages[label] for label in self.arrow.words]
        if not words:
            inferred = self.arrow.basis is Basis.INFERRED
            return "nobody: inferred" if inferred else "not tied to words yet"
        return ", ".join(_counts(words))

    @property
    def able(self) -> str:
        """Say who could do something about it."""
        named = dict.fromkeys(one.who for one in self.arrow.told if one.who)
        return "; ".join(named) or "nobody named"

    @property
    def who_says(self) -> str:
        """Say by whom it was said and who could act, in a sentence."""
        labels = ", ".join(self.arrow.words)
        words = f" ({labels})" if labels else ""
        return f"Said by: {self.said_by}{words}. Who could act: {self.able}."

    @property
    def sides(self) -> tuple[tuple[str, tuple["Side", ...]], ...]:
        """Where people differ, give who says which, in words for each way."""
        accounts = {
            Sign.MORE: "It makes it more",
            Sign.LESS: "It makes it less",
            Sign.UNKNOWN: "Nobody said which way",
        }
        return tuple(
            (words, tuple(self._side(label) for label in self.arrow.said(sign)))
            for sign, words in accounts.items()
            if any(one.sign is sign for one in self.arrow.told)
        )

    def _side(self, label: str) -> Side:
        one = self.passages[label]
        said = HARD if one.warning else f"«{one.words}»" if one.words else ""
        who = one.speaker or "nobody knows who"
        return Side(label=label, said=said, by=f"{label}: {who}, {one.workshop}")

    @property
    def stop(self) -> Stop:
        """Draw it, with the first words that can stand in a picture."""
        said, by = self._words
        return Stop(
            thing=self.arrow.cause,
            sign=SIGNS[self.arrow.sign],
            said=said,
            by=by,
            inferred=self.arrow.basis is Basis.INFERRED,
            slow=self.arrow.takes_time is True,
        )

    @property
    def _words(self) -> tuple[str, str]:
        for label in self.arrow.words:
            one = self.passages[label]
            if one.warning:
                return "", f"{label}: {HARD}"
            if one.words:
                return f"«{one.words}»", f"{label}, {one.workshop}"
        return "", NOBODY_SAID if self.arrow.basis is Basis.INFERRED else NO_WORDS

    @property
    def row(self) -> tuple[str, ...]:
        """Give it as a row."""
        one = self.arrow
        labels = ", ".join(one.words)
        return (
            one.cause,
            one.effect,
            self.way,
            self.time,
            self.able,
            self.said_by,
            labels,
        )


COLUMNS = tuple(
    map(
        Column,
        ("From", "To", "Which way", "Time", "Who could act", "Said by", "Passages"),
    )
)


def _counts(words: Iterable[PassageShown]) -> Iterator[str]:
    """Count passages, who spoke them as far as anybody knows, and where."""
    told = tuple(words)
    voices = {one.speaker for one in told if one.speaker}
    places = {one.place for one in told if one.place}
    yield counted(len(told), "passage", "passages")
    yield counted(len({one.workshop for one in told}), "workshop", "workshops")
    if voices:
        yield counted(len(voices), "table or person", "tables or people")
    if places:
        yield counted(len(places), "place", "places")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopCard:
    """A loop."""

    loop: Loop
    passages: Passages
    number: int
    told: LoopTold | None = None

    @property
    def lines(self) -> tuple[ArrowLine, ...]:
        """Give its arrows."""
        return tuple(
            ArrowLine(arrow=one, passages=self.passages) for one in self.loop.arrows
        )

    @property
    def name(self) -> str:
        """Name it as people do; by what it runs through where nobody named it."""
        if self.told and self.told.name:
            return self.told.name
        first, *others = self.loop.things
        match others:
            case []:
                return f"{first_large(first)}, by itself"
            case [other]:
                return f"{first_large(first)} and {other}"
            case _:
                return f"{first_large(first)}, by way of «{others[0]}»"

    @property
    def hopeful(self) -> bool:
        """Tell whether people marked it as hopeful."""
        return self.told is not None and self.told.hopeful

    @property
    def round(self) -> str:
        """Say what people call it, where it leads, and that it comes back."""
        named = f"{self.told.name}: " if self.told and self.told.name else ""
        return first_large(f"{named}{', '.join(self.loop.things)}, and round again.")

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Walk it, arrow by arrow."""
        return tuple(one.stop for one in self.lines)

    @property
    def signed(self) -> bool:
        """Tell whether any arrow is not «the more, the more»."""
        return any(arrow.sign is not Sign.MORE for arrow in self.loop.arrows)

    @property
    def large(self) -> Markup:
        """Draw it with the words about it."""
        first, *others = self.loop.things
        named = self.told is not None and bool(self.told.name)
        short = named or len(others) == 1
        name = self.name if short else f"{first_large(first)}, and back"
        return ring(self.stops, LARGE, middle=in_lines(name, NAME_ROOM))

    @property
    def small(self) -> Markup | None:
        """Draw it small; None where it is too long for that."""
        if len(self.stops) > DRAWN:
            return None
        return ring(self.stops, SMALL)

    @property
    def walk(self) -> str:
        """Say it in a sentence for each arrow, and what it does."""
        said = [
            f"{first_large(one.arrow.cause)} → {one.arrow.effect}: {one.way}."
            for one in self.lines
        ]
        return " ".join([*said, self.turn])

    @property
    def turn(self) -> str:
        """Say what it does to a change."""
        return TURNS[self.loop.turn]

    @property
    def quote(self) -> Stop | None:
        """Give the first words that were said on it."""
        return next((one for one in self.stops if one.said), None)

    @property
    def quote_short(self) -> str:
        """Give the beginning of those words; three dots say that there are more."""
        said = self.quote.said if self.quote else ""
        if len(said) <= SHORT:
            return said
        return f"{said[:SHORT].rsplit(maxsplit=1)[0]} …»"

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """Give each passage behind it, and its place on the page of all words."""
        words = dict.fromkeys(ref for one in self.loop.arrows for ref in one.words)
        return tuple((label, label.lower()) for label in words)

    @property
    def table(self) -> Table:
        """Give it as a table."""
        return Table(
            title=self.name,
            columns=COLUMNS,
            rows=tuple(one.row for one in self.lines),
            notes=(self.turn,),
        )
