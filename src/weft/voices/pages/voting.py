"""How does somebody vote, from a phone, with a ballot's code?

The code is the token: it is sent with each answer and stands in no address and no
cookie. Nothing is kept of whoever types it.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render
from weft.voices.domain.finding import number_typed
from weft.voices.pages.presenters.voting import VOTES, VotePage
from weft.voices.queries.my_ballot import my_ballot
from weft.voices.queries.rounds import round_by_key
from weft.voices.services import casting

LONGEST, MOST_WORDS = 60, 2_000
NEWS = {
    "put": "Put in. Somebody reads it before people vote on it.",
    "back": "Taken back. Its words are gone.",
    "none": "What you said to it is taken back.",
}


@never_cache
@csrf_exempt  # the code is the token
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, key: str) -> HttpResponse:
    """Show a round to who has its address, and take what a ballot says."""
    problem = wanting = ""
    if request.method == "POST":
        try:
            _take(request, key)
        except NotFound as found:
            problem = str(found)
        except NotPossible as found:
            wanting = str(found)
    page = _page(request, key, problem=problem, wanting=wanting)
    return render(request, "voices/vote.jinja", 400 if page.errors else 200, page=page)


def _page(request: HttpRequest, key: str, *, problem: str, wanting: str) -> VotePage:
    """Show what is there now; what was typed in vain stays in its field."""
    code = request.POST.get("code", "")[:LONGEST]
    answer = request.POST.get("answer", "")
    mine = my_ballot(key, code) if code else None
    if request.method == "POST" and mine is None:
        problem = problem or casting.NO_SUCH_BALLOT
    return VotePage(
        round=round_by_key(key, today=timezone.localdate()),
        code=code,
        mine=mine,
        asked_for=number_typed(answer.removeprefix("go-")),
        everything=answer in {"all", "put", "none"} or answer.startswith("back-"),
        problem=problem,
        wanting=wanting,
        typed=request.POST.get("words", "")[:MOST_WORDS] if wanting else "",
        news="" if problem or wanting else NEWS.get(answer.partition("-")[0], ""),
    )


def _take(request: HttpRequest, key: str) -> None:
    """Do what an answer says; most of them only look."""
    by = Actor.somebody()
    code = request.POST.get("code", "")[:LONGEST]
    voter = casting.Voter(key=key, code=code, today=timezone.localdate())
    answer, _, number = request.POST.get("answer", "").partition("-")
    if answer in VOTES or answer == "none":
        statement = number_typed(request.POST.get("statement", "")) or 0
        said = VOTES.get(answer)
        casting.vote(by=by, voter=voter, statement=statement, said=said)
    elif answer == "put":
        words = request.POST.get("words", "")[:MOST_WORDS]
        casting.put_own(by=by, voter=voter, words=words)
    elif answer == "back":
        statement = number_typed(number) or 0
        casting.take_own_back(by=by, voter=voter, statement=statement)
