"""How does one ask each data base which listings hold which words?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain
from string import Formatter
from typing import Any, NamedTuple

from django.db import connection

from weft.assets.domain.wanting import Alternative, Group, Wanting
from weft.assets.queries.search.marks import cell_marks, name_mark
from weft.commons.places import Strip

Value = str | int | float | datetime


class Piece(NamedTuple):
    """A piece of a statement, with the values for its blanks in their order.

    A named tuple and no data class: a statement is put together from some seventy of
    these, and this makes them in half the time.
    """

    text: str
    values: tuple[Value, ...] = ()

    def __add__(  # type: ignore[override]  # pieces in a row, not a longer tuple
        self, other: "Piece"
    ) -> "Piece":
        return Piece(self.text + other.text, self.values + other.values)


def joined(pieces: Iterable[Piece], joint: str) -> Piece:
    """Join pieces with a word between them."""
    held = tuple(pieces)
    return Piece(
        joint.join(piece.text for piece in held),
        tuple(value for piece in held for value in piece.values),
    )


def filled(template: str, **pieces: Piece) -> Piece:
    """Put pieces into the {blanks} of a template; their values keep its order."""
    values = (pieces[blank].values for blank in _blanks(template))
    return Piece(
        template.format_map({name: piece.text for name, piece in pieces.items()}),
        tuple(chain.from_iterable(values)),
    )


@lru_cache(maxsize=64)
def _blanks(template: str) -> tuple[str, ...]:
    """List the blanks of a template in their order."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def listed(values: Sequence[Value]) -> Piece:
    """Write values as a list in brackets."""
    return Piece(f"({', '.join(['%s'] * len(values))})", tuple(values))


@dataclass(frozen=True, slots=True)
class Dialect:
    """The few words in which the two data bases differ."""

    both: str
    either: str
    quote: str
    driving: str  # a join that keeps to the order in which it is written
    from_words: str  # listings by words, as the source of a statement
    where_words: str
    ids: str  # the numbers of listings by words

    def every(self, parts: Iterable[str]) -> str:
        """Ask for all of several things."""
        return self.both.join(f"({part})" for part in parts)

    def some(self, parts: Iterable[str]) -> str:
        """Ask for any of several things."""
        return self.either.join(f"({part})" for part in parts)

    def word(self, token: str) -> str:
        """Ask for one token; it holds letters, digits and underscores only."""
        return f"{self.quote}{token}{self.quote}"

    def alternative(self, alternative: Alternative) -> str:
        """Ask for all tokens of an alternative."""
        return self.both.join(map(self.word, alternative.tokens))

    def group(self, alternatives: Iterable[Alternative]) -> str:
        """Ask for any of a group's alternatives."""
        return self.some(map(self.alternative, alternatives))

    def cells(self, strips: Iterable[Strip]) -> str:
        """Ask for any of the squares of the map."""
        between = f"{self.quote}{self.either}{self.quote}"
        return f"{self.quote}{between.join(cell_marks(strips))}{self.quote}"

    def names(self, wanting: Wanting) -> str:
        """Ask for the words in the name: as typed, or as put right."""
        groups = (
            self.some(map(self._in_name, dict.fromkeys(_as_typed_or_put_right(group))))
            for group in wanting.groups
        )
        return self.some(groups) if wanting.any_of_it else self.every(groups)

    def whole_names(self, wanting: Wanting) -> str:
        """Ask for every word in the name, those of asking included."""
        return self.every((self.names(wanting), self._in_name(wanting.passed)))

    def _in_name(self, tokens: Iterable[str]) -> str:
        """Ask for some words, all in the name."""
        return self.both.join(self.word(name_mark(token)) for token in tokens)


def _as_typed_or_put_right(group: Group) -> Iterator[tuple[str, ...]]:
    """List what may stand in a name: not what merely answers the same wish."""
    yield group.typed
    yield from (one.tokens for one in group.alternatives if one.slip)


SQLITE = Dialect(
    both=" AND ",
    either=" OR ",
    quote='"',
    driving="CROSS JOIN",
    from_words="assets_searchtext(%s) w CROSS JOIN assets_findable f "
    "ON f.listing_id = w.rowid",
    where_words="",
    ids="SELECT rowid AS id FROM assets_searchtext(%s)",
)
POSTGRESQL = Dialect(
    both=" & ",
    either=" | ",
    quote="'",
    driving="JOIN",
    from_words="assets_findable f",
    where_words="f.tokens @@ %s::tsquery",
    ids="SELECT listing_id AS id FROM assets_findable WHERE tokens @@ %s::tsquery",
)


def dialect() -> Dialect:
    """Choose the words of the data base that we are joined to."""
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def rows(piece: Piece) -> list[Any]:
    """Ask the data base one question."""
    with connection.cursor() as cursor:
        cursor.execute(piece.text, piece.values)
        return list(cursor.fetchall())
