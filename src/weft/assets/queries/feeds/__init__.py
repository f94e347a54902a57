"""What do the feeds tell of the register, to anybody who harvests it?

Every question here asks ``carried`` first: a feed holds what a feed may carry, at the
moment of asking, whatever was published before.
"""

from weft.assets.queries.feeds.asked import Asked, Near, Taxa
from weft.assets.queries.feeds.changes import Change, changes_after
from weft.assets.queries.feeds.groups import groups_page, one_group
from weft.assets.queries.feeds.offers import (
    every_service,
    minimal_services,
    one_service,
    services_page,
)
from weft.assets.queries.feeds.taxonomies import (
    every_term,
    one_term,
    taxonomies_in_use,
)
from weft.assets.queries.feeds.telling import Told, services_of

__all__ = [
    "Asked",
    "Change",
    "Near",
    "Taxa",
    "Told",
    "changes_after",
    "every_service",
    "every_term",
    "groups_page",
    "minimal_services",
    "one_group",
    "one_service",
    "one_term",
    "services_of",
    "services_page",
    "taxonomies_in_use",
]
