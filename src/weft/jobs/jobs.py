"""Which jobs does this part bring along? (Found by its name, like every part's.)"""

from weft.jobs.upkeep import keep_house

__all__ = ["keep_house"]
