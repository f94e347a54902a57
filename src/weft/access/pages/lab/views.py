"""What if one thing were otherwise? Nothing is kept: the address holds the scenario."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from weft.access.pages.lab.asking import added, lab_of
from weft.access.pages.lab.beside import beside_of
from weft.shell.downloads import as_file
from weft.shell.rendering import render

AGAIN = 3
"""Seconds after which the page looks again by itself while a week is made ready."""


@require_safe
def lab(request: HttpRequest) -> HttpResponse:
    """Show a scenario, what it changes, and the form for one change more."""
    page = lab_of(request.GET)
    if "go" in request.GET:
        onward, page = added(request.GET, page)
        if onward:
            return redirect(onward)
    status = 202 if page.making else 400 if page.problem or _wrong(page) else 200
    answer = render(request, "access/lab.jinja", status, page=page)
    if page.making:
        answer["Refresh"] = str(AGAIN)
    return answer


def _wrong(page: object) -> bool:
    """Tell whether something is wrong with what was filled in."""
    form = getattr(page, "form", None)
    return bool(form and form.problem)


@require_safe
def lab_file(request: HttpRequest, which: str, kind: str) -> HttpResponse:
    """Give a table of the answer as a file."""
    said = lab_of(request.GET).said
    if said is None:
        raise Http404
    tables = {"lives": said.lives, "areas": said.areas}
    return as_file(tables.get(which), kind)


@require_safe
def lab_beside(request: HttpRequest) -> HttpResponse:
    """Lay two scenarios beside each other, and ask whether weights matter."""
    page = beside_of(request.GET)
    status = 202 if page.making else 400 if page.problem else 200
    answer = render(request, "access/lab_beside.jinja", status, page=page)
    if page.making:
        answer["Refresh"] = str(AGAIN)
    return answer
