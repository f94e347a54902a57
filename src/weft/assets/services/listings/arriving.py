"""When did each thing come onto the list?"""

from collections.abc import Sequence

from django.db import connection

from weft.assets.models import Arrival
from weft.commons.batches import batched

_NEW = """
    INSERT INTO assets_arrival (thing, region_id, since)
    SELECT COALESCE(offer_id, asset_id), region_id, {since}
      FROM assets_listing
     WHERE {which}
    ON CONFLICT (thing) DO NOTHING
"""


def note_arrivals(region: str) -> None:
    """Note all of a region that is on the list for the first time.

    What a region begins with was there from the beginning: nobody knows since when. The
    data base's own clock says when, as for the feeds.
    """
    known = Arrival.objects.filter(region=region).exists()
    _note("CURRENT_TIMESTAMP" if known else "NULL", "region_id = %s", [region])


def note_arrivals_of(listings: Sequence[int]) -> None:
    """Note what of a few listings is on the list for the first time."""
    for some in batched(listings):
        blanks = ", ".join(["%s"] * len(some))
        _note("CURRENT_TIMESTAMP", f"id IN ({blanks})", some)


def _note(since: str, which: str, values: Sequence[str | int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_NEW.format(since=since, which=which), list(values))
