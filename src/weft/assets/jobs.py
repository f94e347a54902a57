"""Which work of this part comes round by itself?"""

import logging
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from weft.accounts.secret import new_secret
from weft.assets.domain.weeks import weeks_listed
from weft.assets.queries.harvests import feeds_to_read
from weft.assets.services.auditing import draw_audit
from weft.assets.services.harvests import harvest
from weft.assets.services.linking import link
from weft.assets.services.listings import derive
from weft.assets.services.post import choose_round, send_waiting
from weft.assets.services.proposals.worries import forget_old_worries
from weft.assets.services.readers import forget_who_never_said_yes
from weft.assets.services.telling_news import ask_reader, tell_readers
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.ground.queries import regions
from weft.jobs.registry import Daily, Weekly, job
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
    weeks = weeks_listed(Week.of(timezone.localdate()))
    every = [about.slug for about in regions()]
    with turn.finishing():
        for done, region in enumerate(every):
            turn.progress(done, len(every), f"listing what is on in {region}")
            derive(region=region, weeks=weeks, by=turn.by)
        turn.outcome["regions"] = len(every)


@job("assets.audit", every=Daily(hour=4))
def draw_the_months_audit(turn: Turn) -> None:
    """Draw once a month the entries that are looked at, by chance."""
    today, every = timezone.localdate(), [about.slug for about in regions()]
    with turn.finishing():
        for region in every:
            turn.outcome[region] = draw_audit(
                by=turn.by, region=region, today=today, seed=new_secret()
            )


@job("assets.ask_reader", most_tries=6)
def ask_somebody_if_it_was_them(turn: Turn) -> None:
    """Ask by mail, once, whoever wants to hear what is new near them."""
    if settings.MAIL_ON:
        reader = UUID(str(turn.told["reader"]))
        links = settings.MAIL_LINKS
        ask_reader(by=turn.by, reader=reader, now=turn.began, links=links)


@job("assets.tell_readers", every=Weekly(weekday=3, hour=9), most_tries=2)
def tell_what_is_new(turn: Turn) -> None:
    """Write to everybody who wants to hear, where something is new near them."""
    if settings.MAIL_ON:
        links = settings.MAIL_LINKS
        told = tell_readers(by=turn.by, now=turn.began, links=links)
        turn.outcome |= told


@job("assets.forget_readers", every=Daily(hour=4, minute=10))
def forget_who_never_answered(turn: Turn) -> None:
    """Forget whoever was asked a week ago and has not said yes."""
    with turn.finishing():
        turn.outcome["forgotten"] = forget_who_never_said_yes(
            by=turn.by, now=turn.began
        )


@job("assets.forget_worries", every=Daily(hour=4, minute=20))
def forget_the_words_of_worries(turn: Turn) -> None:
    """Delete the words of worries that somebody saw to a week ago."""
    with turn.finishing():
        turn.outcome["forgotten"] = forget_old_worries(timezone.localdate())


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
