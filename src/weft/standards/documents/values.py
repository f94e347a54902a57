"""What is read of a file of words?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.commons.errors import FileNotUnderstood


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one voice said in one stretch of a recording; "" where nobody is named."""

    start_ms: int
    end_ms: int
    voice: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The words of a file.

    Attributes
    ----------
    text
        Lines end with LF. Empty where it is a transcript with times.
    turns
        Of a transcript with times, in its order.
    unread
        How many things were found and not read, by what they are, in the singular.
    """

    text: str = ""
    turns: tuple[Turn, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)


def refused(problem: str, file: str, remedy: str) -> FileNotUnderstood:
    """Make the error for a file that cannot be read."""
    return FileNotUnderstood(problem, file=file, remedy=remedy)
