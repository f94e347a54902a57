"""What may those read whom a group has let in, by their own links?

The group itself and what it holds, where these are for its members or only known to
exist: whole, and behind the link alone. What somebody says is held by others stays as
it is for everybody, until all who were asked have answered.
"""

from datetime import date
from uuid import UUID

from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.visibility import Channel, Showing, showing
from weft.assets.models import Asset
from weft.assets.queries.about import AssetAbout, Brief
from weft.assets.queries.assets import asset_page
from weft.assets.queries.held import disputed_among, holds
from weft.assets.queries.seen import NOT_HERE, held
from weft.commons.errors import NotFound


def for_members(group: UUID, *, today: date) -> tuple[Brief, ...]:
    """List what only those read whom a group has let in, the group itself first.

    Parameters
    ----------
    group
        Whose link it is.
    today
        A holding that has ended by then is none.
    """
    found = sorted(_open(group, today), key=lambda row: (row.pk != group, row.name))
    return tuple(
        Brief(
            id=row.pk,
            is_offer=False,
            name=row.name,
            kind=asset_label(AssetKind(row.kind), row.place_kind),
        )
        for row in found
    )


def thing_for_members(group: UUID, thing: UUID, *, today: date) -> AssetAbout:
    """Say all of one of them.

    Raises
    ------
    NotFound
        When the group holds no such thing, or it is not for its members.
    """
    if thing not in {row.pk for row in _open(group, today)}:
        raise NotFound(NOT_HERE)
    return asset_page(thing, member=True)


def _open(group: UUID, today: date) -> list[Asset]:
    """Find what is whole to a member and not to everybody."""
    keys = {group, *holds(group, today=today)}
    keys -= disputed_among(keys)
    rows = Asset.objects.filter(pk__in=keys, closed_on=None).defer("shape", "story")
    return [
        row
        for row in rows.exclude(visibility=Visibility.PUBLIC)
        if showing(held(row), Channel.PAGE, member=True) is Showing.WHOLE
    ]
