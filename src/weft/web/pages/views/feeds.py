"""How goes the reading of other people's feeds, and what waits for somebody's look?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.assets.queries import harvests as queries
from weft.assets.services.harvests import leave_run, take_run
from weft.commons.errors import NotPossible
from weft.shell.downloads import as_csv, as_file
from weft.shell.rendering import render
from weft.web.pages.presenters.feeds import (
    FeedOnPage,
    FeedPage,
    FeedsPage,
    report_of,
)


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """List the feeds that are read."""
    page = FeedsPage(feeds=tuple(FeedOnPage(feed=one) for one in queries.feeds()))
    return render(request, "web/feeds.jinja", page=page)


@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Show one feed, and what of it could not be used."""
    return _feed(request, key)


@require_safe
def report(_request: HttpRequest, key: str) -> HttpResponse:
    """Give whoever publishes the feed what of it could not be used."""
    return as_csv(report_of(queries.feed(key)))


@require_safe
def open_feed(request: HttpRequest, key: str) -> HttpResponse:
    """Show anybody, its publisher above all, what of a feed could not be used."""
    page = FeedPage(feed=queries.feed(key))
    return render(request, "web/open_feed.jinja", page=page)


@require_safe
def open_feed_file(_request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(report_of(queries.feed(key)), kind)


@require_POST
def decide(request: HttpRequest, key: str, run: int) -> HttpResponse:
    """Take in what was held after all, or leave it."""
    by = actor_of(request)
    try:
        if request.POST.get("take"):
            take_run(run=run, by=by, now=timezone.now())
        else:
            leave_run(run=run, by=by)
    except NotPossible as problem:
        return _feed(request, key, problem=str(problem))
    return redirect("web:feed", key=key)


def _feed(request: HttpRequest, key: str, *, problem: str = "") -> HttpResponse:
    page = FeedPage(feed=queries.feed(key), problem=problem)
    return render(request, "web/feed.jinja", 409 if problem else 200, page=page)
