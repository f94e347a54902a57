"""What are notes made of, once each character has its place?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from weft.voices.domain.anchors import TextSpan, span_of
from weft.voices.domain.kinds import Level


class PieceKind(StrEnum):
    """What a stretch of the notes is."""

    SPACE = "white space"
    TITLE = "title"
    HEADING = "heading"  # a question that a section answers
    POSTER = "poster"  # the label of one
    PICTURE = "picture"  # the number of one
    MARK = "mark"  # a bullet, or the «Q:» before a question
    STEM = "stem"  # what a list hangs on; it is said too
    SAID = "said"
    QUESTION = "question"  # put as one; it stays open until somebody answers
    QUOTE = "quote"  # somebody speaks of themselves, or stands in quotation marks
    MISSING = "missing picture"  # it was named and is not there: it keeps a place
    WRITTEN = "summary"  # by the organisers, afterwards


SPOKEN = frozenset(
    {PieceKind.STEM, PieceKind.SAID, PieceKind.QUESTION, PieceKind.QUOTE}
)
PASSAGES = SPOKEN | {PieceKind.MISSING, PieceKind.WRITTEN}
HEADINGS = frozenset(
    {
        PieceKind.TITLE,
        PieceKind.HEADING,
        PieceKind.POSTER,
        PieceKind.PICTURE,
        PieceKind.MARK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands below one heading; the first, below none, has an empty question."""

    number: int  # from 0
    question: str
    start: int = 0  # of its heading
    level: Level = Level.SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A sheet that pictures and words hang on, labelled or only begun anew."""

    number: int  # in the order of the notes, from 1
    label: str  # as it is written; empty where nobody wrote one, and none is guessed
    line: int  # where it opens
    start: int  # of its label, or of the number of its first picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the notes; positions are code points, the end exclusive.

    Attributes
    ----------
    ref
        «96.1»: its line, and which passage of that line it is; empty for what heads
        others and for white space.
    line
        The line on which it begins, from 1; lines end at a line feed.
    poster
        The number of its poster, or 0.
    picture
        «Pic 3», as it is written.
    stem
        The words that its list hangs on.
    unsure
        It holds a mark of writing that could not be read («????»).
    """

    kind: PieceKind
    start: int
    end: int
    line: int
    words: str
    ref: str = ""
    section: int = 0
    poster: int = 0
    picture: str = ""
    stem: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many characters are what; together they are all there are."""

    passages: int
    headings: int
    space: int

    @property
    def placed(self) -> int:
        """Count those that have a place."""
        return self.passages + self.headings + self.space


@dataclass(frozen=True, kw_only=True)
class Notes:
    """The notes of a workshop, whole: the pieces joined give back the text."""

    text: str
    pieces: tuple[Piece, ...]
    sections: tuple[Section, ...]
    posters: tuple[Poster, ...]

    @cached_property
    def passages(self) -> tuple[Piece, ...]:
        """List what was said, shown or written, in order."""
        return tuple(one for one in self.pieces if one.kind in PASSAGES)

    @cached_property
    def headings(self) -> tuple[Piece, ...]:
        """List what heads others, in order: questions, labels, marks."""
        return tuple(one for one in self.pieces if one.kind in HEADINGS)

    @cached_property
    def by_ref(self) -> dict[str, Piece]:
        """Find a passage by its line and number."""
        return {one.ref: one for one in self.passages}

    @property
    def tally(self) -> Tally:
        """Count the characters by what they are."""
        space = self.of(PieceKind.SPACE)
        return Tally(
            passages=_length(self.passages),
            headings=_length(self.headings),
            space=_length(space),
        )

    def of(self, *kinds: PieceKind) -> tuple[Piece, ...]:
        """List the pieces of some kinds, in order."""
        return tuple(one for one in self.pieces if one.kind in kinds)

    def on(self, line: int) -> tuple[Piece, ...]:
        """List what stands on a line, white space apart."""
        return tuple(
            one
            for one in self.pieces
            if one.line == line and one.kind is not PieceKind.SPACE
        )

    def anchor(self, piece: Piece) -> TextSpan:
        """Anchor a piece by its place and by its words."""
        return span_of(self.text, piece.start, piece.end)


def _length(pieces: Iterable[Piece]) -> int:
    return sum(one.end - one.start for one in pieces)
