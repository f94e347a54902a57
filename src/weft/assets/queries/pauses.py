"""What has been paused by whoever holds it, and until when?"""

from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import HolderField, Pause
from weft.assets.models import Fact


def pauses(about: Q) -> dict[UUID, Pause]:
    """Gather the pauses of some assets or offers, by their keys.

    Parameters
    ----------
    about
        A condition on ``Fact``.
    """
    rows = Fact.objects.filter(about, field=HolderField.PAUSE)
    found = rows.values_list("asset_id", "offer_id", "value")
    return {
        asset or offer: pause
        for asset, offer, value in found
        if (pause := Pause.of(value)) is not None
    }
