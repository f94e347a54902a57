"""The same table of times by Weft, by scipy and by pandana."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import pandas as pd
from _streets_region import Region
from numpy.typing import NDArray
from pandana import Network
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from weft.access.domain.spans import FAR
from weft.access.domain.streets.search import Ground, Seeds, dense, sparse

ROWS_OF = 20_000_000  # numbers: scipy gives a row of all nodes for each area


@dataclass(frozen=True)
class Answer:
    """What can be compared to the last digit: pairs in reach, and their sum."""

    pairs: int
    total: int


@dataclass(frozen=True)
class Took:
    """Processor seconds for an origin, one thread, and the answer."""

    seconds: float
    answer: Answer


def processor_time(deed: Callable[[], object]) -> tuple[float, object]:
    """Do it, and count the processor's seconds: others may use the machine too."""
    begun = time.process_time()
    given = deed()
    return time.process_time() - begun, given


class Ours:
    """Weft: places hung on nodes, buckets a decisecond wide."""

    def __init__(self, region: Region, graph: csr_matrix) -> None:
        nodes, places = region.nodes, region.places
        hung = np.zeros(nodes + 1, dtype=np.int64)
        np.cumsum(np.bincount(places, minlength=nodes), out=hung[1:])
        order = np.argsort(places, kind="stable")
        self.ground = Ground(
            _pairs(graph.indptr, hung),
            _pairs(graph.indices, graph.data),
            _pairs(order, np.zeros(len(order))),
        )
        self.places = len(places)

    def seeds(self, areas: NDArray[np.int64]) -> Seeds:
        """Begin at nodes."""
        first = np.arange(len(areas) + 1)
        nothing = np.zeros(len(areas) + 1)
        return Seeds(
            _pairs(first, nothing),
            _pairs(areas, np.zeros(len(areas))),
            np.empty((0, 2), np.int32),
        )

    def took(self, areas: NDArray[np.int64], limit: int) -> Took:
        """Fill a dense table of 16 bits."""
        asked = (self.ground, self.seeds(areas), limit, self.places, 0, len(areas))
        dense(*asked[:-1], 1)  # compiled before it is timed
        spent, table = processor_time(lambda: dense(*asked))
        return Took(spent / len(areas), _answer(table))

    def took_sparse(self, areas: NDArray[np.int64], limit: int) -> tuple[Took, int]:
        """Keep only what is within reach; and say in how many bytes."""
        asked = (self.ground, self.seeds(areas), limit, self.places, 0, len(areas))
        sparse(*asked[:-1], 1)
        spent, rows = processor_time(lambda: sparse(*asked))
        answer = Answer(len(rows.target), int(rows.deciseconds.astype(np.int64).sum()))
        held = sum(column.nbytes for column in rows)
        return Took(spent / len(areas), answer), held

    def settled(self, areas: NDArray[np.int64], limit: int) -> tuple[int, int]:
        """Count the nodes and arcs within the bound, for the physical limit."""
        nodes = arcs = 0
        degree = np.diff(self.ground.first[:, 0])
        graph = csr_matrix(
            (self.ground.arcs[:, 1], self.ground.arcs[:, 0], self.ground.first[:, 0])
        )
        for area in areas:
            near = np.isfinite(dijkstra(graph, indices=area, limit=limit))
            nodes, arcs = nodes + int(near.sum()), arcs + int(degree[near].sum())
        return nodes // len(areas), arcs // len(areas)


def by_scipy(
    region: Region, graph: csr_matrix, areas: NDArray[np.int64], limit: int
) -> Took:
    """Dijkstra with a limit, a few origins at once, read at the places."""
    exact = graph.astype(np.float64)

    def table() -> NDArray[np.float64]:
        once = max(1, ROWS_OF // region.nodes)
        parts = (areas[at : at + once] for at in range(0, len(areas), once))
        return np.concatenate(
            [dijkstra(exact, indices=p, limit=limit)[:, region.places] for p in parts]
        )

    spent, spans = processor_time(table)
    return Took(spent / len(areas), _answer(np.where(np.isfinite(spans), spans, FAR)))


@contextmanager
def nobody_listening() -> Iterator[None]:
    """Keep what a library writes past Python off the screen."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class Pandana:
    """Pandana: all nodes in range, joined with the places on them."""

    def __init__(self, region: Region, graph: csr_matrix) -> None:
        with nobody_listening():
            self.network = self._made(region, graph)
        self.on_node = np.bincount(region.places, minlength=region.nodes)

    def _made(self, region: Region, graph: csr_matrix) -> Network:
        links = graph.tocoo()
        at = pd.Series(np.zeros(region.nodes))  # where nodes are is not asked
        spans = pd.DataFrame({"deciseconds": links.data.astype(float)})
        return Network(
            at,
            at,
            pd.Series(links.row.astype(np.int64)),
            pd.Series(links.col.astype(np.int64)),
            spans,
            twoway=False,
        )

    def took(self, areas: NDArray[np.int64], limit: int) -> Took:
        """Ask for distinct nodes: areas on one node are merged without a word."""
        nodes, many = np.unique(areas, return_counts=True)
        weight = pd.Series(many, index=nodes)

        def pairs() -> tuple[int, int]:
            near = self.network.nodes_in_range(nodes, limit)
            on = self.on_node[near["destination"].to_numpy()]
            of = weight.loc[near["source"]].to_numpy()
            times = np.rint(near["deciseconds"].to_numpy()).astype(np.int64)
            return int((on * of).sum()), int((on * of * times).sum())

        spent, (found, total) = processor_time(pairs)
        return Took(spent / len(areas), Answer(found, total))


def _answer(table: NDArray) -> Answer:
    """Count and add up what is within reach."""
    near = table != FAR
    return Answer(int(near.sum()), int(table[near].astype(np.int64).sum()))


def _pairs(one: NDArray, other: NDArray) -> NDArray[np.int32]:
    """Lay two columns beside each other."""
    return np.ascontiguousarray(np.column_stack((one, other)), dtype=np.int32)
