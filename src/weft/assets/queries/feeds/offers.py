"""Which services answer, page by page, one alone, or all in a stream?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet, Window

from weft.assets.domain.visibility import Channel
from weft.assets.models import Published
from weft.assets.queries.carried import carried_offers
from weft.assets.queries.feeds.asked import Asked, chosen
from weft.assets.queries.feeds.telling import Told, told
from weft.assets.queries.seen import NOT_HERE
from weft.commons.errors import NotFound

AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Page:
    """One stretch of all that answers, in an order that does not change."""

    total: int
    items: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Minimal:
    """A service's number, and when what is told of it last changed."""

    id: UUID
    modified_at: datetime


def services_page(asked: Asked, *, first: int, most: int) -> Page:
    """Give a stretch of the services that answer, in eight SQL statements.

    Parameters
    ----------
    asked
        Every condition.
    first, most
        Which stretch.
    """
    rows = chosen(asked)
    if not first and (asked.search or asked.near):
        return _counted(rows, most)
    total = rows.count()
    keys = rows.values_list("pk", flat=True)[first : first + most]
    return Page(total=total, items=tuple(_told(list(keys) if first < total else [])))


def _counted(rows: QuerySet[Published], most: int) -> Page:
    """Count in the walk that finds the first: a rare word is sought in every row."""
    both = rows.annotate(total=Window(Count("pk"))).values_list("pk", "total")[:most]
    here = list(both)
    keys = [key for key, _ in here]
    return Page(total=here[0][1] if here else 0, items=tuple(_told(keys)))


def _told(keys: Sequence[UUID]) -> list[Told]:
    """Tell some services, in the order of their numbers."""
    rows = carried_offers(Channel.FEED).filter(pk__in=keys)
    return told(rows.select_related("published").order_by("pk"))


def every_service(asked: Asked) -> Iterator[Told]:
    """Give every service that answers, a few hundred at a time."""
    rows = chosen(asked).values_list("pk", flat=True)
    keys = list(rows[:AT_A_TIME])
    while keys:
        yield from _told(keys)
        keys = list(rows.filter(pk__gt=keys[-1])[:AT_A_TIME])


def minimal_services(asked: Asked) -> list[Minimal]:
    """List every service that answers by number and change alone."""
    rows = chosen(asked).values_list("pk", "modified_at")
    return [Minimal(key, modified_at) for key, modified_at in rows]


def one_service(key: UUID) -> Told:
    """Give one service.

    Raises
    ------
    NotFound
        When there is none, or a feed may not carry it: both look alike.
    """
    rows = carried_offers(Channel.FEED).filter(pk=key, published__live=True)
    found = told(rows.select_related("published"))
    if not found:
        raise NotFound(NOT_HERE)
    return found[0]


def services_by_group(groups: list[UUID]) -> dict[UUID, list[Told]]:
    """Give the services of some groups."""
    rows = chosen(Asked()).filter(group__in=groups).values_list("pk", "group")
    group_of = {str(key): group for key, group in rows if group is not None}
    by_group: dict[UUID, list[Told]] = {}
    for one in _told([UUID(key) for key in group_of]):
        by_group.setdefault(group_of[one.service.id], []).append(one)
    return by_group
