"""What was decided about what people told us, and who puts it back?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.assets.queries.decided import decisions
from weft.shell.rendering import render
from weft.web.pages.presenters.decided import DecidedPage

MOST_PAGES = 10_000


@require_safe
def decided(request: HttpRequest) -> HttpResponse:
    """Show what was decided, and what stood there before."""
    typed = request.GET.get("page", "")
    number = min(int(typed), MOST_PAGES) if typed.isdecimal() and typed != "0" else 1
    page = DecidedPage(found=decisions(page=number), number=number)
    return render(request, "web/decided.jinja", page=page)
