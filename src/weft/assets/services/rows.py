"""How do many rows get into a table quickly, on both data bases alike?

``bulk_create`` makes a model of each row and binds every value of a batch in one
statement, of which SQLite takes 999: 22 assets at a time. One prepared statement, run
row by row over plain values, is about five times as fast (benchmarks/region.py).
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import cast
from uuid import UUID

from django.db import connection, models

from weft.commons.batches import batched

BATCH = 2_000

Value = object
Bound = str | int | float | date | UUID | None
Cells = Mapping[str, Value]
"""One row: the model's own names of its columns (``region_id``), and their values."""


def put(
    model: type[models.Model], rows: Iterable[Cells], *, again: bool = False
) -> int:
    """Write rows, and say how many there were.

    Parameters
    ----------
    model
        The table.
    rows
        Every one with the same columns. What is not in them takes the data base's
        null, so all columns without one must be there. Taken a batch at a time, so
        that a million may stream.
    again
        Whether a row with the same primary key is told anew rather than refused.
    """
    written = 0
    for batch in batched(rows, most=BATCH):
        columns = [_column(model, name) for name in batch[0]]
        statement = _statement(model, columns, again=again)
        write = [_writing(column) for column in columns]
        names = [column.attname for column in columns]
        with connection.cursor() as cursor:
            cursor.executemany(
                statement,
                [
                    [to(row[name]) for to, name in zip(write, names, strict=True)]
                    for row in batch
                ],
            )
        written += len(batch)
    return written


def change(model: type[models.Model], rows: Iterable[Cells]) -> None:
    """Change some columns of many rows, each found by its primary key.

    ``bulk_update`` writes a CASE of so many arms as there are rows: of 3,000 listings
    it took 26 of the 34 seconds in which a feed was read again, and this takes 4 of 16.

    Parameters
    ----------
    model
        The table.
    rows
        Every one with the same columns, the primary key among them.
    """
    quoted, meta = connection.ops.quote_name, model._meta  # noqa: SLF001 Django's documented door to a model
    for batch in batched(rows, most=BATCH):
        key = str(meta.pk.attname)
        names = [*(name for name in batch[0] if name != key), key]
        columns = [_column(model, name) for name in names]
        sets = ", ".join(f"{quoted(str(one.column))} = %s" for one in columns[:-1])
        table, own = quoted(meta.db_table), quoted(str(meta.pk.column))
        write = [_writing(column) for column in columns]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {table} SET {sets} WHERE {own} = %s",  # noqa: S608 our own names
                [
                    [to(row[name]) for to, name in zip(write, names, strict=True)]
                    for row in batch
                ],
            )


Column = models.Field[object, object]


def _column(model: type[models.Model], name: str) -> Column:
    """Find a column by the model's own name for it."""
    meta = model._meta  # noqa: SLF001 Django's documented way to the fields
    columns = {column.attname: column for column in meta.concrete_fields}
    return columns[name]


def _writing(column: Column) -> Callable[[Value], Bound]:
    """Say how a value is written; a column that needs nothing done says so once."""
    if isinstance(column, models.ForeignKey):
        return _writing(column.target_field)
    match column:
        case models.JSONField():
            return _json
        case models.UUIDField():
            return _hex if not connection.features.has_native_uuid_field else _as_it_is
        case models.CharField() | models.TextField():
            return _text
        case models.DateTimeField() | models.DateField() | models.TimeField():
            return _moment
        case _:
            return _as_it_is


def _as_it_is(value: Value) -> Bound:
    return cast("Bound", value)


def _text(value: Value) -> Bound:
    """Write an enum as its words: PostgreSQL's driver would write its name."""
    return None if value is None else str(value)


def _json(value: Value) -> Bound:
    """Write JSON, but an empty list without asking the encoder."""
    if value is None:
        return None
    return json.dumps(value) if value else ("[]" if isinstance(value, list) else "{}")


def _hex(value: Value) -> Bound:
    return value.hex if isinstance(value, UUID) else None


def _moment(value: Value) -> Bound:
    """Write a day, a clock or an instant as the data base wants it."""
    ops = connection.ops
    if isinstance(value, datetime):
        return cast("Bound", ops.adapt_datetimefield_value(value))
    if isinstance(value, date):
        return cast("Bound", ops.adapt_datefield_value(value))
    if isinstance(value, time):
        return cast("Bound", ops.adapt_timefield_value(value))
    return None


def _statement(
    model: type[models.Model], columns: Iterable[Column], *, again: bool
) -> str:
    """Write the statement; every name in it is our own model's."""
    quoted = connection.ops.quote_name
    meta = model._meta  # noqa: SLF001 Django's documented door to a model
    names = [quoted(str(column.column)) for column in columns]
    holes = ", ".join(["%s"] * len(names))
    table = quoted(meta.db_table)
    into = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({holes})"  # noqa: S608 our own names
    if not again:
        return into
    key = quoted(str(meta.pk.column))
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return f"{into} ON CONFLICT ({key}) DO UPDATE SET {new}"
