"""What does an export hold? Read by headings; rows that cannot be are told."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from weft.commons.errors import FileNotUnderstood
from weft.standards.polis.values import (
    Comment,
    Moderated,
    Participant,
    Read,
    Unread,
    VoteCast,
)

T = TypeVar("T")
Row = dict[str, str]

_COMMENT = {
    *("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees"),
    *("moderated", "comment-body"),
}
_VOTES = (-1, 0, 1)
_REMEDY = "Export the conversation from Polis again and take the file as it is."


def read_comments(lines: Iterable[str], *, file: str) -> Read[Comment]:
    """Read ``comments.csv``.

    Parameters
    ----------
    lines
        The text, line ends and all (a file opened with ``newline=""``).
    file
        Its name, for whoever has to mend it.

    Raises
    ------
    FileNotUnderstood
        When a heading is missing or stands twice, or it is no CSV.
    """
    needed = ("comment-id", "moderated", "comment-body")
    return _read(lines, file, needed, _comment)


def read_votes(lines: Iterable[str], *, file: str) -> Read[VoteCast]:
    """Read ``votes.csv``; parameters and errors as for ``read_comments``."""
    return _read(lines, file, ("comment-id", "voter-id", "vote"), _vote)


def read_participants(lines: Iterable[str], *, file: str) -> Read[Participant]:
    """Read ``participants-votes.csv``; as ``read_comments``. ``xid`` is not read."""
    return _read(lines, file, ("participant", "group-id"), _participant)


def _read(
    lines: Iterable[str], file: str, needed: Sequence[str], row_of: Callable[[Row], T]
) -> Read[T]:
    """Read every row that can be read."""
    told: list[T] = []
    unread: list[Unread] = []
    for line, row in _rows(lines, file, needed):
        if row is None:
            unread.append(Unread(line, "not as many cells as headings"))
            continue
        try:
            told.append(row_of(row))
        except ValueError as wrong:
            unread.append(Unread(line, str(wrong)))
    return Read(rows=tuple(told), unread=tuple(unread))


def _rows(
    lines: Iterable[str], file: str, needed: Sequence[str]
) -> Iterator[tuple[int, Row | None]]:
    """Give each row by heading; None where its cells do not fit them."""
    reader = csv.reader(lines, strict=True)
    try:
        headings = [one.strip().removeprefix("\ufeff") for one in next(reader, [])]
        _refuse_headings(headings, file, needed)
        for cells in reader:
            if cells:
                fits = len(cells) == len(headings)
                row = dict(zip(headings, cells, strict=True)) if fits else None
                yield reader.line_num, row
    except csv.Error as wrong:
        raise FileNotUnderstood(
            f"it is no CSV ({wrong})", file=file, line=reader.line_num, remedy=_REMEDY
        ) from wrong


def _refuse_headings(headings: list[str], file: str, needed: Sequence[str]) -> None:
    for one in needed:
        if one not in headings:
            raise FileNotUnderstood(
                "a heading is missing", file=file, line=1, column=one, remedy=_REMEDY
            )
    if len(set(headings)) != len(headings):
        raise FileNotUnderstood(
            "a heading stands twice", file=file, line=1, remedy=_REMEDY
        )


def _comment(row: Row) -> Comment:
    return Comment(
        number=_whole(row, "comment-id"),
        author=_perhaps(row, "author-id"),
        words=row["comment-body"],
        moderated=Moderated(_whole(row, "moderated")),
        at=_perhaps(row, "timestamp"),
        agrees=_perhaps(row, "agrees"),
        disagrees=_perhaps(row, "disagrees"),
        other={name: cell for name, cell in row.items() if name not in _COMMENT},
    )


def _vote(row: Row) -> VoteCast:
    return VoteCast(
        comment=_whole(row, "comment-id"),
        voter=_whole(row, "voter-id"),
        vote=_one_of_three(row, "vote"),
        at=_perhaps(row, "timestamp"),
    )


def _participant(row: Row) -> Participant:
    return Participant(
        number=_whole(row, "participant"),
        group=_perhaps(row, "group-id"),
        comments=_perhaps(row, "n-comments") or 0,
        votes={
            int(name): _one_of_three(row, name)
            for name in row
            if name.isascii() and name.isdigit() and row[name].strip()
        },
    )


def _whole(row: Row, name: str) -> int:
    told = _perhaps(row, name)
    if told is None:
        raise ValueError(f"no number under «{name}»")
    return told


def _perhaps(row: Row, name: str) -> int | None:
    """Read a whole number; None where nothing stands."""
    told = row.get(name, "").strip()
    if not told:
        return None
    try:
        return int(told)
    except ValueError:
        raise ValueError(f"no whole number under «{name}»") from None


def _one_of_three(row: Row, name: str) -> int:
    told = _whole(row, name)
    if told not in _VOTES:
        raise ValueError(f"neither -1, 0 nor 1 under «{name}»")
    return told
