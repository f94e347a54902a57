"""What somebody says of two listings is listed so at once, and can be taken back."""

from datetime import time
from uuid import UUID

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, a_reading, an_asset, load_all, on
from tests.assets.services.test_linking import a_hall, a_lunch, cards, key, told_twice
from weft.accounts.queries import latest_deeds
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.linking.said import SaidOfTwo
from weft.assets.models import Asset, Link
from weft.assets.queries.linking import band, overlaps, overlaps_to_judge
from weft.assets.services.judging import Two, say_of_two
from weft.assets.services.linking import link
from weft.commons.errors import NotFound, NotPossible

pytestmark = pytest.mark.django_db
REGION = A_REGION.slug
UNSURE = {
    "name": "Rushby Shed and Mending",
    "schedules": (on(1, starts=time(10, 30)),),
}
TODAY = MONDAY.monday


@pytest.fixture
def two():
    told_twice(**UNSURE)
    return Two(key("council"), key("alliance"))


@pytest.fixture
def lunches():
    groups = [an_asset(g, kind=AssetKind.GROUP) for g in ("zion", "ings", "hay")]
    here = [a_lunch(f"{g} lunch", g) for g in ("zion", "ings", "hay")]
    load_all([a_reading(a_hall(), *groups, *here, source="council")])


def say(two, said, **more):
    say_of_two(by=BY, two=two, said=said, today=TODAY, **more)


def left():
    return band(REGION, most=5).left


def test_two_that_are_one_have_one_card_at_once_and_two_again_when_taken_back(two):
    before = cards()

    say(two, SaidOfTwo.SAME)

    assert len(cards()) == len(before) - 1
    assert left() == 0
    say(two, SaidOfTwo.UNDO, seen="same")
    assert cards() == before
    assert left() == 1


def test_every_deed_is_on_record(two):
    say(two, SaidOfTwo.APART)

    assert [one.deed for one in latest_deeds(most=2)] == [
        "assets.derive_some",
        "assets.judge",
    ]


def test_of_two_who_decide_at_once_the_second_is_told(two):
    say(two, SaidOfTwo.SAME, seen="")

    with pytest.raises(NotPossible, match="meanwhile"):
        say(two, SaidOfTwo.APART, seen="")
    with pytest.raises(NotPossible, match="meanwhile"):
        say(two, SaidOfTwo.LATER)
    assert Link.objects.get(asset=min(two.one, two.other)).decided == "same"


def test_what_is_put_off_comes_last_and_in_its_own_turn_once_the_linker_ran():
    groups = [an_asset("shed-hall", name="Memorial Hall", postcode="ZH1 2AB")]
    load_all([a_reading(*groups, source="council")])
    keys = sorted(_pairs_to_ask())
    first, *others = [_two(one) for one in band(REGION, most=9).questions]

    say(first, SaidOfTwo.LATER)

    assert [_two(one) for one in band(REGION, most=9).questions] == [*others, first]
    assert len(keys) == len(others) + 1
    assert latest_deeds(most=1)[0].deed == "assets.put_off"


def _two(question):
    return Two(question.first.id, question.second.id)


def _pairs_to_ask():
    """Write three questions as the linker would."""
    for number in range(3):
        rows = [
            Asset.objects.create(
                id=key_of_number(number, side),
                region_id=REGION,
                kind="group",
                name=f"Shed {number}",
                source=f"list {side}",
            )
            for side in (0, 1)
        ]
        Link.objects.create(
            region_id=REGION,
            asset=rows[0],
            other_asset=rows[1],
            found="ask",
            bits=3 - number,
        )
        yield rows[0].pk


def key_of_number(number, side):
    return UUID(int=2 * number + side + 1)


def test_nobody_is_asked_to_undo_what_was_never_said(two):
    with pytest.raises(NotFound):
        say(two, SaidOfTwo.UNDO)
    with pytest.raises(NotFound):
        say(Two(two.one, key("nowhere")), SaidOfTwo.UNDO)


def test_overlaps_may_be_judged_put_off_brought_together_and_asked_again(lunches):
    assert lunches is None
    first, second, third = overlaps(REGION)

    def pair(one):
        return Two(one.first.brief.id, one.second.brief.id)

    say(pair(first), SaidOfTwo.APART)
    say(pair(second), SaidOfTwo.TALK)
    say(pair(third), SaidOfTwo.LATER)

    found = overlaps_to_judge(REGION, most=5)
    assert [pair(one) for one in found.first] == [pair(third)]
    assert [pair(one) for one in found.might_talk] == [pair(second)]
    say(pair(second), SaidOfTwo.UNDO)
    found = overlaps_to_judge(REGION, most=5)
    assert [pair(one) for one in found.first] == [pair(second), pair(third)]
    assert found.might_talk == ()


def test_the_linker_running_again_forgets_only_what_was_put_off(lunches):
    assert lunches is None
    first, second, _ = overlaps(REGION)
    say(Two(first.first.brief.id, first.second.brief.id), SaidOfTwo.TALK)
    say(Two(second.first.brief.id, second.second.brief.id), SaidOfTwo.LATER)

    link(region=REGION, by=BY)

    found = overlaps_to_judge(REGION, most=5)
    assert len(found.might_talk) == 1
    assert not Link.objects.exclude(put_off_on=None).exists()
