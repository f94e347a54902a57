"""What does a source give whose numbers are many: streets, a timetable?

Arrays by name, and beside them what is not an array. As bytes the same arrays are the
same: a zip of npy files in the order of their names, with neither clock nor chance.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from weft.commons.errors import FileNotUnderstood

Array = NDArray[Any]


class What(StrEnum):
    """What a file of arrays holds."""

    STREETS = "streets"
    TIMETABLE = "timetable"
    CHOICE = "choice"
    NEXT_OFFER = "next offer"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrays:
    """Arrays by name; texts as fixed-width unicode, never objects.

    Attributes
    ----------
    what
        What they are together.
    arrays
        By name.
    about
        What is not an array, as JSON can hold it.
    """

    what: What
    arrays: Mapping[str, Array]
    about: Mapping[str, object] = field(default_factory=dict)


def as_bytes(told: Arrays) -> bytes:
    """Write the arrays, without ``about``; the same arrays give the same bytes.

    Raises
    ------
    ValueError
        When an array holds objects: nobody else could read it.
    """
    out = io.BytesIO()
    ordered = {name: told.arrays[name] for name in sorted(told.arrays)}
    np.savez(out, allow_pickle=False, **ordered)
    return out.getvalue()


def from_bytes(raw: bytes, *, what: What, about: Mapping[str, object]) -> Arrays:
    """Read back what ``as_bytes`` wrote.

    Raises
    ------
    FileNotUnderstood
        When the bytes are not whole.
    """
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as read:
            arrays = {name: read[name] for name in read.files}
    except (ValueError, OSError, EOFError, BadZipFile) as problem:
        raise FileNotUnderstood(
            f"the arrays cannot be read ({problem})",
            file=str(what),
            remedy="Build the region again.",
        ) from problem
    return Arrays(what=what, arrays=arrays, about=about)
