"""How are many rows written quickly, on either data base?"""

from collections.abc import Iterable, Sequence

from django.db import connection, models

Value = str | int | float | bool | bytes | None


def insert_all(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
) -> None:
    """Insert rows without making a model of each.

    Parameters
    ----------
    model
        Whose table; its key must be given by the data base.
    columns
        Names of data base columns, as ``region_id``.
    rows
        One value for each column. 88,776 postcodes take half a second on SQLite this
        way, and eight with ``bulk_create`` (docs/decisions/0006-one-transaction.md).
    """
    told = list(rows)
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    holes = ", ".join(["%s"] * len(columns))
    table = quote(model._meta.db_table)  # noqa: SLF001 Django's own way to ask
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({holes})",  # noqa: S608 our names
            told,
        )
