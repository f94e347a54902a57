"""When does something rest, by whose word counts?"""

from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import WordField
from weft.assets.domain.resting import Rest, rests_in_force
from weft.assets.models import Fact


def rests_of(about: Q) -> dict[UUID, tuple[Rest, ...]]:
    """Gather the rests of some assets or offers, by their keys.

    Parameters
    ----------
    about
        A condition on ``Fact``.
    """
    told: dict[UUID, list[tuple[str, str]]] = {}
    rows = Fact.objects.filter(about, field=WordField.REST, disputed=False)
    for asset, offer, source, value in rows.values_list(
        "asset_id", "offer_id", "source", "value"
    ):
        told.setdefault(asset or offer, []).append((source, value))
    return {key: rests_in_force(said) for key, said in told.items()}
