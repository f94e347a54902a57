"""What does the register tell a machine? All that is on the list, for anybody."""

import re
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.http import urlencode

from weft.assets.domain.facts import FactField
from weft.assets.queries.bulk import Taken, taken
from weft.commons.errors import Fault, NotAnswered
from weft.shell.openly import Json, as_json, openly

app_name = "assets_api"
MOST_PAGES, MOST_ON_A_PAGE, USUAL = 100_000, 100, 50
LONGEST = 80


@openly("GET")
def assets(request: HttpRequest) -> HttpResponse:
    """Give one page of everything on the list."""
    number = _whole(request, "page", usual=1, most=MOST_PAGES)
    size = _whole(request, "size", usual=USUAL, most=MOST_ON_A_PAGE)
    told = taken(
        region=_word(request, "region"),
        kind=_word(request, "kind"),
        first=(number - 1) * size,
        most=size,
    )
    pages = -(-told.total // size)
    return as_json(
        {
            "total": told.total,
            "page": number,
            "pages": pages,
            "next": _next(request, number + 1) if number < pages else None,
            "licences": reverse("web:open"),
            "items": [_item(one) for one in told.items],
        }
    )


def _whole(request: HttpRequest, name: str, *, usual: int, most: int) -> int:
    """Read a whole number from 1 on."""
    said = request.GET.get(name)
    if said is None:
        return usual
    if not re.fullmatch(r"[0-9]{1,9}", said) or not 1 <= int(said) <= most:
        detail = f"must be a whole number from 1 to {most}"
        raise NotAnswered(
            422, "Some fields were not understood.", Fault(field=name, detail=detail)
        )
    return int(said)


def _word(request: HttpRequest, name: str) -> str:
    """Read a word to filter by; no data base takes a zero byte."""
    said = request.GET.get(name, "")
    if len(said) > LONGEST or "\x00" in said:
        detail = f"must be a text of no more than {LONGEST} letters"
        raise NotAnswered(
            422, "Some fields were not understood.", Fault(field=name, detail=detail)
        )
    return said


def _next(request: HttpRequest, number: int) -> str:
    """Say where the next page stands."""
    kept: dict[str, str | int] = {
        name: str(request.GET[name])
        for name in ("size", "region", "kind")
        if name in request.GET
    }
    return f"{request.path}?{urlencode({**kept, 'page': number})}"


def _item(one: Taken) -> Json:
    facts = dict(one.facts)
    kind = "offer" if one.is_offer else "asset"
    return {
        "type": kind,
        "id": str(one.key),
        "region": one.region,
        "name": one.name,
        "kind": one.kind,
        "holder": one.holder or None,
        "latitude": one.point.latitude if one.point else None,
        "longitude": one.point.longitude if one.point else None,
        "facts": {field.value: facts.get(field) for field in FactField},
        "price_pence": one.price_pence,
        "languages": list(one.languages),
        "online": one.online,
        "always_open": one.always_open,
        "hours_known": one.hours_known,
        "terms": one.terms or None,
        "source": one.source,
        "told_on": _day(one.told_on),
        "sureness": one.standing.sureness,
        "sure_until": _day(one.standing.sure_until),
        "confirmed_on": _day(one.standing.confirmed_on),
        "page": reverse(f"assets:{kind}", args=[one.key]),
    }


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


urlpatterns = [path("api/v1/assets", assets, name="assets")]
