"""Where do groups meet, and where is kept what can be borrowed?"""

from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import TieKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Tie
from weft.assets.queries.seen import is_whole


def halls_of(within: Q, *, channel: Channel = Channel.PAGE) -> dict[UUID, Asset]:
    """Give the hall of each asset that has one; of several the first that was told.

    Parameters
    ----------
    within
        Which ties are asked, by ``asset`` or what is of it.
    channel
        By which it is told; a hall that may not be seen whole there is none.
    """
    ties = Tie.objects.filter(within, kind=TieKind.MEETS_AT, until=None, disputed=False)
    return {
        tie.asset_id: tie.to
        for tie in ties.select_related("to").order_by("-pk")
        if tie.to is not None and is_whole(tie.to, channel)
    }
