"""How is the map of a region said, and the same as a list?"""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from weft.assets.queries.around import OnMap
from weft.commons.saying import counted
from weft.ground.queries import RegionAbout
from weft.shell.site import Link
from weft.shell.tiles import MapShown
from weft.web.pages.presenters.place import KindOnPage, ThingLink

OF_ONE_KIND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """Everything that has a place, on a map and as a list."""

    map: MapShown | None
    things: tuple[OnMap, ...]
    others: tuple[RegionAbout, ...] = ()

    @property
    def regions(self) -> tuple[Link, ...]:
        """Lead to the maps of the other regions."""
        return tuple(
            Link(words=one.name, address=f"{reverse('web:map')}?region={one.slug}")
            for one in self.others
        )

    @property
    def words(self) -> str:
        """Say how much is on the map."""
        things = counted(len(self.things), "thing", "things")
        return f"A knot is one thing. A large knot is many. There are {things} here."

    @property
    def kinds(self) -> tuple[KindOnPage, ...]:
        """List the same things by kind."""
        by_kind = sorted(self.things, key=lambda one: (one.kind, one.name))
        return tuple(
            _kind(kind, list(of))
            for kind, of in groupby(by_kind, key=lambda one: one.kind)
        )


def _kind(kind: str, things: list[OnMap]) -> KindOnPage:
    left = len(things) - OF_ONE_KIND
    return KindOnPage(
        words=f"{kind}: {len(things):,}",
        things=tuple(_link(one) for one in things[:OF_ONE_KIND]),
        more=_more(left),
    )


def _link(one: OnMap) -> ThingLink:
    kind = "offer" if one.is_offer else "asset"
    return ThingLink(name=one.name, address=reverse(f"assets:{kind}", args=[one.key]))


def _more(left: int) -> str:
    return f"And {left:,} more. The page of each place has its own." if left > 0 else ""
