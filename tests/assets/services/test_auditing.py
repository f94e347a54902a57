"""Is the month drawn once, worked through by one, and every call a message?"""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from tests.assets.services.post.mailing import JOB, LONG_AGO, STEWARD, TODAY, chosen
from tests.web import stewards, valley
from weft.assets.domain.audit import Finding, Side, drawn
from weft.assets.domain.post import month_of
from weft.assets.models import Audit, AuditEntry, FactEvent, Listing, Message
from weft.assets.queries.asking import groups_to_ask
from weft.assets.queries.audit import audit_now, months_right
from weft.assets.services.auditing import (
    Found,
    draw_audit,
    note_finding,
    take_finding_back,
)
from weft.assets.services.post import note_sent_by_hand
from weft.cli.exporting.columns import tables
from weft.commons.errors import NotPossible

pytestmark = pytest.mark.django_db
RIGHT = Found(finding=Finding.RIGHT)
WRONG = Found(finding=Finding.WRONG, wrong_in=(Side.WHEN, Side.PRICE))
NOBODY = Found(finding=Finding.NOT_REACHED)


@pytest.fixture
def groups():
    region = valley.region()
    made = []
    for number in range(3):
        group = valley.group(region, f"Circle {number}", told_on=LONG_AGO)
        valley.offer(region, f"Clay {number}", group=group, told_on=LONG_AGO)
        made.append(group)
    valley.derive(region)
    return made


def draw(today=TODAY, seed="a seed"):
    return draw_audit(by=JOB, region=valley.SLUG, today=today, seed=seed)


def entry_of(thing):
    return AuditEntry.objects.get(thing=thing.pk)


def note(thing, found, *, today=TODAY):
    entry = entry_of(thing)
    note_finding(by=STEWARD, entry=entry.pk, found=found, today=today)


def heard():
    events = FactEvent.objects.order_by("pk")
    return list(events.values_list("event", "aspect", "asset", "offer"))


def test_a_month_is_drawn_once_and_can_be_drawn_again_by_anybody(groups):
    assert draw() == 6
    assert draw(seed="another") == 0
    audit = Audit.objects.get()
    keys = [
        str(asset or offer)
        for asset, offer in Listing.objects.values_list("asset", "offer")
    ]
    assert audit.mark == sha256("\n".join(sorted(keys)).encode()).hexdigest()
    rows = audit.entries.order_by("number").values_list("thing", flat=True)
    assert tuple(map(str, rows)) == drawn(keys, audit.seed)
    next_month = (month_of(TODAY) + timedelta(days=40)).replace(day=1)
    assert draw(today=next_month) == len(groups) * 2


def test_what_was_found_is_heard_and_taken_back_without_a_trace(groups):
    draw()
    before = heard()
    for found, count in ((RIGHT, 1), (WRONG, 2), (NOBODY, 0)):
        note(groups[0], found)
        assert len(heard()) == count
        take_finding_back(by=STEWARD, entry=entry_of(groups[0]).pk)
        assert heard() == before
    assert not entry_of(groups[0]).wrong_in


def test_a_call_is_the_groups_message_of_the_month(groups):
    draw()
    chosen()
    rang = Found(finding=Finding.RIGHT, rang=True)
    note(groups[0], rang)
    asked = {one.group for one in groups_to_ask(valley.SLUG, TODAY, most=9)}
    assert groups[0].pk not in asked
    waiting = Message.objects.get(group=groups[0], round__isnull=False)
    with pytest.raises(NotPossible, match="within the month"):
        note_sent_by_hand(by=STEWARD, message=waiting.pk, today=TODAY)

    take_finding_back(by=STEWARD, entry=entry_of(groups[0]).pk)
    note_sent_by_hand(by=STEWARD, message=waiting.pk, today=TODAY)
    with pytest.raises(NotPossible, match="within the month"):
        note(groups[0], rang)
    note(groups[0], RIGHT)  # without a call it can be looked at all the same


def test_a_call_about_an_offer_is_its_groups_message(groups):
    draw()
    offer = groups[1].offers.get()
    note(offer, Found(finding=Finding.NOT_REACHED, rang=True))
    assert Message.objects.get().group == groups[1]
    told = {one.thing: one for one in audit_now(valley.SLUG, today=TODAY).entries}
    assert not told[groups[1].pk].may_ring
    assert told[groups[2].pk].may_ring


