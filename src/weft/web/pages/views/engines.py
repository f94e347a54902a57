"""What is told to search engines: which pages they may keep, and no others?

A sitemap (sitemaps.org, 0.9) names the pages of things whose holders let them be found
so; whatever may not be kept says so itself (``X-Robots-Tag``), on the page's own
answer.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from weft.assets.queries.engines import (
    ForEngines,
    pages_for_engines,
    stretches_for_engines,
)

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
FIRST_PAGES = ("web:home", "web:places", "web:map", "web:open")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say where the list of pages is."""
    there = request.build_absolute_uri(reverse("web:sitemap"))
    said = f"User-agent: *\nDisallow: /g/\nSitemap: {there}\n"
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Name the parts of the list of pages."""
    numbers = range(1, stretches_for_engines() + 1)
    parts = [reverse("web:sitemap_part", args=[number]) for number in numbers]
    return _xml(request, "sitemapindex", "sitemap", parts)


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """Name the pages of one part; the first has those that are always there."""
    if not 1 <= number <= stretches_for_engines():
        raise Http404
    first = [reverse(name) for name in FIRST_PAGES] if number == 1 else []
    things = map(_page, pages_for_engines(number - 1))
    return _xml(request, "urlset", "url", [*first, *things])


def _page(one: ForEngines) -> str:
    kind = "offer" if one.is_offer else "asset"
    return reverse(f"assets:{kind}", args=[one.key])


def _xml(
    request: HttpRequest, root: str, tag: str, paths: Iterable[str]
) -> HttpResponse:
    here = request.build_absolute_uri("/").rstrip("/")
    inside = "".join(
        f"<{tag}><loc>{escape(here + path)}</loc></{tag}>\n" for path in paths
    )
    said = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SPACE}">\n'
        f"{inside}</{root}>\n"
    )
    return HttpResponse(said, content_type="application/xml; charset=utf-8")
