"""How is a table gone through by its key, so that memory does not grow with it?"""

from collections.abc import Iterator
from typing import TypeVar

from django.db.models import Model, QuerySet

from weft.commons.batches import IN_ONE_QUESTION

M = TypeVar("M", bound=Model)


def stretches(
    rows: QuerySet[M], *, by: str = "pk", most: int = IN_ONE_QUESTION
) -> Iterator[list[M]]:
    """Give rows a stretch at a time, each asked for by where the last one ended.

    Parameters
    ----------
    rows
        Any of a table.
    by
        What they are ordered by: unique, and never null.
    most
        So many rows at a time.
    """
    ordered = rows.order_by(by)
    some = list(ordered[:most])
    while some:
        yield some
        some = list(ordered.filter(**{f"{by}__gt": getattr(some[-1], by)})[:most])
