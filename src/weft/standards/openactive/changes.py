"""What stands on a page of changes (RPDE 1.0)?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.standards.openactive.words import Json, Object

UPDATED, DELETED = "updated", "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One item of a page; ``data`` is None where it is gone."""

    id: str
    kind: str
    modified: str
    data: Object | None


@dataclass(frozen=True, slots=True)
class ChangesRead:
    """A page of changes: its items, what was none, and where the next page is."""

    changes: tuple[Change, ...]
    broken: int
    following: str
    licence: str


def changes_told(document: Json) -> ChangesRead | None:
    """Read a page of changes; None where it is none."""
    if not isinstance(document, Mapping):
        return None
    items, following = document.get("items"), document.get("next")
    if not isinstance(items, list) or not isinstance(following, str):
        return None
    found = [_change(one) for one in items]
    licence = document.get("license")
    return ChangesRead(
        changes=tuple(one for one in found if one is not None),
        broken=found.count(None),
        following=following,
        licence=licence if isinstance(licence, str) else "",
    )


def _change(told: Json) -> Change | None:
    """Read one item; None where it says not what, or not what became of it."""
    if not isinstance(told, Mapping):
        return None
    own, state, data = told.get("id"), told.get("state"), told.get("data")
    if own in (None, "") or state not in {UPDATED, DELETED}:
        return None
    if state == UPDATED and not isinstance(data, Mapping):
        return None
    return Change(
        id=str(own),
        kind=str(told.get("kind", "")),
        modified=str(told.get("modified", "")),
        data=data if state == UPDATED and isinstance(data, Mapping) else None,
    )
