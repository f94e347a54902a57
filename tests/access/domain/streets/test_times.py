"""How long from many places to many others? Judged by a slow twin, and by laws."""

from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demo import recipe
from tests.access.streets_to_build import Valley, between, metres
from tests.oracles.streets import both_ways
from weft.access.domain.fit import Plane
from weft.access.domain.spans import FAR
from weft.access.domain.streets import (
    Between,
    Network,
    Snapper,
    at_points,
    joined,
    streets_of,
    told_path,
)
from weft.access.domain.streets.search import Ground, Seeds, dense, sparse
from weft.access.domain.travel import ALONG_STREETS, Way
from weft.standards.osm.streets import read_streets

HALF_AN_HOUR = 18_000
MONDAY = date(2026, 11, 23)
PLANES = (Plane.CERTAIN, Plane.POSSIBLE)


# --- the slow twin agrees with every figure -------------------------------------------


@pytest.fixture(scope="module")
def tenterdale(tmp_path_factory):
    folder = tmp_path_factory.mktemp("valley")
    recipe.write(folder, week=MONDAY, seed=1, progress=lambda _said: None)
    return Network.of(
        streets_of(read_streets(folder / "osm" / "tenterdale-latest.osm.pbf"))[0]
    )


@pytest.fixture(scope="module")
def newport(shared):
    path = shared / "data/other-regions/newport/newport-2023-06-13.osm.pbf"
    if not path.is_file():
        pytest.skip(f"not run: no {path.name}")
    return Network.of(streets_of(read_streets(path))[0])


def some_between(network, way, plane, *, areas, places):
    """Areas and places near streets, some of them on one and the same stretch."""
    rng = np.random.default_rng(8)
    course = network.columns["shape_xy"] / 10
    snapper = Snapper(network)
    spots = [
        course[rng.integers(0, len(course), many)] + rng.normal(0, 60, (many, 2))
        for many in (areas, places)
    ]
    spots[1][:5] = spots[0][:5] + 5
    hung = [snapper.snap(at_points(spot), way, plane) for spot in spots]
    return Between(network, way, plane, *hung)


@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("way", ALONG_STREETS)
def test_the_slow_twin_agrees_on_tenterdale(tenterdale, way, plane):
    agrees(some_between(tenterdale, way, plane, areas=200, places=300))


@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("way", ALONG_STREETS)
def test_the_slow_twin_agrees_on_real_streets(newport, way, plane):
    agrees(some_between(newport, way, plane, areas=60, places=400))


def agrees(one):
    fast = one.times(HALF_AN_HOUR)
    there, back = both_ways(one, HALF_AN_HOUR)

    assert np.array_equal(fast.there, there)
    assert np.array_equal(fast.back, back)
    assert (there != FAR).sum() > 50
    few = one.sparse_times(HALF_AN_HOUR)
    for whole, rows in ((fast.there, few.there), (fast.back, few.back)):
        filled = np.full_like(whole, FAR)
        area = np.repeat(np.arange(len(whole)), np.diff(rows.first))
        filled[area, rows.target] = rows.deciseconds
        assert np.array_equal(filled, whole)


@pytest.mark.parametrize("way", ALONG_STREETS)
def test_what_is_told_of_a_way_takes_as_long_as_the_table_says(tenterdale, way):
    one = some_between(tenterdale, way, Plane.POSSIBLE, areas=8, places=12)
    both = one.times(HALF_AN_HOUR)

    for back, table in ((False, both.there), (True, both.back)):
        for (area, place), span in np.ndenumerate(table):
            told = told_path(one, area, place, limit=HALF_AN_HOUR, back=back)
            assert (told.deciseconds if told else FAR) == span


# --- laws, on small networks of chance ------------------------------------------------

SIDE = 5
NODES = SIDE * SIDE
TAGS = (
    {},
    {"surface": "sett"},
    {"oneway": "yes"},
    {"highway": "footway"},
    {"highway": "footway", "surface": "asphalt"},
    {"highway": "steps"},
    {"highway": "track"},
    {"highway": "primary", "sidewalk": "both"},
    {"highway": "cycleway", "surface": "asphalt"},
)
JOINTS = (
    {"barrier": "gate"},
    {"barrier": "stile"},
    {"barrier": "bollard"},
    {"kerb": "raised"},
    {"barrier": "gate", "locked": "yes"},
)
NAMES = [chr(0x100 + n) for n in range(NODES)]
links = st.tuples(st.integers(0, NODES - 1), st.sampled_from((1, SIDE)))
few_streets = st.lists(st.tuples(links, st.sampled_from(TAGS)), min_size=5, max_size=40)
few_joints = st.dictionaries(
    st.sampled_from(NAMES), st.sampled_from(JOINTS), max_size=4
)


