"""Which services are sessions in OpenActive's sense, and how are they told there?"""

from weft.assets.exchange.openactive.activities import Activity, activity_of
from weft.assets.exchange.openactive.telling import Addresses, fits, session_series

__all__ = ["Activity", "Addresses", "activity_of", "fits", "session_series"]
