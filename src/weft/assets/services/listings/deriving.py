"""How are the listings and sessions of a region made anew?"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.opening import SpecialDays
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.linking import doubles_of
from weft.assets.queries.search import reindex
from weft.assets.services.listings.frame import Frame
from weft.assets.services.listings.of_assets import list_assets
from weft.assets.services.listings.of_offers import list_offers
from weft.commons.times import Week
from weft.ground import queries as ground

R = TypeVar("R", Asset, Offer)
CHUNK = 5_000
WEEKS_AHEAD = 4
"""This week and three more: as far as a page looks ahead."""


@transaction.atomic
def derive(
    *,
    region: str,
    weeks: Sequence[Week],
    by: Actor,
    calendar: SpecialDays | None = None,
) -> None:
    """Make the listings and sessions of a region anew.

    Parameters
    ----------
    region
        Its slug.
    weeks
        The weeks for which sessions are made; at least one.
    by
        Who does it.
    calendar
        The region's bank holidays and school terms; those it was built with, where
        none is given.
    """
    frame = Frame(
        region=region,
        weeks=tuple(sorted(weeks)),
        calendar=calendar or ground.calendar(region),
        doubles=doubles_of(region),
    )
    forget(region)
    listed = sum(list_assets(chunk, frame) for chunk in _chunks(Asset, region))
    listed += sum(list_offers(chunk, frame) for chunk in _chunks(Offer, region))
    reindex(region)
    record(
        by=by,
        deed="assets.derive",
        subject=f"region {region}",
        details={"listings": listed, "weeks": len(frame.weeks)},
    )


def forget(region: str) -> None:
    """Clear the listings; first their sessions, in one statement."""
    Session.objects.filter(listing__region=region).delete()
    Listing.objects.filter(region=region).delete()


def _chunks(table: type[R], region: str) -> Iterator[list[R]]:
    """Go through a table by its key, so that memory does not grow with it."""
    # Shapes may be large and say nothing of what can be found.
    everything = table._default_manager.filter(region=region).order_by("pk")  # noqa: SLF001 Django's own name for it
    if table is Asset:
        everything = everything.defer("shape", "story", "how_to_join")
    chunk = list(everything[:CHUNK])
    while chunk:
        yield chunk
        chunk = list(everything.filter(pk__gt=chunk[-1].pk)[:CHUNK])
