"""What is a graph, whichever file it came in?

Things and what leads from one to another, each with whatever else the file says of it:
what we have no word for is kept, so that it can go out again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing. ``id`` is unique within its graph."""

    id: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What leads from one thing to another.

    Attributes
    ----------
    id
        Empty where the file gives none.
    directed
        False where it is told of both ways, or of no way.
    """

    source: str
    target: str
    id: str = ""
    directed: bool = True
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A map whole; every edge joins two of its nodes."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    attributes: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what is no graph.

        Raises
        ------
        ValueError
            When two nodes have one id, or an edge joins a node that is not there.
        """
        ids = {node.id for node in self.nodes}
        if len(ids) != len(self.nodes):
            raise ValueError("Each node has an id of its own.")
        if any(one.source not in ids or one.target not in ids for one in self.edges):
            raise ValueError("An edge joins two nodes of its graph.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file says, and what in it could not be read, a line each."""

    graph: Graph
    unread: tuple[str, ...] = ()
