"""What can be put on somebody else's page, and how?

A frame without script, without a cookie, that asks nobody else for anything. These are
the only pages of ours that other pages may hold in a frame.
"""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from weft.access.domain.travel import Way, furthest_metres
from weft.assets.queries.embed import on_near, on_of_group
from weft.commons.errors import NotFound
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web.pages.presenters.embed import EmbedHelp, EmbedPage, Framed
from weft.web.placing import WALK

MOST = 12
FRESH = "public, max-age=30"  # what was withdrawn is nowhere within a minute
PLACES = (Geography.MSOA, 2021)


@xframe_options_exempt
@require_safe
def of_place(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is on near a place in the next days."""
    area, now = ground.area(code), timezone.now()
    if area is None or area.point is None:
        raise Http404
    metres = furthest_metres(WALK, (Way.FOOT,))
    found = on_near(area.point, metres, now=now, most=MOST)
    return _framed(request, EmbedPage.of_place(area, found, now=now))


@xframe_options_exempt
@require_safe
def of_group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what one group has on in the next days."""
    now = timezone.now()
    group, found = on_of_group(key, now=now, most=MOST)
    return _framed(request, EmbedPage.of_group(group, found, now=now))


def _framed(request: HttpRequest, page: EmbedPage) -> HttpResponse:
    """Draw it so that any page may hold it."""
    response = render(request, "web/embed.jinja", page=page)
    response["Content-Security-Policy"] = settings.CONTENT_SECURITY_POLICY.replace(
        "frame-ancestors 'none'", "frame-ancestors *"
    ).replace("default-src 'self'", "default-src 'self'; script-src 'none'")
    response["Cache-Control"] = FRESH
    return response


@require_safe
def embed_help(request: HttpRequest) -> HttpResponse:
    """Say how to put it on a page of one's own, with the lines to copy."""
    regions = ground.regions()
    areas = [area for about in regions for area in ground.areas(about.slug, *PLACES)]
    page = EmbedHelp(
        framed=_asked(request), areas=tuple(areas), host=request.build_absolute_uri("/")
    )
    return render(request, "web/embed_help.jinja", page=page)


def _asked(request: HttpRequest) -> Framed | None:
    """Read which place or group is meant; None where there is none such."""
    tries: tuple[tuple[str, Callable[[str], Framed]], ...] = (
        ("group", _group),
        ("place", _place),
    )
    for name, read in tries:
        said = request.GET.get(name, "")
        if said:
            return read(said)
    return None


def _place(code: str) -> Framed:
    area = ground.area(code[:12])
    if area is None:
        raise NotFound(f"No area «{code[:12]}» is loaded here.")
    return Framed.of_place(area)


def _group(said: str) -> Framed:
    try:
        group, _ = on_of_group(uuid.UUID(said[:36]), now=timezone.now(), most=0)
    except ValueError:
        raise NotFound("There is no such group.") from None
    return Framed.of_group(group.brief.id, group.brief.name)
