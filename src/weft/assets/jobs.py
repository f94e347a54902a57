"""Which work of this part comes round by itself?"""

from django.conf import settings
from django.utils import timezone

from weft.assets.services.linking import link
from weft.assets.services.listings import WEEKS_AHEAD, derive
from weft.assets.services.post import choose_round, send_waiting
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.ground.queries import regions
from weft.jobs.registry import Daily, Weekly, job
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


@job("assets.ask", every=Daily(hour=10), most_tries=2)
def ask_a_few_groups(turn: Turn) -> None:
    """Choose once a week whom to ask, and send what waits, where mail is set up."""
    today = timezone.localdate()
    for about in regions():
        turn.outcome[about.slug] = choose_round(
            by=turn.by, region=about.slug, today=today, most=settings.MAIL_MOST
        )
    if settings.MAIL_ON:
        sent = send_waiting(by=turn.by, today=today, links=settings.MAIL_LINKS)
        for verdict, count in sent.verdicts.items():
            turn.outcome[verdict.name.lower()] = count
        turn.outcome["held_back"] = sent.held_back
        if sent.not_taken:
            raise NotPossible(
                f"The mail server did not take {sent.not_taken} messages "
                f"({', '.join(sent.codes)}): docs/running/mail.md"
            )
