"""How are the written notes of a workshop read, so that not one character is lost?

The general form of such notes: questions in capitals as headings, a line for each
thing said, run-on lists behind their stem («Creative assets include…»), posters and
numbered pictures with what was said of them, pictures that are missing, and a summary
that the organisers wrote. Each character belongs to exactly one piece: something that
was said or written, something that heads it, or white space. Nothing is corrected, and
no number, speaker or meaning is guessed.
"""

from weft.voices.domain.notes.pieces import (
    Notes,
    Piece,
    PieceKind,
    Poster,
    Section,
    Tally,
)
from weft.voices.domain.notes.reading import placed

__all__ = ["Notes", "Piece", "PieceKind", "Poster", "Section", "Tally", "placed"]
