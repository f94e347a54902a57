"""Which groups are to be written to this week, and which are never named?"""

from datetime import timedelta

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, an_asset, an_offer, on, told
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.sureness import Event
from weft.assets.queries import groups_to_ask
from weft.assets.services.hearing import hear
from weft.cli.line import main

pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
REGION = A_REGION.slug


def key(reference, what="asset"):
    return key_of(REGION, "us", reference, what=what)


def a_group(reference, **other):
    return an_asset(reference, kind=AssetKind.GROUP, **other)


def an_offer_of(group, name, *, days_old):
    old = TODAY - timedelta(days=days_old)
    return an_offer(name, group=group, told_on=old, schedules=(on(1),))


def names(*, most=9, day=TODAY):
    return [one.name for one in groups_to_ask(REGION, day, most=most)]


def two_groups():
    told(
        a_group("singers"),
        a_group("potters"),
        an_offer_of("singers", "choir", days_old=700),
        an_offer_of("potters", "clay", days_old=200),
    )


def test_the_group_whose_offers_are_oldest_is_asked_first():
    two_groups()

    first, second = groups_to_ask(REGION, TODAY, most=9)

    assert [first.name, second.name] == ["Singers", "Potters"]
    assert first.gain > second.gain > 0
    assert first.offers == (key("choir", "offer"),)
    assert names(most=1) == ["Singers"]


def test_a_report_of_an_offer_brings_its_group_forward():
    two_groups()

    hear(by=BY, thing=key("clay", "offer"), event=Event.BOUNCED, told_on=TODAY)

    assert names(most=1) == ["Potters"]


@pytest.mark.parametrize("event", [Event.ASKED, Event.AUDITED])
@pytest.mark.parametrize("of", [("singers", "asset"), ("choir", "offer")])
def test_after_any_message_a_group_rests_for_a_month(event, of):
    two_groups()

    hear(by=BY, thing=key(*of), event=event, told_on=TODAY)

    assert names() == ["Potters"]
    assert names(day=TODAY + timedelta(days=30)) == ["Potters"]
    assert "Singers" in names(day=TODAY + timedelta(days=31))


@pytest.mark.parametrize("visibility", [v for v in Visibility if v != "public"])
def test_a_group_that_is_kept_from_being_seen_is_not_named(visibility):
    told(
        a_group("singers", visibility=visibility),
        an_offer_of("singers", "choir", days_old=700),
    )

    assert names() == []


def test_who_has_closed_is_not_asked():
    told(
        a_group("singers", closed_on=TODAY - timedelta(days=3)),
        an_offer_of("singers", "choir", days_old=700),
    )

    assert names() == []


def test_it_takes_four_statements_however_many_groups(django_assert_num_queries):
    told(
        *(a_group(f"group {n}") for n in range(12)),
        *(an_offer_of(f"group {n}", f"offer {n}", days_old=400) for n in range(12)),
    )

    with django_assert_num_queries(4):
        assert len(names(most=20)) == 12


def test_the_command_says_whom_to_ask_and_sends_nothing(capsys):
    two_groups()

    assert main(["sureness", "ask", "--most", "1", "--day", str(TODAY)]) == 0

    said = capsys.readouterr().out
    assert "1 of at most 1 messages" in said
    assert "Singers  (not written to yet)" in said
    assert "Potters" not in said


def test_the_command_asks_where_the_lists_are(capsys):
    assert main(["sureness", "fit"]) == 2
    assert "Where are the lists?" in capsys.readouterr().out
