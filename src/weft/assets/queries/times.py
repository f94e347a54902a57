"""When is one thing on or open, in the weeks that are listed?"""

from collections.abc import Iterable

from django.db.models import Q

from weft.assets.domain.holding import HOLDER, NO_WORD, in_force
from weft.assets.domain.listing import Times
from weft.assets.domain.schedules import Doubt
from weft.assets.models import Listing, Schedule, Session
from weft.assets.queries.about import SessionAbout, TimesAbout
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.resting import rests_of
from weft.assets.queries.schedules import schedule_from
from weft.commons.times import LONDON, Window


def times_of(listing: Listing | None, about: Q) -> TimesAbout:
    """Say when a thing is on.

    Parameters
    ----------
    listing
        Its listing, or None where it is not listed and has no sessions.
    about
        Whose schedules.
    """
    rows = list(Schedule.objects.filter(about).order_by("pk"))
    word = next(iter(holders_words(about).values()), NO_WORD)
    rules = tuple(
        in_force(schedule_from(row), word, theirs=row.source == HOLDER) for row in rows
    )
    times = Times(schedules=rules)
    told = [rule.told_on for rule in rules if rule.told_on]
    found = Session.objects.filter(listing=listing).order_by("starts", "ends")
    return TimesAbout(
        hours_known=times.hours_known,
        always_open=times.always_open,
        sessions=sessions_about(found) if listing is not None else (),
        rules=rules,
        told_on=max(told, default=None),
        back_on=word.pause.back_on if word.pause else None,
        rests=next(iter(rests_of(about).values()), ()),
    )


def sessions_about(rows: Iterable[Session]) -> tuple[SessionAbout, ...]:
    """Say sessions on the region's clock."""
    return tuple(
        SessionAbout(
            window=Window(row.starts.astimezone(LONDON), row.ends.astimezone(LONDON)),
            certain=row.certain,
            doubt=Doubt(row.doubt),
        )
        for row in rows
    )
