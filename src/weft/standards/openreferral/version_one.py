"""What does a service of the first UK version (1.0) say in the words of the third?

The two differ in names and in where things stand. Only what has another name is moved;
what the third version does not know stays under its old name, where it is counted among
what is not read.
"""

from collections.abc import Iterator, Mapping

from weft.standards.openreferral.fields import Json, Object, inside, number, several

_TERMS = ("service_taxonomys", "service_taxonomies", "taxonomies")
_WHO = ("eligibilitys", "eligibilities", "eligibility")
_TIMES = ("regular_schedules", "regular_schedule")
MOVED = frozenset({*_TERMS, *_WHO, *_TIMES, "service_at_locations"})


def as_version_three(told: Json) -> Json:
    """Write a service of version 1.0 as one of 3.0; anything else as it is."""
    if not isinstance(told, Mapping):
        return told
    kept = {name: value for name, value in told.items() if name not in MOVED}
    who = [one for name in _WHO for one in several(told, name)]
    made: dict[str, Json] = {
        "attributes": list(_attributes(told)),
        "schedules": list(_schedules(told)),
        "service_at_locations": [
            _at_location(one) for one in several(told, "service_at_locations")
        ],
        "minimum_age": _bound(who, "minimum_age", least=True),
        "maximum_age": _bound(who, "maximum_age", least=False),
        "eligibility_description": _who_for(told, who),
    }
    return {**kept, **{name: value for name, value in made.items() if value}}


def _attributes(told: Object) -> Iterator[Json]:
    """Read its terms; in this version a taxonomy is one term of a vocabulary."""
    for name in _TERMS:
        for one in several(told, name):
            term = inside(one, "taxonomy") or one
            if term.get("name"):
                yield {
                    "taxonomy_term": {
                        "id": term.get("id"),
                        "name": term["name"],
                        "taxonomy": term.get("vocabulary"),
                    }
                }


def _schedules(told: Object) -> Iterator[Json]:
    """Read its times, with the place they are told of."""
    for name in _TIMES:
        for one in several(told, name):
            place = inside(one, "service_at_location") or {}
            at = one.get("service_at_location_id") or place.get("id")
            rest = {k: v for k, v in one.items() if k != "service_at_location"}
            yield {**rest, "service_at_location_id": at}


def _at_location(told: Object) -> Json:
    """Write a service at its place, with the times that are told of it there."""
    kept = {name: value for name, value in told.items() if name not in _TIMES}
    place = inside(told, "location")
    return {
        **kept,
        **({"location": _location(place)} if place is not None else {}),
        "schedules": [one for name in _TIMES for one in several(told, name)],
    }


def _location(told: Object) -> Json:
    kept = dict(told)
    for old, new in (
        ("physical_addresses", "addresses"),
        ("accessibility_for_disabilities", "accessibility"),
    ):
        if old in kept:
            kept[new] = kept.pop(old)
    return kept


def _bound(who: list[Object], name: str, *, least: bool) -> float | None:
    """Give the widest bound of those told; none where any of them tells none."""
    told = [number(one, name) for one in who]
    ages = [age for age in told if age is not None]
    if not ages or len(ages) < len(told):
        return None
    return min(ages) if least else max(ages)


def _who_for(told: Object, who: list[Object]) -> str:
    """Gather for whom it is, in the words it was told in."""
    said = told.get("eligibility")
    words = [one.get("eligibility") for one in who]
    words += [said] if isinstance(said, str) else []
    return "; ".join(dict.fromkeys(str(word) for word in words if word))
