"""Everything that can go wrong on purpose.

WeftError
├── NotPossible            somebody asked for something the rules do not allow
│   ├── NotFound           there is no such thing, or it may not be shown
│   └── NotAnswered        a program asked in a way that cannot be answered
├── NotAllowed             this person may not do that here
│   └── TooOften           not so often; in a while they may again
├── WronglyConfigured      the deployment cannot start like this; says what to type
│   └── Damaged            the data base itself is not whole
└── SourceProblem          somebody else's data or service failed us
    ├── FileNotUnderstood  names file, line, column and remedy
    ├── WrongVintage       a table speaks of other areas than it is joined to
    ├── FeedNotUnderstood  what a feed sends is not what it should be
    └── NotFetched         a publisher could not be reached; says what to do by hand

Anything else that is raised is a bug, and is left to be seen as one.
"""

from dataclasses import dataclass


class WeftError(Exception):
    """Base of every error we raise on purpose."""


class NotPossible(WeftError):
    """Somebody asked for something the rules do not allow."""


class NotFound(NotPossible):
    """There is no such thing, or it may not be shown here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that was wrong in what a program asked."""

    field: str
    detail: str


class NotAnswered(NotPossible):
    """What a program asked cannot be answered like this; says why, field by field."""

    def __init__(self, status: int, detail: str, *faults: Fault) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults = status, detail, faults


class NotAllowed(WeftError):
    """Whoever asked may not do that here."""


class TooOften(NotAllowed):
    """Whoever asked has asked very often; in a while they may again."""


class WronglyConfigured(WeftError):
    """The deployment cannot start like this; the message says what to type."""


class Damaged(WronglyConfigured):
    """The data base itself is not whole; only a backup brings it back."""


class SourceProblem(WeftError):
    """Somebody else's data or service failed us."""


class FileNotUnderstood(SourceProblem):
    """A file is not what it should be; says where and what to do about it."""

    def __init__(
        self,
        problem: str,
        *,
        file: str,
        remedy: str,
        line: int | None = None,
        column: str | None = None,
    ) -> None:
        where = [file]
        if line is not None:
            where.append(f"line {line}")
        if column is not None:
            where.append(f"column «{column}»")
        super().__init__(f"{', '.join(where)}: {problem}. {remedy}")
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.remedy = remedy


class WrongVintage(SourceProblem):
    """A table speaks of other areas than the ones it is joined to."""


class FeedNotUnderstood(SourceProblem):
    """What a feed sends is not what it should be; none of it is taken."""


class NotFetched(SourceProblem):
    """A publisher could not be reached; the message says what to do by hand."""
