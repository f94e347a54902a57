"""Which groups give something that a feed may carry?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from weft.assets.domain.kinds import AssetKind
from weft.assets.exchange.openreferral import organization_from
from weft.assets.models import Asset
from weft.assets.queries.feeds.asked import Asked, Taxa, chosen
from weft.assets.queries.feeds.offers import services_by_group
from weft.assets.queries.feeds.telling import Told, group_told
from weft.assets.queries.seen import NOT_HERE
from weft.commons.errors import NotFound
from weft.commons.words import surfaces
from weft.standards.openreferral import Organization


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and what it gives, where that was asked for."""

    organization: Organization
    services: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupsPage:
    """One stretch of the groups that answer, by number."""

    total: int
    items: tuple[Group, ...]


def groups_page(
    *, search: str, taxa: Taxa, first: int, most: int, with_services: bool = False
) -> GroupsPage:
    """Give a stretch of the groups.

    Parameters
    ----------
    search
        Words that begin words of its name or of what it says of itself; all of them.
    taxa
        What it gives must be under.
    first, most
        Which stretch.
    with_services
        Whether each comes with what it gives.
    """
    rows = _given(taxa).defer("shape", "story")
    if search:
        rows = rows.filter(pk__in=_found(rows, surfaces(search)))
    page = list(rows.order_by("pk")[first : first + most])
    return GroupsPage(
        total=rows.count(), items=_groups(page, with_services=with_services)
    )


def one_group(key: UUID, *, with_services: bool = False) -> Group:
    """Give one group.

    Raises
    ------
    NotFound
        When there is none, or a feed may not name it: both look alike.
    """
    found = list(_given(Taxa()).filter(pk=key))
    if not found:
        raise NotFound(NOT_HERE)
    return _groups(found, with_services=with_services)[0]


def _given(taxa: Taxa) -> QuerySet[Asset]:
    """Choose the groups that give something under a term; a person is never told."""
    theirs = chosen(Asked(taxa=taxa)).order_by().filter(group=OuterRef("pk"))
    return Asset.objects.filter(Exists(theirs)).exclude(kind=AssetKind.PERSON)


def _found(rows: QuerySet[Asset], words: tuple[str, ...]) -> list[UUID]:
    """List the groups by whose words they are found; there are few thousand."""
    named = rows.values_list("pk", "name", "summary")
    return [key for key, *texts in named if _begins(words, surfaces(" ".join(texts)))]


def _begins(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return all(any(word.startswith(one) for word in there) for one in wanted)


def _groups(rows: list[Asset], *, with_services: bool) -> tuple[Group, ...]:
    given = services_by_group([row.pk for row in rows]) if with_services else {}
    return tuple(
        Group(organization_from(group_told(row)), tuple(given.get(row.pk, ())))
        for row in rows
    )
