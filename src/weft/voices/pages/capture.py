"""How do those who held a room put in pictures, files and words, on their telephone?

By their project's link. A script keeps what was filled in on the device while there is
no network, and sends it later; ``once`` sees to it that nothing is taken twice.
"""

from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.pages.by_link import link_to_a_thing
from weft.commons.errors import NotFound, NotPossible, SourceProblem
from weft.commons.files import LONGEST_KEPT, picture_from
from weft.shell.rendering import render
from weft.standards.documents import read
from weft.voices.domain.kinds import SourceKind
from weft.voices.domain.unread import left_out_said
from weft.voices.pages import typed
from weft.voices.pages.in_hand import PROJECT, TEXT_KINDS
from weft.voices.pages.presenters.capture import CapturePage
from weft.voices.queries.in_hand import project_in_hand
from weft.voices.services import holding, picturing, recording

NO_FILE, NO_PICTURE = "Choose a file first.", "Choose a picture, or take one."
TOO_LARGE = (
    "This file is larger than {most} megabytes. We did not read it. Make it smaller, "
    "or part it."
)
WHO = "Say whether anybody can be known in the picture, and how many."
MEGABYTE = 1_000_000


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def capture(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show the forms, and take what was sent by one of them."""
    link = link_to_a_thing(request, kind=PROJECT)
    if request.method != "POST":
        return _shown(request, link)
    try:
        return redirect(_taken(request, link))
    except NotFound:
        raise
    except (NotPossible, SourceProblem) as problem:
        return _shown(request, link, problem=str(problem))


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    page = CapturePage(
        held=project_in_hand(link.thing.key),
        here=request.path,
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
        once=tuple(str(uuid4()) for _ in TAKING),
    )
    status = 400 if problem else 200
    return render(request, "voices/capture.jinja", status, page=page)


def _taken(request: HttpRequest, link: LinkAbout) -> str:
    """Take what one form says, and lead to what it became."""
    answer = request.POST.get("answer", "")
    if answer not in TAKING:
        raise NotPossible(NOT_AN_ANSWER)
    number = TAKING[answer](request, link)
    secret = request.path.split("/")[2]
    if not number:
        return reverse("voices:in_hand", args=[secret])
    kind = "text" if answer in {"words", "file"} else "picture"
    where = reverse(f"voices:{kind}_in_hand", args=[secret, number])
    return f"{where}?done={answer}"


def _sent(request: HttpRequest, name: str, missing: str) -> bytes:
    """Give a file that was sent; a large one was never read into memory."""
    file = request.FILES.get(name)
    if file is not None:
        return bytes(file.read())
    length = request.META.get("CONTENT_LENGTH") or "0"
    most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    if int(length) > most:
        raise NotPossible(TOO_LARGE.format(most=most // MEGABYTE))
    raise NotPossible(missing)


def _put(request: HttpRequest, **more: object) -> holding.Put:
    return holding.Put(
        workshop=typed.said(request, "workshop"),
        name=typed.said(request, "name"),
        once=typed.once(request),
        **more,  # type: ignore[arg-type]  # left_out, where there is any
    )


def _picture(request: HttpRequest, link: LinkAbout) -> int:
    sent = _sent(request, "picture", NO_PICTURE)
    seen = typed.said(request, "seen")
    many = typed.count(request, "people", "How many can be known")
    if seen not in {"nobody", "people"} or (seen == "people" and not many):
        raise NotPossible(WHO)
    told = picturing.PictureGiven(
        photograph=picture_from(sent, longest=LONGEST_KEPT),
        describes=typed.said(request, "describes", most=1_000),
        people=(many or 0) if seen == "people" else 0,
    )
    return picturing.add_picture(
        by=link.actor, project=link.thing.key, put=_put(request), told=told
    )


def _missing(request: HttpRequest, link: LinkAbout) -> int:
    return picturing.keep_a_place(
        by=link.actor, project=link.thing.key, put=_put(request)
    )


def _words(request: HttpRequest, link: LinkAbout) -> int:
    kind = typed.said(request, "kind")
    return holding.add_words(
        by=link.actor,
        project=link.thing.key,
        put=_put(request),
        text=request.POST.get("text", ""),
        kind=SourceKind(kind) if kind in TEXT_KINDS else SourceKind.TEXT,
    )


def _file(request: HttpRequest, link: LinkAbout) -> int:
    sent = _sent(request, "file", NO_FILE)
    named = request.FILES.get("file")
    found = read(sent, file=(named and named.name) or "your file")
    put = _put(request, left_out=left_out_said(found.unread))
    if found.turns:
        return recording.add_recording(
            by=link.actor,
            project=link.thing.key,
            put=put,
            turns=found.turns,
            with_names="with_names" in request.POST,
        )
    return holding.add_words(
        by=link.actor,
        project=link.thing.key,
        put=put,
        text=found.text,
        kind=SourceKind.TEXT,
    )


TAKING = {"picture": _picture, "missing": _missing, "words": _words, "file": _file}
