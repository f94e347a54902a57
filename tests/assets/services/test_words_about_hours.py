"""What people wrote of hours may hold a name: understood, it is kept nowhere."""

from datetime import date, time

import pytest

from tests.web import valley
from weft.accounts.actors import Actor
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.domain.told import ScheduleTold, is_word_of_mouth
from weft.assets.models import Proposal, Schedule
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.services.proposals import accept_change, propose_change
from weft.assets.services.told_rows import schedule_cells
from weft.cli.exporting.columns import tables

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
WORDS = "Tuesdays 2pm to 4pm, ring Brenda first"


@pytest.fixture
def clay():
    region = valley.region()
    made = valley.offer(region, place=valley.place(region))
    valley.derive(region)
    return made


def mended(offer, words):
    told = ProposalTold(
        kind=ProposalKind.WRONG, thing=offer.pk, told={ToldField.WHEN: words}
    )
    propose_change(by=Actor.somebody(), region=valley.SLUG, told=told, today=TODAY)
    (one,) = proposals_waiting()
    accept_change(by=Actor.steward("s"), proposal=one.proposal, today=TODAY)


def test_a_name_in_told_hours_stands_in_no_schedule_and_in_no_feed(client, clay):
    mended(clay, WORDS)

    rule = Schedule.objects.get(offer=clay, source="told")
    assert (rule.days, rule.starts, rule.ends) == ([1], time(14), time(16))
    assert "Brenda" not in f"{rule.said} {rule.unread}"
    feed = client.get(f"/openreferral/v3/services/{clay.pk}")
    assert feed.status_code == 200
    assert "Brenda" not in feed.content.decode()
    assert "14:00" in feed.content.decode()
    kept = Proposal.objects.get()
    assert kept.told["when"] == WORDS, "whoever decides may read it"
    assert "Brenda" not in str(kept.before), "and once they are taken back, nobody"


def test_what_a_list_published_goes_on_word_for_word(client, clay):
    Schedule.objects.filter(offer=clay).update(said="Tu, not in August")
    valley.derive(clay.region)
    feed = client.get(f"/openreferral/v3/services/{clay.pk}").content.decode()
    assert "Tu, not in August" in feed


@pytest.mark.parametrize("source", ["told", "holder", "import-7"])
def test_of_what_people_told_us_only_what_was_not_understood_is_kept(source):
    rules = schedules_of(read_hours(WORDS, today=TODAY), told_on=TODAY)
    assert rules
    for rule in rules:
        cells = schedule_cells(rule, source=source)
        assert (cells["said"], cells["unread"]) == ("", "")
    unread = ScheduleTold(rough=True, said="when Brenda can")
    cells = schedule_cells(unread, source=source)
    assert (cells["said"], cells["unread"]) == ("", "when Brenda can")


@pytest.mark.parametrize("source", ["open_referral", "libraries", "holders_list"])
def test_a_publishers_words_are_kept_as_they_are(source):
    assert not is_word_of_mouth(source)
    cells = schedule_cells(ScheduleTold(days=(1,), said="Tu"), source=source)
    assert (cells["said"], cells["unread"]) == ("Tu", "")


def test_words_that_were_not_understood_leave_by_no_door(client, clay):
    Schedule.objects.filter(offer=clay).delete()
    rule = ScheduleTold(rough=True, said="when Brenda can")
    Schedule.objects.create(**schedule_cells(rule, source="holder", offer=clay.pk))
    valley.derive(clay.region)

    for path in (
        f"/openreferral/v3/services/{clay.pk}",
        "/openreferral/v3/services",
        "/openactive/services",
        "/api/v1/assets",
        f"/offers/{clay.pk}",
    ):
        assert "Brenda" not in client.get(path).content.decode(), path
    feed = client.get(f"/openreferral/v3/services/{clay.pk}").json()
    assert not feed.get("schedules")
    (table,) = (one for one in tables() if one.name == "assets_schedule")
    assert "unread" not in [column.name for column in table.columns]
    assert "said" in [column.name for column in table.columns]
