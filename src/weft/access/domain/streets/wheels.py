"""May wheels pass: a wheelchair, a mobility scooter, a frame?

What shuts, what leaves it unknown, and what says yes, tag by tag. The measures are
those of *Inclusive Mobility* (Department for Transport, 2021): slopes up to 1 in 20,
never above 1 in 12; 1.5 m to pass, and less only for a few steps. Heights are in no
file that we read: a slope is known only where a tag tells it.
"""

import re
from collections.abc import Iterator, Mapping

from weft.access.domain.streets.verdicts import (
    Pass,
    Surface,
    Verdict,
    Why,
    both,
    worse,
)

Tags = Mapping[str, str]
Finding = tuple[Pass, Why]

SMOOTH = frozenset(
    {
        "paved",
        "asphalt",
        "chipseal",
        "concrete",
        "concrete:plates",
        "paving_stones",
        "paving_stones:lanes",
        "bricks",
        "metal",
        "wood",
        "rubber",
        "tartan",
        "acrylic",
    }
)
ROUGH = frozenset(
    {
        "sett",
        "cobblestone",
        "cobblestone:flattened",
        "unhewn_cobblestone",
        "concrete:lanes",
        "compacted",
        "fine_gravel",
        "unpaved",
        "grass_paver",
        "metal_grid",
    }
)
SOFT = frozenset(
    {
        "gravel",
        "pebblestone",
        "grass",
        "ground",
        "dirt",
        "earth",
        "mud",
        "sand",
        "rock",
        "woodchips",
        "clay",
        "stepping_stones",
    }
)
SMOOTHNESS = {
    **dict.fromkeys(("excellent", "good", "intermediate"), Pass.YES),
    "bad": Pass.UNKNOWN,
    **dict.fromkeys(("very_bad", "horrible", "very_horrible", "impassable"), Pass.NO),
}
PAVED_BY_KIND = frozenset(
    {
        "trunk",
        "trunk_link",
        "primary",
        "primary_link",
        "secondary",
        "secondary_link",
        "tertiary",
        "tertiary_link",
        "unclassified",
        "residential",
        "living_street",
        "service",
        "pedestrian",
        "road",
    }
)
QUIET = frozenset({"residential", "living_street", "service", "pedestrian"})
"""Where one goes along the carriageway if need be."""

FAST = frozenset({"trunk", "trunk_link"})
PAVEMENT = frozenset({"both", "left", "right", "yes", "separate"})
NO_PAVEMENT = frozenset({"no", "none"})
SIDES = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")
NARROW_METRES, TIGHT_METRES = 0.9, 1.5
STEEP_PERCENT, SLOPING_PERCENT = 100 / 12, 5.0
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def wheels(tags: Tags, on_foot: Verdict) -> Verdict:
    """Say whether wheels may pass: what a walker may, and all that wheels need besides.

    What somebody has said of wheelchairs stands above what the other tags make
    likely; it does not open a way that is private.
    """
    if on_foot.there is Pass.NO:
        return both(Pass.NO, why=Why.ACCESS)
    said = _said(tags)
    if said is not None:
        passing, why = said
    else:
        passing, why = Pass.YES, Why(0)
        for one, reason in _findings(tags):
            if one is not Pass.YES:
                passing, why = worse(passing, one), why | reason
    if on_foot.there is Pass.UNKNOWN:
        passing, why = worse(passing, Pass.UNKNOWN), why | Why.ACCESS
    return both(passing, why=why)


def surface_of(tags: Tags) -> Surface:
    """Say what one goes on, as far as anybody has said."""
    told = tags.get("surface", "")
    if told in SMOOTH or (not told and tags.get("tracktype") == "grade1"):
        return Surface.SMOOTH
    if told in ROUGH:
        return Surface.ROUGH
    return Surface.SOFT if told in SOFT else Surface.UNKNOWN


def _said(tags: Tags) -> Finding | None:
    """Take what somebody has said of wheelchairs."""
    match tags.get("wheelchair"):
        case "yes" | "designated":
            return Pass.YES, Why(0)
        case "limited":
            return Pass.UNKNOWN, Why.SAID
        case "no":
            return Pass.NO, Why.SAID | (Why.STEPS if _is_steps(tags) else Why(0))
    return None


def _findings(tags: Tags) -> Iterator[Finding]:
    """Look at each thing that matters to wheels."""
    if _is_steps(tags):
        yield _ramp(tags), Why.STEPS
    else:
        yield _surface(tags)
    smooth = tags.get("smoothness")
    if smooth is not None:
        yield SMOOTHNESS.get(smooth, Pass.UNKNOWN), Why.SMOOTHNESS
    yield _width(tags), Why.WIDTH
    yield _slope(tags), Why.SLOPE
    yield _pavement(tags)
    if tags.get("kerb") == "raised":
        yield Pass.NO, Why.KERB


def _is_steps(tags: Tags) -> bool:
    return tags.get("highway") == "steps"


def _ramp(tags: Tags) -> Pass:
    """Say whether a ramp lies beside the steps."""
    if tags.get("ramp:wheelchair") == "yes":
        return Pass.YES
    return Pass.UNKNOWN if tags.get("ramp") in {"yes", "separate"} else Pass.NO


def _surface(tags: Tags) -> Finding:
    """Say whether the surface bears wheels; a street of the town does."""
    match surface_of(tags):
        case Surface.SMOOTH:
            return Pass.YES, Why(0)
        case Surface.ROUGH:
            return Pass.UNKNOWN, Why.SURFACE
        case Surface.SOFT:
            return Pass.NO, Why.SURFACE
    if "surface" not in tags and tags.get("highway") in PAVED_BY_KIND:
        return Pass.YES, Why(0)
    return Pass.UNKNOWN, Why.SURFACE_UNKNOWN


def _width(tags: Tags) -> Pass:
    """Say whether it is wide enough; unmapped widths are taken for wide enough."""
    metres = number_in(tags.get("width", ""))
    if metres is None or metres >= TIGHT_METRES:
        return Pass.YES
    return Pass.NO if metres < NARROW_METRES else Pass.UNKNOWN


def _slope(tags: Tags) -> Pass:
    """Say whether a slope that is told is one for wheels."""
    told = tags.get("incline", "")
    if told in {"up", "down"}:
        return Pass.UNKNOWN
    steep = number_in(told) if "°" not in told else None
    if steep is None:
        return Pass.UNKNOWN if told else Pass.YES
    if abs(steep) > STEEP_PERCENT:
        return Pass.NO
    return Pass.UNKNOWN if abs(steep) > SLOPING_PERCENT else Pass.YES


def _pavement(tags: Tags) -> Finding:
    """Say whether wheels are apart from the cars of a busier street."""
    kind = tags.get("highway", "")
    if kind not in PAVED_BY_KIND or kind in QUIET:
        return Pass.YES, Why(0)
    told = {tags[side] for side in SIDES if side in tags}
    if told & PAVEMENT:
        return Pass.YES, Why(0)
    if told & NO_PAVEMENT:
        return (Pass.NO if kind in FAST else Pass.UNKNOWN), Why.NO_PAVEMENT
    return Pass.UNKNOWN, Why.PAVEMENT_UNKNOWN


def number_in(told: str) -> float | None:
    """Read the first number of a text: «1.2 m», «-8%»."""
    found = _NUMBER.match(told.strip())
    return float(found.group()) if found else None
