"""May a search engine keep the page of a thing, and which pages are there for it?

Persons are never put into anybody's index, and what has no address is where its holder
said yes: neither by a page of their own nor by one that names them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from weft.assets.domain.kinds import INTANGIBLE, AssetKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing
from weft.assets.queries.about import Brief
from weft.assets.queries.carried import carried_offers, kept_back, may_be_named
from weft.commons.batches import batched

ASKED_FIRST = frozenset({*INTANGIBLE, AssetKind.PERSON})
IN_A_STRETCH = 20_000  # a sitemap holds no more than 50,000


def for_search_engines(asset: Asset | None, named: Iterable[Brief | None]) -> bool:
    """Tell whether a search engine may keep a page.

    Parameters
    ----------
    asset
        What the page is about, or the group whose offer it is about; None of nobody's.
    named
        Everything that the page names.
    """
    if asset is not None and not may_be_named(asset, Channel.SEARCH_ENGINE):
        return False
    keys = [one.id for one in named if one is not None and not one.is_offer]
    asked = Asset.objects.filter(pk__in=keys, kind__in=[str(k) for k in ASKED_FIRST])
    return all(may_be_named(one, Channel.SEARCH_ENGINE) for one in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForEngines:
    """One page that a search engine may keep."""

    key: UUID
    is_offer: bool


def stretches_for_engines() -> int:
    """Count the stretches in which ``pages_for_engines`` gives them."""
    return -(-_listed().count() // IN_A_STRETCH)


def pages_for_engines(stretch: int) -> Iterator[ForEngines]:
    """List the things whose pages search engines may keep.

    Parameters
    ----------
    stretch
        Which stretch, from 0; beyond the last there is nothing.
    """
    begins = stretch * IN_A_STRETCH
    rows = _listed().order_by("pk").values_list("asset", "offer")
    for some in batched(rows[begins : begins + IN_A_STRETCH]):
        offers = [offer for _, offer in some if offer]
        carried = carried_offers(Channel.SEARCH_ENGINE).filter(pk__in=offers)
        may = set(carried.values_list("pk", flat=True))
        for asset, offer in some:
            key = asset or offer
            if key is not None and (asset or offer in may):
                yield ForEngines(key=key, is_offer=asset is None)


def _listed() -> QuerySet[Listing]:
    """Choose what is listed and has a page that a search engine may keep."""
    rows = Listing.objects.exclude(asset__in=kept_back(Channel.SEARCH_ENGINE))
    return rows.exclude(asset__kind=AssetKind.PERSON)
