"""What do all groups agree on, as published, and as counted by hand?"""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracles import votes as by_hand
from weft.voices.domain.votes import (
    NOBODY,
    Ballot,
    Effort,
    Moderation,
    Vote,
    Votes,
    Way,
    adjusted_rand,
    agreed_by_all,
    consensus,
    counts,
    grouped,
    groupings,
    k_means,
    polled,
    silhouette,
    space,
    speaking,
)

PUBLISHED = ("below-100-ptpts", "50ptpt-3gp-strict-no-meta")


@pytest.fixture(params=PUBLISHED)
def published(request, shared):
    """A conversation, its mathematics as its server published them, and its groups."""
    folder = shared / "standards/polis" / request.param
    maths = json.loads((folder / "math-pca2.json").read_text())
    with (folder / "votes.csv").open() as rows:
        ballots = [
            Ballot(
                voter=row["participant"].zfill(4),
                statement=row["statement"],
                vote=Vote(int(row["vote"])),
                at=float(row["modified"]),
            )
            for row in csv.DictReader(rows)
        ]
    out = [
        Moderation(statement=str(one), out=True, by="host", at=0.0, why="twice")
        for one in maths["mod-out"]
    ]
    votes = polled(ballots, [str(one) for one in maths["tids"]], out).votes
    base = maths["base-clusters"]
    people = dict(zip(base["id"], base["members"], strict=True))
    group = {
        person: one["id"]
        for one in maths["group-clusters"]
        for member in one["members"]
        for person in people[member]
    }
    groups = np.array([group.get(int(voter), NOBODY) for voter in votes.voters])
    return votes, maths, groups


def test_every_published_count_and_consensus_is_met(published):
    votes, maths, groups = published
    counted = counts(votes, groups)
    cells = 0
    for group, told in maths["group-votes"].items():
        for statement, one in told["votes"].items():
            at = int(group), votes.statements.index(statement)
            ours = counted.agree[at], counted.disagree[at], counted.seen[at]
            assert ours == (one["A"], one["D"], one["S"])
            cells += 3
    assert cells == 9 * len(votes.statements)
    ours = consensus(counted)
    for statement, value in maths["group-aware-consensus"].items():
        at = votes.statements.index(statement)
        assert ours[at] == pytest.approx(value, abs=1e-15)


def test_every_published_representative_statement_is_met(published):
    votes, maths, groups = published
    ours = speaking(votes, counts(votes, groups))
    for group, theirs in maths["repness"].items():
        mine = ours[int(group)]
        assert len(mine) == len(theirs)
        for one, their in zip(mine, theirs, strict=True):
            assert votes.statements[one.statement] == str(their["tid"])
            assert one.way == their["repful-for"]
            assert (one.said, one.of) == (their["n-success"], their["n-trials"])
            assert one.share == pytest.approx(their["p-success"], abs=1e-14)
            assert one.surely == pytest.approx(their["p-test"], abs=1e-13)
            assert one.times == pytest.approx(their["repness"], abs=1e-13)
            # published in single precision
            assert one.more_surely == pytest.approx(their["repness-test"], abs=3e-7)
            assert one.most_agreed == their.get("best-agree", False)


def test_what_most_say_alike_is_the_published_list(published):
    votes, maths, _ = published
    for way in Way:
        told = [votes.statements[one.statement] for one in agreed_by_all(votes, way)]
        assert told == [str(one["tid"]) for one in maths["consensus"][way]]


def test_the_published_axes_are_met(published):
    """In one conversation to 0.999: its server had stopped a little before the end."""
    votes, maths, _ = published
    told = space(votes)
    exact = len(votes.statements) == 44
    for ours, theirs in zip(told.axes, np.array(maths["pca"]["comps"]), strict=True):
        alike = abs(ours @ theirs) / np.linalg.norm(theirs)
        assert alike == pytest.approx(1, abs=1e-12 if exact else 1e-3)
    if exact:
        base = maths["base-clusters"]
        row = {int(voter): at for at, voter in enumerate(votes.voters)}
        ours = told.points[[row[members[0]] for members in base["members"]]]
        theirs = np.column_stack((base["x"], base["y"]))
        ways = np.sign((ours * theirs).sum(axis=0))
        np.testing.assert_allclose(ours * ways, theirs, atol=1e-12)


