"""What is where, on a map and as a list?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from weft.assets.queries.around import on_map
from weft.ground import queries as ground
from weft.shell.ranges import serve
from weft.shell.rendering import render
from weft.web import atlas
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.maps import MapPage
from weft.web.pages.views.open_files import made_anew
from weft.web.tiles_kept import tiles_file


@require_safe
@nothing_private
def map_(request: HttpRequest) -> HttpResponse:
    """Show the map of the first region, or of the one that is asked for."""
    built = ground.regions()
    asked = request.GET.get("region")
    about = next(
        (one for one in built if one.slug == asked), built[0] if built else None
    )
    page = MapPage(
        map=atlas.map_of(about) if about else None,
        things=tuple(on_map(about.slug)) if about else (),
        others=tuple(one for one in built if one != about),
    )
    return render(request, "web/map.jinja", page=page)


@require_safe
def tiles(request: HttpRequest, region: str) -> HttpResponseBase:
    """Give a part of the tiles, unless something in them was withdrawn since."""
    slug = ground.region(region).slug
    if not atlas.may_go_out(slug):
        return made_anew(request)
    return serve(request, tiles_file(slug))
