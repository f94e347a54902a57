"""What do the pages that need several parts tell a machine?

The same questions and the same answers as the pages, for anybody, by docs/api.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone

from weft.commons.errors import Fault, NotAnswered, NotFound
from weft.ground.queries import Start, StartsFound
from weft.shell.openly import Json, as_json, body_of, openly
from weft.web import placing
from weft.web.asked_by_program import asked_by_program, from_address
from weft.web.asking import Asking
from weft.web.finding import Finding, find
from weft.web.free_time import HoursRead
from weft.web.telling import area_as_json, choices_as_json

app_name = "api"
DESCRIPTION = Path(__file__).with_name("openapi.json")


@openly("GET", "POST")
def choices(request: HttpRequest) -> HttpResponse:
    """Say what fits, from an address without a home in it or from a posted question."""
    posted = request.method == "POST"
    fields: Mapping[str, object] = (
        body_of(request) if posted else from_address(request.GET)
    )
    asked = asked_by_program(fields, today=timezone.localdate())
    return as_json(choices_as_json(_found(asked), address=reverse("web:choices")))


def _found(asked: Asking) -> Finding:
    """Find what fits, or say which field stands in the way."""
    found = find(asked, now=timezone.now())
    if isinstance(found, Finding):
        return found
    if isinstance(found, HoursRead):
        fault = Fault(field="hours", detail="was not understood")
    else:
        fault = Fault(field="near", detail=_where(found))
    raise NotAnswered(422, "Some fields were not understood.", fault)


def _where(start: Start) -> str:
    """Say that a place is not known, or which ones may be meant."""
    if isinstance(start, StartsFound):
        names = "; ".join(
            f"{one.name}, {one.within}" if one.within else one.name
            for one in start.options
        )
        return f"may mean any of: {names}"
    return "is not known here"


@openly("GET")
def area(request: HttpRequest, code: str) -> HttpResponse:
    """Say what the page of a place says."""
    del request
    try:
        place = placing.place(code, now=timezone.now())
    except NotFound as nowhere:
        raise NotAnswered(404, f"No area «{code[:12]}» is loaded here.") from nowhere
    return as_json(area_as_json(place))


@openly("GET")
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe all of it."""
    del request
    return as_json(_described())


@openly("GET", "POST")
def nowhere(request: HttpRequest, anything: str) -> HttpResponse:
    """Say that nothing answers here, as an API does."""
    del request, anything
    raise NotAnswered(404, "Nothing answers here. See /api/v1/openapi.json.")


@lru_cache(maxsize=1)
def _described() -> Json:
    told: Json = json.loads(DESCRIPTION.read_text())
    return told


urlpatterns = [
    path("api/v1/choices", choices, name="choices"),
    path("api/v1/areas/<str:code>", area, name="area"),
    path("api/v1/openapi.json", openapi, name="openapi"),
    path("api/<path:anything>", nowhere, name="nowhere"),  # so: the last API of all
]
