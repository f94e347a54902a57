"""Does all mail stop in one tap, for good, and is the tap undone without a trace?"""

import json
from datetime import timedelta

import pytest

from tests.assets.services.post.mailing import (
    ADDRESS,
    STEWARD,
    TODAY,
    a_mail_server,
    a_valley,
    chosen,
    sent,
    with_address,
)
from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of
from weft.assets.domain.post import mark_of_address
from weft.assets.models import Fact, Mailbox, Message, StoppedAddress
from weft.assets.queries.asking import groups_to_ask
from weft.assets.services.post import (
    forget_address,
    give_address,
    stop_mail,
    stop_mail_by,
    stopping,
    write_again,
    write_again_by,
)
from weft.assets.services.post.locking import locked, unlocked
from weft.commons.errors import NotFound, NotPossible

pytestmark = pytest.mark.django_db
SOMEBODY = Actor.somebody()


@pytest.fixture
def server(settings):
    with a_mail_server(settings) as took:
        yield took


@pytest.fixture
def circle():
    return a_valley()[0]


def address_of(group):
    return unlocked(Mailbox.objects.get(group=group).locked)


def mailed(group):
    """A mail to a group, with a link that stops it."""
    secret = hash_of("a mail")  # any word would do
    with_address(group)
    [message] = chosen()
    sent()
    message.refresh_from_db()
    message.stop_hash = hash_of(secret)
    message.save()
    return secret


def everything():
    return (
        list(Mailbox.objects.values_list("group", "mark")),
        list(StoppedAddress.objects.values_list("mark", flat=True)),
        list(Fact.objects.filter(field="no_mail").values_list("asset", flat=True)),
    )


def test_of_a_stopped_address_only_a_mark_is_kept(circle):
    with_address(circle)
    stop_mail(by=STEWARD, group=circle.pk, today=TODAY)

    assert everything() == ([], [mark_of_address(ADDRESS)], [circle.pk])


def test_a_stopped_address_never_gets_mail_again_whoever_tells_it(server):
    one, other = a_valley(groups=2)
    with_address(one)
    stop_mail(by=STEWARD, group=one.pk, today=TODAY)
    for by in (STEWARD, Actor.command("mail")):
        for typed in (ADDRESS, ADDRESS.upper()):
            with pytest.raises(NotPossible, match="stop"):
                give_address(by=by, group=other.pk, address=typed, today=TODAY)
    chosen(today=TODAY + timedelta(days=60))
    sent(today=TODAY + timedelta(days=60))

    assert server.mails == []
    assert not Message.objects.filter(group=one).exists()


def test_who_asked_for_none_is_not_asked_by_hand_either(circle):
    assert groups_to_ask(circle.region_id, TODAY, most=5)
    stop_mail(by=STEWARD, group=circle.pk, today=TODAY)
    assert groups_to_ask(circle.region_id, TODAY, most=5) == ()


def test_to_stop_and_to_undo_leaves_all_as_it_was(circle):
    with_address(circle)
    before = everything()
    stopped = stop_mail(by=STEWARD, group=circle.pk, today=TODAY)
    write_again(by=STEWARD, group=circle.pk, kept=stopped.kept, today=TODAY)

    assert everything() == before
    assert address_of(circle) == ADDRESS


def test_one_tap_stops_every_group_that_is_written_to_there_and_undoes_it():
    one, other = a_valley(groups=2)
    for group in (one, other):
        with_address(group)
    stopped = stop_mail(by=STEWARD, group=one.pk, today=TODAY)
    assert not Mailbox.objects.exists()
    write_again(by=STEWARD, group=one.pk, kept=stopped.kept, today=TODAY)

    assert {address_of(one), address_of(other)} == {ADDRESS}


def test_who_reads_an_old_address_does_not_stop_the_new_one(server, circle):
    secret = mailed(circle)
    with_address(circle, "new@example.org")
    stop_mail_by(secret=secret, by=SOMEBODY, today=TODAY)

    assert address_of(circle) == "new@example.org"
    assert StoppedAddress.objects.get().mark == mark_of_address(ADDRESS)
    assert len(server.mails) == 1


def test_a_stop_by_the_link_in_a_mail_is_undone_by_typing_the_same_address(
    server, circle
):
    secret = mailed(circle)
    stop_mail_by(secret=secret, by=SOMEBODY, today=TODAY)
    with pytest.raises(NotPossible, match="another address"):
        write_again_by(
            secret=secret, by=SOMEBODY, today=TODAY, address="else@example.org"
        )
    write_again_by(secret=secret, by=SOMEBODY, today=TODAY, address=ADDRESS)

    assert address_of(circle) == ADDRESS
    assert len(server.mails) == 1


def test_what_undoes_a_stop_works_for_an_hour_and_only_if_we_locked_it(
    circle, monkeypatch
):
    with_address(circle)
    kept = stop_mail(by=STEWARD, group=circle.pk, today=TODAY).kept
    monkeypatch.setattr(stopping, "TO_UNDO", -1)
    write_again(by=STEWARD, group=circle.pk, kept=kept, today=TODAY)
    forged = json.dumps({"to": ADDRESS, "groups": [str(circle.pk)]})
    write_again(by=STEWARD, group=circle.pk, kept=forged, today=TODAY)

    assert not Mailbox.objects.exists()
    assert StoppedAddress.objects.exists()


def test_a_link_that_we_never_sent_stops_nothing(circle):
    with_address(circle)
    chosen()
    for secret in ("", "nothing"):
        with pytest.raises(NotFound):
            stop_mail_by(secret=secret, by=SOMEBODY, today=TODAY)
    assert address_of(circle) == ADDRESS


def test_under_another_key_an_address_reads_as_nothing_and_a_stop_still_holds(
    circle, settings
):
    with_address(circle)
    stop_mail(by=STEWARD, group=circle.pk, today=TODAY)
    told = locked(ADDRESS)
    settings.SECRET_KEY = "another" * 8

    assert unlocked(told) is None
    with pytest.raises(NotPossible, match="stop"):
        with_address(circle)


def test_an_address_is_locked_differently_each_time_and_forgotten_when_told(circle):
    assert locked(ADDRESS) != locked(ADDRESS)
    with_address(circle)
    forget_address(by=STEWARD, group=circle.pk)
    assert everything() == ([], [], [])
