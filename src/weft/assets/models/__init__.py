"""What is registered, when it is on, and what is derived from both?"""

from weft.assets.models.feeds import (
    Brought,
    Feed,
    FeedRun,
)
from weft.assets.models.imports import (
    Import,
)
from weft.assets.models.links import (
    Link,
)
from weft.assets.models.listings import (
    Listing,
    Session,
)
from weft.assets.models.proposals import (
    NotListed,
    Proposal,
)
from weft.assets.models.published import (
    Published,
    PublishedTerm,
    PublishedTime,
)
from weft.assets.models.register import (
    Asset,
    Fact,
    FactEvent,
    Offer,
    OtherName,
    Tie,
)
from weft.assets.models.schedules import (
    Schedule,
)

__all__ = [
    "Asset",
    "Brought",
    "Fact",
    "FactEvent",
    "Feed",
    "FeedRun",
    "Import",
    "Link",
    "Listing",
    "NotListed",
    "Offer",
    "OtherName",
    "Proposal",
    "Published",
    "PublishedTerm",
    "PublishedTime",
    "Schedule",
    "Session",
    "Tie",
]
