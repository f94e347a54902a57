"""What may never stand in an address, and what is said when it does?"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from weft.shell.rendering import render
from weft.web.asking import tells_a_postcode

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def never_a_postcode(view: View[P]) -> View[P]:
    """Refuse, kindly, an address that carries a whole postcode.

    It is not read, not repeated on the page and not logged: logs keep no query.
    """

    @wraps(view)
    def answer(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        said = (value for values in request.GET.lists() for value in values[1])
        if tells_a_postcode(*said):
            return render(request, "web/not_in_an_address.jinja", 400)
        return view(request, *args, **kwargs)

    return answer
