"""Which page of how many is this, in whichever version's words?

HSDS 3 and UK 3.0 say ``total_items``, the first UK version ``totalElements``; some
feeds leave half of it out. What is not said is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.standards.openreferral.fields import Json
from weft.standards.openreferral.reading import CONTENTS

_TOTAL = ("total_items", "totalElements", "total_elements", "totalItems")
_PAGES = ("total_pages", "totalPages")
_NUMBER = ("page_number", "number")
_FIRST, _LAST = ("first_page", "first"), ("last_page", "last")
FIRST_VERSION = frozenset({"totalElements", "totalPages", "content"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One page of a list: what is on it, and what it says of the others."""

    contents: list[Json]
    total: int | None = None
    pages: int | None = None
    number: int | None = None
    first: bool | None = None
    last: bool | None = None
    is_version_one: bool = False


def envelope_told(document: Json) -> Envelope | None:
    """Read a page of a list; None where it is none.

    A bare list is a page that says nothing of others.
    """
    if isinstance(document, list):
        return Envelope(contents=document)
    if not isinstance(document, Mapping):
        return None
    named = [document[name] for name in CONTENTS if name in document]
    if len(named) != 1 or not isinstance(named[0], list):
        return None
    return Envelope(
        contents=named[0],
        total=_whole(document, _TOTAL),
        pages=_whole(document, _PAGES),
        number=_whole(document, _NUMBER),
        first=_flag(document, _FIRST),
        last=_flag(document, _LAST),
        is_version_one=bool(FIRST_VERSION & document.keys()),
    )


def _whole(told: Mapping[str, Json], names: tuple[str, ...]) -> int | None:
    """Read a count, also one written as text."""
    for name in names:
        value = told.get(name)
        if isinstance(value, bool):
            continue
        if isinstance(value, int) and value >= 0:
            return value
        if isinstance(value, str) and value.isdecimal():
            return int(value)
    return None


def _flag(told: Mapping[str, Json], names: tuple[str, ...]) -> bool | None:
    for name in names:
        if isinstance(value := told.get(name), bool):
            return value
    return None
