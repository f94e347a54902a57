"""What can be found, and when: listings and sessions, made whole from the register.

Visibility is obeyed here once for every list, map and calendar that is made from
listings: what may not be searched for is not listed, and an offer says nothing of a
group or place that is not public.
"""

from weft.assets.services.listings.deriving import derive, derive_some
from weft.assets.services.listings.publishing import LISTED

__all__ = ["LISTED", "derive", "derive_some"]
