"""How is another's feed read, judged, and taken into the register or left?"""

from weft.assets.services.harvests.keeping import add_feed, stop_feed
from weft.assets.services.harvests.reading import harvest
from weft.assets.services.harvests.steward import leave_run, take_run

__all__ = ["add_feed", "harvest", "leave_run", "stop_feed", "take_run"]
