"""All that is told of two things is one arrow, which keeps every account."""

from dataclasses import replace

from tests.voices.domain.causes.told import told
from weft.voices.domain.causes import arrows_of, is_a_cause
from weft.voices.domain.kinds import Basis, Scale, Sign


def test_where_people_differ_the_sign_is_not_known_and_every_account_is_kept():
    (arrow,) = arrows_of(told("a+b", "a-b", "a+b"))
    assert arrow.sign is Sign.UNKNOWN
    assert arrow.disputed
    assert arrow.said(Sign.MORE) == ("P0", "P2")
    assert arrow.said(Sign.LESS) == ("P1",)
    assert arrow.words == ("P0", "P1", "P2")


def test_who_does_not_say_which_way_differs_from_nobody():
    (arrow,) = arrows_of(told("a-b", "a?b"))
    assert arrow.sign is Sign.LESS
    assert not arrow.disputed


def test_an_arrow_that_one_stated_and_another_inferred_is_stated():
    inferred, stated = told("a+b", basis=Basis.INFERRED), told("a+b")
    (arrow,) = arrows_of([*inferred, *stated])
    assert arrow.basis is Basis.STATED


def test_is_a_part_of_is_no_cause_and_does_not_speak_for_one():
    part = told("a-b", basis=Basis.PART_OF)
    (only_a_part,) = arrows_of(part)
    (both,) = arrows_of([*part, *told("a+b")])
    assert not is_a_cause(only_a_part)
    assert is_a_cause(both)
    assert both.sign is Sign.MORE


def test_time_and_scale_are_known_only_where_somebody_says():
    (first,) = told("a+b")
    (arrow,) = arrows_of([first])
    assert arrow.takes_time is None
    slow = replace(first, takes_time=True, scale=Scale.FAMILY)
    quick = replace(first, takes_time=False, scale=Scale.FAMILY)
    (arrow,) = arrows_of([first, quick, slow])
    assert (arrow.takes_time, arrow.scale) == (True, Scale.FAMILY)
    (arrow,) = arrows_of([quick, replace(slow, scale=Scale.SYSTEM)])
    assert arrow.scale is Scale.UNKNOWN
