"""Are the measures of inequality those of the books, and do their laws hold?"""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.equity import (
    Scale,
    Spread,
    concentration,
    erreygers,
    gini,
    palma_of_means,
    palma_of_shares,
    poverty,
    ranks,
    slope,
    theil,
    theil_parts,
    with_interval,
)
from weft.access.domain.equity.quantiles import t_quantile
from weft.access.domain.equity.telling import Asked, every_measure
from weft.commons.errors import NotPossible

approx = pytest.approx

# Two areas with which UKHSA tests its phe_sii (PHEindicatormethods 2.1.0, 093fd28,
# tests/testthat/testdata_SII.xlsx): people, years of life, standard errors, by tenth.
AREA_1 = Spread.of(
    [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534],
    [
        *(75.9334590103081, 78.3442382727843, 83.8360631041654, 83.6375399664931),
        *(80.4655031529559, 81.1156759857022, 81.6930835718562, 84.1900062060987),
        *(80.5955641081472, 86.2894349578624),
    ],
    range(1, 11),
    [
        *(1.638472426358545, 1.578192884542907, 1.5134355059640296, 1.7754906175801293),
        *(1.7013390591981388, 1.56412107376755, 1.3681148366878566),
        *(1.4001418005940802, 2.4328463975781616, 1.5665181695934678),
    ],
)
AREA_2 = Spread.of(
    [21675, 20065, 19750, 24713, 20112, 19618, 22408, 19752, 18939, 19312],
    [
        *(70.54853186, 71.57155734, 72.48698671, 73.51985519, 73.14605425),
        *(76.15898712, 78.65444871, 80.56476961, 80.85486627, 79.9711253),
    ],
    range(1, 11),
    [
        *(0.22959183673469533, 0.2598068010204095, 0.2992380841836735),
        *(0.16075122704081746, 0.7918228954081618, 0.7783196122448984),
        *(0.39937532908163315, 0.2793955076530606, 0.22959183673469533),
        *(0.3517537500000029,),
    ],
)
PUBLISHED = [  # index, its interval; ratio, its interval
    (AREA_1, (6.934616473668819, 3.127594617650817, 10.7586873680794)),
    (AREA_2, (12.547846636351798, 11.936156426792138, 13.163020132396579)),
]
PUBLISHED_RATIO = [
    (AREA_1, (1.0888180804446217, 1.0383690591642838, 1.1412993360251238)),
    (AREA_2, (1.180885620848795, 1.1713706914325628, 1.1904396357244886)),
]

amounts = st.floats(0.5, 50)
heads = st.integers(1, 9_000)
groups = st.lists(st.tuples(heads, amounts), min_size=4, max_size=30)


def spread_of(told):
    people, values = zip(*told, strict=True)
    return Spread.of(people, values, range(len(told)))


class TestSlope:
    @pytest.mark.parametrize(("area", "published"), PUBLISHED)
    def test_is_the_published_one_and_its_interval_within_their_tolerance(
        self, area, published
    ):
        told, (value, low, high) = slope(area).index, published

        assert told.value == approx(value, abs=1e-6)
        assert (told.low, told.high) == (approx(low, rel=0.05), approx(high, rel=0.05))

    @pytest.mark.parametrize(("area", "published"), PUBLISHED_RATIO)
    def test_the_ratio_is_the_published_one(self, area, published):
        told, (value, low, high) = slope(area).ratio, published

        assert told.value == approx(value, abs=1e-6)
        assert (told.low, told.high) == (approx(low, rel=1e-3), approx(high, rel=1e-3))

    @given(groups)
    def test_is_that_of_weighted_least_squares(self, told):
        spread = spread_of(told)
        across = sm.add_constant(ranks(spread))
        theirs = sm.WLS(spread.values, across, weights=spread.people).fit()

        ours = slope(spread)
        assert ours.index.value == approx(theirs.params[1], abs=1e-8)
        assert ours.worst == approx(theirs.params[0], abs=1e-8)
        low, high = theirs.conf_int()[1]
        assert (ours.index.low, ours.index.high) == (
            approx(low, abs=1e-5),
            approx(high, abs=1e-5),
        )

    @pytest.mark.parametrize(
        ("scale", "onto", "back"),
        [
            (Scale.RATE, np.log, np.exp),
            (
                Scale.SHARE,
                lambda y: np.log(y / (1 - y)),
                lambda t: 1 / (1 + np.exp(-t)),
            ),
        ],
    )
    def test_the_ends_are_brought_back_before_they_are_compared(
        self, scale, onto, back
    ):
        spread = Spread.of([5, 9, 4, 7], [0.2, 0.3, 0.25, 0.6], [1, 2, 3, 4])
        across = sm.add_constant(ranks(spread))
        fitted = sm.WLS(onto(spread.values), across, weights=spread.people).fit()
        worst, best = back(fitted.params[0]), back(fitted.params.sum())

        told = slope(spread, scale=scale)
        assert told.index.value == approx(best - worst)
        assert told.ratio.value == approx(best / worst)
        assert told.index.low < told.index.value < told.index.high

    @given(groups, st.integers(0, 3))
    def test_a_group_cut_in_two_that_stand_alike_changes_nothing(self, told, at):
        spread = spread_of([(2 * people, value) for people, value in told])
        half = spread.people.copy()
        half[at] /= 2
        cut = Spread.of(
            [*half, half[at]],
            [*spread.values, spread.values[at]],
            [*spread.order, spread.order[at]],
        )

        assert slope(cut).index.value == approx(slope(spread).index.value, abs=1e-9)
        assert concentration(cut) == approx(concentration(spread), abs=1e-12)
        assert theil(cut) == approx(theil(spread), abs=1e-12)

    @pytest.mark.parametrize("free", [1, 2, 3, 4, 5, 8, 30, 200])
    def test_students_t_is_that_of_the_tables(self, free):
        published = {
            1: 12.7062,
            2: 4.3027,
            3: 3.1824,
            4: 2.7764,
            5: 2.5706,
            8: 2.3060,
            30: 2.0423,
            200: 1.9719,
        }
        assert t_quantile(free) == approx(published[free], abs=5e-5)


