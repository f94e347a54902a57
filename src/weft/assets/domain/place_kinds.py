"""What is a thing on OpenStreetMap to people here, and why is another left out?

The mapping itself is data, ``place_kinds.toml`` beside this file: every key and value
is of one of our kinds or left out with a reason that stands in the ledger. What is in
neither is not understood, and is counted.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.told import Mix

DECIDING_KEYS = (
    "social_facility",  # says more than amenity=social_facility, so it comes first
    "amenity",
    "leisure",
    "shop",
    "tourism",
    "landuse",
    "natural",
    "waterway",
    "historic",
    "healthcare",
    "club",
)
PRIVATE = frozenset({"private", "no"})
_SEVERAL = re.compile(r"[;,]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKind:
    """One kind of place, and what is so of every such place."""

    key: str
    label: str
    words: str = ""
    mix: Mix
    asset_kind: AssetKind = AssetKind.PLACE
    facts: tuple[tuple[FactField, str], ...] = ()
    always_open: bool = False
    nameless: str = ""  # why one without a name is left out; "" where it is kept
    listed: bool = True  # False: on the map and counted, but not a thing to do


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Known, and not wanted."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A key and value that nobody has decided about yet."""

    tag: str


def place_kind_of(tags: Mapping[str, str]) -> PlaceKind | LeftOut | NotKnown:
    """Decide what a mapped thing is.

    Parameters
    ----------
    tags
        All of its tags: a café that is also a bakery is decided the same way, in
        whichever layer it is met.

    Returns
    -------
    PlaceKind or LeftOut or NotKnown
        A kind wins over a reason for leaving out, save that what is private, a
        private garden or a home is never a place for others.
    """
    if tags.get("access") in PRIVATE:
        return LeftOut("private, as the map says")
    if tags.get("garden:type") in {"residential", "private"}:
        return LeftOut("a garden of somebody's own")
    reason: LeftOut | None = None
    unknown = ""
    for key in DECIDING_KEYS:
        if key not in tags:
            continue
        decided = _decided(key, tags[key])
        if isinstance(decided, PlaceKind):
            return _with_name(decided, tags)
        if decided is not None and key == DECIDING_KEYS[0]:
            return decided
        reason = reason or decided
        unknown = unknown or f"{key}={tags[key]}"
    return reason or NotKnown(unknown or "nothing that says what it is")


def _with_name(kind: PlaceKind, tags: Mapping[str, str]) -> PlaceKind | LeftOut:
    """Leave out a thing without a name where it would tell nobody anything."""
    if kind.nameless and not tags.get("name") and not _is_for_all(tags):
        return LeftOut(kind.nameless)
    return kind


def _is_for_all(tags: Mapping[str, str]) -> bool:
    """Tell whether the map says of a nameless thing that anybody may come."""
    return tags.get("garden:type") == "community" or tags.get("access") == "yes"


@lru_cache(maxsize=10_000)
def _decided(key: str, value: str) -> PlaceKind | LeftOut | None:
    """Look one tag up: as it is, by its parts, by its key alone.

    Of several parts one that is a kind of ours counts before one that is left out,
    unless the first says that the place is empty: ``vacant;cafe`` was a café once.
    """
    known = _mapping()
    parts = (value, *(part.strip() for part in _SEVERAL.split(value)), "*")
    tags = (f"{key}={part}" for part in parts)
    found = [known[tag] for tag in tags if tag in known]
    if not found or f"{key}={value}" in known or found[0] == _empty():
        return found[0] if found else None
    return next((one for one in found if isinstance(one, PlaceKind)), found[0])


@cache
def place_kinds() -> Mapping[str, PlaceKind]:
    """List every kind of place by its key."""
    return {key: _kind(key, told) for key, told in _file()["kinds"].items()}


@cache
def _mapping() -> Mapping[str, PlaceKind | LeftOut]:
    """Turn the file around: from a tag to what it means."""
    mapping: dict[str, PlaceKind | LeftOut] = {}
    told = _file()
    for key, kind in told["kinds"].items():
        mapping |= dict.fromkeys(_texts(kind["osm"]), place_kinds()[key])
    for left in told["left_out"].values():
        reason = LeftOut(str(left["reason"]))
        mapping |= dict.fromkeys(_texts(left["osm"]), reason)
    return mapping


@cache
def _empty() -> LeftOut:
    """Give the reason for leaving out what is shut."""
    return LeftOut(str(_file()["left_out"]["empty"]["reason"]))


_Tables = dict[str, dict[str, dict[str, object]]]


@cache
def _file() -> _Tables:
    """Read the file; it is ours, so a mistake in it is a bug and not a complaint."""
    path = Path(__file__).with_name("place_kinds.toml")
    tables: _Tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables


def _kind(key: str, told: Mapping[str, object]) -> PlaceKind:
    """Read one kind."""
    facts = told.get("facts", {})
    nameless = str(told["nameless"])
    named = set(_texts(told["mix"]))
    return PlaceKind(
        key=key,
        label=str(told["label"]),
        words=str(told.get("words", "")),
        mix=Mix(
            creative="creative" in named or None,
            cultural="cultural" in named or None,
            community="community" in named or None,
            food="food" in named or None,
            heritage="heritage" in named or None,
        ),
        asset_kind=AssetKind(str(told.get("as", "place"))),
        facts=tuple(
            (FactField(field), str(value))
            for field, value in (facts.items() if isinstance(facts, dict) else ())
        ),
        always_open=told.get("open") == "always",
        nameless="" if nameless == "keep" else nameless,
        listed=bool(told.get("listed", True)),
    )


def _texts(told: object) -> tuple[str, ...]:
    """Read a list of texts."""
    return tuple(str(one) for one in told) if isinstance(told, list) else ()
