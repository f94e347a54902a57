"""How are the places of a region listed, by the names that people call them?"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from weft.commons.provenance import Geography
from weft.ground.queries import AreaAbout


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A place's name, and where its page stands."""

    name: str
    address: str

    @classmethod
    def of(cls, area: AreaAbout) -> "PlaceLink":
        """Lead to a place's page."""
        return cls(name=area.title, address=reverse("web:place", args=[area.code]))


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictOnPage:
    """The places of one district."""

    name: str
    places: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """Every place of every region, by district."""

    districts: tuple[DistrictOnPage, ...]
    near: str = ""
    error: str = ""

    @classmethod
    def of(
        cls, areas: Iterable[AreaAbout], *, near: str = "", error: str = ""
    ) -> "PlacesPage":
        """List places by district and name."""
        told = sorted((_district(area), area.title, area.code, area) for area in areas)
        return cls(
            districts=tuple(
                DistrictOnPage(
                    name=name, places=tuple(PlaceLink.of(one[-1]) for one in places)
                )
                for name, places in groupby(told, key=lambda one: one[0])
            ),
            near=near,
            error=error,
        )


def _district(area: AreaAbout) -> str:
    around = area.inside(Geography.DISTRICT)
    return around.title if around else "Elsewhere"
