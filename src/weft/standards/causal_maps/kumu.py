"""How does Kumu say a map? As a blueprint: elements and connections, in JSON.

Kumu, «JSON / Blueprints»: elements are known by their label or ``_id``; a connection
names two of them, its direction (directed, mutual, undirected) and its type («+», «-»).
A project that Kumu exported has the same with ``attributes`` one level down. Whatever
else stands there is kept.
"""

import json
from collections.abc import Iterator, Mapping
from math import isfinite

from weft.commons.errors import FileNotUnderstood
from weft.standards.causal_maps.graph import Edge, Graph, Node, Read, Value

Json = Mapping[str, object]
REMEDY = "In Kumu, export the project as JSON, and choose that file."
_ENDS = frozenset({"_id", "id", "from", "to", "direction", "attributes"})
_THEIRS = _ENDS | {"label", "elements", "connections"}


def write(graph: Graph) -> bytes:
    """Write a graph as a Kumu blueprint; a node's id is its label there.

    An attribute named like one of Kumu's own words gets «_» behind its name.
    """
    elements = [{"label": node.id, **_own(node.attributes)} for node in graph.nodes]
    connections = [
        {
            **({"_id": edge.id} if edge.id else {}),
            "from": edge.source,
            "to": edge.target,
            "direction": "directed" if edge.directed else "mutual",
            **_own(edge.attributes),
        }
        for edge in graph.edges
    ]
    told = {**_own(graph.attributes), "elements": elements, "connections": connections}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(
        errors="replace"
    )


def read(raw: bytes, *, file: str = "the file") -> Read:
    """Read a Kumu blueprint or an exported project.

    A connection may name an element that is listed nowhere: Kumu makes it, and so do
    we. What is told in lists or objects (tags, maps) is counted as unread.

    Raises
    ------
    FileNotUnderstood
        When it is not JSON with elements and connections.
    """
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise _wrong(f"it is not JSON: {problem}", file) from problem
    if not isinstance(told, dict) or not isinstance(told.get("connections"), list):
        raise _wrong("it has no «connections»", file)
    return _Reading(file).read(told)


def _own(attributes: Mapping[str, Value]) -> dict[str, Value]:
    """Keep our words apart from Kumu's; JSON has no endless number, so it is text."""
    return {
        f"{name}_" if name in _THEIRS else name: str(value)
        if isinstance(value, float) and not isfinite(value)
        else value
        for name, value in attributes.items()
    }


def _wrong(problem: str, file: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file=file, remedy=REMEDY)


class _Reading:
    def __init__(self, file: str) -> None:
        self.file = file
        self.left: dict[str, int] = {}
        self.label: dict[str, str] = {}  # by _id
        self.nodes: dict[str, Node] = {}

    def read(self, told: Json) -> Read:
        for element in self._objects(told, "elements"):
            self._element(element)
        edges = tuple(self._edge(one) for one in self._objects(told, "connections"))
        graph = Graph(
            nodes=tuple(self.nodes.values()),
            edges=edges,
            attributes=dict(
                self._plain(told, but=frozenset({"elements", "connections"}))
            ),
        )
        unread = tuple(f"{many} × {what}" for what, many in self.left.items())
        return Read(graph=graph, unread=unread)

    def _objects(self, told: Json, name: str) -> Iterator[Json]:
        listed = told.get(name, [])
        for one in listed if isinstance(listed, list) else []:
            if isinstance(one, dict):
                inner = one.get("attributes")
                yield {**one, **inner} if isinstance(inner, dict) else one
            else:
                self._leave(f"{name} that are no object")

    def _element(self, element: Json) -> None:
        label = element.get("label")
        by = element.get("_id") or element.get("id")
        name = str(label if label not in {None, ""} else by or "")
        if not name or name in self.nodes:
            self._leave("elements without a label of their own")
            return
        if isinstance(by, str):
            self.label[by] = name
        kept = self._plain(element, but=_ENDS | {"label"})
        self.nodes[name] = Node(id=name, attributes=dict(kept))

    def _edge(self, told: Json) -> Edge:
        return Edge(
            id=str(told.get("_id") or told.get("id") or ""),
            source=self._end(told, "from"),
            target=self._end(told, "to"),
            directed=told.get("direction", "directed") == "directed",
            attributes=dict(self._plain(told, but=_ENDS)),
        )

    def _end(self, told: Json, which: str) -> str:
        named = told.get(which)
        if not isinstance(named, str) or not named:
            raise _wrong(f"a connection has no «{which}»", self.file)
        name = named if named in self.nodes else self.label.get(named, named)
        self.nodes.setdefault(name, Node(id=name))
        return name

    def _plain(self, told: Json, *, but: frozenset[str]) -> Iterator[tuple[str, Value]]:
        """Give what is one value; count what is a list or an object."""
        for key, value in told.items():
            if key in but or value is None:
                continue
            if isinstance(value, str | int | float | bool):
                yield key, value
            else:
                self._leave(f"«{key}» that is a list or an object")

    def _leave(self, what: str) -> None:
        self.left[what] = self.left.get(what, 0) + 1
