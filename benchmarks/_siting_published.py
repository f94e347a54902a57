"""The p-median files of Beasley's OR-Library, read from a folder of the reader's own.

Format: number of nodes, number of edges, p; then an edge a line, both ends and its
length. Where an edge is listed twice, the last one holds. Published optima of pmed1 to
pmed40 (Beasley 1985) as two unrelated public listings have them.
"""

import re
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

OPTIMA = (
    5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255,
    7696, 6634, 4374, 2968, 1729, 8162, 6999, 4809, 2845, 1789,
    9138, 8579, 4619, 2961, 1828, 9917, 8307, 4498, 3033, 1989,
    10086, 9297, 4700, 3013, 10400, 9934, 5057, 11060, 9423, 5128,
)  # fmt: skip
NAMED = re.compile(r"pmed(\d+)(\.txt)?", re.IGNORECASE)


def files(folder: Path) -> list[tuple[int, Path]]:
    """List the files there, by their number."""
    named = ((NAMED.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted((int(match[1]), path) for match, path in named if match)


def read(text: str) -> tuple[np.ndarray, int]:
    """Read one file.

    Returns
    -------
    tuple[np.ndarray, int]
        How far it is from each node to each, and p.

    Raises
    ------
    ValueError
        When the text is not of this format, or some node cannot be reached.
    """
    told = np.array(text.split(), dtype=np.int64)
    nodes, edges, most = (int(one) for one in told[:3])
    listed = told[3:].reshape(-1, 3)
    if len(listed) != edges:
        raise ValueError(f"{edges} edges were announced, {len(listed)} are there")
    last = {(min(a, b), max(a, b)): length for a, b, length in listed.tolist()}
    ends = np.array(list(last), dtype=np.int64).reshape(-1, 2) - 1
    lengths = np.array(list(last.values()), dtype=np.float64)
    graph = csr_array((lengths, (ends[:, 0], ends[:, 1])), shape=(nodes, nodes))
    apart = dijkstra(graph, directed=False)
    if not np.isfinite(apart).all():
        raise ValueError("some node cannot be reached")
    return apart.astype(np.int64), most
