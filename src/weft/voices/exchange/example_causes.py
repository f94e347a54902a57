"""Which causes are read in the notes of the first workshop?

A draft by the makers of Weft, in our own words with the lines that they rest on: nobody
who was in the room has checked it, and none of it counts as a voice.
"""

from dataclasses import dataclass
from pathlib import Path

from weft.standards.causal_maps import Edge, Graph, Node, Read, listed
from weft.voices.domain.told import CauseTold
from weft.voices.exchange.causes import causes_in

LINKS = Path(__file__).parents[1] / "domain" / "example" / "causal_links.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleCause:
    """A cause, the lines of the notes that it rests on, and in which mood they tell it.

    Attributes
    ----------
    lines
        Counted from 1.
    mood
        «hope», or empty.
    """

    told: CauseTold
    lines: tuple[int, ...]
    mood: str


def example_causes() -> tuple[ExampleCause, ...]:
    """Read the list that ships with Weft, in its order."""
    edges = listed.read(LINKS.read_bytes(), file=LINKS.name).graph.edges
    return tuple(_example(edge) for edge in edges)


def _example(edge: Edge) -> ExampleCause:
    ends = tuple(Node(id=name) for name in dict.fromkeys((edge.source, edge.target)))
    (told,) = causes_in(Read(graph=Graph(nodes=ends, edges=(edge,)))).causes
    return ExampleCause(
        told=told,
        lines=tuple(int(one) for one in str(edge.attributes["lines"]).split()),
        mood=str(edge.attributes.get("mood", "")),
    )
