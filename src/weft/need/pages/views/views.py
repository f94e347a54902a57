"""Who lives here, what is missing, and everything about one area?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground
from weft.need import queries
from weft.need.domain.own_table import OwnTable, read_own_table
from weft.need.pages.presenters.front import FrontPage
from weft.need.pages.presenters.indicator import IndicatorPage
from weft.need.pages.presenters.people import WhoOnPage
from weft.need.pages.presenters.profile import ProfilePage
from weft.need.pages.presenters.which import WhichArea
from weft.need.pages.views.asked import own_file, region_asked, regions_beside
from weft.need.queries.telling import profile_as_json
from weft.shell.downloads import as_csv, as_xlsx
from weft.shell.openly import as_json
from weft.shell.rendering import render
from weft.shell.tables import Table

FILES = ("csv", "xlsx")


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say who lives here, then list the questions."""
    region = region_asked(request)
    if region is None:
        return render(request, "need/front.jinja", page=FrontPage.empty())
    page = FrontPage.of(
        region=region,
        others=regions_beside(region),
        who=_who_in(region.slug),
        told=queries.indicators(region.slug),
    )
    return render(request, "need/front.jinja", page=page)


@require_safe
def who_file(_request: HttpRequest, where: str, group: str, kind: str) -> HttpResponse:
    """Give the answers to one question about who lives somewhere as a file."""
    try:
        who = _who_in(where) if where.islower() else _who_here(where)
    except NotFound as nothing:
        raise Http404 from nothing
    for one in who.groups:
        if one.told.group.key == group and kind in FILES:
            return _file(one.table, kind)
    raise Http404


def _who_in(region: str) -> WhoOnPage:
    """Ask who lives in a whole region; its slug is in small letters."""
    return WhoOnPage(told=queries.who_lives_in(region), where=region)


def _who_here(code: str) -> WhoOnPage:
    """Ask who lives in an area; its code begins with a capital."""
    return WhoOnPage(told=queries.who_lives_here(code), where=code)


@csrf_exempt  # it changes nothing and knows nobody: a token would only leave a cookie
@require_POST
def which_area(request: HttpRequest) -> HttpResponse:
    """Find the area that somebody means, and go to its profile."""
    near = request.POST.get("near", "")
    start = ground.find_start(near) if near.strip() else ground.NotKnown()
    if isinstance(start, ground.StartFound) and start.area:
        return redirect("need:profile", code=start.area)
    return render(request, "need/which.jinja", page=WhichArea.of(start))


@require_safe
def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """Answer one question for every area."""
    return render(request, "need/indicator.jinja", page=_indicator_page(request, key))


@require_safe
def indicator_file(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Give one question's answers as a file."""
    return _file(_indicator_page(request, key, drawn=False).tables.table, kind)


@require_safe
def picture_file(
    request: HttpRequest, key: str, picture: str, kind: str
) -> HttpResponse:
    """Give what one picture of a question shows as a file."""
    drawn = _indicator_page(request, key, drawn=False).drawn(picture)
    if drawn is None:
        raise Http404
    return _file(drawn.table, kind)


@csrf_exempt  # what is sent is answered with a page and kept nowhere
@require_POST
def indicator_beside(request: HttpRequest, key: str) -> HttpResponse:
    """Lay somebody's own file beside one question's answers."""
    page = _indicator_page(request, key)
    known = {one.code for one in page.values.values}
    own, error = _own(request, known)
    shown = page.with_own(own, error)
    return render(request, "need/indicator.jinja", 400 if error else 200, page=shown)


def _own(request: HttpRequest, known: set[str]) -> tuple[OwnTable | None, str]:
    """Read somebody's own file, or say why it cannot be read."""
    try:
        return read_own_table(own_file(request), known=known), ""
    except NotPossible as problem:
        return None, str(problem)


def _indicator_page(
    request: HttpRequest, key: str, *, drawn: bool = True
) -> IndicatorPage:
    """Ask for one question's answers, and the shapes to draw them on."""
    region = region_asked(request)
    if region is None:
        raise Http404
    try:
        values = queries.indicator(region.slug, key)
    except NotFound as nothing:
        raise Http404 from nothing
    geography = values.told.vintage.geography
    return IndicatorPage(
        values=values,
        region=region.name,
        boundaries=queries.boundaries(region.slug, geography) if drawn else (),
        several_regions=bool(regions_beside(region)),
    )


@require_safe
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """Show everything about one area."""
    return render(request, "need/profile.jinja", page=_profile_page(code))


@require_safe
def profile_file(_request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Give everything about one area in one file."""
    page = _profile_page(code)
    if kind == "json":
        return as_json(profile_as_json(page.profile))
    return _file(page.table, kind)


@csrf_exempt  # what is sent is answered with a page and kept nowhere
@require_POST
def profile_beside(request: HttpRequest, code: str) -> HttpResponse:
    """Lay somebody's own file beside an area's profile."""
    page = _profile_page(code)
    area = page.profile.area
    beside = ground.areas(area.region, area.vintage.geography, area.vintage.year)
    own, error = _own(request, {one.code for one in beside})
    shown = page.with_own(own, error)
    return render(request, "need/profile.jinja", 400 if error else 200, page=shown)


def _profile_page(code: str) -> ProfilePage:
    """Ask for everything about one area."""
    try:
        return ProfilePage(
            profile=queries.profile(code),
            who=_who_here(code),
            figures=tuple(queries.figures_of(code)),
        )
    except NotFound as nothing:
        raise Http404 from nothing


def _file(table: Table, kind: str) -> HttpResponse:
    """Answer with a table as a file."""
    return as_xlsx(table) if kind == "xlsx" else as_csv(table)
