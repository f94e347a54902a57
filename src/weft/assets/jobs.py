"""Which work of this part comes round by itself?"""

from django.utils import timezone

from weft.assets.services.linking import link
from weft.assets.services.listings import WEEKS_AHEAD, derive
from weft.commons.times import Week
from weft.ground.queries import regions
from weft.jobs.registry import Weekly, job
from weft.jobs.turns import Turn


@job("assets.link", every=Weekly(weekday=0, hour=2))
def link_what_is_told_twice(turn: Turn) -> None:
    """Look through every region for what is told twice."""
    every = [about.slug for about in regions()]
    with turn.finishing():
        for region in every:
            linked = link(region=region, by=turn.by, progress=turn.progress)
            turn.outcome[region] = len(linked.links)


@job("assets.sessions", every=Weekly(weekday=0, hour=3))
def sessions_of_the_weeks_ahead(turn: Turn) -> None:
    """Make the sessions of the weeks ahead from the schedules."""
    this_week = Week.of(timezone.localdate())
    weeks = [this_week.later(more) for more in range(WEEKS_AHEAD)]
    every = [about.slug for about in regions()]
    with turn.finishing():
        for done, region in enumerate(every):
            turn.progress(done, len(every), f"listing what is on in {region}")
            derive(region=region, weeks=weeks, by=turn.by)
        turn.outcome["regions"] = len(every)
