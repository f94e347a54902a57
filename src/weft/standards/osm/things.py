"""A thing on OpenStreetMap: its number, its tags, where it is and of what shape."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LonLat = tuple[float, float]


class ThingKind(StrEnum):
    """The three kinds; a number is unique only within its kind."""

    NODE = "node"
    WAY = "way"
    RELATION = "relation"


@dataclass(frozen=True, slots=True)
class Shape:
    """What is more than a point: rings of an area or a line, longitude first.

    ``outer`` holds the outlines of an area, each closed, or the stretches of a line;
    ``inner`` the holes of an area.
    """

    is_area: bool
    outer: tuple[tuple[LonLat, ...], ...]
    inner: tuple[tuple[LonLat, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing, as it was mapped.

    ``at`` is a point in or on it, longitude first; ``gates`` the ways in, where the map
    knows them.
    """

    kind: ThingKind
    number: int
    tags: Mapping[str, str]
    at: LonLat | None
    shape: Shape | None = None
    gates: tuple[LonLat, ...] = field(default=())

    @property
    def reference(self) -> str:
        """Say its number as OpenStreetMap's own pages do: ``way/20694184``."""
        return f"{self.kind}/{self.number}"
