"""Which count is meant by what people call a group? Only what is meant for certain."""

import pytest

from weft.need.domain.ages import Band
from weft.voices.domain.kinds import Axis
from weft.voices.domain.missing.census_words import band_meant, part_meant


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("under 16", Band(0, 15)),
        ("16 to 24", Band(16, 24)),
        ("16–29", Band(16, 29)),
        ("Over 65", Band(65)),
        ("65 and over", Band(65)),
        ("80 or older", Band(80)),
        ("75+", Band(75)),
        ("16", None),
        ("under 0", None),
        ("29 to 16", None),
        ("men of 18 to 29", None),
        ("the young", None),
    ],
)
def test_ages_are_read_as_people_say_them(words, band):
    assert band_meant(words) == band


def test_carers_are_all_but_those_who_care_for_nobody():
    assert part_meant(Axis.CARING, "Carers") == ("nobody", False)
    assert part_meant(Axis.ETHNICITY, " White ") == ("white", True)
