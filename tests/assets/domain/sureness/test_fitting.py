"""Does the fit find what is there, and is it tried on what it has not seen?"""

import random

import pytest

from weft.assets.domain.sureness import (
    Aspect,
    Keeper,
    fitting,
    last_measured,
    measured,
    pace_of,
)
from weft.assets.domain.sureness.aspects import BORROWS, MEASURED
from weft.assets.domain.sureness.fitting import Followed, Foretold
from weft.assets.domain.sureness.measured import read, written

CALM, RESTLESS = 0.1, 0.3


def a_country(*, authorities=40, each=50, seed=1):
    """Libraries whose hours change as we say: volunteers' three times as often."""
    draw = random.Random(seed)
    return [
        Followed(
            authority=f"authority {number}",
            keeper=keeper,
            changed={
                Aspect.HOURS: draw.random()
                < (RESTLESS if keeper is Keeper.VOLUNTEERS else CALM)
            },
        )
        for number in range(authorities)
        for keeper in [Keeper.PAID, Keeper.VOLUNTEERS] * (each // 2)
    ]


def test_it_finds_how_often_each_kind_changes():
    shares = fitting.shares_changed(a_country(), Aspect.HOURS)

    assert shares[Keeper.PAID] == pytest.approx(CALM, abs=0.03)
    assert shares[Keeper.VOLUNTEERS] == pytest.approx(RESTLESS, abs=0.04)
    assert shares[Keeper.EITHER] == pytest.approx((CALM + RESTLESS) / 2, abs=0.03)


def test_a_few_libraries_make_no_rule():
    things = [one for one in a_country() if one.keeper is Keeper.PAID]
    odd = [
        Followed(authority="z", keeper=Keeper.VOLUNTEERS, changed={Aspect.HOURS: True})
    ]

    shares = fitting.shares_changed(things + odd, Aspect.HOURS)

    assert shares[Keeper.VOLUNTEERS] < CALM + 0.1


def test_no_authority_is_foretold_from_itself():
    """One council moves everything; nobody could have known."""
    calm = [
        Followed(authority=f"a{n}", keeper=Keeper.PAID, changed={Aspect.HOURS: False})
        for n in range(99)
    ]
    moved = [
        Followed(authority="moved", keeper=Keeper.PAID, changed={Aspect.HOURS: True})
    ] * 50

    told = fitting.foretold(calm + moved)
    wrong = [one.said for one in told if not one.right]

    assert len(told) == 149
    assert min(wrong) > 0.98


def test_what_is_said_right_of_a_country_is_calibrated_there():
    told = fitting.foretold(a_country())

    assert fitting.judged(told).error <= 0.05
    assert fitting.judged(told).brier < fitting.judged(fitting.said_alike(told)).brier


def said(share, *, came, times):
    return [Foretold(Aspect.HOURS, Keeper.PAID, share, came)] * times


def test_brier_and_calibration_error_by_hand():
    told = [
        *said(0.9, came=True, times=6),
        *said(0.9, came=False, times=4),
        *said(0.5, came=True, times=10),
    ]

    judged = fitting.judged(told)

    assert judged.brier == pytest.approx((6 * 0.01 + 4 * 0.81 + 10 * 0.25) / 20)
    # of the first ten 6 came though 9 were said; of the others all ten, though five
    assert judged.error == pytest.approx((10 * 0.3 + 10 * 0.5) / 20)
    assert sorted(one.facts for one in judged.bins) == [10, 10]


def test_a_careless_foretelling_shows():
    """A measure that cannot fail is worth nothing."""
    told = fitting.foretold(a_country())
    boastful = [
        Foretold(one.aspect, one.keeper, min(1.0, one.said + 0.1), one.right)
        for one in told
    ]

    assert fitting.judged(boastful).error > 0.05


def test_nothing_foretold_is_no_judgement():
    with pytest.raises(ValueError, match="nothing"):
        fitting.judged([])


def test_what_was_measured_is_read_as_it_was_written():
    told = last_measured()

    assert read(written(told, command="./weft sureness fit")) == told


def test_the_numbers_in_the_house_meet_the_goal():
    told = last_measured()

    assert told.things > 1_500
    assert told.authorities > 50
    assert told.all.error <= 0.05
    assert all(one.error <= 0.04 for one in told.by_aspect.values())
    assert told.all.brier < told.alike
    assert set(told.by_aspect) == set(MEASURED)


def test_every_side_of_a_thing_has_a_pace():
    for aspect in Aspect:
        for keeper in Keeper:
            assert 0.0 < pace_of(aspect, keeper).lasts(1.0) < 1.0
    assert pace_of(Aspect.DOOR, Keeper.PAID) == pace_of(
        BORROWS[Aspect.DOOR], Keeper.PAID
    )
    assert measured.FILE.read_text().startswith("# Written by: ./weft sureness fit")


def test_groups_are_not_taken_to_last_like_council_libraries():
    libraries, groups = (
        pace_of(Aspect.EXISTS, one).lasts(5) for one in (Keeper.PAID, Keeper.VOLUNTEERS)
    )

    assert groups < 0.85
    assert libraries > 0.95
