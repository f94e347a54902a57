"""Is what stands around services there, where it says, and for anybody?"""

import math
from collections.abc import Iterator, Sequence

from weft.standards.openreferral.conformance.asking import (
    NOT_HERE,
    OK,
    Document,
    Feed,
    inside,
)
from weft.standards.openreferral.conformance.values import Check, Promise
from weft.standards.openreferral.profile import slips

MOST = 40
NEAR, FAR = 1_000.0, 20_000.0
METRES_OF_A_DEGREE = 111_195.0
SLACK = 1.5
"""A postcode's middle is not its door, so distances from one to the other are rough."""


def around_checks(feed: Feed, sample: Sequence[Document]) -> Iterator[Check]:
    """Check openness, distance, organisations and taxonomies."""
    yield _distance(feed)
    yield _organizations(feed, sample)
    yield _terms(feed, sample)
    yield Promise(
        "open", "any page anywhere may ask: CORS on every answer"
    ).held_against(
        sorted(
            f"/{path} does not say Access-Control-Allow-Origin: *"
            for (path, _, posted), answer in feed.said.items()
            if not posted
            and answer.status == OK
            and answer.headers.get("access-control-allow-origin") != "*"
        )
    )


def _distance(feed: Feed) -> Check:
    promise = Promise(
        "proximity", "a postcode and a distance find what is near, and nothing else"
    )
    placed = list(_placed(feed))
    found = next((one for one in placed if _postcode(one[0])), None)
    if found is None:
        return promise.not_tried(
            "no service at a place tells where it is and a postcode"
        )
    own, here = found
    postcode = _postcode(own)
    problems: list[str] = []
    near, far = (
        feed.listing(
            "service_at_locations", postcode=postcode, proximity=f"{metres:.0f}"
        )
        for metres in (NEAR, FAR)
    )
    if near.status != OK:
        return promise.held_against([f"it was answered with status {near.status}"])
    if str(own.get("id")) not in near.ids:
        problems.append(f"{own.get('id')} is there and is not found")
    if near.whole and far.whole and not near.ids <= far.ids:
        problems.append("what is found near is not found within a longer distance")
    problems += [
        f"{told.get('id')} is {_metres(here, point):.0f} m away and is found"
        for told, point in placed
        if _metres(here, point) > SLACK * NEAR + NEAR
        and str(told.get("id")) in near.ids
    ]
    return promise.held_against(problems)


def _placed(feed: Feed) -> Iterator[tuple[Document, tuple[float, float]]]:
    """Read services whole that tell where they are."""
    for one in feed.listing("service_at_locations").items[:MOST]:
        told = feed.get(f"service_at_locations/{one.get('id')}").document
        if isinstance(told, dict) and (point := _point(told)):
            yield told, point


def _point(told: Document) -> tuple[float, float] | None:
    for one in inside(told, "location"):
        latitude, longitude = one.get("latitude"), one.get("longitude")
        if isinstance(latitude, int | float) and isinstance(longitude, int | float):
            return latitude, longitude
    return None


def _postcode(told: Document) -> str:
    for one in inside(told, "location", "addresses"):
        return str(one.get("postal_code", ""))
    return ""


def _metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Measure roughly, which is enough for «far beyond»."""
    narrow = math.cos(math.radians(here[0]))
    north, east = there[0] - here[0], (there[1] - here[1]) * narrow
    return math.hypot(north, east) * METRES_OF_A_DEGREE


def _organizations(feed: Feed, sample: Sequence[Document]) -> Check:
    promise = Promise(
        "organizations", "each service's organisation answers at its own address (HSDS)"
    )
    if feed.get("organizations").status == NOT_HERE:
        return promise.not_tried("there is no /organizations, which the UK leaves out")
    named = (one for told in sample for one in inside(told, "organization"))
    ids = list(dict.fromkeys(str(one.get("id")) for one in named))
    if not ids:
        return promise.not_tried("no service names an organisation")
    problems: list[str] = []
    for own in ids[:5]:
        answer = feed.get(f"organizations/{own}")
        if answer.status != OK:
            problems.append(f"{own} was answered with status {answer.status}")
        else:
            found = slips(answer.document, "organization")
            problems += [f"{own}: {slip.where} {slip.problem}" for slip in found]
    return promise.held_against(problems)


def _terms(feed: Feed, sample: Sequence[Document]) -> Check:
    promise = Promise(
        "terms",
        "the terms that services are under are listed, each in a listed taxonomy",
    )
    used = {
        str(term.get("id"))
        for told in sample
        for term in inside(told, "attributes", "taxonomy_term")
    }
    if not used:
        return promise.not_tried("no service is under a term")
    listed, taxonomies = feed.listing("taxonomy_terms"), feed.listing("taxonomies")
    problems = [f"{own} is used and not listed" for own in sorted(used - listed.ids)]
    if not listed.whole:
        problems = []
    of = {str(one["taxonomy_id"]) for one in listed.items if one.get("taxonomy_id")}
    problems += [f"taxonomy {own} is not listed" for own in sorted(of - taxonomies.ids)]
    return promise.held_against(problems)
