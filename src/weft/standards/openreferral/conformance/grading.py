"""What came of all checks together?"""

from dataclasses import dataclass

from weft.standards.openreferral.conformance.around import around_checks
from weft.standards.openreferral.conformance.asking import Ask, Feed
from weft.standards.openreferral.conformance.choosing import choosing_checks
from weft.standards.openreferral.conformance.official import official_checks
from weft.standards.openreferral.conformance.paging import (
    paging_checks,
    telling_checks,
)
from weft.standards.openreferral.conformance.values import Check, Kind, Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """Every check of a feed."""

    checks: tuple[Check, ...]

    @property
    def tried(self) -> int:
        """Count the checks for which the feed gave something to try."""
        return sum(one.outcome is not Outcome.NOT_TRIED for one in self.checks)

    @property
    def held(self) -> int:
        """Count those that hold."""
        return sum(one.outcome is Outcome.HOLDS for one in self.checks)

    @property
    def failed(self) -> tuple[Check, ...]:
        """List those that do not."""
        return tuple(one for one in self.checks if one.outcome is Outcome.FAILS)

    @property
    def official(self) -> str:
        """Say what the standard's own validator would say."""
        kinds = {one.kind for one in self.failed}
        if Kind.REQUIRED in kinds:
            return "fails"
        return "passes with warnings" if Kind.EXTENDED in kinds else "passes"

    @property
    def last_line(self) -> str:
        """Say all of it in one line."""
        return f"{self.held} of {self.tried} checks hold"


def grade(ask: Ask, *, behaviour: bool = True) -> Report:
    """Grade a feed.

    Parameters
    ----------
    ask
        How to ask a path below the feed's stub.
    behaviour
        Whether to look at more than the official validator does.
    """
    feed = Feed(ask)
    checks = list(official_checks(feed))
    if behaviour:
        sample = feed.sample()
        checks += paging_checks(feed)
        checks += telling_checks(feed, sample)
        checks += choosing_checks(feed, sample)
        checks += around_checks(feed, sample)
    return Report(tuple(checks))
