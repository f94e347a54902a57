"""How does a list that somebody keeps by hand come into the register, and out again?

Nothing of a sheet is kept between looking at it and taking it: it travels with the
page, in the browser of whoever looks.
"""

import base64
import binascii

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.assets.domain.sheets import SheetRead
from weft.assets.queries.imports import imports, preview
from weft.assets.services.imports import take_spreadsheet, undo_import
from weft.assets.sources.spreadsheet import read_sheet_sent
from weft.commons.errors import NotPossible, SourceProblem
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web.pages.presenters.spreadsheets import (
    MOST_BYTES,
    LookPage,
    Sent,
    SheetsPage,
)


@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """Ask for a sheet, and list those that were taken."""
    return _sheets(request)


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Show what would become of every row; nothing is taken."""
    try:
        sent = _sent_file(request)
        read = _read(sent)
    except (NotPossible, SourceProblem) as problem:
        return _sheets(request, problem=str(problem))
    seen = preview(read, region=sent.region)
    return render(request, "web/sheet_look.jinja", page=LookPage(sent=sent, seen=seen))


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take what is new, and what was ticked besides."""
    try:
        sent = _sent_again(request)
        number = take_spreadsheet(
            region=sent.region,
            sheet=_read(sent),
            by=actor_of(request),
            week=Week.of(timezone.localdate()),
            told_by=sent.told_by,
            also=[int(line) for line in request.POST.getlist("also") if line.isdigit()],
        )
    except (NotPossible, SourceProblem) as problem:
        return _sheets(request, problem=str(problem))
    return redirect(f"{reverse('web:sheets')}?taken={number}#taken-{number}")


@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take back all that a sheet told."""
    week = Week.of(timezone.localdate())
    try:
        undo_import(number=number, by=actor_of(request), week=week)
    except NotPossible as problem:
        return _sheets(request, problem=str(problem))
    return redirect(f"{reverse('web:sheets')}#taken-{number}")


def _sheets(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    """Draw the form and the list."""
    taken = request.GET.get("taken", "")
    page = SheetsPage(
        regions=tuple((one.slug, one.name) for one in ground.regions()),
        imports=imports(),
        just=int(taken) if taken.isdigit() else None,
        told_by=request.POST.get("told_by", ""),
        problem=problem,
    )
    return render(request, "web/sheets.jinja", 400 if problem else 200, page=page)


def _sent_file(request: HttpRequest) -> Sent:
    """Take the file that was chosen.

    Raises
    ------
    NotPossible
        When none was, or it is too large for a page.
    """
    file = request.FILES.get("sheet")
    if file is None:
        raise NotPossible("Choose a file first.")
    if (file.size or 0) > MOST_BYTES:
        raise NotPossible(
            f"This file is larger than {MOST_BYTES // 1000} kB. Part it, or have it "
            "taken in by command: ./weft import FILE"
        )
    return Sent(
        raw=file.read(),
        name=file.name or "sheet",
        region=_region(request),
        told_by=request.POST.get("told_by", "").strip()[:200],
    )


def _sent_again(request: HttpRequest) -> Sent:
    """Take the file that travelled with the page.

    Raises
    ------
    NotPossible
        When what came back is not what was sent.
    """
    try:
        raw = base64.b64decode(request.POST.get("sheet", ""), validate=True)
    except binascii.Error as problem:
        raise NotPossible("The file got lost on the way. Choose it again.") from problem
    return Sent(
        raw=raw,
        name=request.POST.get("name", "sheet"),
        region=_region(request),
        told_by=request.POST.get("told_by", "").strip()[:200],
    )


def _region(request: HttpRequest) -> str:
    """Say into which region; the only one, where there is one."""
    built = [one.slug for one in ground.regions()]
    wanted = request.POST.get("region", built[0] if built else "")
    if wanted not in built:
        raise NotPossible("There is no such region here.")
    return wanted


def _read(sent: Sent) -> SheetRead:
    return read_sheet_sent(sent.raw, name=sent.name, today=timezone.localdate())
