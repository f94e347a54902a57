"""What is said of a table that somebody laid beside ours?"""

from weft.commons.saying import listed
from weft.need.domain.own_table import OwnTable


def own_words(own: OwnTable | None) -> str:
    """Say what of it is here, what is not, and what could not be read."""
    if own is None:
        return ""
    parts = [f"{len(own.rows):,} areas of yours are here"]
    if own.strangers:
        some = listed(list(own.strangers[:3]))
        parts.append(f"{len(own.strangers):,} are not ({some})")
    if own.unread:
        parts.append(f"{own.unread:,} lines have no code")
    return "; ".join(parts) + "."
