"""When is one thing on or open, in the weeks that are listed?"""

from collections.abc import Iterable

from django.db.models import Q

from weft.assets.domain.holding import (
    HOLDER,
    NO_WORD,
    TOLD_TIMES,
    HolderField,
    in_force,
)
from weft.assets.domain.listing import Times
from weft.assets.domain.schedules import Doubt
from weft.assets.domain.told import TOLD
from weft.assets.models import Fact, Listing, Schedule, Session
from weft.assets.queries.about import SessionAbout, TimesAbout
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.resting import rests_of
from weft.assets.queries.schedules import schedule_from
from weft.commons.times import LONDON, Window

SAID_BY = {
    HOLDER: (HolderField.NEW_TIMES, "the group"),
    TOLD: (TOLD_TIMES, "somebody here"),
}
"""The fact that says by whose word the times of such a source are, and who else."""


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
    counting = [
        (rule, row.source)
        for row in rows
        if (rule := in_force(schedule_from(row), word, source=row.source)) is not None
    ]
    rules = tuple(rule for rule, _ in counting)
    times = Times(schedules=rules)
    told = [(rule.told_on, source) for rule, source in counting if rule.told_on]
    told_on, source = max(told, default=(None, ""))
    found = Session.objects.filter(listing=listing).order_by("starts", "ends")
    return TimesAbout(
        hours_known=times.hours_known,
        always_open=times.always_open,
        sessions=sessions_about(found) if listing is not None else (),
        rules=rules,
        told_on=told_on,
        told_by=_teller(source, about),
        back_on=word.pause.back_on if word.pause else None,
        rests=next(iter(rests_of(about).values()), ()),
    )


def _teller(source: str, about: Q) -> str:
    """Say by whose word the times are, where it is not that of the thing's source."""
    if source not in SAID_BY:
        return ""
    field, somebody = SAID_BY[source]
    said = Fact.objects.filter(about, source=source, field=field)
    told_by = said.values_list("told_by", flat=True).first()
    return "" if told_by is None else told_by or somebody


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
