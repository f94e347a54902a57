"""How is a whole region swapped in at once, without making each row slower?"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_transaction() -> Iterator[None]:
    """Do everything inside, or nothing.

    Every part's own deed is atomic, so inside this one it becomes a savepoint. SQLite
    keeps what a savepoint may have to undo in memory, as a list of 1 kB pieces, and
    walks that list after every single row: the second build of West Yorkshire spent
    172 s on 16,842 assets that the first had written in 24. Kept in a file it does
    not walk (docs/decisions/0006-one-transaction.md).
    """
    is_outermost = connection.vendor == "sqlite" and not connection.in_atomic_block
    if is_outermost:
        _keep_undo("FILE")
    try:
        with transaction.atomic():
            yield
    finally:
        if is_outermost:
            _keep_undo("MEMORY")


def _keep_undo(where: str) -> None:
    """Say where SQLite keeps what it may undo; settings say memory."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA temp_store={where}")
