"""How is an export written, so that whoever reads Polis's reads ours?

These files are for programs and are written as they stand: words that begin with «=»
are not changed, as they are in tables that we make for a spreadsheet.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from weft.standards.polis.values import Comment, Participant, VoteCast

_DATE = "%a %b %d %H:%M:%S UTC %Y"


def comments_csv(comments: Sequence[Comment]) -> str:
    """Write ``comments.csv``; headings that are not known stand before the words."""
    other = list(dict.fromkeys(name for one in comments for name in one.other))
    first = ("timestamp", "datetime", "comment-id", "author-id", "agrees")
    head = (*first, "disagrees", "moderated", *other, "comment-body")
    return _csv(
        head,
        (
            (
                *_when(one.at),
                one.number,
                _or_nothing(one.author),
                _or_nothing(one.agrees),
                _or_nothing(one.disagrees),
                int(one.moderated),
                *(one.other.get(name, "") for name in other),
                one.words,
            )
            for one in comments
        ),
    )


def votes_csv(votes: Iterable[VoteCast]) -> str:
    """Write ``votes.csv``, in the order given."""
    return _csv(
        ("timestamp", "datetime", "comment-id", "voter-id", "vote"),
        ((*_when(one.at), one.comment, one.voter, one.vote) for one in votes),
    )


def participants_csv(people: Sequence[Participant]) -> str:
    """Write ``participants-votes.csv``; the heading ``xid`` stands empty."""
    comments = sorted({number for one in people for number in one.votes})
    head = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree")
    return _csv(
        (*head, "n-disagree", *map(str, comments)),
        (
            (
                one.number,
                "",
                _or_nothing(one.group),
                one.comments,
                len(one.votes),
                sum(vote == 1 for vote in one.votes.values()),
                sum(vote == -1 for vote in one.votes.values()),
                *(one.votes.get(number, "") for number in comments),
            )
            for one in people
        ),
    )


def _csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    return "".join(_line(row) for row in (head, *rows))


def _line(row: Sequence[str | int]) -> str:
    """Write one row; told of both line ends, the writer quotes cells with either."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(row)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _or_nothing(number: int | None) -> str | int:
    return "" if number is None else number


def _when(at: int | None) -> tuple[str | int, str]:
    """Write a moment twice, as their server does: in milliseconds and in words."""
    if at is None:
        return "", ""
    try:
        said = datetime.fromtimestamp(at / 1000, tz=UTC).strftime(_DATE)
    except (OverflowError, OSError, ValueError):
        said = ""  # a moment that no calendar has: the number still says it
    return at, said
