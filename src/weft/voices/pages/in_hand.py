"""What do those who held a room do with what was said, by their project's link?

The secret in the address is the token, as on a group's own page.
"""

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    Take,
    answered,
    back_from,
    link_to_a_thing,
    number_in,
    take_one_of,
)
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.kinds import FacetKind, Sees, SourceKind, Stance
from weft.voices.pages import typed
from weft.voices.pages.presenters.in_hand import ProjectPage, TextPage
from weft.voices.queries.in_hand import project_in_hand, text_in_hand
from weft.voices.services import coding, give_slip, holding, sense

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
    take = keeping_open(MARKING, "passage")
    return answered(request, take=take, shown=_text_shown, kind=PROJECT)


def keeping_open(
    answers: Mapping[str, Take], name: str
) -> Callable[[HttpRequest, LinkAbout], str]:
    """Take whichever answer was sent, and lead back to the thing it was about."""
    take = take_one_of(answers)

    def taken(request: HttpRequest, link: LinkAbout) -> str:
        done, about = take(request, link), request.POST.get(name, "")[:60]
        return f"{done}&{urlencode({name: about})}" if about else done

    return taken


def _project_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = ProjectPage(
        held=project_in_hand(link.thing.key),
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
    speaker = typed.said(request, "speaker", most=60)
    code = give_slip(by=link.actor, project=link.thing.key, speaker=speaker)
    page = ProjectPage(
        held=project_in_hand(link.thing.key),
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
            link.thing.key,
            source_of(request),
            today=timezone.localdate(),
            passage=_open(request),
            page=page_in(request),
        ),
        here=request.path,
        back=back_from(request).rpartition("/")[0],
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/text_in_hand.jinja", status, page=page)


def page_in(request: HttpRequest) -> int | None:
    """Read which page of a list is asked for, from 1."""
    told = request.GET.get("page", "")
    asked = int(told) if told.isdecimal() and len(told) < MOST_LETTERS else 0
    return asked or None


def _open(request: HttpRequest) -> int | None:
    """Say which passage is worked on: as chosen, or as the form that failed had it."""
    told = request.POST.get("passage") or request.GET.get("passage", "")
    return int(told) if told.isdecimal() and len(told) < MOST_LETTERS else None


def source_of(request: HttpRequest) -> int:
    """Read out of the address which text is meant."""
    matched = request.resolver_match
    return int(matched.kwargs["source"]) if matched else 0


def _add_workshop(request: HttpRequest, link: LinkAbout) -> None:
    sees = typed.said(request, "sees")
    told = holding.RoomTold(
        name=typed.said(request, "name"),
        place=typed.said(request, "place"),
        held_on=typed.day(request, "held_on", NO_DAY),
        hosted_by=typed.said(request, "hosted_by"),
        came=typed.count(request, "came", "How many came"),
        spoke=typed.count(request, "spoke", "How many spoke"),
        consent=typed.said(request, "consent", most=2_000),
        sees=Sees(sees) if sees in set(Sees) else Sees.HOSTS,
    )
    holding.add_workshop(by=link.actor, project=link.thing.key, told=told)


def _add_words(request: HttpRequest, link: LinkAbout) -> None:
    kind = typed.said(request, "kind")
    holding.add_words(
        by=link.actor,
        project=link.thing.key,
        put=holding.Put(
            workshop=typed.said(request, "workshop"), name=typed.said(request, "name")
        ),
        text=request.POST.get("text", ""),
        kind=SourceKind(kind) if kind in TEXT_KINDS else SourceKind.TEXT,
    )


def _take_words_out(request: HttpRequest, link: LinkAbout) -> None:
    holding.take_words_out(
        by=link.actor, project=link.thing.key, source=number_in(request, "source")
    )


def codes_in(request: HttpRequest) -> list[str]:
    """Read codes as they were typed, parted by ;"""
    told = typed.said(request, "codes", most=1_000).split(";")
    return [one.strip()[:100] for one in told if one.strip()]


def at_in(request: HttpRequest) -> int | None:
    """Read where the chosen words begin, which only a script can tell."""
    told = request.POST.get("at", "")
    return int(told) if told.isdecimal() and len(told) < MOST_LETTERS else None


def _mark(request: HttpRequest, link: LinkAbout) -> None:
    told = sense.MarkTold(
        words=request.POST.get("words", ""),
        speaker=typed.said(request, "speaker", most=100),
        first_hand=FIRST_HAND.get(typed.said(request, "first_hand")),
        codes=codes_in(request),
        begins=at_in(request),
    )
    sense.mark(
        by=link.actor, project=link.thing.key, source=source_of(request), told=told
    )


def _put(request: HttpRequest, link: LinkAbout) -> None:
    coding.put_codes(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        codes=codes_in(request),
    )


def _off(request: HttpRequest, link: LinkAbout) -> None:
    coding.take_code_off(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        code=typed.said(request, "off", most=60),
    )


def _facet(request: HttpRequest, link: LinkAbout, *, stands: bool = True) -> None:
    value = typed.said(request, "facet")
    if value not in set(FacetKind):
        raise NotPossible("Choose one of them.")
    coding.see_as(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        value=FacetKind(value),
        stands=stands,
    )


def _whole(request: HttpRequest, link: LinkAbout, *, whole: bool = True) -> None:
    coding.keep_whole(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        whole=whole,
    )


def _unmark(request: HttpRequest, link: LinkAbout) -> None:
    sense.unmark(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        seen=seen_in(request),
    )


def seen_in(request: HttpRequest) -> int | None:
    """Read which act was the last when the page was opened."""
    told = request.POST.get("seen", "")
    return int(told) if told.isdecimal() and len(told) < MOST_LETTERS else None


def _put_behind(request: HttpRequest, link: LinkAbout) -> None:
    """Put a passage behind a claim, which may be written in the same breath."""
    stance = typed.said(request, "stance")
    if stance not in {*Stance, TAKE_AWAY}:
        raise NotPossible("Say whether the words are for the claim or against it.")
    claim = (
        sense.ClaimSaid(
            words=typed.said(request, "new_claim", most=2_000),
            written_by=typed.said(request, "written_by"),
        )
        if typed.said(request, "claim") == NEW
        else number_in(request, "claim")
    )
    sense.put_behind(
        by=link.actor,
        project=link.thing.key,
        claim=claim,
        passage=number_in(request, "passage"),
        stance=None if stance == TAKE_AWAY else Stance(stance),
    )


TEXT_KINDS = frozenset(
    {SourceKind.TEXT, SourceKind.CHAT, SourceKind.BETWEEN, SourceKind.SUMMARY}
)
NEW, TAKE_AWAY, MOST_LETTERS = "new", "away", 9
NO_DAY = "Choose the day on which you met."
DEEDS = {"workshop": _add_workshop, "words": _add_words, "out": _take_words_out}
MARKING: dict[str, Take] = {
    "mark": _mark,
    "unmark": _unmark,
    "claim": _put_behind,
    "put": _put,
    "off": _off,
    "facet": _facet,
    "unfacet": partial(_facet, stands=False),
    "whole": _whole,
    "unwhole": partial(_whole, whole=False),
}
