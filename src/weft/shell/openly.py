"""How does an API answer anybody, and say plainly what was wrong?

Open data: any page anywhere may ask (CORS), nobody is known by it, and no cookie is
read or left. What cannot be answered is told as problem details (RFC 9457).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from weft.commons.errors import Fault, NotAnswered

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
PROBLEM = "application/problem+json"
LARGEST_BODY = 64_000  # bytes; a question is never longer


def as_json(
    value: Json, *, status: int = 200, kind: str = "application/json"
) -> HttpResponse:
    """Answer with JSON in UTF-8, names of things unescaped."""
    body = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return HttpResponse(body, status=status, content_type=kind)


def problem(status: int, detail: str, *faults: Fault) -> HttpResponse:
    """Answer with what was wrong."""
    told: dict[str, Json] = {
        "type": "about:blank",
        "title": TITLES.get(status, "Not answered"),
        "status": status,
        "detail": detail,
    }
    if faults:
        told["errors"] = [{"field": one.field, "detail": one.detail} for one in faults]
    return as_json(told, status=status, kind=PROBLEM)


TITLES = {
    400: "Not understood",
    404: "Not here",
    405: "Not this way",
    413: "Too long",
    415: "Not this kind",
    422: "Not understood",
}


def openly(*methods: str) -> Callable[[View[P]], View[P]]:
    """Let anybody ask a view, by these methods only.

    No token against forged forms is asked for: nothing is changed, nobody is known,
    and no cookie stands for anybody.
    """
    allowed = ", ".join((*methods, "OPTIONS"))

    def made(view: View[P]) -> View[P]:
        @csrf_exempt
        @wraps(view)
        def answer(
            request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            if request.method == "OPTIONS":
                response = HttpResponse(status=204)
            elif request.method not in methods:
                response = problem(405, f"Ask by {' or '.join(methods)}.")
            else:
                try:
                    response = view(request, *args, **kwargs)
                except NotAnswered as not_so:
                    response = problem(not_so.status, not_so.detail, *not_so.faults)
            return _open(response, allowed)

        return answer

    return made


def _open(response: HttpResponse, allowed: str) -> HttpResponse:
    """Say that any page may read this, and by which methods."""
    response["Allow"] = allowed
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = allowed
    response["Access-Control-Allow-Headers"] = "Content-Type"
    response["Access-Control-Max-Age"] = "86400"
    return response


def body_of(request: HttpRequest) -> Mapping[str, object]:
    """Read a question told as a JSON object."""
    if request.content_type != "application/json":
        raise NotAnswered(415, "Send JSON: Content-Type: application/json.")
    if len(request.body) > LARGEST_BODY:
        raise NotAnswered(413, f"Send no more than {LARGEST_BODY} bytes.")
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError) as garbled:
        raise NotAnswered(400, "The body is not JSON.") from garbled
    if not isinstance(told, dict):
        raise NotAnswered(400, "The body must be one JSON object.")
    return told
