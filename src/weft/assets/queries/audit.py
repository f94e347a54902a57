"""What is there to look at this month, and how often was the list wrong?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.audit import Finding, Rate, Side, may_be_published, rate_of
from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.post import month_of
from weft.assets.domain.sureness.asking import REST
from weft.assets.models import Asset, Audit, AuditEntry, Fact, Message, Offer
from weft.assets.queries.seen import is_whole, may_be_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAbout:
    """One entry to look at, or looked at.

    Attributes
    ----------
    name
        "" where it has left the list meanwhile, or is not to be seen any more.
    may_ring
        Whether whoever looks after it may be asked: not twice in a month, and not who
        asked for no messages.
    """

    entry: int
    number: int
    thing: UUID
    is_offer: bool
    name: str
    told_by: str
    telephone: str
    website: str
    where: str
    may_ring: bool
    finding: Finding | None
    wrong_in: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditNow:
    """The month's draw of one region, in its order."""

    region: str
    month: date
    drawn_on: date
    out_of: int
    entries: tuple[EntryAbout, ...]

    @property
    def looked_at(self) -> int:
        """Count those that somebody has looked at."""
        return sum(one.finding is not None for one in self.entries)

    @property
    def next(self) -> EntryAbout | None:
        """Give the first that nobody has looked at."""
        return next((one for one in self.entries if one.finding is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRight:
    """How often the list was wrong in one month, as far as that may be said.

    ``rate`` is None while it is being looked at, or where too few were reached; so is
    ``wrong_in``, which counts the entries wrong in each side.
    """

    month: date
    seed: str
    drawn: int
    out_of: int
    looked_at: int
    rate: Rate | None
    wrong_in: tuple[tuple[Side, int], ...]


def audit_now(region: str, *, today: date) -> AuditNow | None:
    """Give the month's draw; None where there is none yet."""
    audit = Audit.objects.filter(region=region, month=month_of(today)).first()
    if audit is None:
        return None
    rows = list(audit.entries.order_by("number"))
    return AuditNow(
        region=region,
        month=audit.month,
        drawn_on=audit.drawn_on,
        out_of=audit.out_of,
        entries=tuple(_entries(rows, today)),
    )


def months_right(region: str, *, fewest: int) -> tuple[MonthRight, ...]:
    """Tell every month that was drawn, the newest first, as far as it may be said.

    Parameters
    ----------
    region
        Its slug.
    fewest
        The smallest number that is shown.
    """
    audits = Audit.objects.filter(region=region).order_by("-month")
    return tuple(_month(audit, fewest) for audit in audits)


def _month(audit: Audit, fewest: int) -> MonthRight:
    """Tell one month."""
    rows = list(audit.entries.values_list("finding", "wrong_in"))
    findings = [Finding(finding) for finding, _ in rows if finding]
    rate = rate_of(findings, of=len(rows))
    said = may_be_published(rate, fewest=fewest)
    counted = Counter(Side(side) for _, sides in rows for side in sides)
    return MonthRight(
        month=audit.month,
        seed=audit.seed,
        drawn=len(rows),
        out_of=audit.out_of,
        looked_at=len(findings),
        rate=rate if said else None,
        wrong_in=tuple((side, counted[side]) for side in Side) if said else (),
    )


def _entries(rows: list[AuditEntry], today: date) -> Iterable[EntryAbout]:
    """Tell entries, each with what is needed to look at it."""
    offers = Offer.objects.select_related("group", "place").in_bulk(
        [row.thing for row in rows if row.is_offer]
    )
    assets = Asset.objects.in_bulk([row.thing for row in rows if not row.is_offer])
    rests = _who_rests(today)
    for row in rows:
        offer, asset = offers.get(row.thing), assets.get(row.thing)
        yield _entry(row, offer if row.is_offer else asset, rests)


def _entry(
    row: AuditEntry, thing: Asset | Offer | None, rests: frozenset[UUID]
) -> EntryAbout:
    """Tell one entry; of what may not be seen any more, nothing."""
    seen = thing if _is_seen(thing) else None
    keeper = _keeper(seen)
    place = seen.place if isinstance(seen, Offer) else seen
    told = (place.address, place.postcode) if is_whole(place) and place else ()
    return EntryAbout(
        entry=row.pk,
        number=row.number,
        thing=row.thing,
        is_offer=row.is_offer,
        name=seen.name if seen else "",
        told_by=seen.told_by if seen else "",
        telephone=(seen.telephone or (keeper.telephone if keeper else ""))
        if seen
        else "",
        website=seen.website if seen else "",
        where=", ".join(one for one in told if one),
        may_ring=keeper is not None and keeper.pk not in rests,
        finding=Finding(row.finding) if row.finding else None,
        wrong_in=tuple(Side(one) for one in row.wrong_in),
    )


def _is_seen(thing: Asset | Offer | None) -> bool:
    if isinstance(thing, Offer):
        return may_be_seen(thing)
    return is_whole(thing)


def _keeper(thing: Asset | Offer | None) -> Asset | None:
    """Say who looks after it and could be asked."""
    if isinstance(thing, Offer):
        return thing.group or thing.place
    return thing


def _who_rests(today: date) -> frozenset[UUID]:
    """List who had a message within the month, or asked for none."""
    since = today - REST + timedelta(days=1)
    had = Message.objects.filter(Q(went_on__gte=since, month__isnull=False))
    asked = Fact.objects.filter(source=HOLDER, field=HolderField.NO_MAIL)
    return frozenset(
        (
            *had.values_list("group_id", flat=True),
            *(key for key in asked.values_list("asset_id", flat=True) if key),
        )
    )
