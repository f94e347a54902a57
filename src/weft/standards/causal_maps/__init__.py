"""How do other programs say a map of causes? GraphML, Kumu, a list of arrows."""

from weft.standards.causal_maps.graph import Edge, Graph, Node, Read, Value

__all__ = ["Edge", "Graph", "Node", "Read", "Value"]
