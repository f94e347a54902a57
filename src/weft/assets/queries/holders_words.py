"""What do those who hold things say of when they are on?"""

from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import HOLDER, TOLD_TIMES, HoldersWord
from weft.assets.models import Fact


def holders_words(about: Q) -> dict[UUID, HoldersWord]:
    """Gather the holders' words on some assets or offers, by their keys.

    With them goes whether others told, and it was accepted, that its sources are wrong.

    Parameters
    ----------
    about
        A condition on ``Fact``.
    """
    said: dict[UUID, dict[str, str]] = {}
    rows = Fact.objects.filter(about, Q(source=HOLDER) | Q(field=TOLD_TIMES))
    for asset, offer, field, value in rows.values_list(
        "asset_id", "offer_id", "field", "value"
    ):
        said.setdefault(asset or offer, {})[field] = value
    return {key: HoldersWord.of(words) for key, words in said.items()}
