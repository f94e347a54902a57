"""How do those who hold a project look after its codes, by their link?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    answered,
    back_from,
    link_to_a_thing,
    number_in,
    take_one_of,
)
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.kinds import FacetKind
from weft.voices.pages import typed
from weft.voices.pages.in_hand import PROJECT, keeping_open, page_in, seen_in
from weft.voices.pages.presenters.codes import CodesPage, HistoryPage
from weft.voices.queries.codes import codes_in_hand
from weft.voices.queries.history import history, project_name
from weft.voices.services import codes as tree
from weft.voices.services.undoing import undo

LONGEST_REF, LONGEST_NUMBER = 60, 9


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show the tree of codes, one of them open, and take what is done to it."""
    take = keeping_open(DEEDS, "code")
    return answered(request, take=take, shown=_shown, kind=PROJECT)


@require_safe
def codes_file(request: HttpRequest, kind: str, **_told: object) -> HttpResponse:
    """Give the codes with what they mean, as a file."""
    return as_file(_page(request, link_to_a_thing(request, kind=PROJECT)).table, kind)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def code_history(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show what was done to codes and marks, and take acts back."""
    take = take_one_of({"undo": _undo})
    return answered(request, take=take, shown=_history_shown, kind=PROJECT)


@require_safe
def code_history_file(request: HttpRequest, kind: str, **_told: object) -> HttpResponse:
    """Give the history as a file, with no word of what was said."""
    link = link_to_a_thing(request, kind=PROJECT)
    return as_file(_history(request, link, most=None).table, kind)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    page = _page(request, link, problem=problem)
    return render(request, "voices/codes.jinja", 400 if problem else 200, page=page)


def _page(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> CodesPage:
    opened = typed.said(request, "code", most=LONGEST_REF) if problem else ""
    number = page_in(request) or 1
    return CodesPage(
        held=codes_in_hand(
            link.thing.key,
            today=timezone.localdate(),
            code=opened or request.GET.get("code", "")[:LONGEST_REF],
            facet=_facet(request),
            page=number,
        ),
        last=next(iter(history(link.thing.key, most=1)), None),
        page=number,
        here=request.path,
        back=back_from(request),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )


def _facet(request: HttpRequest) -> FacetKind | None:
    told = request.GET.get("facet", "")
    return FacetKind(told) if told in set(FacetKind) else None


def _history_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = _history(request, link, most=MOST_SHOWN, problem=problem)
    status = 400 if problem else 200
    return render(request, "voices/code_history.jinja", status, page=page)


def _history(
    request: HttpRequest, link: LinkAbout, *, most: int | None, problem: str = ""
) -> HistoryPage:
    return HistoryPage(
        acts=history(link.thing.key, most=most),
        project=project_name(link.thing.key),
        most=most or 0,
        here=request.path,
        back=back_from(request),
        problem=problem,
        done=request.GET.get("done", ""),
    )


def _code(request: HttpRequest) -> str:
    return typed.said(request, "code", most=LONGEST_REF)


def _new(request: HttpRequest, link: LinkAbout) -> None:
    tree.make_code(
        by=link.actor,
        project=link.thing.key,
        name=typed.said(request, "name", most=100),
        under=typed.said(request, "under", most=LONGEST_REF),
    )


def _rename(request: HttpRequest, link: LinkAbout) -> None:
    tree.rename_code(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        name=typed.said(request, "new_name", most=100),
        seen=seen_in(request),
    )


def _memo(request: HttpRequest, link: LinkAbout) -> None:
    tree.write_memo(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        memo=typed.said(request, "memo", most=tree.LONGEST_MEMO),
        seen=seen_in(request),
    )


def _move(request: HttpRequest, link: LinkAbout) -> None:
    tree.move_code(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        under=typed.said(request, "above", most=LONGEST_REF),
        seen=seen_in(request),
    )


def _merge(request: HttpRequest, link: LinkAbout) -> None:
    tree.merge_codes(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        into=typed.said(request, "into", most=LONGEST_REF),
        seen=seen_in(request),
    )


def _split(request: HttpRequest, link: LinkAbout) -> None:
    chosen = request.POST.getlist("passages")
    numbers = (one for one in chosen if one.isdecimal() and len(one) <= LONGEST_NUMBER)
    tree.split_code(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        name=typed.said(request, "split_name", most=100),
        passages=[int(one) for one in numbers],
    )


def _delete(request: HttpRequest, link: LinkAbout) -> None:
    tree.delete_code(
        by=link.actor,
        project=link.thing.key,
        code=_code(request),
        seen=seen_in(request),
    )


def _undo(request: HttpRequest, link: LinkAbout) -> None:
    undo(by=link.actor, project=link.thing.key, act=number_in(request, "act"))


MOST_SHOWN = 100
DEEDS = {
    "new": _new,
    "rename": _rename,
    "memo": _memo,
    "move": _move,
    "merge": _merge,
    "split": _split,
    "delete": _delete,
    "undo": _undo,
}
