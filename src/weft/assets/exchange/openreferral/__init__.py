"""What does a published service mean in our words, and our offer in the standard's?

A service at several places is an offer at each; they carry the service's number and, if
there are several, the place's. A service comes back as it was told in every field that
is covered both ways; docs/standards/openreferral.md lists them.
"""

from weft.assets.exchange.openreferral.publishing import (
    OnDay,
    days_of,
    organization_from,
    published_from,
    turned,
    words_of,
)
from weft.assets.exchange.openreferral.taking import Taken, taken_from
from weft.assets.exchange.openreferral.telling import service_from
from weft.assets.exchange.openreferral.terms import (
    ON_THEIR_TERMS,
    TAXONOMIES,
    taxonomy_of,
    term_of,
)
from weft.assets.exchange.openreferral.times import schedule_from, schedule_told
from weft.assets.exchange.openreferral.words import access_facts

__all__ = [
    "ON_THEIR_TERMS",
    "TAXONOMIES",
    "OnDay",
    "Taken",
    "access_facts",
    "days_of",
    "organization_from",
    "published_from",
    "schedule_from",
    "schedule_told",
    "service_from",
    "taken_from",
    "taxonomy_of",
    "term_of",
    "turned",
    "words_of",
]