class TestEvenness:
    def test_published_values(self):
        assert gini(Spread.of([1, 1, 1, 1], [1, 2, 3, 4])) == approx(0.25)
        ten = Spread.of([1] * 10, range(1, 11))
        assert palma_of_shares(ten) == approx(1.0)
        assert palma_of_means(ten) == approx(4.0)  # 10 a head over 2.5 a head
        four = Spread.of([1] * 4, [1, 2, 3, 4])
        told = [poverty(four, enough=3, power=power) for power in (0, 1, 2)]
        assert told == approx([0.5, 0.25, 5 / 36])  # 0.13889

    def test_all_have_the_same_or_one_has_everything(self):
        same, one = Spread.of([3, 4, 5], [2, 2, 2]), Spread.of([99, 1], [0, 7])

        assert (gini(same), theil(same)) == (approx(0), approx(0))
        assert gini(one) == approx(0.99)
        assert theil(one) == approx(np.log(100))
        assert palma_of_shares(one) is None

    @given(groups)
    def test_who_stands_by_what_they_have_shows_gini(self, told):
        spread = spread_of(told)
        by_itself = Spread.of(spread.people, spread.values)

        pairs = np.abs(spread.values[:, None] - spread.values[None, :])
        heads_of = np.outer(spread.people, spread.people)
        by_pairs = (pairs * heads_of).sum() / heads_of.sum() / 2 / spread.mean
        assert gini(spread) == concentration(by_itself) == approx(by_pairs, abs=1e-12)
        assert abs(concentration(spread)) <= gini(spread) + 1e-12

    @given(groups, st.lists(st.sampled_from("abc"), min_size=30, max_size=30))
    def test_what_lies_between_and_within_adds_up(self, told, parts):
        spread = spread_of(told)
        between, within = theil_parts(spread, parts[: len(told)])

        assert between + within == approx(theil(spread), abs=1e-12)
        assert between >= -1e-12
        assert within >= -1e-12

    @given(groups)
    def test_who_lacks_and_who_has_show_the_same_of_opposite_sign(self, told):
        has = spread_of([(people, value / 50) for people, value in told])
        lacks = Spread.of(has.people, 1 - has.values, has.order)

        one = erreygers(has, least=0, most=1)
        assert one == approx(-erreygers(lacks, least=0, most=1), abs=1e-12)
        assert one == approx(4 * has.mean * concentration(has), abs=1e-12)

    @given(groups, st.floats(0.1, 10))
    def test_another_unit_changes_no_index(self, told, unit):
        spread = spread_of(told)
        other = Spread.of(spread.people, spread.values * unit, spread.order)

        for index in (gini, theil, concentration, palma_of_shares, palma_of_means):
            assert index(other) == approx(index(spread), rel=1e-9, abs=1e-12)


class TestIntervals:
    def test_hold_the_jackknife_of_groups_left_out_one_by_one(self):
        spread = AREA_1
        without = []
        for at in range(10):
            people = spread.people.copy()
            people[at] = 0
            without.append(gini(Spread.of(people, spread.values)))
        error = np.sqrt(9 / 10 * np.sum((np.array(without) - np.mean(without)) ** 2))

        told = with_interval(gini, Spread.of(spread.people, spread.values))
        assert told.high - told.value == approx(1.959964 * error, rel=1e-6)

    def test_many_groups_are_left_out_in_a_hundred_parts_and_always_alike(self):
        dice = np.random.default_rng(5)
        spread = Spread.of(dice.integers(1, 900, 5_000), dice.lognormal(size=5_000))

        first, again = with_interval(gini, spread), with_interval(gini, spread)
        assert first == again
        assert first.low < first.value < first.high
        assert first.high - first.low < 0.1


class TestTelling:
    def test_says_who_has_more_and_where_nobody_can_say(self):
        told = {one.name: one for one in every_measure(AREA_1, Asked())}
        assert told["slope index of inequality"].words == "The better off have more."

        even = Spread.of([5, 5, 5, 5], [2, 1, 2, 1.01], [1, 2, 3, 4])
        told = {one.name: one for one in every_measure(even, Asked())}
        assert "or neither" in told["slope index of inequality"].words

    def test_says_why_a_measure_cannot_be_reckoned_and_reckons_the_others(self):
        two = Spread.of([5, 5], [0, 1], [1, 2])
        told = {one.name: one for one in every_measure(two, Asked(enough=0.5))}

        assert told["slope index of inequality"].figure is None
        assert "three groups" in told["slope index of inequality"].words
        assert told["Gini index"].figure.value == approx(0.5)
        assert told["access poverty FGT0, enough is 0.5"].figure.value == approx(0.5)


@pytest.mark.parametrize(
    ("people", "values", "order"),
    [
        ([], [], []),
        ([1, 2], [1], [1, 2]),
        ([0, 0], [1, 2], [1, 2]),
        ([-1, 2], [1, 2], [1, 2]),
        ([1, 2], [1, float("nan")], [1, 2]),
    ],
)
def test_what_is_no_spread_is_refused(people, values, order):
    with pytest.raises(NotPossible):
        Spread.of(people, values, order)
