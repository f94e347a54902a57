"""Are addresses taken in, and mails that came back heard, by a command?"""

import subprocess
import sys

import pytest

from tests.cli.running import ROOT, environment, python, weft, with_tables

A_GROUP = """
from weft.assets.models import Asset
from weft.ground.models import Region
region = Region.objects.create(slug="vale", name="Vale")
made = Asset.objects.create(region=region, kind="group", name="Singers", source="us")
print(made.pk)
"""
HOW_MANY = """
from weft.assets.models import Mailbox
print(Mailbox.objects.filter(came_back_on=None).count(), Mailbox.objects.count())
"""
STOPPED = """
from django.utils import timezone
from weft.accounts.actors import Actor
from weft.assets.models import Mailbox
from weft.assets.services.post import stop_mail
box = Mailbox.objects.get()
stop_mail(by=Actor.somebody(), group=box.group_id, today=timezone.localdate())
"""
A_MAIL = """
from django.utils import timezone
from weft.assets.domain.post import month_of
from weft.assets.models import Mailbox, Message
box, today = Mailbox.objects.get(), timezone.localdate()
print(Message.objects.create(
    group=box.group, standing="sent", month=month_of(today), went_on=today,
    mark=box.mark,
).pk.hex)
"""
CAME_BACK = """From: <>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; singers@example.org
Action: {action}
Status: {status}

--b
Content-Type: text/rfc822-headers

Message-ID: <{number}@weft.example.org>

--b--
"""


@pytest.fixture
def at(tmp_path):
    return {"WEFT_DATA_DIR": str(with_tables(tmp_path))}


@pytest.fixture
def group(at):
    return python(A_GROUP, **at).split()[-1]


def addresses(tmp_path, at, *rows):
    file = tmp_path / "groups.csv"
    file.write_text("\n".join(("key,email", *rows)), encoding="utf-8")
    return weft("mail", "addresses", str(file), **at)


def test_addresses_are_taken_in_and_none_is_printed(tmp_path, at, group):
    told = addresses(tmp_path, at, f"{group},singers@example.org", "x,y@example.org")

    assert "line 3: no key of a group" in told.stdout
    assert "1 taken in, 1 left out." in told.stdout
    assert "singers@" not in told.stdout
    assert python(HOW_MANY, **at).split() == ["1", "1"]


def test_an_address_that_asked_for_no_more_is_not_taken_in_again(tmp_path, at, group):
    addresses(tmp_path, at, f"{group},singers@example.org")
    python(STOPPED, **at)
    told = addresses(tmp_path, at, f"{group},Singers@Example.org")

    assert "0 taken in, 1 left out." in told.stdout
    assert python(HOW_MANY, **at).split() == ["0", "0"]


def heard(at, mail):
    return subprocess.run(
        [sys.executable, "-m", "weft", "mail", "came-back"],
        cwd=ROOT,
        env=environment(**at),
        input=mail.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    ).stdout.decode()


def test_a_mail_that_came_back_is_heard_only_if_it_is_ours_and_final(
    tmp_path, at, group
):
    addresses(tmp_path, at, f"{group},singers@example.org")
    number = python(A_MAIL, **at).split()[-1]

    def told(number=number, action="failed", status="5.1.1"):
        mail = CAME_BACK.format(number=number, action=action, status=status)
        return heard(at, mail)

    for other in ("0" * 32, "another's"):
        assert "no mail of ours" in told(number=other)
    assert "still being tried" in told(action="delayed", status="4.4.1")
    assert "not for want of an address" in told(status="5.7.1")
    assert python(HOW_MANY, **at).split() == ["1", "1"]
    assert "Heard" in told()
    assert python(HOW_MANY, **at).split() == ["0", "1"]


def test_a_trial_without_a_server_says_where_to_read(at):
    told = weft("mail", "try", "a@example.org", **at)
    assert told.returncode == 2
    assert "docs/running/mail.md" in told.stderr
