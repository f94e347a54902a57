"""Which thing is a deed done to, or a link bound to?"""

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r"[ :]")


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind and a key: never a name, and never a person's."""

    kind: str
    key: str

    @classmethod
    def of(cls, subject: str) -> "Thing":
        """Read the subject of a deed, as ``region tenterdale`` or ``asset:3f2a…``."""
        kind, *key = _BETWEEN.split(subject, maxsplit=1)
        return cls(kind, key[0] if key else "")

    def __str__(self) -> str:
        """Read as it will in the record."""
        return f"{self.kind}:{self.key}"
