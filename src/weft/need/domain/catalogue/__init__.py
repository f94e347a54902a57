"""Which questions about areas do we answer, and in which words?

One question for each thing that may be missing around people. The words are for
everybody; the publisher's own name stands beside each number. Nothing here adds
several things up: the only index shown is the one that the government publishes
(docs/methods/indicators.md).
"""

from weft.need.domain.catalogue.health import HEALTH_AND_LANGUAGE
from weft.need.domain.catalogue.homes import HOMES_AND_COMPANY
from weft.need.domain.catalogue.indices import INDICES
from weft.need.domain.catalogue.people import PEOPLE_AND_JOBS
from weft.need.domain.measuring import Indicator

CATALOGUE: tuple[Indicator, ...] = (
    *INDICES,
    *HOMES_AND_COMPANY,
    *HEALTH_AND_LANGUAGE,
    *PEOPLE_AND_JOBS,
)


def indicator_called(key: str) -> Indicator | None:
    """Find a question by its key."""
    return next((one for one in CATALOGUE if one.key == key), None)