def test_whoever_answered_enough_stands_in_a_group_as_published(published):
    """Their server lets nobody out again whom it let in when statements were few."""
    votes, maths, _ = published
    ours = {int(votes.voters[at]) for at in np.flatnonzero(grouped(votes))}
    assert ours <= set(maths["in-conv"])


def test_how_far_groups_come_out_again_is_told_with_them(published):
    votes, _, _ = published
    told = groupings(votes, effort=Effort(draws=10))
    assert [one.number for one in told.tried] == [2, 3, 4, 5][: len(told.tried)]
    for one in told.tried:
        assert -1 <= one.again_least <= one.again <= 1
        assert (told.least <= one.consensus).all()
        assert (one.consensus <= told.most).all()
        sizes = np.bincount(one.groups[one.groups != NOBODY])
        assert (np.diff(sizes) <= 0).all()
    assert told.clearest.apart == max(one.apart for one in told.tried)
    again = groupings(votes, effort=Effort(draws=10))
    for one, other in zip(told.tried, again.tried, strict=True):
        assert (one.groups == other.groups).all()
        assert one.again == other.again


VOTERS, STATEMENTS = ("ann", "ben", "cat", "dan"), ("s1", "s2", "s3")

ballots = st.lists(
    st.builds(
        Ballot,
        voter=st.sampled_from(VOTERS),
        statement=st.sampled_from(STATEMENTS),
        vote=st.sampled_from(Vote),
        at=st.integers(0, 5).map(float),
        on_paper=st.booleans(),
    ),
    max_size=24,
)


@given(told=ballots, number=st.integers(1, 3), data=st.data())
def test_agrees_with_votes_counted_one_by_one(told, number, data):
    group_of = {voter: data.draw(st.integers(0, number - 1)) for voter in VOTERS}
    votes = polled(told, STATEMENTS).votes
    groups = np.array([group_of[voter] for voter in votes.voters], dtype=np.int64)
    counted, slow = counts(votes, groups), by_hand.counted(told, group_of)
    present = range(len(counted.seen))
    for at, statement in enumerate(STATEMENTS):
        for group in present:
            ours = [
                c[group, at] for c in (counted.agree, counted.disagree, counted.seen)
            ]
            assert ours == slow.get((group, statement), [0, 0, 0])
        assert consensus(counted)[at] == pytest.approx(
            by_hand.consensus(slow, present, statement)
        )
    for group, mine in enumerate(speaking(votes, counted)):
        for one in mine:
            slow_one = by_hand.speaks(
                slow, present, group, STATEMENTS[one.statement], one.way
            )
            fast = (one.share, one.surely, one.times, one.more_surely)
            assert fast == pytest.approx(slow_one)


@given(told=ballots)
def test_a_ballot_on_paper_counts_as_one_from_a_phone(told):
    other = [replace(one, on_paper=not one.on_paper) for one in told]
    ours, theirs = polled(told, STATEMENTS), polled(other, STATEMENTS)
    np.testing.assert_array_equal(ours.votes.votes, theirs.votes.votes)
    assert ours.changed == theirs.changed


def test_the_last_vote_and_the_last_word_of_moderation_hold():
    told = polled(
        [
            Ballot(voter="ann", statement="s1", vote=Vote.DISAGREE, at=2),
            Ballot(voter="ann", statement="s1", vote=Vote.AGREE, at=1),
            Ballot(voter="ann", statement="elsewhere", vote=Vote.AGREE),
        ],
        STATEMENTS,
        [
            Moderation(statement="s2", out=False, by="b", at=2, why="it is not twice"),
            Moderation(statement="s2", out=True, by="a", at=1, why="twice"),
            Moderation(statement="s3", out=True, by="a", at=1, why="names somebody"),
        ],
    )
    assert told.votes.votes[0, 0] == Vote.DISAGREE
    assert (told.changed, told.unknown) == (1, {"elsewhere": 1})
    assert told.votes.left_out.tolist() == [False, False, True]


