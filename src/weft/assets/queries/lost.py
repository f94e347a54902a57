"""What was here and is no more, with its day and its story?

A loss is an event with a date, and what was lost keeps its page. People are not
among it: nobody's going is put on a list.
"""

from collections.abc import Iterable

from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset
from weft.assets.queries.about import Lost
from weft.assets.queries.seen import brief_of, is_whole
from weft.ground.queries import areas_inside


def lost_assets(region: str) -> tuple[Lost, ...]:
    """List what has closed in a region and may be found, the latest first.

    Parameters
    ----------
    region
        Its slug.
    """
    rows = Asset.objects.filter(region=region, closed_on__isnull=False)
    ordered = rows.order_by("-closed_on", "name", "pk")
    return tuple(_those_seen(ordered, Channel.SEARCH))


def lost_in(area: str) -> tuple[Lost, ...]:
    """List what has closed in an area, for a page that search engines keep.

    Parameters
    ----------
    area
        An ONS code: an LSOA of 2021, or any area that is made of such.
    """
    codes = areas_inside(area) or [area]
    rows = Asset.objects.filter(lsoa21__in=codes, closed_on__isnull=False)
    ordered = rows.order_by("-closed_on", "name", "pk")
    return tuple(_those_seen(ordered, Channel.SEARCH_ENGINE))


def _those_seen(rows: Iterable[Asset], channel: Channel) -> Iterable[Lost]:
    for asset in rows:
        brief = brief_of(asset)
        may_be_listed = asset.kind != AssetKind.PERSON and is_whole(asset, channel)
        if asset.closed_on is None or brief is None or not may_be_listed:
            continue
        yield Lost(
            brief=brief,
            closed_on=asset.closed_on,
            closed_why=asset.closed_why,
            where=asset.address,
            summary=asset.summary,
            story=asset.story,
            told_by=asset.told_by,
        )