def a_valley(streets, joints):
    valley = Valley(
        **{
            name: (n % SIDE * 120.0 + n * 3, n // SIDE * 120.0)
            for n, name in enumerate(NAMES)
        }
    )
    for (begin, step), tags in streets:
        if begin + step < NODES:
            valley.street(NAMES[begin] + NAMES[begin + step], **tags)
    valley.street(NAMES[0] + NAMES[1])  # never without a street at all
    for name, tags in joints.items():
        valley.joint(name, **tags)
    return valley.network()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(few_streets, few_joints, st.sampled_from(ALONG_STREETS), st.integers(0, 2**20))
def test_the_slow_twin_agrees_on_any_streets(streets, joints, way, seed):
    network, rng = a_valley(streets, joints), np.random.default_rng(seed)
    areas, places = rng.uniform(0, 600, (2, 6, 2))
    tables = {}
    for plane in PLANES:
        one = between(network, way, plane, areas=areas, places=places)
        fast = one.times(HALF_AN_HOUR)
        there, back = both_ways(one, HALF_AN_HOUR)
        assert np.array_equal(fast.there, there)
        assert np.array_equal(fast.back, back)
        tables[plane] = fast.there
    certain, possible = (tables[plane] for plane in PLANES)
    assert (joined(certain, possible) <= certain).all()


@settings(max_examples=30)
@given(few_streets, few_joints, st.sampled_from(ALONG_STREETS))
def test_what_is_certain_is_possible(streets, joints, way):
    network = a_valley(streets, joints)
    arcs = [
        {
            (begin, *arc)
            for begin in range(network.nodes)
            for arc in graph.arcs[graph.first[begin] : graph.first[begin + 1]].tolist()
        }
        for graph in (network.graph(way, plane) for plane in PLANES)
    ]
    arcs = [{tuple(arc) for arc in some} for some in arcs]

    assert arcs[0] <= arcs[1]


number = st.integers(0, 11)
arcs_of_chance = st.lists(
    st.tuples(number, number, st.integers(1, 900)), min_size=1, max_size=40
)


def all_times(arcs, *, limit=3_000):
    """From each of twelve nodes to each."""
    rows = sorted(arcs)
    first = np.searchsorted([begin for begin, _, _ in rows], np.arange(13))
    every = np.arange(13, dtype=np.int32)
    itself = np.column_stack((every[:12], np.zeros(12, np.int32)))
    ground = Ground(
        np.column_stack((first, every)).astype(np.int32),
        np.array([arc[1:] for arc in rows], dtype=np.int32).reshape(-1, 2),
        itself,
    )
    nothing = np.empty((0, 2), dtype=np.int32)
    seeds = Seeds(
        np.column_stack((every, np.zeros(13, np.int32))).astype(np.int32),
        itself,
        nothing,
    )
    return dense(ground, seeds, limit, 12, 0, 12), sparse(
        ground, seeds, limit, 12, 0, 12
    )


@given(arcs_of_chance, arcs_of_chance)
def test_one_more_street_never_makes_a_way_longer(arcs, more):
    before, _ = all_times(arcs)
    after, _ = all_times(arcs + more)

    assert (after <= before).all()


@given(arcs_of_chance)
def test_the_way_back_is_the_way_there_over_streets_turned_round(arcs):
    there, _ = all_times(arcs)
    turned, _ = all_times([(end, begin, span) for begin, end, span in arcs])

    assert np.array_equal(there, turned.T)


@given(arcs_of_chance, st.integers(0, 3_000))
def test_a_nearer_limit_only_leaves_out(arcs, limit):
    whole, _ = all_times(arcs)
    near, _ = all_times(arcs, limit=limit)

    assert np.array_equal(near, np.where(whole <= limit, whole, FAR))


@given(arcs_of_chance)
def test_the_same_streets_give_the_same_bytes(arcs):
    one, few = all_times(arcs)
    other, again = all_times(arcs[::-1])

    assert one.tobytes() == other.tobytes()
    assert few.target.tobytes() == again.target.tobytes()


def test_a_limit_that_no_table_holds_is_refused():
    network = Valley(a=(0, 0), b=(500, 0)).street("ab").network()
    one = between(network, Way.FOOT, areas=[(0, 0)], places=[(500, 0)])

    with pytest.raises(ValueError, match="between 0 and"):
        one.times(FAR)


def test_an_area_has_one_point():
    network = Valley(a=(0, 0), b=(500, 0)).street("ab").network()
    hung = Snapper(network).snap(at_points(metres((0, 0))), Way.FOOT, Plane.CERTAIN)
    twice = type(hung)(
        edge=hung.edge,
        from_tail_mm=hung.from_tail_mm,
        to_head_mm=hung.to_head_mm,
        off_mm=hung.off_mm,
        of=hung.of + 1,
        how=hung.how,
    )

    with pytest.raises(ValueError, match="one point"):
        Between(network, Way.FOOT, Plane.CERTAIN, twice, hung)
