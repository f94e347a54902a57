"""Which places are there, and what is a place like?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web.asking import place_asked
from weft.web.pages.addresses import never_a_postcode
from weft.web.pages.presenters.places import PlacesPage
from weft.web.pages.presenters.starts import WhichStart

PLACES = (Geography.MSOA, 2021)


@require_safe
@never_a_postcode
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


def _neighbourhood(lsoa: str) -> str:
    """Find the neighbourhood around a small area, or keep the small area."""
    area = ground.area(lsoa)
    around = area.inside(Geography.MSOA) if area else None
    return around.code if around else lsoa
