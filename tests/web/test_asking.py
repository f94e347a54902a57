"""Does an address stay coarse, whatever somebody typed?"""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.facts import FactField
from weft.web.asking import asking, tells_a_postcode

TODAY = date(2026, 11, 25)


def ask(query: str = ""):
    return asking(QueryDict(query), today=TODAY)


def test_a_form_is_read_in_the_asker_s_own_terms():
    asked = ask(
        "near=BD3+8EH&free=tue-afternoon&hours=thu+9-11&what=somewhere+to+sing"
        "&wish=free&wish=step_free&language=ur&pay=3&far=45&way=bike&for=somebody"
    )

    assert asked.near == "BD3 8EH"
    assert [block.words for block in asked.blocks] == ["Tuesday afternoon"]
    assert asked.what == "somewhere to sing"
    assert asked.wishes == {FactField.FREE, FactField.STEP_FREE}
    assert (asked.languages, asked.pay, asked.far) == ({"ur"}, 3, 45)
    assert asked.for_somebody
    assert len(asked.windows(today=TODAY)) == 2


def test_what_is_not_known_is_let_go():
    asked = ask("free=someday&wish=gold&language=xx&pay=much&far=7&way=broom&week=x")

    assert asked == ask()


@pytest.mark.parametrize(
    "week", ["2020-01-06", "9999-12-31", "0001-01-01", "2026-13-45"]
)
def test_a_week_gone_by_or_far_off_is_read_as_this_one(week):
    assert ask(f"week={week}").week.monday == date(2026, 11, 23)


def test_next_week_may_be_asked_for():
    assert ask("week=2026-12-02").week.monday == date(2026, 11, 30)


def test_exact_hours_are_widened_to_parts_of_days_in_an_address():
    pairs = ask("near=hx7+8eh&hours=tue+12:45+to+15:10&what=grief").coarse(
        near="E01000001", today=TODAY
    )

    assert pairs == (
        ("near", "E01000001"),
        ("free", "tue-afternoon"),
        ("week", "2026-11-23"),
    )


@given(
    near=st.text(max_size=30),
    hours=st.text(max_size=30),
    what=st.text(max_size=30),
    wishes=st.sets(st.sampled_from(FactField)),
)
def test_no_address_ever_repeats_what_somebody_typed(near, hours, what, wishes):
    form = QueryDict(mutable=True)
    form.update({"near": near, "hours": hours, "what": what})
    form.setlist("wish", sorted(wishes))

    pairs = asking(form, today=TODAY).coarse(near="E01000001", today=TODAY)

    assert {name for name, _ in pairs} <= {
        "near",
        "free",
        "wish",
        "language",
        "pay",
        "far",
        "way",
        "for",
        "week",
    }
    assert ("near", "E01000001") in pairs


@pytest.mark.parametrize(
    "text",
    [
        "BD3 8EH",
        "bd38eh",
        "LS9 6AB",
        "hx7  8eh",
        "W1A 0AX",
        "I live at M1 1AE now",
        "EC1A1BB",
        "bd3+8eh",
    ],
)
def test_a_full_postcode_is_known_for_one(text):
    assert tells_a_postcode("", text)


@pytest.mark.parametrize(
    "text", ["BD3", "LS9 6", "Mill Lane", "E01010646", "hx7", "2 for 1"]
)
def test_an_area_or_a_name_is_not_a_full_postcode(text):
    assert not tells_a_postcode(text)


def test_what_is_asked_can_be_posted_again_from_its_own_page():
    asked = ask(
        "near=BD3+8EH&free=tue-afternoon&hours=thu+9-11&what=sing&wish=free&pay=3&far=45"
    )
    form = QueryDict(mutable=True)
    for name, value in asked.fields():
        form.appendlist(name, value)

    assert asking(form, today=TODAY) == asked
