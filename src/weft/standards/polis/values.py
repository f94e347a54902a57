"""What stands in an export, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Moderated(IntEnum):
    """What a moderator made of a statement."""

    OUT = -1
    NOT_YET = 0
    IN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One statement.

    Attributes
    ----------
    at
        Milliseconds since 1970; None where it is not told.
    agrees, disagrees
        As the server counted; None where it is not told.
    other
        What stood under headings that are not known, by heading.
    """

    number: int
    author: int | None
    words: str
    moderated: Moderated
    at: int | None = None
    agrees: int | None = None
    disagrees: int | None = None
    other: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast:
    """One vote as it came; a later one by the same voter stands in its place."""

    comment: int
    voter: int
    vote: int  # 1 agree, 0 pass, -1 disagree
    at: int | None = None  # milliseconds since 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One voter.

    Attributes
    ----------
    group
        The number of their group; None for none.
    votes
        By the number of the statement; one not seen is not there.
    """

    number: int
    group: int | None
    comments: int
    votes: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that could not be read, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[T]):
    """What a file holds, and what could not be read of it."""

    rows: tuple[T, ...]
    unread: tuple[Unread, ...]
