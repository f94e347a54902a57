"""How does OpenActive say what changed and what has gone? Its paging, nothing of ours.

Realtime Paged Data Exchange 1.0 (RPDE), ordered by a change number: each page names the
next, an empty page that names itself is the end for now, and what has gone is told as
deleted rather than left out.
"""

from weft.standards.openactive.paging import (
    CONTENT_TYPE,
    LARGEST_NUMBER,
    Item,
    page_document,
)

__all__ = ["CONTENT_TYPE", "LARGEST_NUMBER", "Item", "page_document"]
