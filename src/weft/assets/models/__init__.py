"""What is registered, when it is on, and what is derived from both?"""

from weft.assets.models.audit import (
    Audit,
    AuditEntry,
)
from weft.assets.models.chances import (
    Chance,
)
from weft.assets.models.changes import (
    Change,
)
from weft.assets.models.doors import (
    Door,
)
from weft.assets.models.faces import (
    NewFaces,
)
from weft.assets.models.feeds import (
    Brought,
    Feed,
    FeedRun,
)
from weft.assets.models.holders import (
    AdultContact,
    CameBack,
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
from weft.assets.models.news import (
    Arrival,
    Campaign,
    Reader,
)
from weft.assets.models.own_words import (
    OwnWord,
)
from weft.assets.models.post import (
    AskingRound,
    Mailbox,
    Message,
    StoppedAddress,
)
from weft.assets.models.proposals import (
    Answer,
    Asking,
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
from weft.assets.models.worth_asking import (
    WorthAsked,
)

__all__ = [
    "AdultContact",
    "Answer",
    "Arrival",
    "Asking",
    "AskingRound",
    "Asset",
    "Audit",
    "AuditEntry",
    "Brought",
    "CameBack",
    "Campaign",
    "Chance",
    "Change",
    "Door",
    "Fact",
    "FactEvent",
    "Feed",
    "FeedRun",
    "Import",
    "Link",
    "Listing",
    "Mailbox",
    "Message",
    "NewFaces",
    "NotListed",
    "Offer",
    "OtherName",
    "OwnWord",
    "Proposal",
    "Published",
    "PublishedTerm",
    "PublishedTime",
    "Reader",
    "Schedule",
    "Session",
    "StoppedAddress",
    "Tie",
    "WorthAsked",
]
