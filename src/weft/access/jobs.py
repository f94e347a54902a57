"""Which work of this part comes round by itself?"""

from django.utils import timezone

from weft.access.domain.next_offer import USUAL, weighed
from weft.access.queries.asking import worth_asking
from weft.access.queries.everybody.reckoning import reckon
from weft.access.queries.room_hours import prepared
from weft.access.queries.weeks import reckon_week
from weft.access.services.next_offer import keep_ready
from weft.access.services.publishing import PUBLISHED, publish_week
from weft.assets.services.worth_asking import take_questions
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week
from weft.ground.queries import regions
from weft.jobs.registry import Weekly, job
from weft.jobs.turns import Turn


@job("access.week", every=Weekly(weekday=0, hour=5))
def publish_this_week(turn: Turn) -> None:
    """Reckon for whom there is a real choice this week, and publish it."""
    week, every = Week.of(timezone.localdate()), [one.slug for one in regions()]
    reckoned = {}
    for done, region in enumerate(every):
        turn.progress(done, len(every), f"reckoning real choices in {region}")
        try:
            told = reckon_week(region, week)
        except NotFound as problem:
            turn.outcome[region] = str(problem)
            continue
        many = len(told.package)  # written now: nothing waits for it when it is kept
        turn.progress(done, len(every), f"wrote {many:,} bytes of {region}")
        reckoned[region] = told
    with turn.finishing():
        for region, told in reckoned.items():
            turn.outcome[region] = publish_week(
                region=region,
                week=week,
                reckoned=told,
                clock=timezone.now,
                by=turn.by,
            )


@job("access.questions", after=PUBLISHED)
def say_which_question_helps_most(turn: Turn) -> None:
    """Reckon which questions could open a third choice to most, for the register."""
    region, week = str(turn.told["about"]), Week.of(timezone.localdate())
    told = worth_asking(reckon(region, week))
    with turn.finishing():
        turn.outcome["questions"] = take_questions(
            by=turn.by, region=region, week=week, told=told
        )


@job("access.next", after=PUBLISHED)
def make_ready_what_could_be_next(turn: Turn) -> None:
    """Reckon to whom each room would be open when it is empty, for the next offer."""
    region, week = str(turn.told["about"]), Week.of(timezone.localdate())
    try:
        told = prepared(reckon(region, week))
    except NotPossible as problem:
        turn.outcome[region] = str(problem)
        return
    weighed(told, USUAL)  # what is compiled for it, no reader waits for
    with turn.finishing():
        turn.outcome[region] = keep_ready(
            region=region, week=week, prepared=told, now=turn.began, by=turn.by
        )
