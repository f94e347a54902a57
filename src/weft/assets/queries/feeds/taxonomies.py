"""Under which terms is anything that a feed may carry?

A term that only something hidden is under is not told: it would tell of that.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from weft.assets.exchange.openreferral import (
    ON_THEIR_TERMS,
    TAXONOMIES,
    taxonomy_of,
    term_of,
)
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
    rows = _in_use().values_list("taxonomy", "name").distinct()
    named = sorted(rows, key=str)
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
    if str(key) == ON_THEIR_TERMS.id:
        return ON_THEIR_TERMS  # it says nothing of anybody
    row = _in_use().filter(term=key).first()
    taxonomy = taxonomy_of(row.taxonomy) if row else None
    if row is None or taxonomy is None:
        raise NotFound(NOT_HERE)
    return term_of(taxonomy, row.name)


def _in_use() -> QuerySet[PublishedTerm]:
    """Choose the terms of what a feed may carry."""
    under = chosen(Asked()).order_by().filter(pk=OuterRef("published"))
    return PublishedTerm.objects.filter(Exists(under))
