"""How is a page of changes written, so that whoever harvests knows where to go on?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CONTENT_TYPE = "application/vnd.openactive.rpde+json; version=1"
LARGEST_NUMBER = 2**53 - 1  # the largest that every JSON reader holds exactly


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that changed; ``data`` is None where it has gone."""

    id: str
    kind: str
    change: int
    data: Mapping[str, object] | None


def page_document(
    items: Sequence[Item], *, feed: str, after: int | None, licence: str
) -> dict[str, object]:
    """Write a page.

    Parameters
    ----------
    items
        By their change numbers, which all differ and are higher than ``after``.
    feed
        The feed's own address.
    after
        After which change the page begins; None for the first page.
    licence
        The address at which the terms stand.

    Returns
    -------
    dict
        With ``next``: where the page after this one stands. An empty page names itself,
        so that what comes later is found by asking for it again.
    """
    last = items[-1].change if items else after
    following = feed if last is None else f"{feed}?afterChangeNumber={last}"
    return {
        "next": following,
        "items": [_item(one) for one in items],
        "license": licence,
    }


def _item(one: Item) -> dict[str, object]:
    told: dict[str, object] = {
        "state": "deleted" if one.data is None else "updated",
        "kind": one.kind,
        "id": one.id,
        "modified": one.change,
    }
    return told if one.data is None else {**told, "data": one.data}
