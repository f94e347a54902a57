"""What stands in a project, in the standard's own words?

Things name each other by ``guid``. Positions are code points of ``TextSource.text``,
whose lines end with LF; the end is exclusive, as every program read so far has it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Who made something."""

    guid: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code; ``parent`` is the guid of the one it stands under."""

    guid: str
    name: str
    parent: str = ""
    description: str = ""
    codable: bool = True
    color: str = ""  # #RRGGBB


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """That somebody put a code to a selection."""

    guid: str
    code: str
    user: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Some words of a text."""

    guid: str
    start: int
    end: int
    name: str = ""
    user: str = ""
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()  # guids


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """A text."""

    guid: str
    name: str
    text: str
    description: str = ""
    selections: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSelection:
    """A part of a picture, in its dots: two corners, as the standard has them."""

    guid: str
    left: int
    top: int
    right: int
    bottom: int
    name: str = ""
    description: str = ""
    user: str = ""
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()  # guids


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSource:
    """A picture; ``raw`` is its file, and ``end`` how its name ends («.jpg»)."""

    guid: str
    name: str
    raw: bytes
    end: str = ".jpg"
    description: str = ""
    selections: tuple[PictureSelection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Somebody or something that selections are about, or by."""

    guid: str
    name: str = ""
    description: str = ""
    selections: tuple[str, ...] = ()  # guids


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A memo; selections and codes point at it."""

    guid: str
    name: str = ""
    text: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSet:
    """Some codes under one name."""

    guid: str
    name: str
    codes: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All of it."""

    name: str
    origin: str = ""
    description: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()  # each after the one it stands under
    cases: tuple[Case, ...] = ()
    sources: tuple[TextSource, ...] = ()
    pictures: tuple[PictureSource, ...] = ()
    notes: tuple[Note, ...] = ()
    sets: tuple[CodeSet, ...] = ()
