"""How has the gap grown, over the weeks that were published?"""

from dataclasses import dataclass
from functools import lru_cache

from weft.access.domain.choice.values import CERTAIN
from weft.access.domain.equity import Slope
from weft.access.domain.fairness import groups, line_through
from weft.access.queries.weeks import PublishedAbout, published

MOST_WEEKS = 53


@dataclass(frozen=True, slots=True, kw_only=True)
class GapInWeek:
    """One week's gap for one life; ``slope`` is None where nothing can be said."""

    about: PublishedAbout
    slope: Slope | None

    @property
    def basis(self) -> str:
        """Say what its ways were reckoned from: weeks of another do not compare."""
        return str(self.about.about.get("basis", ""))


def gaps_over(weeks: tuple[PublishedAbout, ...], life: str) -> tuple[GapInWeek, ...]:
    """Tell the gap in each of the last weeks, the oldest first.

    Parameters
    ----------
    weeks
        The newest first, as ``published_weeks`` gives them.
    life
        Its slug; a week that does not tell of it is left out.
    """
    told = ((about, slope_in(about, life)) for about in reversed(weeks[:MOST_WEEKS]))
    return tuple(GapInWeek(about=about, slope=slope) for about, slope in told)


@lru_cache(maxsize=2_048)
def slope_in(about: PublishedAbout, life: str) -> Slope | None:
    """Reckon one week's gap for one life, once; None where nothing can be said."""
    told = published(about)
    if life not in told.lives:
        return None
    group = groups(told, told.lives.index(life), CERTAIN)
    return line_through(group) if group else None
