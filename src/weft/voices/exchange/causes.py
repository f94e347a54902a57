"""How do causes come in and go out: GraphML, Kumu, a list of arrows?

Nothing but the map leaves: things, arrows, and the numbers of the passages behind them.
The words themselves stay where their consent keeps them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

from weft.commons.errors import FileNotUnderstood
from weft.standards.causal_maps import (
    Edge,
    Graph,
    Node,
    Read,
    Value,
    graphml,
    kumu,
    listed,
)
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.told import CauseTold, ThingTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A format in which a map of causes leaves and comes."""

    words: str
    ends: str  # of the file's name
    media: str
    write: Callable[[Graph], bytes]
    read: Callable[[bytes], Read]


FORMS = {
    "graphml": Form(
        words="GraphML",
        ends=".graphml",
        media="application/graphml+xml",
        write=graphml.write,
        read=graphml.read,
    ),
    "csv": Form(
        words="CSV",
        ends=".csv",
        media="text/csv; charset=utf-8",
        write=listed.write,
        read=listed.read,
    ),
    "kumu": Form(
        words="Kumu",
        ends=".json",
        media="application/json",
        write=lambda graph: kumu.write(_as_kumu(graph)),
        read=kumu.read,
    ),
}
"""By the word in the address."""

FARTHEST = 10_000
"""As far across or down as a thing can stand on the canvas."""

Kind = TypeVar("Kind", Basis, Scale)

_READS = {
    "graphml": graphml.read,
    "xml": graphml.read,
    "json": kumu.read,
    "csv": listed.read,
}

