"""Who looks at a picture, marks what is in it, and says who is?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, link_to_a_thing, take_one_of
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.anchors import WHOLE_PICTURE
from weft.voices.domain.kinds import Use
from weft.voices.pages import typed
from weft.voices.pages.in_hand import FIRST_HAND, MARKING, PROJECT, source_of
from weft.voices.pages.presenters.pictures import PicturePage
from weft.voices.pages.views import where_open
from weft.voices.queries.pictures import part_shown as part
from weft.voices.queries.pictures_in_hand import held_picture, picture_in_hand
from weft.voices.services import picturing, sense

PARENT = {"yes": True, "no": False}
LAST_DAY = "Choose the last day on which it may be seen, or leave it empty."


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a picture to mark, and who is in it."""
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


@require_safe
def held(request: HttpRequest, **_told: object) -> HttpResponse:
    """Give the picture itself to those who hold its project."""
    link = link_to_a_thing(request, kind=PROJECT)
    today = timezone.localdate()
    return _as_picture(held_picture(link.thing.key, source_of(request), today=today))


@require_safe
def part_shown(_request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give a passage's part of a picture to whoever may see it."""
    region, today = where_open(slug)
    raw = part(region, slug, number, today=today)
    return _as_picture(raw)


def _as_picture(raw: bytes) -> HttpResponse:
    answer = HttpResponse(raw, content_type="image/jpeg")
    answer["Cache-Control"] = "no-store"  # taken back, it is gone at once
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    number, today = source_of(request), timezone.localdate()
    found = picture_in_hand(link.thing.key, number, today=today)
    page = PicturePage(
        picture=found,
        held=found.text,
        here=request.path,
        file=f"{request.path}.jpg",
        back=request.path.rpartition("/picture/")[0],
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/picture_in_hand.jinja", status, page=page)


def _mark(request: HttpRequest, link: LinkAbout) -> None:
    """Mark a part of the picture; the whole of it where no part is named."""
    lines = request.POST.get("readings", "")[:2_000].splitlines()
    codes = (one.strip() for one in typed.said(request, "codes").split(";"))
    told = sense.MarkTold(
        words=typed.said(request, "words", most=10_000),
        at=typed.part(request) or WHOLE_PICTURE,
        readings=tuple(one.strip() for one in lines if one.strip()),
        speaker=typed.said(request, "speaker", most=100),
        first_hand=FIRST_HAND.get(typed.said(request, "first_hand")),
        codes=[one[:100] for one in codes if one],
    )
    source = source_of(request)
    sense.mark(by=link.actor, project=link.thing.key, source=source, told=told)


def _person(request: HttpRequest, link: LinkAbout) -> None:
    told = picturing.PersonGiven(
        name=typed.said(request, "who", most=100),
        uses=[use for use in Use if use in request.POST.getlist("uses")],
        until=typed.day(request, "until", LAST_DAY),
        child="child" in request.POST,
        parent_yes=PARENT.get(typed.said(request, "parent")),
        at=typed.part(request, "person-"),
    )
    source = source_of(request)
    picturing.say_who_is_seen(
        by=link.actor, project=link.thing.key, source=source, told=told
    )


def _cover(request: HttpRequest, link: LinkAbout) -> None:
    at = typed.part(request, "cover-")
    if at is None:
        raise NotPossible(typed.NO_PART)
    picturing.cover_picture(
        by=link.actor,
        project=link.thing.key,
        source=source_of(request),
        at=at,
        today=timezone.localdate(),
    )


DEEDS = {**MARKING, "mark": _mark, "person": _person, "cover": _cover}
