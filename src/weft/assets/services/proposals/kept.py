"""How do the deeds about proposals read, name and hold them?"""

from typing import TypedDict

from django.db.models import QuerySet

from weft.assets.models import Proposal

Before = dict[str, str]
"""What stood there, by name: «was name», «now name», and what an undoing needs."""


class About(TypedDict):
    """What the record says of a proposal: never its words."""

    subject: str
    details: dict[str, str | int | bool | None]


def about(row: Proposal) -> About:
    """Say which proposal a deed was done to."""
    return {"subject": f"proposal {row.pk}", "details": {"kind": row.kind}}


def locked() -> QuerySet[Proposal]:
    """Read proposals that nobody else decides about at the same time."""
    return Proposal.objects.select_for_update()