_SIGNS = {
    Sign.MORE: {"+", "positive", "same", "s", "more"},
    Sign.LESS: {"-", "−", "–", "negative", "opposite", "o", "less"},
}
_SIGN_NAMES = ("sign", "type", "connection type", "polarity", "label", "weight")
_TIME_NAMES = ("takes_time", "delayed", "delay")
_KNOWN = frozenset({*_SIGN_NAMES, *_TIME_NAMES, "basis", "scale", "words", "who"})
_OF_THINGS = frozenset({"label", "measured_by", "x", "y"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CausesRead:
    """Causes that a file tells, and what in it has no place with us."""

    causes: tuple[CauseTold, ...]
    things: tuple[ThingTold, ...]
    unread: tuple[str, ...]


def read_file(raw: bytes, *, name: str) -> Read:
    """Read a map in whichever form the end of its name says.

    Raises
    ------
    FileNotUnderstood
        It ends otherwise, or is not what its name says.
    """
    ends = name.lower().rpartition(".")[2]
    read = _READS.get(ends)
    if read is None:
        raise FileNotUnderstood(
            "its name ends in no way that we know",
            file=name,
            remedy="Choose a file that ends in .graphml, .json (Kumu) or .csv.",
        )
    return read(raw, file=name)


def graph_of(
    causes: Iterable[CauseTold], things: Iterable[ThingTold] = (), **about: Value
) -> Graph:
    """Give causes as a graph: things by name, each account an edge by its ref.

    Parameters
    ----------
    things
        Of which more is known: what measures them, and where they stand.
    about
        What is said of the map whole: its name, that it is a draft.
    """
    told = tuple(causes)
    known = {one.name: one for one in things}
    ends = (name for one in told for name in (one.cause, one.effect))
    names = dict.fromkeys([*known, *ends])
    return Graph(
        nodes=tuple(
            Node(id=name, attributes=dict(_known_of(known.get(name)))) for name in names
        ),
        edges=tuple(
            Edge(
                id=one.ref,
                source=one.cause,
                target=one.effect,
                directed=not one.both_ways,
                attributes=dict(_said(one)),
            )
            for one in told
        ),
        attributes=about,
    )


def causes_in(read: Read) -> CausesRead:
    """Take causes from a graph, whatever its program calls their signs.

    A sign that cannot be read is not known.
    What else is said of edges and things has no place with us: it is counted.
    """
    label = {
        node.id: str(node.attributes.get("label") or node.id)
        for node in read.graph.nodes
    }
    taken: set[str] = set()
    causes: list[CauseTold] = []
    left: dict[str, int] = {}
    for edge in read.graph.edges:
        ends = label[edge.source], label[edge.target]
        causes.append(_cause(edge, ends, _new_ref(edge.id, taken)))
    said = [(edge.attributes, _KNOWN) for edge in read.graph.edges]
    said += [(node.attributes, _OF_THINGS) for node in read.graph.nodes]
    for attributes, known in said:
        for name in attributes.keys() - known:
            left[name] = left.get(name, 0) + 1
    unread = (f"{many} × «{name}»" for name, many in sorted(left.items()))
    things = (_thing(label[node.id], node.attributes) for node in read.graph.nodes)
    joined = {name for one in causes for name in (one.cause, one.effect)}
    return CausesRead(
        causes=tuple(causes),
        things=tuple(
            one
            for one in things
            if one != ThingTold(name=one.name) or one.name not in joined
        ),
        unread=(*read.unread, *unread),
    )


def _said(one: CauseTold) -> Iterator[tuple[str, Value]]:
    yield "sign", one.sign.value
    yield "basis", one.basis.value
    if one.takes_time is not None:
        yield "takes_time", one.takes_time
    if one.scale is not Scale.UNKNOWN:
        yield "scale", one.scale.value
    if one.words:
        yield "words", " ".join(one.words)
    if one.who:
        yield "who", one.who


def _known_of(one: ThingTold | None) -> Iterator[tuple[str, Value]]:
    if one is not None and one.measured_by:
        yield "measured_by", one.measured_by
    if one is not None and one.at is not None:
        yield "x", one.at[0]
        yield "y", one.at[1]


def _thing(name: str, told: Mapping[str, Value]) -> ThingTold:
    """Read what is known of a thing; a place that is no number is no place."""
    across, down = (_number(str(told.get(axis, ""))) for axis in ("x", "y"))
    placed = across is not None and down is not None
    return ThingTold(
        name=name,
        measured_by=str(told.get("measured_by", "")),
        at=(_on_canvas(across), _on_canvas(down)) if placed else None,
    )


def _on_canvas(place: float | None) -> int:
    return round(min(max(place or 0, 0), FARTHEST))


def _as_kumu(graph: Graph) -> Graph:
    """Call sign and delay as Kumu does, so that it draws them."""
    kumus = {"sign": "type", "takes_time": "delayed"}
    return Graph(
        nodes=graph.nodes,
        edges=tuple(
            Edge(
                id=one.id,
                source=one.source,
                target=one.target,
                directed=one.directed,
                attributes={kumus.get(k, k): v for k, v in one.attributes.items()},
            )
            for one in graph.edges
        ),
        attributes=graph.attributes,
    )


def _cause(edge: Edge, ends: tuple[str, str], ref: str) -> CauseTold:
    cause, effect = ends
    told = {name: str(value) for name, value in edge.attributes.items()}
    return CauseTold(
        ref=ref,
        cause=cause,
        effect=effect,
        sign=_sign(told),
        basis=_one_of(Basis, told.get("basis", ""), Basis.STATED),
        takes_time=_takes_time(told),
        scale=_one_of(Scale, told.get("scale", ""), Scale.UNKNOWN),
        words=tuple(told.get("words", "").split()),
        who=told.get("who", ""),
        both_ways=not edge.directed,
    )


def _new_ref(asked: str, taken: set[str]) -> str:
    """Keep an edge's own id where it is free; a project knows each cause by one ref."""
    ref, more = asked or f"C{len(taken) + 1}", 2
    while ref in taken:
        ref = f"{asked or 'C'}-{more}"
        more += 1
    taken.add(ref)
    return ref


def _sign(told: Mapping[str, str]) -> Sign:
    for name in _SIGN_NAMES:
        said = told.get(name, "").strip().lower()
        for sign, words in _SIGNS.items():
            if said in words:
                return sign
        if said and (weight := _number(said)):
            return Sign.MORE if weight > 0 else Sign.LESS
    return Sign.UNKNOWN


def _number(said: str) -> float | None:
    """Read a weight, of which we keep the sign alone; None where it is no number."""
    try:
        found = float(said)
    except ValueError:
        return None
    return found if isfinite(found) else None


def _takes_time(told: Mapping[str, str]) -> bool | None:
    said = next((told[name] for name in _TIME_NAMES if name in told), "").lower()
    return {"": None, "false": False, "no": False, "0": False}.get(said, True)


def _one_of(kinds: type[Kind], said: str, usual: Kind) -> Kind:
    return next((one for one in kinds if one.value == said), usual)
