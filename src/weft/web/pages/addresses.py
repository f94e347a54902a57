"""What may never stand in an address, and what is said when it does?"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from weft.shell.rendering import render
from weft.web.asking import BY_POST_ONLY, tells_a_postcode

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
A_POSTCODE = "a whole postcode"
EXACT = {"hours": "exact hours", "what": "words of your own"}


def nothing_private(view: View[P]) -> View[P]:
    """Refuse, kindly, an address with a postcode, exact hours or own words in it.

    It is not read, not repeated on the page and not logged: logs keep no query.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        private = _private(request)
        if private:
            return render(request, "web/not_in_an_address.jinja", 400, private=private)
        return view(request, *args, **kwargs)

    return answer


def _private(request: HttpRequest) -> str:
    """Name what stands in the address and may not; "" where nothing does."""
    said = (value for values in request.GET.lists() for value in values[1])
    if tells_a_postcode(*said):
        return A_POSTCODE
    told = [name for name in BY_POST_ONLY if request.GET.get(name, "").strip()]
    return EXACT[told[0]] if told else ""
