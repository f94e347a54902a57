"""How do many rows get into a table quickly, on both data bases alike?

``bulk_create`` binds every value of a batch in one statement, of which SQLite takes
999: 22 assets at a time. One prepared statement, run row by row, loads the 16,842
places of the region's extract about five times as fast (benchmarks/region.py).
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
BATCH = 2_000


def put(
    model: type[M], rows: Iterable[M], *, again: bool = False, unless: bool = False
) -> int:
    """Write rows, and say how many there were.

    Parameters
    ----------
    model
        The table.
    rows
        Unsaved instances, written a batch at a time, so that a million may stream.
    again
        Whether a row with the same primary key is told anew rather than refused.
    unless
        Whether a row with the same primary key is left as it is.
    """
    fields = [field for field in model._meta.concrete_fields if _is_written(field)]  # noqa: SLF001 Django's own documented way to its fields
    statement = _statement(model, fields, again=again, unless=unless)
    written = 0
    with connection.cursor() as cursor:
        for batch in _batched(rows):
            cursor.executemany(
                statement,
                [
                    [
                        field.get_db_prep_save(
                            getattr(row, field.attname), connection=connection
                        )
                        for field in fields
                    ]
                    for row in batch
                ],
            )
            written += len(batch)
    return written


def _is_written(field: models.Field[object, object]) -> bool:
    """Leave numbers that the data base gives to the data base."""
    return not isinstance(field, models.AutoField | models.BigAutoField)


def _statement(
    model: type[models.Model],
    fields: list[models.Field[object, object]],
    *,
    again: bool,
    unless: bool,
) -> str:
    """Write the statement; every name in it is our own model's."""
    quoted = connection.ops.quote_name
    names = [quoted(str(field.column)) for field in fields]
    into = f"INSERT INTO {quoted(model._meta.db_table)} ({', '.join(names)})"  # noqa: SLF001
    values = f"VALUES ({', '.join(['%s'] * len(names))})"
    if not again and not unless:
        return f"{into} {values}"
    key = quoted(str(model._meta.pk.column))  # noqa: SLF001
    if unless:
        return f"{into} {values} ON CONFLICT ({key}) DO NOTHING"
    new = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return f"{into} {values} ON CONFLICT ({key}) DO UPDATE SET {new}"


def _batched(rows: Iterable[M]) -> Iterator[list[M]]:
    """Take rows a batch at a time."""
    walk = iter(rows)
    while batch := list(islice(walk, BATCH)):
        yield batch
