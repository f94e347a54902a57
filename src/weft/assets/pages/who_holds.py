"""In whose hands is what is here? And, for who checks the list: the young groups."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.assets.pages.by_link import group_typed
from weft.assets.pages.presenters.who_holds import WhoHoldsPage, YoungPage
from weft.assets.queries.who_holds import who_holds
from weft.assets.queries.young import groups_of_young_people
from weft.assets.services.young import forget_adult, name_adult, say_young
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def holders(request: HttpRequest) -> HttpResponse:
    """Say in whose hands things are, and how much is not known."""
    return render(request, "assets/who_holds.jinja", page=_page(request))


@require_safe
def holders_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the counts as a file."""
    return as_file(_page(request).table, kind)


@require_safe
def young(request: HttpRequest) -> HttpResponse:
    """Show the groups that young people run, and their one grown-up."""
    page = YoungPage(groups=groups_of_young_people(), done=request.GET.get("done", ""))
    return render(request, "assets/young.jinja", page=page)


@require_POST
def young_adult(request: HttpRequest, group: UUID) -> HttpResponse:
    """Note a group's grown-up, or forget them."""
    by, words = actor_of(request), request.POST.get("words", "")
    try:
        if request.POST.get("forget"):
            forget_adult(by=by, group=group)
        else:
            name_adult(by=by, group=group, words=words, today=timezone.localdate())
    except NotFound:
        raise
    except NotPossible as problem:
        page = YoungPage(groups=groups_of_young_people(), problem=str(problem))
        return render(request, "assets/young.jinja", 400, page=page)
    return redirect(f"{reverse('assets:young')}?done=yes")


@require_POST
def young_group(request: HttpRequest) -> HttpResponse:
    """Note that young people run a group, by the address of its page."""
    by, today = actor_of(request), timezone.localdate()
    try:
        say_young(by=by, group=group_typed(request), young=True, today=today)
    except NotFound:
        raise
    except NotPossible as problem:
        page = YoungPage(groups=groups_of_young_people(), problem=str(problem))
        return render(request, "assets/young.jinja", 400, page=page)
    return redirect(f"{reverse('assets:young')}?done=yes")


def _page(request: HttpRequest) -> WhoHoldsPage:
    every = ground.regions()
    if not every:
        raise Http404
    wanted = request.GET.get("region", "")
    region = next((one for one in every if one.slug == wanted), every[0])
    about = who_holds(region.slug, today=timezone.localdate())
    return WhoHoldsPage(about=about, region=region, regions=tuple(every))
