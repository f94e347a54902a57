"""What was done, and does the record still hold together?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from weft.accounts.chain import FIRST, digest
from weft.accounts.models import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of the record."""

    number: int
    at: datetime
    by: str
    deed: str
    subject: str


def latest_deeds(*, most: int = 20) -> list[Deed]:
    """List what was done last, newest first."""
    return [
        Deed(number=e.number, at=e.at, by=e.by, deed=e.deed, subject=e.subject)
        for e in Entry.objects.order_by("-number")[:most]
    ]


def broken_entries() -> Iterator[int]:
    """Name each entry that was changed, or that follows one that is gone."""
    before, expected = FIRST, 1
    for entry in Entry.objects.order_by("number").iterator():
        if (
            entry.before != before
            or entry.number != expected
            or entry.hash != digest(entry)
        ):
            yield entry.number
        before, expected = entry.hash, entry.number + 1
