"""How is the week of a whole region said: where is it thick, where is it bare?"""

from dataclasses import dataclass

from weft.assets.queries import WeekCloth
from weft.commons.saying import DAY_NAMES, counted, first_large, listed
from weft.commons.times import Week
from weft.shell.cloth import Cloth, Hours, region_week
from weft.web.week_counts import Counts, of_region, thick_and_bare

HOURS = range(6, 24)
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionWeek:
    """The region's week, in words and as cloth."""

    name: str
    told: WeekCloth

    @property
    def question(self) -> str:
        """Ask where the cloth is thick and where it is bare."""
        return f"Where is {self.name}’s week thick, and where is it bare?"

    @property
    def answer(self) -> str:
        """Say how much is on, when most and when least."""
        on = counted(self.told.sessions, "thing to do", "things to do")
        return " ".join((f"{first_large(on)} this week, that we know of.", *self._when))

    @property
    def _when(self) -> tuple[str, ...]:
        found = thick_and_bare(of_region(self.told))
        if found is None:
            return ()
        thick = f"{found.thickest} is thickest."
        if not found.bare:
            return (thick,)
        bare = listed(found.bare[:MOST_NAMED])
        return (thick, f"There is hardly any thread on {bare}.")

    @property
    def cloth(self) -> Cloth:
        """Draw the week."""
        title = f"What is on in {self.name} this week"
        return cloth_of(of_region(self.told), title=title, of=self.told.week)


def cloth_of(
    known: Counts,
    *,
    title: str,
    of: Week,
    ask: Counts | None = None,
    closed_at: int | None = None,
) -> Cloth:
    """Weave counts of hours, from six in the morning till midnight."""
    unsure = ask or {}
    days = [
        Hours(
            known=tuple(known.get((day, hour), 0) for hour in HOURS),
            ask=tuple(unsure.get((day, hour), 0) for hour in HOURS),
        )
        for day in range(len(DAY_NAMES))
    ]
    return region_week(
        days, title=title, first_hour=HOURS.start, closed_at=closed_at, of=of
    )
