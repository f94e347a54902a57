"""The phrases were written first, and are read as well as promised."""

import pytest

from tests.assets.hours.truth import Misread, is_held_out, misread, phrases
from weft.assets.domain.hours import HoursRead

PROMISED = 0.94


def test_there_are_five_hundred_and_each_is_told_once():
    said = [one.said for name in ("built_on", "held_out") for one in phrases(name)]
    assert len(said) == len({one.lower() for one in said}) == 500


@pytest.mark.parametrize(("name", "held"), [("built_on", False), ("held_out", True)])
def test_chance_and_nobody_else_chose_what_is_held_out(name, held):
    assert {is_held_out(one.said) for one in phrases(name)} == {held}


@pytest.mark.parametrize("name", ["built_on", "held_out"])
def test_at_least_94_in_100_are_read_whole(name):
    wanted = phrases(name)
    assert 1 - len(misread(wanted)) / len(wanted) >= PROMISED


def test_a_reader_that_reads_nothing_is_found_out():
    wanted = phrases("built_on")
    blind = [one for one in wanted if one.sessions or one.ask or not one.kept]
    assert len(blind) > len(wanted) * PROMISED
    assert "meant: " in str(Misread(wanted[0], HoursRead(said="")))