def test_of_two_who_look_at_one_entry_one_is_told(groups):
    draw()
    note(groups[0], RIGHT)
    with pytest.raises(NotPossible, match="before"):
        note(groups[0], WRONG)


def test_wrong_in_nothing_is_not_taken(groups):
    draw()
    with pytest.raises(NotPossible, match="what is wrong"):
        note(groups[0], Found(finding=Finding.WRONG))


def test_what_has_left_the_list_stays_in_the_draw_and_shows_nothing(groups):
    draw()
    groups[0].visibility = "hidden"
    groups[0].save()
    groups[1].offers.all().delete()
    told = {one.thing: one for one in audit_now(valley.SLUG, today=TODAY).entries}

    assert len(told) == 6
    assert told[groups[0].pk].name == ""
    assert sum(one.name == "" for one in told.values()) == 3
    note(groups[0], NOBODY)


def finished(wrong=2, not_reached=0):
    draw()
    for number, entry in enumerate(AuditEntry.objects.order_by("number")):
        found = WRONG if number < wrong else RIGHT
        found = NOBODY if number >= 6 - not_reached else found
        note_finding(by=STEWARD, entry=entry.pk, found=found, today=TODAY)


def test_a_month_is_told_only_at_its_end_and_the_seed_with_it(client, groups):
    draw(seed="the-seed")
    note(groups[0], WRONG)
    page = client.get("/open/right").content.decode()
    assert "1 of 6 are looked at" in page
    assert "the-seed" not in page
    table = client.get(f"/open/right/{valley.SLUG}.csv").content.decode("utf-8-sig")
    assert table.splitlines()[1].split(",")[3:] == [""] * 9


def test_the_rate_and_its_interval_stand_on_a_page_and_in_a_file(client, groups):
    assert groups
    finished(wrong=2, not_reached=1)
    [month] = months_right(valley.SLUG, fewest=5)
    assert (month.rate.wrong, month.rate.reached, month.rate.not_reached) == (2, 5, 1)
    page = client.get("/open/right").content.decode()
    assert "wrong in 2 of the 5 entries" in page
    assert "about 40: at least 12, at most 77" in page
    assert "We do not count those as right." in page
    assert "fewer than 5" in page  # in what: counts that are small are told so
    assert "a seed" in client.get(f"/open/right/{valley.SLUG}.csv").content.decode()
    for group in groups:
        assert group.name not in page


def test_too_few_reached_tell_nothing(client, groups):
    assert groups
    finished(wrong=0, not_reached=2)
    assert months_right(valley.SLUG, fewest=5)[0].rate is None
    assert "we reached too few to say" in client.get("/open/right").content.decode()


def test_what_was_found_of_whom_leaves_in_no_export():
    [told] = [one for one in tables() if one.name == "assets_auditentry"]
    columns = {column.name for column in told.columns}
    assert columns.isdisjoint({"thing", "finding", "wrong_in"})


def test_a_steward_works_through_it_and_takes_one_back(client, groups):
    draw()
    steward = stewards.signed_in(client, proved=True)
    page = steward.get("/steward/audit").content.decode()
    assert "0 of 6 are looked at" in page
    first = AuditEntry.objects.get(number=1)
    at = f"/steward/audit/{first.pk}"
    told = steward.post(at, {"finding": "wrong"})
    assert (told.status_code, first.finding) == (409, "")
    page = steward.post(
        at, {"finding": "wrong", "wrong_in": ["when", "nonsense"]}, follow=True
    )
    assert "something is wrong: when it is on" in page.content.decode()
    first.refresh_from_db()
    assert (first.wrong_in, first.looked_on) == (["when"], timezone.localdate())
    steward.post(at, {"finding": "take-back"})
    first.refresh_from_db()
    assert first.finding == ""
    assert json.dumps(first.wrong_in) == "[]"
    assert len(groups) == 3


def test_nobody_else_sees_what_is_looked_at(client):
    assert client.get("/steward/audit").status_code == 302
