"""What can somebody lend a hand with, and what have neighbours put forward?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.chances import ChanceKind
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.proposals import ProposalKind, ToldField
from weft.assets.domain.visibility import Channel, offer_is_shown
from weft.assets.models import Chance, Proposal
from weft.assets.queries.about import Brief
from weft.assets.queries.seen import brief_of, held, is_whole, point_of
from weft.commons.places import Point
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceAbout:
    """A chance that may be seen; ``None`` and "" mean that nobody has said."""

    id: UUID
    kind: ChanceKind
    name: str
    summary: str
    group: Brief | None
    place: Brief | None
    point: Point | None
    minutes_in_all: int | None
    once: bool | None
    when: str
    first_on: date | None
    last_on: date | None
    with_whom: str
    expenses: bool | None
    expenses_note: str
    pay: str
    region_wide: bool | None
    telephone: str
    how_to_join: str
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutForward:
    """A gift or an offer that somebody noted, and as whom if that may be shown."""

    id: UUID
    kind: ProposalKind
    words: str
    shown_as: str
    said_on: date


def chances_in(region: str, *, today: date) -> tuple[ChanceAbout, ...]:
    """List the chances of a region that may be seen and are not over.

    Parameters
    ----------
    region
        Its slug.
    today
        What closed before is left out.
    """
    open_still = Q(last_on=None) | Q(last_on__gte=today)
    rows = Chance.objects.filter(open_still, region=region)
    found = rows.select_related("group", "place").order_by("name", "pk")
    return tuple(_about(row) for row in found if _is_shown(row, today))


def chances_of(group: UUID) -> tuple[tuple[ChanceAbout, bool], ...]:
    """List what a group asks for, seen by others or not, and if by its own link.

    Parameters
    ----------
    group
        Whose link it is.
    """
    rows = Chance.objects.filter(group=group).select_related("group", "place")
    found = rows.order_by("name", "pk")
    return tuple((_about(row), row.source == HOLDER) for row in found)


def put_forward_in(region: str) -> tuple[PutForward, ...]:
    """List the gifts and offers that neighbours noted and a steward let stand."""
    kinds = (ProposalKind.GIFT, ProposalKind.OFFER)
    rows = Proposal.objects.filter(
        region=region, kind__in=kinds, standing=Standing.ACCEPTED
    )
    return tuple(_put_forward(rows.order_by("-said_on", "pk")))


def _put_forward(rows: Iterable[Proposal]) -> Iterable[PutForward]:
    for row in rows:
        yield PutForward(
            id=row.pk,
            kind=ProposalKind(row.kind),
            words=row.words,
            shown_as=row.told.get(ToldField.SHOWN_AS, ""),
            said_on=row.said_on,
        )


def _is_shown(row: Chance, today: date) -> bool:
    """Tell whether it may be seen: never more than the group that gives it."""
    group = row.group
    if group is not None and group.closed_on is not None and group.closed_on <= today:
        return False
    whose = held(group) if group else None
    return offer_is_shown(Visibility.PUBLIC, group=whose)


def _about(row: Chance) -> ChanceAbout:
    place = row.place if is_whole(row.place, Channel.SEARCH) else None
    return ChanceAbout(
        id=row.pk,
        kind=ChanceKind(row.kind),
        name=row.name,
        summary=row.summary,
        group=brief_of(row.group),
        place=brief_of(place),
        point=point_of(place) or point_of(row.group),
        minutes_in_all=row.minutes_in_all,
        once=row.once,
        when=row.when,
        first_on=row.first_on,
        last_on=row.last_on,
        with_whom=row.with_whom,
        expenses=row.expenses,
        expenses_note=row.expenses_note,
        pay=row.pay,
        region_wide=row.region_wide,
        telephone=row.telephone or (row.group.telephone if row.group else ""),
        how_to_join=row.how_to_join,
        told_by=row.told_by,
        told_on=row.told_on,
    )
