"""Under which terms is anything that a feed may carry?

A term that only something hidden is under is not told: it would tell of that.
"""

from uuid import UUID

from weft.assets.exchange.openreferral import TAXONOMIES, taxonomy_of, term_of
from weft.assets.models import PublishedTerm
from weft.assets.queries.feeds.asked import Asked, chosen
from weft.assets.queries.seen import NOT_HERE
from weft.commons.errors import NotFound
from weft.standards.openreferral import Taxonomy, Term


def taxonomies_in_use() -> tuple[Taxonomy, ...]:
    """List our taxonomies: they are few, and are told whether used or not."""
    return TAXONOMIES


def every_term() -> list[Term]:
    """List every term in use, by taxonomy and name."""
    rows = PublishedTerm.objects.filter(published__in=chosen(Asked()).values("pk"))
    named = sorted(rows.values_list("taxonomy", "name").distinct(), key=str)
    return [
        term_of(taxonomy, name)
        for number, name in named
        if (taxonomy := taxonomy_of(number)) is not None
    ]


def one_term(key: UUID) -> Term:
    """Give one term in use.

    Raises
    ------
    NotFound
        When there is none, or nothing that a feed may carry is under it.
    """
    rows = PublishedTerm.objects.filter(
        term=key, published__in=chosen(Asked()).values("pk")
    )
    row = rows.first()
    taxonomy = taxonomy_of(row.taxonomy) if row else None
    if row is None or taxonomy is None:
        raise NotFound(NOT_HERE)
    return term_of(taxonomy, row.name)
