"""Where somebody sends it themselves: does the same rule hold, and is a slip undone?"""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.assets.services.post.mailing import (
    ADDRESS,
    JOB,
    STEWARD,
    TODAY,
    a_mail_server,
    a_valley,
    chosen,
    sent,
    with_address,
)
from weft.accounts.models import Link
from weft.assets.domain.post import MessageStanding, month_of
from weft.assets.models import FactEvent, Mailbox, Message
from weft.assets.queries.post import (
    latest_round,
    post_standing,
    texts_for,
    wrote_last,
)
from weft.assets.services.post import (
    ask_after_all,
    hear_it_came_back,
    let_be,
    not_sent_by_hand,
    note_link_given,
    note_sent_by_hand,
    write_by_hand,
)
from weft.commons.errors import NotFound, NotPossible

ROUNDS = 4


@pytest.fixture
def circle(db):
    assert db is None
    return a_valley()[0]


def test_the_texts_are_written_with_a_link_that_takes_the_last_ones_place(circle):
    [message] = chosen()
    for _ in range(2):
        fresh = write_by_hand(by=STEWARD, message=message.pk, today=TODAY)
        told = texts_for(message.pk, address=f"https://w.example/g/{fresh.secret}")
        assert fresh.secret in told.short
        assert circle.name in told.long
    assert Link.objects.filter(revoked_at=None).count() == 1
    assert "secret" not in repr(fresh).replace("FreshLink", "")


def test_a_link_that_is_given_is_their_message_of_the_month_and_given_all_the_same(
    circle,
):
    later = TODAY + timedelta(days=9)
    for _ in range(2):  # pressed twice on a day it is one message
        assert not note_link_given(by=STEWARD, group=circle.pk, today=TODAY)
    assert Message.objects.get().month == month_of(TODAY)
    assert wrote_last(circle.pk) == TODAY
    assert "had a message" in note_link_given(by=STEWARD, group=circle.pk, today=later)
    assert Message.objects.count() == 1


def test_what_was_sent_by_hand_is_the_message_of_the_month(circle):
    [message] = chosen()
    note_sent_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    with pytest.raises(NotFound):
        note_sent_by_hand(by=STEWARD, message=message.pk, today=TODAY)

    assert latest_round(circle.region_id).messages[0].standing == "by_hand"
    assert FactEvent.objects.filter(event="asked").count() == 2  # the group, its offer


def test_a_slip_is_undone_and_it_waits_again(circle):
    [message] = chosen()
    note_sent_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    not_sent_by_hand(by=STEWARD, message=message.pk)
    assert not FactEvent.objects.filter(event="asked").exists()
    note_sent_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    assert circle.name


def test_to_let_them_be_is_undone_too(circle):
    [message] = chosen()
    let_be(by=STEWARD, message=message.pk)
    with pytest.raises(NotFound):
        write_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    ask_after_all(by=STEWARD, message=message.pk)
    write_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    assert circle.name


def test_a_mail_that_comes_back_days_later_can_be_sent_by_hand(circle, settings):
    with a_mail_server(settings):
        with_address(circle)
        [message] = chosen()
        sent()
    hear_it_came_back(by=STEWARD, message=message.pk, today=TODAY)
    told = post_standing()
    assert (told.addresses, told.nobody_there) == (0, 1)
    note_sent_by_hand(by=STEWARD, message=message.pk, today=TODAY)
    with_address(circle, "new@example.org")
    assert post_standing().addresses == 1


def test_the_data_base_itself_refuses_a_second_message_of_a_month(circle):
    taken = {"standing": "sent", "month": month_of(TODAY), "went_on": TODAY}
    Message.objects.create(group=circle, **taken)
    for wrong in ({**taken}, {"standing": "sent"}, {**taken, "standing": "chosen"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(group=circle, **wrong)


def test_no_address_stands_in_what_a_page_is_made_of(circle):
    with_address(circle)
    chosen()
    assert ADDRESS not in repr(latest_round(circle.region_id))
    assert Mailbox.objects.exists()


def at_once(*deeds):
    """Do deeds in threads that begin together; give those that were refused."""
    gate, refused = threading.Barrier(len(deeds)), []

    def do(deed):
        gate.wait()
        try:
            deed()
        except NotPossible as problem:
            refused.append(str(problem))
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    return refused


@pytest.mark.django_db(transaction=True)
def test_two_workers_and_a_steward_at_one_moment_send_one_message(settings):
    if connection.vendor != "postgresql":
        pytest.skip("not run: SQLite lets only one write at a time")
    with a_mail_server(settings) as took:
        groups = a_valley(groups=ROUNDS)
        for number, group in enumerate(groups):
            with_address(group, f"circle{number}@example.org")
        messages = chosen()
        for message in messages:
            at_once(
                sent,
                sent,
                lambda key=message.pk: note_sent_by_hand(
                    by=STEWARD, message=key, today=TODAY
                ),
            )
    by_hand = Message.objects.filter(standing=MessageStanding.BY_HAND).count()
    assert len(took.mails) + by_hand == ROUNDS
    assert Message.objects.filter(month=month_of(TODAY)).count() == ROUNDS
    assert JOB.name
