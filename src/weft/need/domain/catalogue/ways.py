"""How is a question answered from the categories of one census table?"""

from weft.need.domain.measuring import Way
from weft.need.domain.topics import TOTAL

PERTURBED = "Counts of small areas were changed by a few to protect people."
LOCKDOWN = (
    "The census was taken in lockdown, on 21 March 2021, so this does not describe "
    "an ordinary week."
)


def part_of(topic: str, *parts: str) -> Way:
    """Count some categories of a census table as a part of its total."""
    return Way(tuple(f"{topic}.{part}" for part in parts), of=f"{topic}.{TOTAL}")


def all_but(topic: str, *parts: str) -> Way:
    """Count everybody in a census table but some categories."""
    return Way(of=f"{topic}.{TOTAL}", but=tuple(f"{topic}.{part}" for part in parts))
