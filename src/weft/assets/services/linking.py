"""How is it decided that two listings are one thing, and how is that taken back?

Nothing that anybody told is ever changed by it. A link is a row beside the listings;
``services.listings.derive`` shows one card for those that are one.
"""

from collections.abc import Iterable, Iterator
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.linking import Judgement, Linked, Pair, Verdict
from weft.assets.domain.linking import link as look_for_the_same
from weft.assets.models import Asset, Link, Offer
from weft.assets.queries.linking import entries_of, ruled
from weft.assets.queries.linking.rows import pair_of
from weft.commons.errors import NotFound, NotPossible
from weft.commons.progress import Progress, unwatched


@transaction.atomic
def link(*, region: str, by: Actor, progress: Progress = unwatched) -> Linked:
    """Look through a region for what is told twice, and keep what is found.

    What people decided before stays, and stands above it. Running it again changes
    nothing.

    Parameters
    ----------
    region
        Its slug.
    by
        Who does it.
    progress
        Told how far it is.
    """
    offers = set(
        map(str, Offer.objects.filter(region=region).values_list("pk", flat=True))
    )
    linked = look_for_the_same(
        entries_of(region), ruled=ruled(region), progress=progress
    )
    found = {one.pair: one for one in (*linked.links, *linked.asks)}
    _keep_what_people_decided(region, found)
    Link.objects.bulk_create(_rows(region, found.values(), offers), batch_size=80)
    record(
        by=by,
        deed="assets.link",
        subject=f"region {region}",
        details={
            "links": len(linked.links),
            "asks": len(linked.asks),
            "compared": linked.compared,
            "too_common": linked.too_common,
        },
    )
    return linked


def _keep_what_people_decided(region: str, found: dict[Pair, Judgement]) -> None:
    """Clear what nobody decided; refresh the evidence where somebody did."""
    Link.objects.filter(region=region, decided="").delete()
    for row in Link.objects.filter(region=region):
        judgement = found.pop(pair_of(row), None)
        if judgement is not None:
            row.found = judgement.verdict
            _tell(row, judgement)
            row.save()


def _rows(
    region: str, judgements: Iterable[Judgement], offers: set[str]
) -> Iterator[Link]:
    for judgement in judgements:
        row = _row(region, judgement.pair, is_offer=judgement.pair.first in offers)
        row.found = judgement.verdict
        _tell(row, judgement)
        yield row


def _tell(row: Link, judgement: Judgement) -> None:
    row.bits = judgement.bits
    row.speaks_for = list(judgement.speaks_for)
    row.speaks_against = list(judgement.speaks_against)


def _row(region: str, pair: Pair, *, is_offer: bool) -> Link:
    first, second = UUID(pair.first), UUID(pair.second)
    if is_offer:
        return Link(region_id=region, offer_id=first, other_offer_id=second)
    return Link(region_id=region, asset_id=first, other_asset_id=second)


@transaction.atomic
def judge(*, one: UUID, other: UUID, same: bool, by: Actor) -> None:
    """Say of two listings that they are one thing, or that they are not.

    Stands above every reckoning, in both directions, until it is said otherwise or
    taken back. Cards follow when listings are next made (``derive``).

    Parameters
    ----------
    one, other
        The keys of two assets, or of two offers, of one region.
    same
        Whether they are one thing.
    by
        Who says so.

    Raises
    ------
    NotFound
        When there is no such thing.
    NotPossible
        When the two are one listing, of two regions, or of two sorts.
    """
    row, pair = row_of_two(one, other)
    row.found = row.found or Verdict.APART
    row.decided = Verdict.SAME if same else Verdict.APART
    row.save()
    record(by=by, deed="assets.judge", **_about(pair, decided=row.decided))


def row_of_two(one: UUID, other: UUID) -> tuple[Link, Pair]:
    """Find the row of two listings, or begin one, and hold it until a deed is done.

    Raises
    ------
    NotFound, NotPossible
        As in ``judge``.
    """
    region, is_offer = _told_alike(one, other)
    pair = Pair.of(str(one), str(other))
    return row_of(pair) or _row(region, pair, is_offer=is_offer), pair


def unlink(*, one: UUID, other: UUID, by: Actor) -> None:
    """Part two listings that were shown as one.

    Raises
    ------
    NotFound, NotPossible
        As in ``judge``.
    """
    judge(one=one, other=other, same=False, by=by)


@transaction.atomic
def take_back(*, one: UUID, other: UUID, by: Actor) -> None:
    """Forget what a person decided of two listings: what was found holds again.

    Raises
    ------
    NotFound
        When nobody had decided anything of them.
    """
    pair = Pair.of(str(one), str(other))
    row = row_of(pair)
    if row is None or not row.decided:
        raise NotFound("Nobody has decided anything about these two.")
    row.decided = ""
    row.save()
    record(by=by, deed="assets.take_back", **_about(pair, decided=""))


def row_of(pair: Pair) -> Link | None:
    """Find the row of a pair, and hold it until the deed is done."""
    first, second = UUID(pair.first), UUID(pair.second)
    rows = Link.objects.select_for_update()
    return (
        rows.filter(asset=first, other_asset=second).first()
        or rows.filter(offer=first, other_offer=second).first()
    )


def _told_alike(one: UUID, other: UUID) -> tuple[str, bool]:
    """Say of which region two listings are, and whether they are offers."""
    if one == other:
        raise NotPossible("These are not two listings but one.")
    for table, is_offer in ((Asset, False), (Offer, True)):
        rows = table.objects.filter(pk__in=(one, other))
        regions = list(rows.values_list("region_id", flat=True))
        if not regions:
            continue
        if len(regions) == 1:
            raise NotPossible("One of these is a thing, the other something to do.")
        if len(set(regions)) > 1:
            raise NotPossible("These two are in different regions.")
        return regions[0], is_offer
    raise NotFound("There is no such listing.")


class _About(TypedDict):
    """What the record says of a link."""

    subject: str
    details: dict[str, str | int | bool | None]


def _about(pair: Pair, *, decided: str) -> _About:
    subject = f"link {pair.first} {pair.second}"
    return {"subject": subject, "details": {"decided": decided}}
