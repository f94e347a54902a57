"""May one pass a node that may hold somebody up: a gate, a stile, bollards, a kerb?"""

from collections.abc import Mapping
from dataclasses import dataclass

from weft.access.domain.streets.rights import KEYS, MAY, MAY_NOT
from weft.access.domain.streets.verdicts import Pass, Why, worse
from weft.access.domain.streets.wheels import number_in
from weft.access.domain.travel import ALONG_STREETS, Way

Tags = Mapping[str, str]
Y, N, U = Pass.YES, Pass.NO, Pass.UNKNOWN

OPEN_TO_ALL = frozenset({"entrance", "toll_booth", "height_restrictor", "sally_port"})
BARRIERS: dict[str, tuple[Pass, Pass, Pass, Pass]] = {  # foot, wheels, bike, car
    "gate": (Y, U, Y, U),
    "wicket_gate": (Y, U, U, N),
    "hampshire_gate": (Y, N, Y, U),
    "lift_gate": (Y, U, Y, U),
    "swing_gate": (Y, U, Y, U),
    "sliding_gate": (Y, U, Y, U),
    "kissing_gate": (Y, N, N, N),
    "full-height_turnstile": (Y, N, N, N),
    "turnstile": (Y, N, N, N),
    "stile": (Y, N, N, N),
    "bollard": (Y, U, Y, N),
    "planter": (Y, U, Y, N),
    "block": (Y, U, Y, N),
    "jersey_barrier": (Y, U, U, N),
    "cycle_barrier": (Y, U, Y, N),
    "motorcycle_barrier": (Y, U, U, N),
    "horse_stile": (Y, N, U, N),
    "cattle_grid": (Y, N, Y, Y),
    "bus_trap": (Y, U, U, N),
    "sump_buster": (Y, U, Y, N),
    "chain": (Y, U, U, N),
    "rope": (Y, U, U, N),
    "log": (Y, N, U, N),
    "debris": (U, N, U, N),
    "step": (Y, N, U, N),
    "spikes": (Y, U, Y, U),
    **dict.fromkeys(OPEN_TO_ALL, (Y, Y, Y, Y)),
    **dict.fromkeys(("wall", "fence", "hedge", "ditch"), (N, N, N, N)),
}
NOT_NAMED = (U, U, U, U)
"""A barrier of a kind that stands in no table of ours: nobody knows."""

KERBS = {
    **dict.fromkeys(("lowered", "flush", "no"), Pass.YES),
    "raised": Pass.NO,
}


@dataclass(frozen=True, slots=True)
class JointVerdict:
    """What a joint does to each way of getting about, in the order of ``Way``.

    ``kerb`` is whether wheels may pass its kerb, where it has one or a crossing may
    have one; ``paths_only`` where it stands between a path and the carriageway, and is
    not in the way of those who stay on the carriageway.
    """

    passing: tuple[Pass, Pass, Pass, Pass]
    why: Why
    paths_only: bool = False
    kind: str = ""

    @property
    def holds_nobody_up(self) -> bool:
        """Tell whether all may pass."""
        return all(one is Pass.YES for one in self.passing)


def joint_verdict(tags: Tags) -> JointVerdict:
    """Judge a node by its barrier and its kerb."""
    barrier = tags.get("barrier", "")
    if barrier and barrier != "kerb":
        return _barrier(barrier, tags)
    if barrier == "kerb" or "kerb" in tags or tags.get("highway") == "crossing":
        return _kerb(tags)
    return JointVerdict((Y, Y, Y, Y), Why(0))


def _barrier(kind: str, tags: Tags) -> JointVerdict:
    """Judge a barrier: by its kind, then by what is said of who may pass."""
    usual = dict(zip(ALONG_STREETS, BARRIERS.get(kind, NOT_NAMED), strict=True))
    if kind in {"bollard", "planter", "block"} and _wide(tags):
        usual[Way.WHEELS] = Pass.YES
    on_foot = _said(tags, Way.FOOT, usual[Way.FOOT])
    wheels = {"yes": Y, "designated": Y, "limited": U, "no": N}.get(
        tags.get("wheelchair", ""), usual[Way.WHEELS]
    )
    if on_foot is not Pass.YES:
        wheels = worse(wheels, on_foot)
    passing = (
        on_foot,
        wheels,
        _said(tags, Way.BIKE, usual[Way.BIKE]),
        _said(tags, Way.CAR, usual[Way.CAR]),
    )
    why = Why(0) if wheels is Pass.YES else Why.BARRIER
    return JointVerdict(passing, why, kind=kind)


def _wide(tags: Tags) -> bool:
    """Tell whether the gap is known to be wide enough for wheels."""
    told = (number_in(tags.get(key, "")) for key in ("maxwidth:physical", "maxwidth"))
    least = 1.2  # the gap between bollards that Inclusive Mobility asks for
    return any(metres is not None and metres >= least for metres in told)


def _said(tags: Tags, way: Way, usual: Pass) -> Pass:
    """Go from the particular key to the general; a lock shuts it to all."""
    if tags.get("locked") == "yes":
        return Pass.NO
    for key in KEYS[way]:
        told = tags.get(key)
        if told in MAY_NOT:
            return Pass.NO
        if told in MAY:
            # access=yes opens a gate to whom it can let through: no car over a stile
            return Pass.NO if usual is Pass.NO and key == "access" else Pass.YES
        if told is not None:
            return worse(Pass.UNKNOWN, usual)
    return usual


def _kerb(tags: Tags) -> JointVerdict:
    """Judge a kerb or a crossing: in the way of wheels, on their way off a path."""
    said = {"yes": Y, "no": N, "limited": U}.get(tags.get("wheelchair", ""))
    passing = (
        said if said is not None else KERBS.get(tags.get("kerb", ""), Pass.UNKNOWN)
    )
    why = {Y: Why(0), N: Why.KERB, U: Why.KERB_UNKNOWN}[passing]
    return JointVerdict((Y, passing, Y, Y), why, paths_only=True, kind="kerb")
