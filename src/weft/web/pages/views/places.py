"""Which places are there, and what is a place like?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from weft.assets.queries import lost_assets
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.web import placing
from weft.web.asking import place_asked
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.cards import Card
from weft.web.pages.presenters.lost import LostPage
from weft.web.pages.presenters.missing import FigureOnPage
from weft.web.pages.presenters.place import PlacePage, place_cloth
from weft.web.pages.presenters.place_sheet import SheetPage
from weft.web.pages.presenters.places import PlacesPage
from weft.web.pages.presenters.starts import WhichStart

PLACES = (Geography.MSOA, 2021)
ON_A_SHEET = 5


@require_safe
@nothing_private
def places(request: HttpRequest) -> HttpResponse:
    """List every place by district."""
    built = [region.slug for region in ground.regions()]
    page = PlacesPage.of(
        [area for slug in built for area in ground.areas(slug, *PLACES)]
    )
    return render(request, "web/places.jinja", page=page)


@csrf_exempt  # it changes nothing and knows nobody: a token would only leave a cookie
@require_POST
def which_place(request: HttpRequest) -> HttpResponse:
    """Find the place that somebody means, and go there."""
    near = place_asked(request.POST)
    if not near:
        return redirect("web:places")
    start = ground.find_start(near)
    if isinstance(start, ground.StartFound) and start.area:
        return redirect("web:place", code=_neighbourhood(start.area))
    if isinstance(start, ground.StartFound):
        start = ground.NotKnown()
    page = WhichStart.of(start, action=reverse("web:which_place"), fields=())
    return render(request, "web/which_start.jinja", 200, page=page)


@require_safe
def lost(request: HttpRequest) -> HttpResponse:
    """List what was here and is no more, with its story."""
    built = [region.slug for region in ground.regions()]
    page = LostPage(lost=[one for slug in built for one in lost_assets(slug)])
    return render(request, "web/lost.jinja", page=page)


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is good about a place, what is within reach, what is missing."""
    now = timezone.now()
    page = PlacePage(place=placing.place(code, now=now), today=timezone.localdate(now))
    return render(request, "web/place.jinja", page=page)


@require_safe
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Show where to go near a place, on one side of paper."""
    now, today = timezone.now(), timezone.localdate()
    near = placing.near_here(code, most=ON_A_SHEET, now=now)
    cards = [
        Card(choice=choice, number=number, today=today, places=near.where)
        for number, choice in enumerate(near.few, start=1)
    ]
    page = SheetPage(area=near.area, cards=cards, today=today)
    return render(request, "web/sheet.jinja", page=page)


@require_safe
def week_file(_request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Give a place's week as a file."""
    area, around = placing.week_of(code, now=timezone.now())
    return as_file(place_cloth(area.title, around).table, kind)


@require_safe
def missing_file(_request: HttpRequest, code: str, key: str, kind: str) -> HttpResponse:
    """Give one number about a place, among its neighbours, as a file."""
    area, figures = placing.missing_in(code)
    asked = (one for one in figures if one.indicator.key == key)
    figure = next(asked, None)
    table = FigureOnPage(figure=figure, area=area).table if figure else None
    return as_file(table, kind)


def _neighbourhood(lsoa: str) -> str:
    """Find the neighbourhood around a small area, or keep the small area."""
    area = ground.area(lsoa)
    around = area.inside(Geography.MSOA) if area else None
    return around.code if around else lsoa
