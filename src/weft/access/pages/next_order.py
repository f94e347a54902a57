"""Whose order is asked for on the page of the next offer, as its link tells it?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from weft.access.domain.next_offer import (
    NO_ORDER,
    Order,
    Weights,
    Whose,
    weights_by_place,
)
from weft.access.domain.next_offer.order import RANKED
from weft.access.pages.next_asked import NextAsked
from weft.assets.domain.kinds import OfferKind
from weft.commons.provenance import Geography
from weft.ground.queries.about import AreaAbout

WHOSE, OF, ON = "whose", "of", "on"
PLACE, FIRST = "place", "first"
BAD_DAY = "Write a day, like 2026-06-03, that is not to come."

Places = dict[str, str]
"""Names of neighbourhoods by code."""


def places_of(areas: Sequence[AreaAbout]) -> Places:
    """Name the neighbourhoods of a region, in the order of their names."""
    around = filter(None, (one.inside(Geography.MSOA) for one in areas))
    named = {one.code: one.title for one in around}
    return dict(sorted(named.items(), key=lambda one: (one[1], one[0])))


def ordered(
    asked: NextAsked, told: QueryDict, areas: Sequence[AreaAbout], *, today: date
) -> NextAsked:
    """Read whose order it is; what is not of the closed words is as if not there."""
    places, problems = places_of(areas), list(asked.problems)
    kinds = {kind.value: kind for kind in OfferKind}
    order = Order(
        whose=next((one for one in Whose if one == told.get(WHOSE)), None),
        of=told.get(OF, "") if told.get(OF) in places else "",
        said_on=_day(told.get(ON, "").strip(), today, problems),
        places=tuple(one for one in _ranked(told, PLACE) if one in places),
        kinds=tuple(kinds[one] for one in _ranked(told, FIRST) if one in kinds),
    )
    if order == NO_ORDER:
        return replace(asked, problems=tuple(problems))
    wished = asked.settings
    settings = replace(
        wished,
        own_areas=weights_by_place(order, _inside(areas) if order.places else {}),
        kinds_first=order.kinds,
        kinds=tuple(
            kind for kind in OfferKind if kind in {*wished.kinds, *order.kinds}
        ),
    )
    pairs = tuple(_pairs(order))
    return replace(
        asked, settings=settings, order=order, more=pairs, problems=tuple(problems)
    )


def link_of_order(order: Order) -> str:
    """Lead to what could be put on next, in an order that a community stated.

    Returns
    -------
    str
        An address; "" where the order puts nothing first.
    """
    if not (order.places or order.kinds):
        return ""
    own = [("weights", Weights.OWN.value)] if order.places else []
    query = urlencode([*own, *_pairs(order)])
    return f"{reverse('access:next_offer')}?{query}"


def _inside(areas: Sequence[AreaAbout]) -> dict[str, str]:
    around = ((one.code, one.inside(Geography.MSOA)) for one in areas)
    return {code: one.code for code, one in around if one}


def _ranked(told: QueryDict, name: str) -> tuple[str, ...]:
    """Read what stands first, second and third; what is named twice counts once."""
    typed = (told.get(f"{name}-{n}", "") for n in range(1, len(RANKED) + 1))
    return tuple(dict.fromkeys(filter(None, typed)))


def _day(typed: str, today: date, problems: list[tuple[str, str]]) -> date | None:
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = None
    if day is None or day > today:
        problems.append((ON, BAD_DAY))
        return None
    return day


def _pairs(order: Order) -> Iterator[tuple[str, str]]:
    """Write it as it stands in a link."""
    if order.whose:
        yield WHOSE, order.whose.value
    if order.of:
        yield OF, order.of
    if order.said_on:
        yield ON, order.said_on.isoformat()
    for name, some in ((PLACE, order.places), (FIRST, order.kinds)):
        for n, one in enumerate(some, start=1):
            yield f"{name}-{n}", str(one)
