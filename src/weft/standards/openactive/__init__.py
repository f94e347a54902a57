"""How does OpenActive say what changed, what has gone, and what is on? Nothing of ours.

Realtime Paged Data Exchange 1.0 (RPDE), ordered by a change number: each page names the
next, an empty page that names itself is the end for now, and what has gone is told as
deleted rather than left out. Opportunity Data 2.0 says what there is to take part in.
"""

from weft.standards.openactive.changes import Change, ChangesRead, changes_told
from weft.standards.openactive.paging import (
    CONTENT_TYPE,
    LARGEST_NUMBER,
    Item,
    page_document,
)
from weft.standards.openactive.reading import (
    NOT_LISTED,
    OPPORTUNITIES,
    SESSIONS,
    opportunity_told,
    parent_of,
)
from weft.standards.openactive.values import (
    Opportunity,
    Organizer,
    Times,
    Unread,
    Venue,
)
from weft.standards.openactive.words import own_id, type_of

__all__ = [
    "CONTENT_TYPE",
    "LARGEST_NUMBER",
    "NOT_LISTED",
    "OPPORTUNITIES",
    "SESSIONS",
    "Change",
    "ChangesRead",
    "Item",
    "Opportunity",
    "Organizer",
    "Times",
    "Unread",
    "Venue",
    "changes_told",
    "opportunity_told",
    "own_id",
    "page_document",
    "parent_of",
    "type_of",
]
