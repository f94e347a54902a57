"""What is written is read again, other programs read it, and what is left is told."""

import io
import json
import string

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.errors import FileNotUnderstood
from weft.commons.strict_xml import xml_text
from weft.standards.causal_maps import Edge, Graph, Node, graphml, kumu, listed
from weft.standards.causal_maps.text import as_was, no_formula

HARD = string.ascii_letters + " \n\r\t\"'<>&=+-@,;ä🫖\u2028"
TEXT = st.text(HARD, max_size=8)
NAME = st.text(HARD, min_size=1, max_size=8)
VALUES = st.one_of(
    TEXT, st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def graphs(draw, values=VALUES, names=NAME, *, of_things=True):
    said = st.dictionaries(names, values, max_size=3)
    nothing = st.just({})
    ids = draw(st.lists(NAME, unique=True, min_size=1, max_size=4))
    ends = st.sampled_from(ids)
    edges = st.builds(
        Edge,
        id=TEXT,
        source=ends,
        target=ends,
        directed=st.booleans(),
        attributes=said,
    )
    return Graph(
        nodes=tuple(
            Node(id=one, attributes=draw(said if of_things else nothing)) for one in ids
        ),
        edges=tuple(draw(st.lists(edges, max_size=4))),
        attributes=draw(said if of_things else nothing),
    )


@given(graphs())
def test_graphml_comes_back_whole(graph):
    raw = graphml.write(graph)
    assert raw == graphml.write(graph)
    told = graphml.read(raw)
    assert told.graph == graph
    assert told.unread == ()


OF_OUR_OWN = NAME.map(lambda name: f"x{name}")


@given(graphs(names=OF_OUR_OWN))
def test_a_kumu_blueprint_comes_back_whole(graph):
    told = kumu.read(kumu.write(graph))
    assert told.graph == graph
    assert told.unread == ()


FILLED = TEXT.filter(bool)
COLUMNS = OF_OUR_OWN.map(str.strip)


@given(graphs(values=FILLED, names=COLUMNS, of_things=False))
def test_a_list_of_arrows_comes_back_whole(graph):
    told = listed.read(listed.write(graph)).graph
    assert told.edges == graph.edges
    assert {node.id for node in told.nodes} == {
        name for edge in graph.edges for name in (edge.source, edge.target)
    }


@given(TEXT)
def test_a_cell_is_no_formula_and_is_again_what_it_was(text):
    cell = no_formula(text)
    assert as_was(cell) == text
    assert not cell.startswith(("=", "@", "\t", "\r")) or cell in {"+", "-"}


def test_networkx_reads_what_we_write_and_we_read_what_it_writes():
    graph = Graph(
        nodes=(Node(id="joy & ease", attributes={"here": True}), Node(id="b")),
        edges=(
            Edge(
                id="L1",
                source="joy & ease",
                target="b",
                attributes={"sign": "+", "n": 3},
            ),
        ),
        attributes={"name": "draft"},
    )
    theirs = nx.read_graphml(io.BytesIO(graphml.write(graph)))
    assert theirs.is_directed()
    assert theirs.nodes["joy & ease"] == {"here": True}
    assert theirs.edges["joy & ease", "b"]["sign"] == "+"
    assert theirs.edges["joy & ease", "b"]["n"] == 3
    assert theirs.graph["name"] == "draft"
    out = io.BytesIO()
    nx.write_graphml(theirs, out)
    again = graphml.read(out.getvalue()).graph
    assert {node.id: node.attributes for node in again.nodes} == {
        node.id: node.attributes for node in graph.nodes
    }
    assert again.edges[0].attributes["sign"] == "+"


def test_what_graphml_says_by_default_and_what_we_cannot_read():
    raw = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="s" for="edge" attr.name="sign"><default>+</default></key>
    <key id="n" for="node" attr.name="many" attr.type="int"/><key id="y" for="node"/>
    <graph edgedefault="undirected">
     <node id="a"><data key="n">three</data><data key="y"><shape/></data><port/></node>
     <node id="b"><graph><node id="c"/></graph></node>
     <edge source="a" target="b"/>
     <edge source="b" target="a" directed="true"><data key="s">-</data></edge>
     <hyperedge/>
    </graph><graph/></graphml>"""
    told = graphml.read(raw)
    first, second = told.graph.edges
    assert (first.directed, first.attributes) == (False, {"sign": "+"})
    assert (second.directed, second.attributes) == (True, {"sign": "-"})
    assert told.graph.nodes[0].attributes == {"many": "three"}
    assert len(told.unread) == 6


END = b"</graphml>"
BLOWS_UP = b"""<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<graphml><graph><node id="&b;"/></graph></graphml>"""


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        (graphml.read, BLOWS_UP),
        (graphml.read, b'<?xml version="1.0"?><!DOCTYPE g SYSTEM "f:///etc"><g/>'),
        (graphml.read, b"<graphml><graph>"),
        (graphml.read, b"<svg/>"),
        (graphml.read, b"<graphml/>"),
        (graphml.read, b"<graphml><graph><node/></graph></graphml>"),
        (graphml.read, b'<graphml><graph><edge source="a" target="b"/></graph>' + END),
        (graphml.read, b'<?xml version="1.0" encoding="klingon"?><graphml/>'),
        (graphml.read, b"\x00\xff"),
        (kumu.read, b"{"),
        (kumu.read, b"[" * 100_000),
        (kumu.read, b"[]"),
        (kumu.read, b"\xff"),
        (kumu.read, b'{"elements": [], "connections": [{"from": "a"}]}'),
        (listed.read, b"a,b\r\n1,2\r\n"),
        (listed.read, b'from,to\r\n"a'),
        (listed.read, b"\xff\xfe"),
        (listed.read, b""),
    ],
)  # fmt: skip
def test_what_is_not_such_a_file_is_refused_with_what_to_do(read, raw):
    with pytest.raises(FileNotUnderstood) as refused:
        read(raw, file="map.xyz")
    assert "map.xyz" in str(refused.value)
    assert refused.value.remedy


def test_a_project_that_kumu_exported():
    told = {
        "elements": [
            {"_id": "e1", "attributes": {"label": "Joy", "tags": ["a"], "kind": "x"}},
            {"_id": "e2", "attributes": {"label": "Trust"}},
            {"_id": "e3", "attributes": {"label": "Joy"}},
            "none",
        ],
        "connections": [
            {"_id": "c1", "from": "e1", "to": "e2", "direction": "directed",
             "delayed": True, "attributes": {"connection type": "+"}},
            {"from": "Trust", "to": "New", "direction": "mutual"},
        ],
        "maps": [],
    }  # fmt: skip
    read = kumu.read(json.dumps(told).encode())
    assert [node.id for node in read.graph.nodes] == ["Joy", "Trust", "New"]
    assert read.graph.nodes[0].attributes == {"kind": "x"}
    first, second = read.graph.edges
    assert (first.id, first.source, first.target) == ("c1", "Joy", "Trust")
    assert first.attributes == {"delayed": True, "connection type": "+"}
    assert not second.directed
    assert len(read.unread) == 4


def test_a_row_without_an_end_is_counted_and_a_cell_without_a_heading_kept():
    told = listed.read(b"To,FROM,why,why\nb,a,1,2,3\n,a\n\n", file="f")
    (edge,) = told.graph.edges
    assert (edge.source, edge.target) == ("a", "b")
    assert edge.attributes == {"why": "1", "why (4)": "2", "column 5": "3"}
    assert told.unread == ("line 3: an arrow lacks one end",)


def test_what_xml_cannot_hold_is_replaced():
    assert xml_text("a\x00b\ufffec") == "a\ufffdb\ufffdc"
    graph = Graph(nodes=(Node(id="a\x01", attributes={"n": float("inf")}),))
    (node,) = graphml.read(graphml.write(graph)).graph.nodes
    assert (node.id, node.attributes) == ("a\ufffd", {"n": float("inf")})


def test_a_graph_joins_what_is_there():
    with pytest.raises(ValueError, match="of its own"):
        Graph(nodes=(Node(id="a"), Node(id="a")))
    with pytest.raises(ValueError, match="joins two nodes"):
        Graph(edges=(Edge(source="a", target="b"),))
