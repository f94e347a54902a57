"""Does a row fit its columns? SQLite takes any name, PostgreSQL refuses a long one."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models

from weft.commons.errors import NotPossible

Row = TypeVar("Row", bound=models.Model)


def kept_row(row: Row) -> Row:
    """Write one row."""
    that_fit([row])[0].save(force_insert=True)
    return row


def that_fit(rows: Iterable[Row]) -> list[Row]:
    """Refuse a name that is longer than its column: one data base would cut it."""
    told = list(rows)
    for row in told:
        for column in row._meta.concrete_fields:  # noqa: SLF001 Django's own way to ask
            words = getattr(row, column.attname)
            most = column.max_length
            if most and isinstance(words, str) and len(words) > most:
                start = f"{words[:40]}…"
                raise NotPossible(f"«{start}» is longer than {most} letters.")
    return told
