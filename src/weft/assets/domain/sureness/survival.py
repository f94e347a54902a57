"""How long does a fact last?

Each thing has a pace of change of its own, which nobody knows: some choirs move every
year, some not in thirty. Paces are spread as a gamma distribution, so that the share
of facts still right after t years is the Lomax curve (b / (b + t)) ** a. It falls fast
at first, while those that change often go, and slowly after. The gamma is conjugate:
what we see of one thing adds to its two numbers.
"""

from dataclasses import dataclass

DAYS_IN_A_YEAR = 365.25
SPREAD = 1.0
"""``Pace.changes`` of what nobody has watched for long. Assumed: two lists one year
apart cannot tell what changes often from what happened to change. A rough look further
back is in docs/methods/sureness.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a kind of fact changes, and how much that differs from thing to thing.

    Attributes
    ----------
    changes, years
        As if so many changes had been seen in so many years: their ratio is the pace,
        and the fewer there are, the more things differ.
    """

    changes: float
    years: float

    def lasts(self, years: float) -> float:
        """Say the chance that what is right now is right after some years."""
        return float((self.years / (self.years + years)) ** self.changes)

    def after(self, *, changes: int, years: float) -> "Pace":
        """Learn from one thing of which so many changes were seen in so many years."""
        return Pace(changes=self.changes + changes, years=self.years + years)


def pace(*, changed_in_a_year: float) -> Pace:
    """Find the pace by which a share of facts, between 0 and 1, changes in a year."""
    grown = (1.0 - changed_in_a_year) ** (-1.0 / SPREAD)
    return Pace(changes=SPREAD, years=1.0 / (grown - 1.0))
