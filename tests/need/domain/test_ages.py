from hypothesis import given
from hypothesis import strategies as st

from weft.need.domain.ages import BANDS, Band, band_of, opened, parts_of

SINGLE = {str(age): Band(age) if age == 90 else Band(age, age) for age in range(91)}


def test_ages_are_read_as_publishers_write_them():
    assert band_of("7") == Band(7, 7)
    assert band_of("90+") == Band(90)
    assert band_of("16 to 29") == Band(16, 29)
    assert band_of("0_4") == Band(0, 4)
    assert band_of("65 and over") == Band(65)
    assert band_of("All ages") is None


def test_the_oldest_is_everybody_older_even_if_nobody_says_so():
    assert opened({"89": Band(89, 89), "90": Band(90, 90)})["90"] == Band(90)


def test_single_years_make_every_band():
    for band in BANDS:
        assert parts_of(band, SINGLE) is not None, band


def test_broad_bands_make_only_what_they_can():
    broad = {"0 to 15": Band(0, 15), "16 to 64": Band(16, 64), "65 and over": Band(65)}

    assert parts_of(Band(0, 15), broad) == ("0 to 15",)
    assert parts_of(Band(0, 4), broad) is None


@given(gap=st.integers(65, 89))
def test_a_band_with_a_gap_is_not_made(gap):
    holey = {name: band for name, band in SINGLE.items() if name != str(gap)}

    assert parts_of(Band(65), holey) is None


@given(people=st.lists(st.integers(0, 50), min_size=91, max_size=91))
def test_five_year_bands_hold_everybody_once(people):
    fives = [band for band in BANDS if band.last != 15 and band.first not in {16, 65}]
    fives += [Band(65, 69)]

    total = sum(
        sum(people[int(name)] for name in parts_of(band, SINGLE)) for band in fives
    )

    assert total == sum(people)
