"""Which things on the list do somebody's words mean: a name, or a page's address?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from weft.accounts.links import LinkAbout
from weft.accounts.queries import links_of
from weft.accounts.things import Thing
from weft.assets.domain.keys import key_in_words
from weft.assets.domain.kinds import GROUPS, AssetKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset
from weft.assets.queries.seen import is_whole
from weft.ground.domain.named import folded

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedThing:
    """Something that may be given a link, and which it has; for stewards alone."""

    key: UUID
    name: str
    kind: str
    visibility: Visibility
    links: tuple[LinkAbout, ...]


def things_with_links(words: str) -> tuple[LinkedThing, ...]:
    """List what a steward may mean, hidden or not: a few, by name; with their links.

    Parameters
    ----------
    words
        A name or a part of it, or the address of a page.
    """
    key, called = key_in_words(words), " ".join(words.split())
    if not called:
        return ()
    by_name = Q(name__icontains=called) | Q(other_names__name__icontains=called)
    rows = Asset.objects.filter(Q(pk=key) if key else by_name, closed_on=None)
    found = rows.defer("shape", "story").distinct().order_by("name", "pk")
    return tuple(
        LinkedThing(
            key=row.pk,
            name=row.name,
            kind=asset_label(AssetKind(row.kind), row.place_kind),
            visibility=Visibility(row.visibility),
            links=tuple(links_of(Thing("asset", str(row.pk)))),
        )
        for row in found[:MOST]
    )


def group_meant(region: str, words: str) -> Asset | None:
    """Find the one listed group that words name; None where none or several do.

    Parameters
    ----------
    region
        Its slug.
    words
        A whole name, or the address of the page of a group or a place.
    """
    rows = Asset.objects.filter(region=region, closed_on=None)
    key, wanted = key_in_words(words), folded(words)
    rows = (
        rows.filter(kind__in=GROUPS)
        if key is None
        else rows.filter(pk=key, kind__in=(*GROUPS, AssetKind.PLACE))
    )
    found = [
        row
        for row in rows.defer("shape", "story", "gates").iterator()
        if (key or folded(row.name) == wanted) and is_whole(row, Channel.SEARCH)
    ]
    return found[0] if len(found) == 1 else None
