"""What was a region built from, and what could not be read?"""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from weft.ground import queries
from weft.ground.pages.presenters import ReportPage, files_table
from weft.shell.downloads import as_csv, as_xlsx
from weft.shell.rendering import render


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the regions; where there is one, its report."""
    built = queries.regions()
    if len(built) == 1:
        return redirect("ground:report", slug=built[0].slug)
    return render(request, "ground/regions.jinja", regions=built)


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what came of every file of a region."""
    page = ReportPage(report=queries.report(slug))
    return render(request, "ground/report.jinja", page=page)


@require_safe
def report_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    told = queries.report(slug)
    match kind:
        case "json":
            return JsonResponse(queries.report_as_json(told))
        case "csv":
            return as_csv(files_table(told))
        case "xlsx":
            return as_xlsx(files_table(told))
        case _:
            raise Http404
