"""Which rooms and kit are to spare, which groups look, and which funds are open?

Only what a search may find is told; a group that is kept from funders may look for a
room without a funder's reading of it, and so stands nowhere here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.kinds import GROUPS, AssetKind
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.listing import OF_THE_PLACE
from weft.assets.domain.spare import Looking, Match, Spare, Wanted, matches
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import Asset, Fact
from weft.assets.queries.about import Brief
from weft.assets.queries.facts import facts_of_asset
from weft.assets.queries.halls import halls_of
from weft.assets.queries.seen import brief_of, held, is_whole, point_of

ROOM = "room"
LENT = frozenset({"lend", "to spare", ROOM})
WITH_A_ROOM = GROUPS | {AssetKind.PLACE}
"""What has walls to share; kit that a group lends stands on the list by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpareAbout:
    """A room or kit that others may use, and when nobody does, as it was told."""

    brief: Brief
    at: Brief | None
    when: str  # "": nobody has told us
    how: str
    telephone: str
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingAbout:
    """A group that looks for something, in its own words."""

    brief: Brief
    wanted: Wanted
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSpare:
    """What is to spare, who looks, and what may suit whom."""

    spares: Mapping[str, SpareAbout]
    lookings: Mapping[str, LookingAbout]
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Money to apply for, and its last day."""

    brief: Brief
    last_day: date
    summary: str
    for_whom: str
    how: str
    telephone: str
    told_by: str
    told_on: date | None


def to_spare(region: str, *, today: date) -> ToSpare:
    """Lay rooms and kit that are to spare beside groups that look.

    Parameters
    ----------
    region
        Its slug.
    today
        Hours in words are read as on this day.
    """
    words = _words(region, WordField.SPARE)
    homes = halls_of(Q(asset__region=region), channel=Channel.SEARCH)
    rows = [row for row in _seen(region, Channel.SEARCH) if _is_to_spare(row, words)]
    lookings = dict(_lookings(region, today))
    spares = {
        str(row.pk): _about(row, words.get(row.pk), homes.get(row.pk)) for row in rows
    }
    return ToSpare(
        spares=spares,
        lookings={key: about for key, (about, _) in lookings.items()},
        matches=matches(
            (_spare(row, words.get(row.pk), homes.get(row.pk), today) for row in rows),
            (one for _, one in lookings.values()),
        ),
    )


def _seen(region: str, channel: Channel) -> Iterator[Asset]:
    """Give what may be told of here, by name."""
    rows = Asset.objects.filter(region=region, closed_on=None)
    wanted = rows.filter(kind=AssetKind.INFRASTRUCTURE) | rows.filter(
        facts__field__in=(WordField.SPARE, WordField.LOOKING)
    )
    for row in wanted.distinct().defer("shape", "story").order_by("name", "pk"):
        if is_whole(row, channel) and shown_to_funders(held(row)):
            yield row


def _is_to_spare(row: Asset, words: Mapping[UUID, Fact]) -> bool:
    tags = {str(tag).casefold() for tag in row.tags}
    return row.pk in words or (
        row.kind == AssetKind.INFRASTRUCTURE and bool(tags & LENT)
    )


def _words(region: str, field: WordField) -> dict[UUID, Fact]:
    """Read the newest word on each asset."""
    rows = Fact.objects.filter(asset__region=region, field=field, disputed=False)
    told = sorted(rows, key=lambda row: (row.told_on or date.min, row.pk))
    return {row.asset_id: row for row in told if row.asset_id is not None}


def _about(row: Asset, word: Fact | None, home: Asset | None) -> SpareAbout:
    brief = brief_of(row)
    if brief is None:  # it was looked at before
        raise ValueError(f"{row.pk} may not be named")
    return SpareAbout(
        brief=brief,
        at=brief_of(home),
        when=word.value if word else "",
        how=row.how_to_join,
        telephone=row.telephone,
        told_by=word.told_by if word else row.told_by,
        told_on=word.told_on if word else row.told_on,
    )


def _spare(row: Asset, word: Fact | None, home: Asset | None, today: date) -> Spare:
    facts = _facts(home, only=OF_THE_PLACE) | _facts(row)
    tags = [str(tag) for tag in row.tags]
    return Spare(
        key=str(row.pk),
        words=" ".join((row.name, row.summary, *tags)),
        is_room=row.kind in WITH_A_ROOM or ROOM in tags,
        point=point_of(row) or point_of(home),
        hours=hours_in_words(word.value, today=today) if word else (),
        facts=facts,
    )


def _facts(
    row: Asset | None, *, only: Iterable[FactField] = FactField
) -> dict[FactField, bool]:
    if row is None:
        return {}
    wanted = frozenset(only)
    return {
        field: known.value
        for field, known in facts_of_asset(row).items()
        if known.value is not None and field in wanted
    }


def _lookings(
    region: str, today: date
) -> Iterator[tuple[str, tuple[LookingAbout, Looking]]]:
    """List who looks for something, and for what."""
    words = _words(region, WordField.LOOKING)
    for row in _seen(region, Channel.SEARCH):
        word, brief = words.get(row.pk), brief_of(row)
        if word is None or brief is None:
            continue
        wanted = Wanted.of(word.value)
        about = LookingAbout(
            brief=brief, wanted=wanted, told_by=word.told_by, told_on=word.told_on
        )
        yield (
            str(row.pk),
            (
                about,
                Looking(
                    key=str(row.pk),
                    wanted=wanted,
                    point=brief.point,
                    hours=hours_in_words(wanted.when, today=today),
                ),
            ),
        )


def hours_in_words(words: str, *, today: date) -> tuple[Hour, ...]:
    """Read regular hours that were told in words; those without a clock are left."""
    if not words.strip():
        return ()
    rules = schedules_of(read_hours(words, today=today), told_on=today)
    return tuple(
        Hour(day, rule.starts, rule.ends)
        for rule in rules
        if rule.starts and rule.ends and rule.starts < rule.ends and not rule.rough
        for day in rule.days
    )


def funds(
    region: str, *, today: date, channel: Channel = Channel.SEARCH
) -> tuple[Fund, ...]:
    """List money that can still be applied for, the earliest last day first.

    Parameters
    ----------
    region
        Its slug.
    today
        What ended before is left out.
    channel
        The way by which it is told; a calendar may be told less than a page.
    """
    days = _words(region, WordField.DEADLINE)
    rows = Asset.objects.filter(region=region, kind=AssetKind.FUND, closed_on=None)
    found = []
    for row in rows.order_by("name", "pk"):
        word, brief = days.get(row.pk), brief_of(row)
        last_day = _day(word.value) if word else None
        if word is None or brief is None or not is_whole(row, channel):
            continue
        if last_day is None or last_day < today:
            continue
        found.append(
            Fund(
                brief=brief,
                last_day=last_day,
                summary=row.summary,
                for_whom=row.reach,
                how=row.how_to_join,
                telephone=row.telephone,
                told_by=word.told_by,
                told_on=word.told_on,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.last_day, one.brief.name)))


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
