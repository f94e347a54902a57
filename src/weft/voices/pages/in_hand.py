"""What do those who held a room do with what was said, by their project's link?

The secret in the address is the token, as on a group's own page.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    answered,
    back_from,
    link_to_a_thing,
    number_in,
    take_one_of,
)
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.kinds import Sees, SourceKind, Stance
from weft.voices.pages.presenters.in_hand import ProjectPage, TextPage
from weft.voices.pages.typed import count as _count
from weft.voices.pages.typed import day as _day
from weft.voices.pages.typed import said as _said
from weft.voices.queries.in_hand import project_in_hand, text_in_hand
from weft.voices.services import give_slip, holding, sense

PROJECT, SLIP = "project", "slip"
FIRST_HAND = {"yes": True, "no": False}


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a project to those who hold it, and take what they add."""
    if request.POST.get("answer") == SLIP:
        return _slip_shown(request)
    return answered(
        request, take=take_one_of(DEEDS), shown=_project_shown, kind=PROJECT
    )


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a text to mark, code and make claims of."""
    return answered(request, take=take_one_of(MARKING), shown=_text_shown, kind=PROJECT)


def _project_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = ProjectPage(
        held=project_in_hand(link.thing.key, today=timezone.localdate()),
        here=request.path,
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/in_hand.jinja", status, page=page)


def _slip_shown(request: HttpRequest) -> HttpResponse:
    """Give somebody a slip. Its code is in this one answer and nowhere else."""
    link = link_to_a_thing(request, kind=PROJECT)
    speaker = _said(request, "speaker", most=60)
    code = give_slip(by=link.actor, project=link.thing.key, speaker=speaker)
    page = ProjectPage(
        held=project_in_hand(link.thing.key, today=timezone.localdate()),
        here=request.path,
        slip=code,
    )
    answer = render(request, "voices/in_hand.jinja", page=page)
    answer["Cache-Control"] = "no-store"
    return answer


def _text_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = TextPage(
        held=text_in_hand(
            link.thing.key, source_of(request), today=timezone.localdate()
        ),
        back=back_from(request).rpartition("/")[0],
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/text_in_hand.jinja", status, page=page)


def source_of(request: HttpRequest) -> int:
    """Read out of the address which text is meant."""
    matched = request.resolver_match
    return int(matched.kwargs["source"]) if matched else 0


def _add_workshop(request: HttpRequest, link: LinkAbout) -> None:
    sees = _said(request, "sees")
    told = holding.RoomTold(
        name=_said(request, "name"),
        place=_said(request, "place"),
        held_on=_day(request, "held_on", NO_DAY),
        hosted_by=_said(request, "hosted_by"),
        came=_count(request, "came", "How many came"),
        spoke=_count(request, "spoke", "How many spoke"),
        consent=_said(request, "consent", most=2_000),
        sees=Sees(sees) if sees in set(Sees) else Sees.HOSTS,
    )
    holding.add_workshop(by=link.actor, project=link.thing.key, told=told)


def _add_words(request: HttpRequest, link: LinkAbout) -> None:
    kind = _said(request, "kind")
    holding.add_words(
        by=link.actor,
        project=link.thing.key,
        put=holding.Put(
            workshop=_said(request, "workshop"), name=_said(request, "name")
        ),
        text=request.POST.get("text", ""),
        kind=SourceKind(kind) if kind in TEXT_KINDS else SourceKind.TEXT,
    )


def _take_words_out(request: HttpRequest, link: LinkAbout) -> None:
    holding.take_words_out(
        by=link.actor, project=link.thing.key, source=number_in(request, "source")
    )


def _mark(request: HttpRequest, link: LinkAbout) -> None:
    codes = (one.strip() for one in _said(request, "codes").split(";"))
    told = sense.MarkTold(
        words=request.POST.get("words", ""),
        speaker=_said(request, "speaker", most=100),
        first_hand=FIRST_HAND.get(_said(request, "first_hand")),
        codes=[one[:100] for one in codes if one],
    )
    sense.mark(
        by=link.actor, project=link.thing.key, source=source_of(request), told=told
    )


def _unmark(request: HttpRequest, link: LinkAbout) -> None:
    sense.unmark(
        by=link.actor, project=link.thing.key, passage=number_in(request, "passage")
    )


def _put_behind(request: HttpRequest, link: LinkAbout) -> None:
    """Put a passage behind a claim, which may be written in the same breath."""
    stance = _said(request, "stance")
    if stance not in {*Stance, TAKE_AWAY}:
        raise NotPossible("Say whether the words are for the claim or against it.")
    claim = _said(request, "claim")
    number = (
        sense.make_claim(
            by=link.actor,
            project=link.thing.key,
            words=_said(request, "new_claim", most=2_000),
            written_by=_said(request, "written_by"),
        )
        if claim == NEW
        else number_in(request, "claim")
    )
    sense.put_behind(
        by=link.actor,
        project=link.thing.key,
        claim=number,
        passage=number_in(request, "passage"),
        stance=None if stance == TAKE_AWAY else Stance(stance),
    )


TEXT_KINDS = frozenset(
    {SourceKind.TEXT, SourceKind.CHAT, SourceKind.BETWEEN, SourceKind.SUMMARY}
)
NEW, TAKE_AWAY = "new", "away"
NO_DAY = "Choose the day on which you met."
DEEDS = {"workshop": _add_workshop, "words": _add_words, "out": _take_words_out}
MARKING = {"mark": _mark, "unmark": _unmark, "claim": _put_behind}
