"""Which of ours are sessions in OpenActive's sense, and what are theirs in ours?"""

from weft.assets.exchange.openactive.activities import Activity, activity_of
from weft.assets.exchange.openactive.taking import taken_from_opportunity
from weft.assets.exchange.openactive.telling import Addresses, fits, session_series

SERVICE = "OpenReferralService"
"""Our own kind of item: a service as Open Referral tells it, in OpenActive's paging."""

__all__ = [
    "SERVICE",
    "Activity",
    "Addresses",
    "activity_of",
    "fits",
    "session_series",
    "taken_from_opportunity",
]
