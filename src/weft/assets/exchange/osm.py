"""What does a mapped thing tell of a place, and what do we not take from it?

Taken: its kind, names, where it is, opening hours, and what the tags say of getting in
and of toilets. Not taken: telephone numbers and e-mail addresses, because a mapper's
tag does not say whether it is a door's or a person's. ``wheelchair=limited`` is neither
yes nor no to «is there a way in without steps?»: it is kept in words.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.opening import is_understood
from weft.assets.domain.place_kinds import PlaceKind
from weft.assets.domain.told import (
    NO,
    YES,
    AssetTold,
    FactTold,
    NameTold,
    ScheduleTold,
    in_words,
)
from weft.commons.places import Point
from weft.standards.osm import Shape, Thing

TOLD_BY = "OpenStreetMap contributors"

_NAME_TAGS = (
    ("alt_name", ""),
    ("old_name", ""),
    ("official_name", ""),
    ("local_name", ""),
    ("name:ur", "ur"),
    ("name:pa", "pa"),
    ("name:pl", "pl"),
    ("name:uk", "uk"),
    ("name:ar", "ar"),
)
_YES_NO_TAGS = (
    ("toilets", FactField.TOILETS),
    ("toilets:wheelchair", FactField.ACCESSIBLE_TOILET),
    ("hearing_loop", FactField.HEARING_LOOP),
    ("audio_loop", FactField.HEARING_LOOP),
)
_FEE = {"no": YES, "yes": NO}
_SIMPLE = {
    "yes": YES,
    "designated": YES,
    "public": YES,
    "customers": YES,
    "no": NO,
}


def asset_from(thing: Thing, kind: PlaceKind, *, snapshot: date | None) -> AssetTold:
    """Take a mapped thing as an asset.

    Parameters
    ----------
    thing
        With its tags and where it is.
    kind
        What ``place_kind_of`` decided.
    snapshot
        The day of the extract: what it says was so at the latest then.
    """
    tags = thing.tags
    told_on = _checked_on(tags) or snapshot
    shown = kind.asset_kind in {AssetKind.AREA, AssetKind.LINE} and thing.shape
    return AssetTold(
        reference=thing.reference,
        kind=kind.asset_kind,
        name=tags.get("name", "")[:300] or kind.label,
        place_kind=kind.key,
        summary=tags.get("description", ""),
        mix=kind.mix,
        point=_point(thing.at),
        shape=geometry_text(thing.shape) if shown and thing.shape else "",
        gates=tuple(Point(lat, lon) for lon, lat in thing.gates),
        address=address_of(tags),
        postcode=tags.get("addr:postcode", "")[:8].upper(),
        website=_website(tags),
        told_by=TOLD_BY,
        told_on=told_on,
        names=tuple(_names(tags)),
        facts=tuple(_facts(tags, kind, told_on)),
        schedules=tuple(_hours(tags, kind, told_on)),
    )


def address_of(tags: Mapping[str, str]) -> str:
    """Put the parts of an address in a row, as one reads it."""
    number = tags.get("addr:housenumber") or tags.get("addr:housename", "")
    street = " ".join(one for one in (number, tags.get("addr:street", "")) if one)
    rest = (tags.get(f"addr:{part}", "") for part in ("suburb", "village", "city"))
    return ", ".join(dict.fromkeys(one for one in (street, *rest) if one))[:400]


def geometry_text(shape: Shape) -> str:
    """Write a shape as a GeoJSON geometry."""
    if not shape.is_area:
        lines = [list(map(list, line)) for line in shape.outer]
        geometry = {"type": "MultiLineString", "coordinates": lines}
    else:
        # Which hole lies in which outline does not matter for drawing with even-odd.
        outer = [[list(map(list, ring))] for ring in shape.outer]
        if outer:
            outer[0].extend(list(map(list, ring)) for ring in shape.inner)
        geometry = {"type": "MultiPolygon", "coordinates": outer}
    return json.dumps(geometry, separators=(",", ":"))


def _point(at: tuple[float, float] | None) -> Point | None:
    return Point(at[1], at[0]) if at else None


def _website(tags: Mapping[str, str]) -> str:
    """Find a page on the web; never a page about a person."""
    told = tags.get("website") or tags.get("contact:website") or tags.get("url", "")
    return told[:500] if told.startswith(("http://", "https://")) else ""


def _checked_on(tags: Mapping[str, str]) -> date | None:
    """Read the day on which a mapper last looked, if the map says one."""
    try:
        return date.fromisoformat(tags.get("check_date", ""))
    except ValueError:
        return None


def _names(tags: Mapping[str, str]) -> Iterator[NameTold]:
    """List what else it is called; each in its language where the map says which."""
    seen = {tags.get("name", "")}
    for key, language in _NAME_TAGS:
        for name in tags.get(key, "").split(";"):
            plain = name.strip()[:300]
            if plain and plain not in seen:
                seen.add(plain)
                yield NameTold(name=plain, language=language)


def _facts(
    tags: Mapping[str, str], kind: PlaceKind, told_on: date | None
) -> Iterator[FactTold]:
    """Say what the tags say, and what is so of every such place."""
    said: dict[FactField, str] = dict(kind.facts)
    for tag, field in _YES_NO_TAGS:
        if tags.get(tag) in _SIMPLE:
            said[field] = _SIMPLE[tags[tag]]
    if tags.get("wheelchair") in {"yes", "designated"}:
        said[FactField.STEP_FREE] = YES
    elif tags.get("wheelchair") == "no":
        said[FactField.STEP_FREE] = NO
    if tags.get("fee") in _FEE:
        said[FactField.FREE] = _FEE[tags["fee"]]
    if kind.always_open and tags.get("fee") is None and kind.key != "parking":
        said.setdefault(FactField.FREE, YES)
    for field, value in said.items():
        yield FactTold(field=field, value=value, told_by=TOLD_BY, told_on=told_on)
    words = tags.get("wheelchair:description", "")
    if tags.get("wheelchair") == "limited":
        words = f"Wheelchair access is limited. {words}".strip()
    yield from in_words(WordField.ACCESS, words, by=TOLD_BY, on=told_on)


def _hours(
    tags: Mapping[str, str], kind: PlaceKind, told_on: date | None
) -> Iterator[ScheduleTold]:
    """Say when its door is open, where the map says so in words that can be read."""
    told = tags.get("opening_hours", "")
    if told and is_understood(told):
        yield ScheduleTold(opening_hours=told, said=told[:500], told_on=told_on)
    elif not told and kind.always_open:
        yield ScheduleTold(opening_hours="24/7", told_on=told_on)
