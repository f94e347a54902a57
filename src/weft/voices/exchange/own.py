"""How does a project stand in a file of our own, whole?

JSON with everything that is told of it (``domain.told``), so that nothing is lost when
it leaves: other formats have no place for claims, asks or who was not there.
"""

import json
from base64 import b64decode, b64encode
from datetime import date
from typing import Any

from cattrs import BaseValidationError, Converter, transform_error

from weft.commons.errors import FileNotUnderstood
from weft.voices.domain.anchors import Anchor, PictureRegion, TextSpan, TimeSpan
from weft.voices.domain.told import MapTold, ProjectTold

FORMAT = "weft voices 1"
MOST_SAID = 5


def as_json(told: ProjectTold) -> str:
    """Write a project; the same project gives the same bytes."""
    body = {"format": FORMAT, **_CONVERTER.unstructure(told)}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def from_json(raw: bytes, *, file: str) -> ProjectTold:
    """Read a project.

    Parameters
    ----------
    raw
        What the file holds, in UTF-8.
    file
        Its name, for what is said of it.

    Raises
    ------
    FileNotUnderstood
        It is no such file; the first few things that are wrong are said, each with its
        place.
    """
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as fault:
        raise _refused("it is not JSON", file) from fault
    if not isinstance(body, dict) or body.pop("format", None) != FORMAT:
        raise _refused(f"it does not say that it is «{FORMAT}»", file)
    try:
        return _CONVERTER.structure(body, ProjectTold)
    except BaseValidationError as fault:
        said = transform_error(fault)[:MOST_SAID]
        raise _refused("; ".join(said), file) from fault


def map_as_plain(told: MapTold) -> dict[str, Any]:
    """Write a map as JSON's own values."""
    plain: dict[str, Any] = _CONVERTER.unstructure(told)
    return plain


def map_from_plain(plain: dict[str, Any]) -> MapTold:
    """Read what ``map_as_plain`` wrote."""
    return _CONVERTER.structure(plain, MapTold)


def _refused(problem: str, file: str) -> FileNotUnderstood:
    remedy = "Write it with «./weft voices leave», or see docs/guides/voices.md."
    return FileNotUnderstood(problem, file=file, remedy=remedy)


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(bytes, lambda raw: b64encode(raw).decode())
    made.register_structure_hook(bytes, lambda told, _: b64decode(told, validate=True))
    made.register_structure_hook(date, lambda told, _: date.fromisoformat(told))
    made.register_structure_hook(Anchor, _anchor)
    return made


def _anchor(told: dict[str, Any], _: object) -> Anchor:
    """Tell by its names which kind of place it is."""
    kind: type[Anchor] = TextSpan
    if "start_ms" in told:
        kind = TimeSpan
    elif "left" in told:
        kind = PictureRegion
    return _CONVERTER.structure(told, kind)


_CONVERTER = _converter()
