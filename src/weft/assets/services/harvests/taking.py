"""How does what a feed sent become what the register holds?

What it tells as before is said again, and keeps its date; what it tells anew replaces
what it told; what it does not tell any more stays, marked, because absence is not
closing. Only what a feed itself says has gone is closed. What others say of the same
things, holders above all, is not touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from weft.accounts.actors import Actor
from weft.assets.domain.brought import Brought as Page
from weft.assets.domain.brought import NotRead
from weft.assets.domain.harvests import FeedKind
from weft.assets.domain.not_listing import ASKED_NOT
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import Asset, Brought, Feed, FeedRun, Offer
from weft.assets.queries.harvests import source_of
from weft.assets.services.harvests.hearing import say_again
from weft.assets.services.harvests.keeping_out import Asked
from weft.assets.services.harvests.writing import Writer
from weft.assets.services.listings.deriving import (
    relist,
    relist_all,
)
from weft.assets.services.listings.keeping import keep_holders_word
from weft.assets.services.proposals.lasting import keep_accepted
from weft.assets.services.rows import Cells, put
from weft.assets.sources.harvest import Snapshot
from weft.assets.sources.harvest.brought import Asked as SnapshotOf
from weft.assets.sources.harvest.brought import brought, gone
from weft.commons.batches import batched
from weft.commons.provenance import Origin, Tally
from weft.commons.saying import day_of
from weft.commons.times import Week
from weft.ground import services as ground
from weft.ground.domain.ledger import LedgerLine

AGAIN_AFTER = timedelta(days=28)
"""A feed that is read every night says nothing new every night: it counts as said again
once in so many days."""

MANY = 5_000
"""From so many on that changed, making every listing anew is quicker than making those
alone (docs/running/harvesting.md)."""

TAKEN_OUT = "taken out by whoever publishes it"


@dataclass(slots=True)
class _Counts:
    """What a reading did to the register, and what must be listed anew."""

    new: int = 0
    changed: int = 0
    same: int = 0
    ended: int = 0
    gone: int = 0
    assets: set[UUID] = field(default_factory=set)
    offers: set[UUID] = field(default_factory=set)
    again: list[tuple[UUID, bool]] = field(default_factory=list)  # and is it an offer


def take_in(
    feed: Feed, run: FeedRun, snapshot: Snapshot, *, by: Actor, now: datetime
) -> None:
    """Take in what one reading brought, within a transaction of the caller's.

    Parameters
    ----------
    feed, run
        Of which feed, and which reading; the run's counts are filled in, not saved.
    snapshot
        What it brought.
    by, now
        Who does it, and when.
    """
    today, not_read, counts = day_of(now), NotRead(), _Counts()
    of = SnapshotOf(kind=FeedKind(feed.kind), publisher=feed.publisher, today=today)
    source = source_of(feed.key)
    writer = Writer(region=feed.region_id, source=source, today=today)
    asked = Asked.not_to_be_listed(feed.region_id)
    for page in brought(of, snapshot, not_read):
        _take_page(feed, run, asked.without(page), writer, counts, today=today)
    _end(feed, gone(of, snapshot), writer, counts, today)
    _mark_what_is_not_there(feed, run, source, counts)
    keep_accepted(feed.region_id)
    keep_holders_word(feed.region_id)
    say_again(counts.again, on=today)
    _list_anew(feed.region_id, counts, today)
    for name in ("new", "changed", "same", "gone", "ended"):
        setattr(run, name, getattr(counts, name))
    run.unread = _unread(not_read, asked.left_out)
    _keep_line(feed, not_read, asked.left_out, by=by, now=now)


def _take_page(
    feed: Feed,
    run: FeedRun,
    page: Page,
    writer: Writer,
    counts: _Counts,
    *,
    today: date,
) -> None:
    """Take what one page tells: its groups and places first, then its offers."""
    assets = {writer.rows.asset_key(one.told.reference): one for one in page.assets}
    offers = {writer.rows.offer_key(one.told.reference): one for one in page.offers}
    before = _before([*assets, *offers])
    fresh_assets = {k: o for k, o in assets.items() if _is_fresh(before, k, o.mark)}
    fresh_offers = {k: o for k, o in offers.items() if _is_fresh(before, k, o.mark)}
    writer.note(assets)
    known = frozenset(before)
    writer.assets([one.told for one in fresh_assets.values()], known=known)
    writer.offers([one.told for one in fresh_offers.values()], known=known)
    counts.assets.update(fresh_assets)
    counts.offers.update(fresh_offers)
    rows: list[Cells] = []
    marks = [(k, o.mark, False) for k, o in assets.items()]
    marks += [(k, o.mark, True) for k, o in offers.items()]
    for key, mark, is_offer in marks:
        said_on = _count(counts, before.get(key), key, mark, is_offer, today)
        rows.append(
            {
                "thing": key,
                "feed_id": feed.key,
                "is_offer": is_offer,
                "mark": mark,
                "run": run.number,
                "said_on": said_on,
            }
        )
    put(Brought, rows, again=True)


Before = tuple[str, date]


def _before(keys: Sequence[UUID]) -> dict[UUID, Before]:
    """Look up what was told of things before, and when that last counted."""
    found: dict[UUID, Before] = {}
    for some in batched(keys):
        rows = Brought.objects.filter(pk__in=some)
        for key, mark, said_on in rows.values_list("thing", "mark", "said_on"):
            found[key] = (mark, said_on)
    return found


def _is_fresh(before: dict[UUID, Before], key: UUID, mark: str) -> bool:
    """Tell whether something is told for the first time, or otherwise than before."""
    return key not in before or before[key][0] != mark


def _count(
    counts: _Counts,
    before: Before | None,
    key: UUID,
    mark: str,
    is_offer: bool,  # noqa: FBT001 it is a column
    today: date,
) -> date:
    """Count a thing, and say since when it counts as said."""
    if before is None:
        counts.new += 1
        return today
    if before[0] != mark:
        counts.changed += 1
        return today
    counts.same += 1
    if today - before[1] < AGAIN_AFTER:
        return before[1]
    counts.again.append((key, is_offer))
    return today


def _end(
    feed: Feed, gone_now: frozenset[str], writer: Writer, counts: _Counts, today: date
) -> None:
    """Close what the feed itself says has gone; told again it would be open again."""
    keys = [writer.rows.offer_key(reference) for reference in sorted(gone_now)]
    for some in batched(keys):
        open_still = Offer.objects.filter(pk__in=some, closed_on=None)
        found = list(open_still.values_list("pk", flat=True))
        open_still.update(closed_on=today, closed_why=TAKEN_OUT)
        Brought.objects.filter(pk__in=found, feed=feed).update(mark="")
        counts.offers.update(found)
        counts.ended += len(found)


def _mark_what_is_not_there(
    feed: Feed, run: FeedRun, source: str, counts: _Counts
) -> None:
    """Mark what the feed does not tell any more, and unmark what it tells again."""
    here = Brought.objects.filter(feed=feed, run=run.number).values("thing")
    for table in (Asset, Offer):
        rows = table._default_manager.filter(  # noqa: SLF001 Django's own name for it
            region=feed.region_id, source=source
        )
        counts.gone += (
            rows.filter(in_latest=True).exclude(pk__in=here).update(in_latest=False)
        )
        rows.filter(in_latest=False, pk__in=here).update(in_latest=True)


def _list_anew(region: str, counts: _Counts, today: date) -> None:
    """Let finder, pages and feeds say what is so now."""
    touched = len(counts.assets) + len(counts.offers)
    if touched >= MANY:
        relist_all(region, weeks=weeks_listed(Week.of(today)), day=today)
    elif touched:
        relist(region, assets=counts.assets, offers=counts.offers, today=today)


def _unread(told: NotRead, left_out: int) -> dict[str, object]:
    """Write down what of the feed could not be used."""
    return {
        "of": told.of,
        "twice": told.twice,
        "lost": told.lost,
        "asked_not": left_out,
        "fields": dict(told.fields),
        "problems": {
            name: [count, told.where.get(name, [])]
            for name, count in told.problems.items()
        },
        "people": dict(told.people),
    }


def _keep_line(
    feed: Feed, told: NotRead, left_out: int, *, by: Actor, now: datetime
) -> None:
    """Write down whose data it is, beside those of the region's own sources."""
    tally = Tally()
    tally.use(max(told.of - told.twice - told.lost, 0))
    for reason, rows in (
        ("told twice", told.twice),
        ("could not be used", told.lost),
    ):
        if rows:
            tally.leave_out(reason, rows)
    if left_out:
        tally.joined(ASKED_NOT, hits=left_out, of=told.of)
    today = day_of(now)
    line = LedgerLine(
        part="assets",
        importer="harvest",
        origin=Origin(
            source=source_of(feed.key),
            publisher=feed.publisher,
            licence=feed.licence,
            edition=f"{feed.kind}, read on {today:%-d %B %Y}",
            dated=today,
            file="",
            address=feed.addresses[0][:500],
        ),
        files=(),
        tally=tally,
    )
    ground.keep_line(region=feed.region_id, line=line, at=now, by=by)
