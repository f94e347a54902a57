"""How do the ways of OpenStreetMap become columns that can be cut into edges?

Way after way is judged once for each combination of tags (there are some thousands in a
region of half a million ways) and laid end to end in flat columns.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from weft.access.domain.streets import rights
from weft.access.domain.streets.joints import JointVerdict, joint_verdict
from weft.access.domain.streets.verdicts import Kind, Pass, Surface, Verdict
from weft.access.domain.streets.wheels import number_in, surface_of, wheels
from weft.access.domain.travel import USUAL, Way
from weft.commons.provenance import Tally
from weft.standards.osm.streets import Edge, Joint, Street

MATTER = frozenset(
    {
        "highway",
        "access",
        "foot",
        "bicycle",
        "vehicle",
        "motor_vehicle",
        "motorcar",
        "oneway",
        "oneway:bicycle",
        "cycleway",
        "cycleway:left",
        "cycleway:right",
        "cycleway:both",
        "junction",
        "motorroad",
        "maxspeed",
        "designation",
        "wheelchair",
        "surface",
        "smoothness",
        "width",
        "incline",
        "tracktype",
        "ramp",
        "ramp:wheelchair",
        "sidewalk",
        "sidewalk:both",
        "sidewalk:left",
        "sidewalk:right",
        "kerb",
        "lit",
        "step_count",
    }
)
"""Tags that change a verdict or are told; all others are passed over."""

MM_A_SECOND = {
    way: round(USUAL.paces[way].metres_a_minute * 1_000 / 60)
    for way in (Way.FOOT, Way.WHEELS, Way.BIKE)
}
LIT = {"no": 0, "disused": 0}
UNKNOWN_LIT = 2
MOST_STEPS = 65_535
PATH_KINDS = rights.PATHS - {"steps", "pedestrian", "track"}


@dataclass(frozen=True, slots=True)
class Judged:
    """All that is said of one combination of tags."""

    by_way: tuple[Verdict, Verdict, Verdict, Verdict]  # in the order of ``Way``
    kind: Kind
    surface: Surface
    lit: int  # 0 no, 1 yes, 2 nobody has said
    steps: int  # 0 where it has none, or nobody has counted

    @property
    def is_shut(self) -> bool:
        """Tell whether nobody of ours may pass."""
        return all(v.there is Pass.NO and v.back is Pass.NO for v in self.by_way)


@lru_cache(maxsize=100_000)
def judged(tags: frozenset[tuple[str, str]]) -> Judged:
    """Judge a combination of tags for each way of getting about."""
    told = MappingProxyType(dict(tags))
    on_foot = rights.foot(told)
    return Judged(
        by_way=(
            on_foot,
            wheels(told, on_foot),
            rights.bike(told, walking_mm=MM_A_SECOND[Way.FOOT]),
            rights.car(told),
        ),
        kind=_kind(told.get("highway", "")),
        surface=surface_of(told),
        lit=LIT.get(told["lit"], 1) if "lit" in told else UNKNOWN_LIT,
        steps=_steps(told),
    )


def matter(tags: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Keep the tags that change a verdict."""
    return frozenset((key, value) for key, value in tags.items() if key in MATTER)


def _kind(highway: str) -> Kind:
    """Say whether it is a path, steps, or a road."""
    if highway == "steps":
        return Kind.STEPS
    if highway in rights.MOTORWAYS:
        return Kind.MOTORWAY
    return Kind.PATH if highway in PATH_KINDS else Kind.ROAD


def _steps(tags: Mapping[str, str]) -> int:
    """Read how many steps there are."""
    many = number_in(tags.get("step_count", ""))
    return min(int(many), MOST_STEPS) if many and many > 0 else 0


@dataclass(slots=True)
class Gathered:
    """Ways end to end: the nodes and places of all, and where each begins."""

    nodes: "array[int]" = field(default_factory=lambda: array("q"))
    degrees: "array[float]" = field(default_factory=lambda: array("d"))
    starts: "array[int]" = field(default_factory=lambda: array("q", [0]))
    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    names: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    joints: dict[int, JointVerdict] = field(default_factory=dict)
    walls: list[Edge] = field(default_factory=list)
    unplaced: int = 0  # nodes of streets that no extract holds
    tally: Tally = field(default_factory=Tally)


def gathered(told: Iterable[Street | Joint | Edge]) -> Gathered:
    """Go through what an extract holds, once; what is left out is counted."""
    into = Gathered()
    for one in told:
        match one:
            case Joint():
                _take_joint(one, into)
            case Edge():
                into.walls.append(one)
                into.tally.use()
            case Street():
                _take_street(one, into)
    return into


def _take_joint(one: Joint, into: Gathered) -> None:
    """Keep a node that may hold somebody up."""
    verdict = joint_verdict(one.tags)
    if verdict.holds_nobody_up:
        into.tally.leave_out("a node that holds nobody up")
        return
    into.tally.use()
    into.joints[one.number] = verdict


def _take_street(one: Street, into: Gathered) -> None:
    """Keep a street, or count why not."""
    if len(one.nodes) < 2:  # noqa: PLR2004 a line has two ends
        into.tally.complain(
            "a street whose nodes the extract does not hold",
            example=f"way/{one.number}",
        )
        return
    verdict = judged(matter(one.tags))
    if verdict.is_shut:
        into.tally.leave_out("a street that is open to nobody of ours")
        return
    into.unplaced += one.unplaced
    into.tally.use()
    into.nodes.extend(one.nodes)
    for longitude, latitude in one.at:
        into.degrees.append(longitude)
        into.degrees.append(latitude)
    into.starts.append(len(into.nodes))
    into.numbers.append(one.number)
    into.names.append(one.tags.get("name", ""))
    into.judged.append(verdict)
