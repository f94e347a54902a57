"""Which work of this part comes round by itself?"""

import logging

from django.utils import timezone

from weft.assets.queries.harvests import feeds_to_read
from weft.assets.services.harvests import harvest
from weft.assets.services.linking import link
from weft.assets.services.listings import WEEKS_AHEAD, derive
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.ground.queries import regions
from weft.jobs.registry import Weekly, job
from weft.jobs.turns import Turn

logger = logging.getLogger("weft.assets")


@job("assets.harvest", every=Weekly(weekday=6, hour=1))
def read_other_peoples_feeds(turn: Turn) -> None:
    """Read every feed to its end, and take in what is good.

    Each feed is a deed of its own: killed in the middle, those that were read stay
    read, and asked again a feed that has not changed changes nothing.
    """
    for key in feeds_to_read():
        try:
            done = harvest(
                key=key, by=turn.by, clock=timezone.now, progress=turn.progress
            )
        except NotPossible as problem:
            logger.warning("the feed %s was not read: %s", key, problem)
            continue
        turn.outcome[key] = f"{done.state}: {done.rows} rows"
    with turn.finishing():
        turn.outcome["feeds"] = len(turn.outcome)


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
