"""Which of people's own words lead to what, and who says so?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.assets.domain.turns import turns
from weft.assets.domain.vocabulary import vocabulary
from weft.commons.crisis import alarm, help_lines
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.web.pages.presenters.words import WordsPage


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Show every row, with its source and how it stands."""
    return render(request, "web/words.jinja", page=_page())


@require_safe
def words_file(_request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Give one of the tables as a file."""
    return as_file(_page().tables.get(name), kind)


def _page() -> WordsPage:
    return WordsPage(
        wishes=vocabulary().wishes,
        crises=alarm().crises,
        lines=tuple(help_lines().values()),
        turns=turns(),
    )
