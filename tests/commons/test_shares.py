"""How sure is a share that was counted among few?"""

from weft.commons.shares import wilson


def test_wilson_s_interval_is_the_published_one():
    """Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, 1 of 29."""
    low, high = wilson(81 / 263, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = wilson(1 / 29, 29)
    assert (round(low, 4), round(high, 4)) == (0.0061, 0.1718)
