"""How does GraphML say a graph? One file that yEd, Gephi and networkx read.

GraphML 1.0 (http://graphml.graphdrawing.org/specification.html): keys declare what is
said of nodes and edges and of which type; ``data`` says it. Read are one graph, its
nodes, edges, keys and defaults. Nested graphs, hyperedges, ports and data that are
marked up (yEd's drawing) are counted as unread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from weft.commons.errors import FileNotUnderstood
from weft.commons.strict_xml import local_name, parsed, xml_text
from weft.standards.causal_maps.graph import Edge, Graph, Node, Read, Value

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
REMEDY = "Save it again as GraphML from the program it was drawn in."
_ITEMS = ("graph", "node", "edge")
_OTHERS = ("hyperedge", "port", "endpoint", "locator")


def write(graph: Graph) -> bytes:
    """Write a graph as GraphML, in UTF-8; the same graph gives the same bytes.

    Edges without an id are written without. What XML cannot hold (control characters)
    is written as U+FFFD.
    """
    keys = _Keys()
    inside = [_data(keys, "graph", graph.attributes, "    ")]
    for node in graph.nodes:
        data = _data(keys, "node", node.attributes, "      ")
        inside.append(_element("node", {"id": node.id}, data))
    for edge in graph.edges:
        told = {"id": edge.id} if edge.id else {}
        told |= {"source": edge.source, "target": edge.target}
        if not edge.directed:
            told["directed"] = "false"
        inside.append(
            _element("edge", told, _data(keys, "edge", edge.attributes, "      "))
        )
    return "".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f'<graphml xmlns="{NAMESPACE}">\n',
            *keys.written(),
            '  <graph edgedefault="directed">\n',
            *inside,
            "  </graph>\n</graphml>\n",
        ]
    ).encode()


def read(raw: bytes, *, file: str = "the file") -> Read:
    """Read GraphML.

    Raises
    ------
    FileNotUnderstood
        When it is no GraphML, declares a document type (entities can be made to blow
        up), or its edges join what is not there.
    """
    root = parsed(raw, file=file, remedy=REMEDY)
    graphs = [one for one in root if local_name(one) == "graph"]
    if local_name(root) != "graphml" or not graphs:
        raise _wrong("there is no graph in it", file)
    reading = _Reading(root, file)
    unread = [f"{len(graphs) - 1} more graphs"] if len(graphs) > 1 else []
    graph = reading.graph(graphs[0])
    return Read(graph=graph, unread=(*unread, *reading.unread()))


def _wrong(problem: str, file: str) -> FileNotUnderstood:
    return FileNotUnderstood(problem, file=file, remedy=REMEDY)


@dataclass(slots=True)
class _Keys:
    """Names that the written data have, declared in the order in which they came."""

    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def id_of(self, of: str, name: str, kind: str) -> str:
        return self.ids.setdefault((of, name, kind), f"d{len(self.ids)}")

    def written(self) -> Iterable[str]:
        for (of, name, kind), key in self.ids.items():
            yield (
                f'  <key id="{key}" for="{of}" attr.name={_quoted(name)} '
                f'attr.type="{kind}"/>\n'
            )


def _data(keys: _Keys, of: str, attributes: Mapping[str, Value], indent: str) -> str:
    return "".join(
        f'{indent}<data key="{keys.id_of(of, name, _kind(value))}">'
        f"{_said(value)}</data>\n"
        for name, value in attributes.items()
    )


def _element(name: str, attributes: Mapping[str, str], inside: str) -> str:
    told = "".join(f" {key}={_quoted(value)}" for key, value in attributes.items())
    if not inside:
        return f"    <{name}{told}/>\n"
    return f"    <{name}{told}>\n{inside}    </{name}>\n"


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))


def _kind(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    return "double" if isinstance(value, float) else "string"


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        return str(value).replace("inf", "INF").replace("nan", "NaN")  # xs:double
    return escape(xml_text(str(value)), {"\r": "&#13;"})


class _Reading:
    """One file being read: what its keys mean, and what is unread."""

    def __init__(self, root: Element, file: str) -> None:
        self.file = file
        self.names: dict[str, tuple[str, str]] = {}
        self.defaults: dict[str, dict[str, Value]] = {of: {} for of in _ITEMS}
        self.left: dict[str, int] = {}
        for key in root:
            if local_name(key) == "key":
                self._declare(key)

    def unread(self) -> Iterable[str]:
        return (f"{many} × {what}" for what, many in self.left.items())

    def graph(self, element: Element) -> Graph:
        directed = element.get("edgedefault", "directed") != "undirected"
        nodes = tuple(
            Node(id=self._needed(one, "id"), attributes=self._attributes(one, "node"))
            for one in element
            if local_name(one) == "node"
        )
        edges = tuple(
            self._edge(one, directed=directed)
            for one in element
            if local_name(one) == "edge"
        )
        for other in _OTHERS:
            self._leave(other, sum(local_name(one) == other for one in element))
        try:
            return Graph(
                nodes=nodes,
                edges=edges,
                attributes=self._attributes(element, "graph"),
            )
        except ValueError as problem:
            raise _wrong(str(problem).rstrip("."), self.file) from problem

    def _edge(self, one: Element, *, directed: bool) -> Edge:
        said = one.get("directed")
        return Edge(
            id=one.get("id", ""),
            source=self._needed(one, "source"),
            target=self._needed(one, "target"),
            directed=directed if said is None else said in {"true", "1"},
            attributes=self._attributes(one, "edge"),
        )

    def _declare(self, key: Element) -> None:
        id_ = self._needed(key, "id")
        name, kind = key.get("attr.name", id_), key.get("attr.type", "string")
        self.names[id_] = (name, kind)
        usual = next((one for one in key if local_name(one) == "default"), None)
        if usual is not None and not len(usual):
            for of in _ITEMS:
                if key.get("for", "all") in {of, "all"}:
                    self.defaults[of][name] = self._value(usual.text or "", kind)

    def _attributes(self, element: Element, of: str) -> dict[str, Value]:
        told = dict(self.defaults[of])
        for one in element:
            what = local_name(one)
            if what in {"graph", *_OTHERS} and of != "graph":
                self._leave(f"{what} within a {of}")
            if what != "data":
                continue
            name, kind = self.names.get(one.get("key", ""), ("", ""))
            if len(one) or not name:
                self._leave(f"data «{name or one.get('key', '')}» that is marked up")
            else:
                told[name] = self._value(one.text or "", kind)
        return told

    def _value(self, text: str, kind: str) -> Value:
        """Read a value by its type; one that does not fit stays the text it is."""
        plain = text.strip()
        try:
            if kind in {"int", "long"}:
                return int(plain)
            if kind in {"float", "double"}:
                return float(plain)
        except ValueError:
            self._leave(f"{kind} that is no number: kept as text")
            return text
        if kind == "boolean" and plain.lower() in {"true", "false", "1", "0"}:
            return plain.lower() in {"true", "1"}  # networkx writes «True»
        return text

    def _needed(self, element: Element, name: str) -> str:
        told = element.get(name)
        if told is None:
            raise _wrong(f"a {local_name(element)} has no «{name}»", self.file)
        return told

    def _leave(self, what: str, many: int = 1) -> None:
        if many:
            self.left[what] = self.left.get(what, 0) + many
