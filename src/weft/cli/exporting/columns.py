"""What is in each column, and how is it written as text?"""

import inspect
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast
from uuid import UUID

from django.apps import apps
from django.db import models

Cell = (
    str | int | float | bool | bytes | date | time | UUID | list[object]
    | dict[str, object] | None
)  # fmt: skip

RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
"""A text that begins like a formula gets an apostrophe in front, and so does one that
begins with an apostrophe: whoever reads it back takes one away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnAbout:
    """One column of an exported table."""

    name: str
    kind: str  # text, integer, number, boolean, date, time, instant, uuid, json, bytes
    may_be_empty: bool
    refers_to: str  # another exported table, or ""
    meaning: str

    @property
    def schema(self) -> dict[str, object]:
        """Say it in JSON Schema."""
        told = dict(_SCHEMAS[self.kind])
        if self.may_be_empty and "type" in told:
            told["type"] = [told["type"], "null"]
        if self.meaning:
            told["description"] = self.meaning
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAbout:
    """One exported table."""

    model: type[models.Model]
    name: str
    meaning: str
    columns: tuple[ColumnAbout, ...]


NEVER_LEAVES = frozenset(
    {
        "accounts_account",
        "accounts_link",
        "assets_mailbox",
        "assets_reader",
        "assets_stoppedaddress",
    }
)
"""Keys to a house are no knowledge, and would open this one from somebody else's; where
somebody lets us write to them was told to us alone."""


def tables() -> list[TableAbout]:
    """List every table of ours, whatever part it belongs to, but those of keys."""
    ours = [
        model
        for model in apps.get_models()
        if model.__module__.startswith("weft.")
        and model._meta.db_table not in NEVER_LEAVES  # noqa: SLF001 Django's documented way
    ]
    return sorted(map(_table, ours), key=lambda table: table.name)


def written(value: Cell, kind: str) -> str:
    """Write a value as text; the empty text is «not known» except for words."""
    if value is None:
        return ""
    return _WRITTEN[kind](value)


def _table(model: type[models.Model]) -> TableAbout:
    meanings = _comments(model)
    about = model._meta  # noqa: SLF001 Django's documented way
    return TableAbout(
        model=model,
        name=about.db_table,
        meaning=(inspect.getdoc(model) or "").partition("\n")[0],
        columns=tuple(
            _column(field, meanings.get(field.name, ""))
            for field in about.local_fields
            if field.name not in getattr(model, "KEPT_BACK", ())
        ),
    )


def _column(field: "models.Field[object, object]", meaning: str) -> ColumnAbout:
    plain, refers_to = field, ""
    while isinstance(target := plain.related_model, type):
        key = target._meta.pk  # noqa: SLF001 Django's documented way
        refers_to = refers_to or target._meta.db_table  # noqa: SLF001 as above
        plain = cast("models.Field[object, object]", key)
    return ColumnAbout(
        name=field.attname,
        kind=next(kind for fields, kind in _KINDS if isinstance(plain, fields)),
        may_be_empty=field.null,
        refers_to=refers_to,
        meaning=meaning,
    )


def _comments(model: type[models.Model]) -> dict[str, str]:
    """Take the reasons that stand behind the fields, where the model is written."""
    said, name = {}, ""
    for line in inspect.getsource(model).splitlines():
        started = re.match(r"    (\w+) = models\.", line)
        name = started.group(1) if started else name
        if name and "#" in line and "noqa" not in line:
            said[name] = line.partition("#")[2].strip()
        if line == "    )" or (started and line.rstrip().endswith(")")):
            name = ""
    return said


_KINDS: Sequence[tuple[type | tuple[type, ...], str]] = (
    (models.BooleanField, "boolean"),
    (models.IntegerField, "integer"),
    (models.FloatField, "number"),
    (models.UUIDField, "uuid"),
    (models.DateTimeField, "instant"),
    (models.DateField, "date"),
    (models.TimeField, "time"),
    (models.JSONField, "json"),
    (models.BinaryField, "bytes"),
    ((models.CharField, models.TextField), "text"),
)

_SCHEMAS: dict[str, dict[str, object]] = {
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "uuid": {"type": "string", "format": "uuid"},
    "instant": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "json": {},
    "bytes": {"type": "string", "pattern": "^0x([0-9a-f]{2})*$"},
    "text": {"type": "string"},
}


def _text(value: Cell) -> str:
    said = str(value)
    return f"'{said}" if said.startswith(RISKY) else said


def _instant(value: Cell) -> str:
    return cast("datetime", value).astimezone(UTC).isoformat()


_WRITTEN: dict[str, Callable[[Cell], str]] = {
    "boolean": lambda value: "true" if value else "false",
    "integer": str,
    "number": repr,
    "uuid": str,
    "instant": _instant,
    "date": lambda value: cast("date", value).isoformat(),
    "time": lambda value: cast("time", value).isoformat(),
    "json": lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True),
    "bytes": lambda value: f"0x{bytes(cast('bytes', value)).hex()}",
    "text": _text,
}