tables = st.integers(1, 4).flatmap(
    lambda wide: st.lists(
        st.lists(st.sampled_from([1, 0, -1, None]), min_size=wide, max_size=wide),
        min_size=2,
        max_size=7,
    )
)


def as_votes(table, left_out=None):
    wide = len(table[0])
    return Votes(
        voters=[str(at) for at in range(len(table))],
        statements=[str(at) for at in range(wide)],
        votes=np.array([[np.nan if v is None else v for v in row] for row in table]),
        left_out=np.array(left_out or [False] * wide),
    )


@given(table=tables, data=st.data())
def test_the_first_axis_is_the_one_that_a_walk_ends_at(table, data):
    left_out = [data.draw(st.booleans()) for _ in table[0]]
    votes = as_votes(table, left_out)
    told = space(votes)
    if told.spread[0] - told.spread[1] > 0.05:
        walked = by_hand.first_axis(table, left_out)
        assert abs(np.dot(walked, told.axes[0])) == pytest.approx(1, abs=1e-6)
    np.testing.assert_allclose(told.axes[:, votes.left_out], 0, atol=1e-12)
    assert np.isfinite(told.points).all()


groups_of = st.lists(st.integers(0, 3), min_size=2, max_size=9)


@given(data=st.data(), one=groups_of)
def test_adjusted_rand_looks_at_every_pair(data, one):
    other = data.draw(st.lists(st.integers(0, 3), min_size=len(one), max_size=len(one)))
    told = adjusted_rand(np.array(one), np.array(other))
    assert told == pytest.approx(by_hand.rand(one, other))
    assert adjusted_rand(np.array(other), np.array(one)) == pytest.approx(told)


@given(
    points=st.lists(
        st.tuples(st.integers(-5, 5), st.integers(-5, 5)), min_size=4, max_size=12
    ),
    seed=st.integers(0, 9),
)
def test_each_voter_stands_with_the_middle_that_is_nearest(points, seed):
    told = np.array(points, dtype=float)
    number = min(3, len(set(points)))
    luck = np.random.default_rng(seed)
    groups = k_means(told, number, beginnings=3, luck=luck)
    middles = np.array([told[groups == one].mean(axis=0) for one in np.unique(groups)])
    off = ((told[:, None] - middles[None]) ** 2).sum(axis=2)
    own = off[np.arange(len(told)), np.unique(groups, return_inverse=True)[1]]
    assert (own <= off.min(axis=1) + 1e-9).all()
    if len(set(groups.tolist())) > 1:
        slow = by_hand.silhouette(points, groups.tolist())
        assert silhouette(told, groups, luck=luck) == pytest.approx(slow)


def test_two_camps_come_out_again_and_what_both_say_is_what_all_agree_on():
    luck = np.random.default_rng(3)
    camp = np.repeat([1, -1], 20)
    table = np.column_stack(
        [camp * s for s in (1, -1, 1, -1, 1, -1)] + [np.ones(40)] * 2
    )
    votes = np.where(luck.random(table.shape) < 0.1, np.nan, table)
    told = groupings(as_votes(votes.tolist()), effort=Effort(draws=20))
    two = told.tried[0]
    assert two.again > 0.95
    assert told.clearest is two
    assert sorted(np.argsort(-two.consensus)[:2].tolist()) == [6, 7]
    assert told.least[6:].min() > told.most[:6].max()


def test_too_few_voters_are_not_grouped():
    told = groupings(as_votes([[1, -1], [1, 1]]))
    assert told.tried == ()
    assert told.clearest is None
    assert np.isnan(told.least).all()
