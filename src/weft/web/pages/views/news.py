"""What is new near somebody: as a page, as a feed, and by mail?

Forms are posted without a token: nobody is known by them, and a token would leave a
cookie where we promise none.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from weft.accounts.actors import Actor
from weft.assets.domain.visibility import Channel
from weft.assets.queries.news import reader_by
from weft.assets.services.readers import Wish, ask_to_hear, hear_no_more, say_yes
from weft.commons.errors import NotFound, NotPossible
from weft.shell.feeds import ATOM
from weft.shell.rendering import render
from weft.web.asking import place_asked
from weft.web.news import FAR, USUAL_FAR, News, NewsAsked, news
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.news import MailPage, NewPage, feed_of
from weft.web.pages.presenters.starts import WhichStart

LONGEST_KIND = 40
KEPT_APART = {
    # the address holds a secret: it goes to no other page, search engine or cache
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@nothing_private
def new(request: HttpRequest) -> HttpResponse:
    """Show what is new; a place that was typed goes into the address only coarsely."""
    asked = _asked(request.POST if request.method == "POST" else request.GET)
    found = news(asked, now=timezone.now(), channel=Channel.SEARCH)
    if found is None:
        raise Http404
    if not isinstance(found, News):
        fields = (("far", str(asked.far)), ("kind", asked.kind))
        page = WhichStart.of(found, action=reverse("web:new"), fields=fields)
        return render(request, "web/which_start.jinja", page=page)
    if request.method == "POST":
        return redirect(_address("web:new", found))
    return _shown(request, found)


@require_safe
@nothing_private
def atom(request: HttpRequest) -> HttpResponse:
    """Give what is new as a feed of Atom (RFC 4287)."""
    asked = _asked(request.GET)
    found = news(asked, now=timezone.now(), channel=Channel.FEED)
    if not isinstance(found, News):
        raise Http404
    here = request.build_absolute_uri
    feed = feed_of(
        found,
        page=here(_address("web:new", found)),
        feed=here(_address("web:new_atom", found)),
        at=lambda name, key: here(reverse(name, args=[key])),
    )
    return HttpResponse(feed, content_type=ATOM)


@csrf_exempt
@require_POST
def ask_for_mail(request: HttpRequest) -> HttpResponse:
    """Keep that somebody wants to hear, once they say yes in the mail they get."""
    found = news(_asked(request.POST), now=timezone.now(), channel=Channel.SEARCH)
    if not isinstance(found, News) or not settings.MAIL_ON:
        raise Http404
    wish = Wish(region=found.region, near=found.coarse, kind=found.asked.kind)
    try:
        ask_to_hear(
            by=Actor.somebody(),
            address=request.POST.get("email", ""),
            wish=wish,
            now=timezone.now(),
        )
    except NotPossible as problem:
        return _shown(request, found, problem=str(problem))
    return _shown(request, found, asked=True)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest, secret: str) -> HttpResponse:
    """Let whoever got a mail say yes, or stop; to open the page does nothing."""
    try:
        about = reader_by(secret)
        done = _answered(request, secret)
    except NotFound:
        page, status = MailPage(unknown=True), 404
    else:
        page, status = MailPage(about=about, done=done), 200
    response = render(request, "web/new_mail.jinja", status, page=page)
    for name, value in KEPT_APART.items():
        response[name] = value
    return response


def _answered(request: HttpRequest, secret: str) -> str:
    """Do what was pressed; a mail program that posts here stops it (RFC 8058)."""
    if request.method != "POST":
        return ""
    by, answer = Actor.somebody(), request.POST.get("answer", "stop")
    if answer == "yes":
        say_yes(by=by, secret=secret, now=timezone.now())
        return "yes"
    today, never = timezone.localdate(), answer == "never"
    hear_no_more(by=by, secret=secret, today=today, never=never)
    return "never" if never else "stop"


def _shown(
    request: HttpRequest, found: News, *, asked: bool = False, problem: str = ""
) -> HttpResponse:
    """Draw the page of what is new."""
    page = NewPage(
        news=found,
        today=timezone.localdate(),
        feed=_address("web:new_atom", found),
        by_mail=settings.MAIL_ON,
        asked=asked,
        problem=problem,
    )
    return render(request, "web/new.jinja", 400 if problem else 200, page=page)


def _asked(fields: QueryDict) -> NewsAsked:
    """Read a form or an address; what is not known is let go."""
    far = fields.get("far", "")
    known = far.isdecimal() and int(far) in FAR
    kind = " ".join(fields.get("kind", "").replace("\x00", "").split())[:LONGEST_KIND]
    return NewsAsked(
        near=place_asked(fields), far=int(far) if known else USUAL_FAR, kind=kind
    )


def _address(name: str, found: News) -> str:
    """Lead to the same again, with no more than a coarse place in the address."""
    asked = found.asked
    told = [("near", found.coarse), ("kind", asked.kind)]
    if asked.far != USUAL_FAR:
        told.append(("far", str(asked.far)))
    query = urlencode([one for one in told if one[1]])
    return f"{reverse(name)}?{query}" if query else reverse(name)
