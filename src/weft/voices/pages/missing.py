"""Who was not in the room?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.reading import Reader
from weft.voices.pages.presenters.missing import MissingPage, axis_part
from weft.voices.pages.presenters.next_room import NextRoomPage
from weft.voices.pages.views import where_open
from weft.voices.queries.next_room import next_room
from weft.voices.queries.rooms import living_beside, rooms


@require_safe
def missing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who was and was not in the rooms that anybody may see."""
    return render(request, "voices/missing.jinja", page=missing_of(slug))


@require_safe
def missing_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(missing_of(slug).table, kind)


@require_safe
def which_next(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which room would hear most that was not heard."""
    return render(request, "voices/next_room.jinja", page=_next(slug))


@require_safe
def which_next_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_next(slug).table, kind)


def _next(slug: str) -> NextRoomPage:
    region, today = where_open(slug)
    shown = next_room(
        region, slug, reader=Reader.ANYBODY, today=today, fewest=settings.FEWEST
    )
    return NextRoomPage(shown=shown)


def missing_of(slug: str) -> MissingPage:
    """Lay the rooms of a project that anybody may see beside the place."""
    region, today = where_open(slug)
    told = rooms(region, slug, reader=Reader.ANYBODY, today=today)
    here = living_beside(region, told)
    parts = tuple(
        axis_part(told, axis, one, settings.FEWEST)
        for (axis, _), one in zip(told.axes, here, strict=True)
    )
    return MissingPage(rooms=told, parts=parts)
