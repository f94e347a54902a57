"""How does somebody work through the month's fifty, and what do we publish of it?"""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.assets.domain.audit import Finding, Side
from weft.assets.pages.presenters.audit import AuditPage, HowRightPage, RegionRight
from weft.assets.queries.audit import audit_now, months_right
from weft.assets.services.auditing import Found, note_finding, take_finding_back
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render

TAKE_BACK = "take-back"


@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the next entry to look at, and how far the month is."""
    return render(
        request, "assets/audit.jinja", page=_page(request.GET.get("just", ""))
    )


@require_POST
def audit_entry(request: HttpRequest, entry: int) -> HttpResponse:
    """Keep what was found, or take it back, and go on to the next."""
    by, today = actor_of(request), timezone.localdate()
    try:
        if request.POST.get("finding") == TAKE_BACK:
            take_finding_back(by=by, entry=entry)
            return redirect("assets:audit")
        note_finding(by=by, entry=entry, found=_found(request), today=today)
    except NotPossible as problem:
        page = replace(_page(""), problem=str(problem))
        return render(request, "assets/audit.jinja", 409, page=page)
    return redirect(f"{reverse('assets:audit')}?{urlencode({'just': entry})}")


@require_safe
def how_right(request: HttpRequest) -> HttpResponse:
    """Say how often the list was wrong, month by month."""
    return render(request, "assets/how_right.jinja", page=_how_right())


@require_safe
def how_right_file(_request: HttpRequest, region: str, kind: str) -> HttpResponse:
    """Give a region's months as a table."""
    tables = {one.slug: one.table for one in _how_right().regions}
    return as_file(tables.get(region), kind)


def _page(just: str) -> AuditPage:
    """Put the steward's page together."""
    today = timezone.localdate()
    regions = ground.regions()
    told = ((one.name, audit_now(one.slug, today=today)) for one in regions)
    return AuditPage(
        audits=tuple((name, found) for name, found in told if found is not None),
        just=int(just) if just.isdecimal() and len(just) < len("1" * 16) else None,
    )


def _how_right() -> HowRightPage:
    """Put the public page together."""
    fewest = settings.FEWEST
    return HowRightPage(
        regions=tuple(
            RegionRight(
                slug=one.slug,
                name=one.name,
                months=months_right(one.slug, fewest=fewest),
                fewest=fewest,
            )
            for one in ground.regions()
        )
    )


def _found(request: HttpRequest) -> Found:
    """Read what was pressed and ticked."""
    said = request.POST.get("finding", "")
    finding = next((one for one in Finding if one == said), None)
    if finding is None:
        raise NotFound
    ticked = request.POST.getlist("wrong_in")
    sides = tuple(one for one in Side if one in ticked)
    return Found(finding=finding, wrong_in=sides, rang="rang" in request.POST)
