"""Which of people's own words lead to what, and who says so?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.assets.domain.crisis import alarm, help_lines
from weft.assets.domain.turns import turns
from weft.assets.domain.vocabulary import vocabulary
from weft.shell.downloads import as_csv, as_xlsx
from weft.shell.rendering import render
from weft.web.pages.presenters.words import WordsPage

FILES = {"csv": as_csv, "xlsx": as_xlsx}


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Show every row, with its source and how it stands."""
    return render(request, "web/words.jinja", page=_page())


@require_safe
def words_file(_request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Give one of the tables as a file."""
    table = _page().tables.get(name)
    if table is None or kind not in FILES:
        raise Http404
    return FILES[kind](table)


def _page() -> WordsPage:
    return WordsPage(
        wishes=vocabulary().wishes,
        crises=alarm().crises,
        lines=tuple(help_lines().values()),
        turns=turns(),
    )
