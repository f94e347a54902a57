"""What changed since, and what has gone?

The same services as in the feed of the standard that knows no deleting. What may no
longer be carried is told as gone from the moment of asking, whatever was published.
"""

from dataclasses import dataclass
from uuid import UUID

from weft.assets.domain.visibility import Channel
from weft.assets.models import Published
from weft.assets.queries.carried import carried_offers
from weft.assets.queries.feeds.telling import Told, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One service by its number; what is told of it now, or None where it has gone."""

    id: UUID
    number: int
    now: Told | None


def changes_after(
    number: int | None, *, most: int, sessions: bool = False
) -> list[Change]:
    """List changes by their numbers.

    Parameters
    ----------
    number
        After which; None for all.
    most
        How many at most.
    sessions
        Only those that are sessions in OpenActive's sense, or were once.
    """
    rows = Published.objects.order_by("change").values_list("pk", "change", "live")
    if number is not None:
        rows = rows.filter(change__gt=number)
    if sessions:
        rows = rows.filter(was_session=True)
    found = list(rows[:most])
    alive = [key for key, _, live in found if live]
    offers = carried_offers(Channel.FEED).filter(pk__in=alive)
    now = {UUID(o.service.id): o for o in told(offers.select_related("published"))}
    return [Change(id=key, number=change, now=now.get(key)) for key, change, _ in found]
