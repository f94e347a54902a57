"""How many of the passages behind a summary line are among the ten suggested?

Against the links that were written down before there was anything to suggest. Whoever
builds looks at the open ones; those held out are looked at when something is measured
for others to read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from weft.voices.domain.example.draft import Draft, Link
from weft.voices.domain.kinds import Stance
from weft.voices.domain.likeness import Candidate, Likeness
from weft.voices.domain.notes import Notes, PieceKind
from weft.voices.domain.notes.pieces import SPOKEN

AT = 10
Suggests = Callable[[str], Sequence[int]]
"""Gives, for a summary line's words, the lines to look at, the first first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """How many links were found, of how many."""

    found: int
    of: int

    @property
    def share(self) -> float:
        """Say it as a share, 0 to 1."""
        return self.found / self.of


def candidates_of(notes: Notes) -> tuple[Candidate, ...]:
    """Hand in what was said, line by line; a section or a poster is a source."""
    return tuple(
        Candidate(
            ref=one.ref,
            words=one.words,
            place=str(one.line),
            source=f"{one.section} {one.poster}",
        )
        for one in notes.passages
        if one.kind in SPOKEN
    )


def ours(notes: Notes) -> Suggests:
    """Suggest as Weft does."""
    ready = Likeness(candidates_of(notes))
    return lambda asked: [
        notes.by_ref[one.ref].line for one in ready.like(asked, most=AT)
    ]


def recall(notes: Notes, draft: Draft, suggests: Suggests, *, held_out: bool) -> Recall:
    """Count the pairs of a summary line and a line for it that are among the first ten.

    Nothing is taken out of the list beforehand: a pair of the other part may stand in
    the way of one of this part, and a line with more than ten behind it cannot be
    found whole.
    """
    wanted = _pairs(draft.links, held_out=held_out)
    found = {
        (line.line, suggested)
        for line in notes.of(PieceKind.WRITTEN)
        for suggested in suggests(line.words)[:AT]
    }
    return Recall(found=len(wanted & found), of=len(wanted))


def _pairs(links: Sequence[Link], *, held_out: bool) -> set[tuple[int, int]]:
    return {
        (int(link.statement[:-1]), link.line)
        for link in links
        if link.stance is Stance.FOR and link.held_out == held_out
    }
