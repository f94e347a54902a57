"""Which piece of the notes is each character part of?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from weft.voices.domain.kinds import Level
from weft.voices.domain.notes.pieces import (
    PASSAGES,
    Notes,
    Piece,
    PieceKind,
    Poster,
    Section,
)
from weft.voices.domain.notes.writing import (
    AT_THE_END,
    is_heading,
    is_summary_heading,
    is_unsure,
    kind_of,
    label_at,
    parts,
    sentences,
    stem_end,
)

_NUMBER = re.compile(r"\d+")
_NO_SECTION = Section(number=0, question="")


def placed(text: str) -> Notes:
    """Give each character of some notes its place.

    Parameters
    ----------
    text
        The notes as they are in the file, line ends and all; anything may stand there.

    The pieces follow each other without a gap from 0 to ``len(text)``, and what is not
    white space is never taken for it.
    """
    reading = _Reading(text=text)
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        reading.read_line(number, at, at + len(line))
        at += len(line) + 1
    return Notes(
        text=text,
        pieces=tuple(_with_space(text, reading.pieces)),
        sections=tuple(reading.sections),
        posters=tuple(reading.posters),
    )


def _with_space(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Fill what is between the pieces; only white space is left there."""
    at, line = 0, 1
    for piece in pieces:
        if piece.start > at:
            yield _space(text, at, piece.start, line)
        yield piece
        at, line = piece.end, piece.line
    if at < len(text):
        yield _space(text, at, len(text), line)


def _space(text: str, start: int, end: int, line: int) -> Piece:
    return Piece(
        kind=PieceKind.SPACE, start=start, end=end, line=line, words=text[start:end]
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Where the reader is, line after line."""

    text: str
    pieces: list[Piece] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [_NO_SECTION])
    posters: list[Poster] = field(default_factory=list)
    line: int = 0
    on_this_line: int = 0
    poster: int = 0
    picture: str = ""
    picture_number: int = 0
    stem: str = ""

    def read_line(self, number: int, start: int, end: int) -> None:
        """Place the characters of a line."""
        self.line, self.on_this_line = number, 0
        start, end = self._trimmed(start, end)
        if start == end:
            self.stem = ""
            return
        words = self.text[start:end]
        if is_heading(words) or is_summary_heading(words):
            self._open_section(words, start, end)
        elif self._is_title(words):
            self._add(PieceKind.TITLE, start, end)
        elif self.sections[-1].level is Level.WRITTEN:
            self._add(PieceKind.WRITTEN, start, end)
        else:
            self._read_said(start, end)

    def _open_section(self, words: str, start: int, end: int) -> None:
        written = is_summary_heading(words)
        self.sections.append(
            Section(
                number=len(self.sections),
                question=words,
                start=start,
                level=Level.WRITTEN if written else Level.SAID,
            )
        )
        self.poster, self.picture, self.picture_number, self.stem = 0, "", 0, ""
        self._add(PieceKind.HEADING, start, end)

    def _is_title(self, words: str) -> bool:
        """Take the first line for the title, if a blank one or a heading follows."""
        if self.pieces or label_at(words, 0, len(words)) or words[-1] in ".?!;:…":
            return False
        after = self.text.split("\n", self.line + 1)[self.line : self.line + 1]
        following = "".join(after).strip()
        return not following or is_heading(following)

    def _read_said(self, start: int, end: int) -> None:
        """Take the labels off both ends of a line, and cut what is between."""
        while found := label_at(self.text, start, end):
            kind, after = found
            self._add_label(kind, start, after)
            start, _ = self._trimmed(after, end)
        late = AT_THE_END.search(self.text, start, end)
        words_end = late.start() if late else end
        self._cut(*self._trimmed(start, words_end))
        if late:
            self._add_label(PieceKind.POSTER, *self._trimmed(late.start(), end))

    def _add_label(self, kind: PieceKind, start: int, end: int) -> None:
        words = self.text[start:end]
        if kind is PieceKind.POSTER:
            self._open_poster(words.rstrip(":").rstrip(), start)
        elif kind is PieceKind.PICTURE:
            found = _NUMBER.search(words)
            number = int(found.group()) if found else 0
            if not self.poster or number <= self.picture_number:
                # numbers that begin anew tell of another poster, whose label is lost
                self._open_poster("", start)
            self.picture = words.rstrip(":;").rstrip()
            self.picture_number = number
        self._add(kind, start, end)

    def _open_poster(self, label: str, start: int) -> None:
        number = len(self.posters) + 1
        self.posters.append(
            Poster(number=number, label=label, line=self.line, start=start)
        )
        self.poster = len(self.posters)
        self.picture, self.picture_number, self.stem = "", 0, ""

    def _cut(self, start: int, end: int) -> None:
        """Cut the words of a line into passages."""
        if start == end:
            return
        if not self.poster and self._is_stem_of_lines(start, end):
            self._add(PieceKind.STEM, start, end)
            self.stem = self.text[start:end]
            return
        from_above, hangs = self.stem, False
        plain: tuple[int, int] | None = None
        for first, last in sentences(self.text, start, end):
            stem = self._stem_end(first, last)
            asked = kind_of(self._words(first, last)) is PieceKind.QUESTION
            if stem is None and not hangs and not asked:
                plain = (plain[0] if plain else first, last)
                continue
            if plain:
                self._add_said(*plain)
                plain = None
            if stem is not None:
                self._add(PieceKind.STEM, first, stem)
                self.stem, hangs = self.text[first:stem], True
            self._add_parts(first if stem is None else stem, last, hangs=hangs)
        if plain:
            self._add_said(*plain)
        self.stem = from_above

    def _stem_end(self, start: int, end: int) -> int | None:
        """Find the end of a stem that has something hanging on it in its line."""
        stem = stem_end(self.text, start, end, after_colon=self.poster > 0)
        return None if stem is None or not self._words(stem, end) else stem

    def _add_parts(self, start: int, end: int, *, hangs: bool) -> None:
        """Cut what hangs on a stem; what hangs on none is one passage."""
        cut = parts(self.text, start, end) if hangs else [(start, end)]
        for one, other in cut:
            self._add_said(one, other)

    def _is_stem_of_lines(self, start: int, end: int) -> bool:
        stem = stem_end(self.text, start, end, after_colon=False)
        return stem == end

    def _add_said(self, start: int, end: int) -> None:
        start, end = self._trimmed(start, end)
        if start < end:
            self._add(kind_of(self.text[start:end]), start, end)

    def _add(self, kind: PieceKind, start: int, end: int) -> None:
        ref = ""
        if kind in PASSAGES:
            self.on_this_line += 1
            ref = f"{self.line}.{self.on_this_line}"
        words = self.text[start:end]
        self.pieces.append(
            Piece(
                kind=kind,
                start=start,
                end=end,
                line=self.line,
                words=words,
                ref=ref,
                section=len(self.sections) - 1,
                poster=self.poster,
                picture=self.picture,
                stem=self.stem if kind is not PieceKind.STEM else "",
                unsure=is_unsure(words),
            )
        )

    def _words(self, start: int, end: int) -> str:
        return self.text[slice(*self._trimmed(start, end))]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Leave white space out at both ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end
