"""What does need tell a machine? JSON of what its pages show, for anybody."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

from weft.commons.errors import NotAnswered, NotFound
from weft.ground import queries as ground
from weft.need import queries
from weft.need.queries.telling import (
    about_as_json,
    indicator_as_json,
    profile_as_json,
    who_as_json,
)
from weft.shell.openly import as_json, openly

app_name = "need_api"


@openly("GET")
def indicators(request: HttpRequest) -> HttpResponse:
    """List the questions that a region's tables answer."""
    region = _region(request)
    told = [about_as_json(one) for one in queries.indicators(region)]
    return as_json({"region": region, "indicators": told})


@openly("GET")
def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """Answer one question for every area."""
    try:
        return as_json(indicator_as_json(queries.indicator(_region(request), key)))
    except NotFound as nothing:
        raise NotAnswered(404, str(nothing)) from nothing


@openly("GET")
def profile(_request: HttpRequest, code: str) -> HttpResponse:
    """Tell everything about one area."""
    try:
        return as_json(profile_as_json(queries.profile(code)))
    except NotFound as nothing:
        raise NotAnswered(404, str(nothing)) from nothing


@openly("GET")
def who(_request: HttpRequest, code: str) -> HttpResponse:
    """Tell who lives in one area."""
    try:
        return as_json(who_as_json(queries.who_lives_here(code)))
    except NotFound as nothing:
        raise NotAnswered(404, str(nothing)) from nothing


def _region(request: HttpRequest) -> str:
    """Find the region that is asked about; the first where none is named."""
    known = [region.slug for region in ground.regions()]
    wanted = request.GET.get("region") or (known[0] if known else "")
    if wanted not in known:
        raise NotAnswered(404, f"No region «{wanted[:60]}» is loaded here.")
    return wanted


CODE = "(?P<code>[EWNS][0-9]{8})"
urlpatterns = [
    path("api/v1/need/indicators", indicators, name="indicators"),
    re_path(
        r"^api/v1/need/indicators/(?P<key>[a-z][a-z-]*)$", indicator, name="indicator"
    ),
    re_path(rf"^api/v1/need/areas/{CODE}/profile$", profile, name="profile"),
    re_path(rf"^api/v1/need/areas/{CODE}/people$", who, name="who"),
]
