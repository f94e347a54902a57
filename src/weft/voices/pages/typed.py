"""How is read what somebody typed into a form of a project?"""

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from weft.commons.errors import NotPossible
from weft.voices.domain.anchors import WHOLE, PictureRegion

MOST_DIGITS = 6
PART = ("left", "top", "width", "height")
NO_PART = (
    "Write where the part is, in four whole numbers: from the left, from the top, how "
    f"wide and how high, each out of {WHOLE}."
)


def said(request: HttpRequest, name: str, *, most: int = 200) -> str:
    """Read some words."""
    return request.POST.get(name, "")[:most].strip()


def count(request: HttpRequest, name: str, what: str) -> int | None:
    """Read a count; an empty field is not known, and never none.

    Raises
    ------
    NotPossible
        It is no number.
    """
    typed = said(request, name)
    if not typed:
        return None
    if not _is_number(typed):
        raise NotPossible(f"{what}: write a number, or leave it empty.")
    return int(typed)


def day(request: HttpRequest, name: str, problem: str) -> date | None:
    """Read a day; an empty field is not known.

    Raises
    ------
    NotPossible
        With ``problem``, where it is no day.
    """
    typed = said(request, name)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise NotPossible(problem) from None


def once(request: HttpRequest) -> UUID | None:
    """Read by which a telephone knows what it sends, if it knows."""
    try:
        return UUID(said(request, "once"))
    except ValueError:
        return None


def part(request: HttpRequest, before: str = "") -> PictureRegion | None:
    """Read a part of a picture; None where none of its fields is filled in.

    Raises
    ------
    NotPossible
        It is no part of a picture.
    """
    typed = [said(request, f"{before}{name}") for name in PART]
    if not any(typed):
        return None
    if not all(map(_is_number, typed)):
        raise NotPossible(NO_PART)
    try:
        return PictureRegion(**dict(zip(PART, map(int, typed), strict=True)))
    except ValueError:
        raise NotPossible(NO_PART) from None


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) < MOST_DIGITS
