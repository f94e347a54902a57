"""What may a machine offer those who hold a project to look at?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, back_from, number_in, take_one_of
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.kinds import Stance, Suggests
from weft.voices.pages.presenters.suggestions import SuggestionsPage
from weft.voices.queries.suggestions import suggestions_in_hand
from weft.voices.services.suggesting import (
    AnswerTold,
    answer_suggestion,
    offer,
    set_suggests,
)

PROJECT = "project"


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def suggestions(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show what was offered, look for more where asked, and take answers."""
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    page = SuggestionsPage(
        held=suggestions_in_hand(link.thing.key, today=timezone.localdate()),
        back=back_from(request).rpartition("/")[0],
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/suggestions.jinja", status, page=page)


def _on(request: HttpRequest, link: LinkAbout) -> None:
    on = request.POST.get("answer") == "on"
    set_suggests(by=link.actor, project=link.thing.key, on=on)


def _look(request: HttpRequest, link: LinkAbout) -> None:
    kind = request.POST.get("kind", "")
    if kind not in set(Suggests):
        raise NotPossible("Choose what to look for.")
    offer(
        by=link.actor,
        project=link.thing.key,
        kind=Suggests(kind),
        about=number_in(request, "about"),
        today=timezone.localdate(),
    )


def _answer(request: HttpRequest, link: LinkAbout) -> None:
    stance = request.POST.get("stance", "")
    told = AnswerTold(
        refused=request.POST.get("what") == "refuse",
        stance=Stance(stance) if stance in set(Stance) else Stance.FOR,
        code=request.POST.get("code", "")[:100],
    )
    answer_suggestion(
        by=link.actor,
        project=link.thing.key,
        suggestion=number_in(request, "suggestion"),
        told=told,
        today=timezone.localdate(),
    )


DEEDS = {"on": _on, "off": _on, "look": _look, "answer": _answer}
