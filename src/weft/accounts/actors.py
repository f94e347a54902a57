"""Who acts: a person in one of their roles, a job or a command?"""

from dataclasses import dataclass
from enum import StrEnum

from weft.accounts.things import Thing


class ActorKind(StrEnum):
    """In which role a deed is done."""

    SOMEBODY = "somebody"  # nobody knows who, and nobody asks
    INVITED = "invited"  # has a link with which an account begins
    MEMBER = "member"  # was let in by a holder
    HOLDER = "holder"  # decides about one thing
    STEWARD = "steward"
    ADMINISTRATOR = "administrator"
    JOB = "job"
    COMMAND = "command"


BOUND = frozenset({ActorKind.INVITED, ActorKind.MEMBER, ActorKind.HOLDER})
"""Those who act by a link, on the one thing that it is bound to."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does a deed; handed to every service as ``by``.

    ``name`` is the key of a job kind, the words of a command, or the random key of
    an account or a link: never a person's own name.
    """

    kind: ActorKind
    name: str
    of: Thing | None = None

    @classmethod
    def command(cls, name: str) -> "Actor":
        """Act as something typed after ./weft."""
        return cls(ActorKind.COMMAND, name)

    @classmethod
    def job(cls, name: str) -> "Actor":
        """Act as a job, by its kind."""
        return cls(ActorKind.JOB, name)

    @classmethod
    def somebody(cls) -> "Actor":
        """Act as a visitor of whom nothing is known."""
        return cls(ActorKind.SOMEBODY, "")

    @classmethod
    def holder(cls, key: str, *, of: Thing) -> "Actor":
        """Act as who holds a thing, by the random key of their link."""
        return cls(ActorKind.HOLDER, key, of)

    @classmethod
    def member(cls, key: str, *, of: Thing) -> "Actor":
        """Act as somebody whom a holder let in, by the random key of their link."""
        return cls(ActorKind.MEMBER, key, of)

    @classmethod
    def steward(cls, key: str) -> "Actor":
        """Act as a steward, by the random key of their account."""
        return cls(ActorKind.STEWARD, key)

    @classmethod
    def administrator(cls, key: str) -> "Actor":
        """Act as an administrator, by the random key of their account."""
        return cls(ActorKind.ADMINISTRATOR, key)

    def __str__(self) -> str:
        """Read as it will in the record."""
        return f"{self.kind}:{self.name}" if self.name else str(self.kind)
