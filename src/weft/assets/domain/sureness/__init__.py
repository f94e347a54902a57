"""How sure are we that what we were told is still so?

A fact is right when it is told, or it is not; it then lasts for a while that nobody
knows, at a pace measured on true lists; and each thing we hear of it, a yes by the
group, a report, a bounced introduction, moves us by Bayes's rule. What nobody has
measured is said to be assumed (docs/methods/sureness.md).
"""

from weft.assets.domain.sureness.aspects import (
    Aspect,
    Keeper,
    aspect_of_fact,
    keeper_of,
)
from weft.assets.domain.sureness.heard import ASSURES, WEIGHS, Event, Heard
from weft.assets.domain.sureness.measured import Measured, last_measured, pace_of
from weft.assets.domain.sureness.survival import Pace
from weft.assets.domain.sureness.tellers import right_at_first
from weft.assets.domain.sureness.track import LINE, Track
from weft.assets.domain.sureness.tracks import (
    NOT_RECKONED,
    NOTHING_HEARD,
    About,
    Standing,
    Tracks,
    answers_for_it,
    standing,
)

__all__ = [
    "ASSURES",
    "LINE",
    "NOTHING_HEARD",
    "NOT_RECKONED",
    "WEIGHS",
    "About",
    "Aspect",
    "Event",
    "Heard",
    "Keeper",
    "Measured",
    "Pace",
    "Standing",
    "Track",
    "Tracks",
    "answers_for_it",
    "aspect_of_fact",
    "keeper_of",
    "last_measured",
    "pace_of",
    "right_at_first",
    "standing",
]
