"""Who works with whom? The page that draws and lists it, and its tables to keep."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.assets.pages.presenters.tied import REACHES, SORTS
from weft.assets.pages.presenters.ties import Chosen, TiesPage
from weft.assets.queries.ties import ties_of
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render

PLACES = (Geography.MSOA, 2021)


@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    """Show who works with whom."""
    return render(request, "assets/ties.jinja", page=_page(request))


@require_safe
def ties_file(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Give one of the tables, as it was asked for."""
    return as_file(_page(request).files.get(name), kind)


def _page(request: HttpRequest) -> TiesPage:
    """Ask for the ties of a region, and for the part of them that is wanted."""
    every = ground.regions()
    if not every:
        raise Http404
    wanted = request.GET.get("region", "")
    region = next((one for one in every if one.slug == wanted), every[0])
    areas = ground.areas(region.slug, *PLACES)
    place = request.GET.get("place", "")
    chosen = Chosen(
        region=region.slug,
        place=place if any(one.code == place for one in areas) else "",
        sort=_known(request, "sort", SORTS),
        reach=_known(request, "reach", REACHES),
    )
    return TiesPage(
        about=ties_of(region.slug, today=timezone.localdate()),
        chosen=chosen,
        region=region,
        regions=every,
        areas=areas,
        inside=frozenset(ground.areas_inside(chosen.place) if chosen.place else ()),
    )


def _known(request: HttpRequest, name: str, known: object) -> str:
    """Read what was chosen, where that can be chosen."""
    typed = request.GET.get(name, "")
    return typed if isinstance(known, dict) and typed in known else ""
