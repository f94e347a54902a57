"""How is a map written as a list? One arrow a row: from, to, sign, and whatever else.

The plainest form there is: any spreadsheet writes it. Only «from» and «to» are needed;
every other column is kept as text. A column «directed» that says «no» tells an arrow
that goes both ways.
"""

import csv
import io
from collections.abc import Iterator

from weft.commons.errors import FileNotUnderstood
from weft.standards.causal_maps.graph import Edge, Graph, Node, Read
from weft.standards.causal_maps.text import as_was, no_formula

FROM, TO, SIGN, ID, DIRECTED = "from", "to", "sign", "id", "directed"
REMEDY = "The first row names the columns; «from» and «to» are among them."
_OURS = frozenset({FROM, TO, ID, DIRECTED})


def write(graph: Graph) -> bytes:
    """Write each edge as a row, in UTF-8 with the mark that Excel looks for.

    Things that no edge joins have no row, and what is said of things has no place:
    GraphML holds both.
    """
    others = dict.fromkeys([SIGN, *(k for e in graph.edges for k in e.attributes)])
    columns = [name for name in others if name not in _OURS]
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([ID, FROM, TO, DIRECTED, *map(no_formula, columns)])
    for edge in graph.edges:
        told = [str(edge.attributes.get(name, "")) for name in columns]
        ends = [edge.id, edge.source, edge.target, "yes" if edge.directed else "no"]
        rows.writerow([no_formula(cell) for cell in (*ends, *told)])
    return b"\xef\xbb\xbf" + out.getvalue().encode(errors="replace")


def read(raw: bytes, *, file: str = "the file") -> Read:
    """Read a list of arrows, one a row.

    Rows without both ends are counted as unread.

    Raises
    ------
    FileNotUnderstood
        When it is no table, or has no columns «from» and «to».
    """
    edges: list[Edge] = []
    unread: list[str] = []
    for line, row in _rows(raw, file):
        source, target = row.pop(FROM, ""), row.pop(TO, "")
        if not source or not target:
            unread.append(f"line {line}: an arrow lacks one end")
            continue
        edges.append(
            Edge(
                id=row.pop(ID, ""),
                source=source,
                target=target,
                directed=row.pop(DIRECTED, "").lower() not in {"no", "false", "0"},
                attributes={name: cell for name, cell in row.items() if cell},
            )
        )
    names = dict.fromkeys(n for one in edges for n in (one.source, one.target))
    nodes = tuple(Node(id=name) for name in names)
    return Read(graph=Graph(nodes=nodes, edges=tuple(edges)), unread=tuple(unread))


def _rows(raw: bytes, file: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = raw.decode("utf-8-sig")
        table = csv.reader(io.StringIO(text, newline=""), strict=True)
        head = _heads(next(table, []))
        if not {FROM, TO} <= set(head):
            raise FileNotUnderstood(
                "it has no columns «from» and «to»", file=file, remedy=REMEDY
            )
        for row in table:
            more = [f"column {at + 1}" for at in range(len(head), len(row))]
            if any(row):
                cells = map(as_was, row)
                yield table.line_num, dict(zip([*head, *more], cells, strict=False))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise FileNotUnderstood(
            f"it is no table: {problem}", file=file, remedy=REMEDY
        ) from problem


def _heads(row: list[str]) -> list[str]:
    """Name the columns; of two alike the second gets a number."""
    heads: list[str] = []
    for at, cell in enumerate(row, start=1):
        told = as_was(cell).strip() or f"column {at}"
        name = told.lower() if told.lower() in _OURS else told
        heads.append(f"{name} ({at})" if name in heads else name)
    return heads
