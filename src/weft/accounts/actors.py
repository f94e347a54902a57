"""Who acts: a person, a job or a command?"""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """The three that can do a deed."""

    PERSON = "person"
    JOB = "job"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does a deed; handed to every service as ``by``.

    ``name`` is the key of a job kind, the words of a command, or the random key of
    a person's account: never a person's own name.
    """

    kind: ActorKind
    name: str

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
        """Act as somebody who does not say who they are, and need not."""
        return cls(ActorKind.PERSON, "somebody")

    def __str__(self) -> str:
        """Read as it will in the record."""
        return f"{self.kind}:{self.name}"
