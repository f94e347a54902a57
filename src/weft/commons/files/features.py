"""What does a GeoJSON file say, feature by feature?

A million places are read in the memory of one: the file is taken a megabyte at a
time and each feature is decoded as soon as it is whole.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from weft.commons.errors import FileNotUnderstood
from weft.commons.files.opening import AGAIN, MEGABYTE, open_text, read_bytes_safely

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

LARGEST_FEATURE = 64 * MEGABYTE

_FEATURES = re.compile(r'"features"\s*:\s*\[')
_NOT_BLANK = re.compile(r"[^\s,]")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on a map, as it was published."""

    line: int
    properties: Mapping[str, Json]
    geometry: Mapping[str, Json] | None
    file: str = ""

    def text(self, name: str) -> str:
        """Read a property as text, "" where there is none."""
        value = self.properties.get(name)
        return "" if value is None else str(value).strip()


def open_json(path: Path, *, member: str | None = None) -> Json:
    """Read a JSON file of moderate size as a whole.

    Raises
    ------
    FileNotUnderstood
        When it is not JSON, is cut short, or is an error told in JSON, as ArcGIS
        does with status 200.
    """
    raw = read_bytes_safely(path, member=member)
    try:
        told: Json = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise FileNotUnderstood(
            "this is not UTF-8, and JSON must be",
            file=path.name,
            line=raw.count(b"\n", 0, problem.start) + 1,
            remedy=AGAIN,
        ) from problem
    except json.JSONDecodeError as problem:
        raise _not_json(path.name, problem.lineno, problem.msg) from problem
    _refuse_error(told, path.name)
    return told


def open_features(path: Path, *, member: str | None = None) -> Iterator[Feature]:
    """Read the features of a GeoJSON file of any size, one after the other.

    Raises
    ------
    FileNotUnderstood
        When it is no collection of features, or ends before it is whole.
    """
    with open_text(path, member=member) as text:
        window = _Window(text, path.name)
        window.enter()
        while (told := window.next_value()) is not None:
            line, value = told
            if not isinstance(value, dict):
                raise _not_json(path.name, line, "a feature should be an object")
            yield _feature(value, line, path.name)


def _feature(told: dict[str, Json], line: int, name: str) -> Feature:
    """Read one feature, GeoJSON's own or the portal's ``attributes``."""
    properties = told.get("properties", told.get("attributes"))
    geometry = told.get("geometry")
    if not isinstance(properties, dict | None) or not isinstance(geometry, dict | None):
        raise _not_json(name, line, "this is not a feature")
    return Feature(line, properties or {}, geometry, name)


def _refuse_error(told: Json, name: str) -> None:
    """Refuse ``{"error": …}``, which a publisher sent with status 200."""
    if isinstance(told, dict) and isinstance(told.get("error"), dict | str):
        raise FileNotUnderstood(
            f"this is an error message, not data: {str(told['error'])[:120]}",
            file=name,
            remedy="Try again later, or save the file from the source's page.",
        )


def _not_json(name: str, line: int, problem: str) -> FileNotUnderstood:
    """Make the error for JSON that is broken or cut short."""
    return FileNotUnderstood(
        f"this is not whole JSON ({problem}); the file may be cut short",
        file=name,
        line=line,
        remedy=AGAIN,
    )


class _Window:
    """The stretch of a long JSON text that is in memory."""

    def __init__(self, text: TextIO, name: str) -> None:
        self._text = text
        self._name = name
        self._held = ""
        self._at = 0
        self._line = 1

    def enter(self) -> None:
        """Go to the first feature."""
        while (found := _FEATURES.search(self._held)) is None:
            if not self._more() or len(self._held) > LARGEST_FEATURE:
                self._refuse_whole()
        self._go(found.end())

    def next_value(self) -> tuple[int, Json] | None:
        """Give the next value and its line; None after the last."""
        while True:
            self._pass_blanks()
            if self._held.startswith("]", self._at):
                return None
            try:
                value, end = _DECODER.raw_decode(self._held, self._at)
            except json.JSONDecodeError as problem:
                too_long = len(self._held) - self._at > LARGEST_FEATURE
                if too_long or not self._more():
                    raise _not_json(self._name, self._line, problem.msg) from problem
                continue
            line = self._line
            self._go(end)
            return line, value

    def _pass_blanks(self) -> None:
        """Go to the next sign that is no blank and no comma."""
        found = _NOT_BLANK.search(self._held, self._at)
        self._go(found.start() if found else len(self._held))

    def _go(self, to: int) -> None:
        """Go on, counting lines."""
        self._line += self._held.count("\n", self._at, to)
        self._at = to

    def _more(self) -> bool:
        """Read on, forgetting what is behind; False at the end."""
        # A long feature is tried again at each doubling, not at each megabyte.
        more = self._text.read(max(MEGABYTE, len(self._held) - self._at))
        self._held = self._held[self._at :] + more
        self._at = 0
        return bool(more)

    def _refuse_whole(self) -> None:
        """Say why a file without features cannot be used."""
        try:
            told: Json = json.loads(self._held)
        except json.JSONDecodeError as problem:
            raise _not_json(self._name, problem.lineno, problem.msg) from problem
        _refuse_error(told, self._name)
        raise _not_json(self._name, 1, "there is no list of features")
