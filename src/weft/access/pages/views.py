"""For whom is there something within reach this week?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.access.pages.presenters.fair import FairPage
from weft.access.pages.presenters.front import FrontPage
from weft.access.pages.presenters.gates import GatesPage
from weft.access.pages.presenters.hours import HourPage
from weft.access.pages.presenters.not_yet import NotYetPage
from weft.access.pages.presenters.one_life import LifePage
from weft.access.queries import lives
from weft.access.queries.classes import by_age, town_or_village
from weft.access.queries.gaps import gaps_over
from weft.access.queries.weeks import PublishedAbout, published, published_weeks
from weft.accounts.asking import keeps_the_list
from weft.commons.errors import NotFound
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.ground.queries.about import AreaAbout
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say of each life how many have three things within reach."""
    keeps = keeps_the_list(request)
    return render(request, "access/front.jinja", page=_front(), keeps=keeps)


@require_safe
def front_file(_request: HttpRequest, kind: str) -> HttpResponse:
    """Give the same as a file."""
    page = _front()
    return as_file(page.table if page.published else None, kind)


@require_safe
def maps_file(_request: HttpRequest, kind: str) -> HttpResponse:
    """Give what the small maps say as a file."""
    maps = _front().maps
    return as_file(maps.table if maps else None, kind)


@require_safe
def gates(request: HttpRequest) -> HttpResponse:
    """Say how far it is to something green, to a college and to work."""
    return render(request, "access/gates.jinja", page=_gates())


@require_safe
def gates_file(_request: HttpRequest, kind: str) -> HttpResponse:
    """Give the same as a file."""
    page = _gates()
    return as_file(page.table if page else None, kind)


@require_safe
def life(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what one life has within reach, where, and what gets in the way.

    Before a week is published of it: what it describes, and that there is none yet.
    """
    page = _life(slug)
    if page is None:
        return _not_yet(request, slug)
    return render(request, "access/one_life.jinja", page=page)


@require_safe
def areas_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give what is within reach of one life in each area as a file."""
    page = _life(slug)
    return as_file(page.areas if page else None, kind)


@require_safe
def hours(request: HttpRequest, slug: str) -> HttpResponse:
    """Show in which areas one life has something on, hour by hour."""
    page = _life(slug)
    if page is None:
        return _not_yet(request, slug)
    asked = HourPage(
        region=page.region,
        by_hour=page.by_hour,
        areas_here=page.areas_here,
        asked=request.GET.get("hour", ""),
    )
    return render(request, "access/hours.jinja", page=asked)


@require_safe
def hours_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give what one life has on, hour by hour, as a file."""
    page = _life(slug)
    return as_file(page.by_hour.table if page else None, kind)


@require_safe
def fair(request: HttpRequest, slug: str) -> HttpResponse:
    """Say whether there is as much within reach where more is missing."""
    page = _fair(slug)
    if page is None:
        return _not_yet(request, slug)
    return render(request, "access/fair.jinja", page=page)


@require_safe
def fair_file(_request: HttpRequest, slug: str, what: str, kind: str) -> HttpResponse:
    """Give one of its pictures as a file."""
    page = _fair(slug)
    return as_file(page.table_of(what) if page else None, kind)


@require_safe
def neighbourhoods(request: HttpRequest, slug: str) -> HttpResponse:
    """Lay what is within reach beside who lives there."""
    page = _life(slug)
    if page is None:
        return _not_yet(request, slug)
    return render(request, "access/neighbourhoods.jinja", page=page.neighbourhoods)


@require_safe
def beside_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    page = _life(slug)
    return as_file(page.neighbourhoods.table if page else None, kind)


@require_safe
def barriers_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give what is in the way in each neighbourhood as a file."""
    page = _life(slug)
    return as_file(page.neighbourhoods.barriers if page else None, kind)


@require_safe
def way_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give what is in the way of a whole region's people as a file."""
    page = _life(slug)
    return as_file(page.ledger if page else None, kind)


@require_safe
def changes_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give whether the answer changes as a file."""
    page = _life(slug)
    return as_file(page.changes.table if page else None, kind)


def _not_yet(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what a life describes, and that no week of it is published yet."""
    page = NotYetPage(life=lives.life(slug))
    return render(request, "access/life_not_yet.jinja", page=page)


def _gates() -> GatesPage | None:
    """Gather the ways to the nearest gates; None before a week is published."""
    region, weeks = _newest()
    if region is None or not weeks:
        return None
    return GatesPage(
        region=region,
        week=weeks[0],
        published=published(weeks[0]),
        areas_here=_areas(region.slug, weeks[0]),
    )


def _fair(slug: str) -> FairPage | None:
    """Gather what stands beside one life's choice."""
    page = _life(slug)
    if page is None:
        return None
    _, weeks = _newest()
    return FairPage(
        of=page,
        gaps=gaps_over(weeks, slug),
        classes=town_or_village(page.region.slug, page.areas_here),
        ages=by_age(page.region.slug, page.areas_here),
    )


def _newest() -> tuple[ground.RegionAbout | None, tuple[PublishedAbout, ...]]:
    """Find the region, and its published weeks."""
    region = next(iter(ground.regions()), None)
    return region, published_weeks(region.slug) if region else ()


def _front() -> FrontPage:
    region, weeks = _newest()
    return FrontPage(
        region=region,
        weeks=weeks,
        published=published(weeks[0]) if weeks else None,
        lives=lives.lives(),
        areas_here=_areas(region.slug, weeks[0]) if region and weeks else (),
    )


def _life(slug: str) -> LifePage | None:
    """Gather what is published of one life; None where nothing is."""
    region, weeks = _newest()
    if region is None or not weeks:
        return None
    told = published(weeks[0])
    try:
        one = lives.life(slug)
    except NotFound:
        return None
    if slug not in told.lives:
        return None
    return LifePage(
        region=region,
        week=weeks[0],
        published=told,
        life=one,
        areas_here=_areas(region.slug, weeks[0]),
    )


def _areas(region: str, week: PublishedAbout) -> tuple[AreaAbout, ...]:
    """List the areas that a week speaks of, with their borders."""
    geography, year = published(week).areas_of.split()
    told = ground.areas(
        region, Geography(geography.lower()), int(year), boundaries=True
    )
    return tuple(told)
