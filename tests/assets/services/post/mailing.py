"""A true mail server on this machine, and a valley whose group can be written to."""

import socket
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.assets.models import Message
from weft.assets.services.post import choose_round, give_address, send_waiting

JOB, STEWARD = Actor.job("assets.ask"), Actor.steward("s")
LINKS = "https://weft.example.org"
ADDRESS = "circle@example.org"
LONG_AGO = timezone.localdate() - timedelta(days=900)
TODAY = timezone.localdate()
BY_SMTP = "django.core.mail.backends.smtp.EmailBackend"


@dataclass
class Took:
    """What arrived, and what the server answers whom."""

    answers: dict[str, str] = field(default_factory=dict)
    after_the_words: str = "250 OK"
    mails: list = field(default_factory=list)
    envelopes: list = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 aiosmtpd names it
        self, _server, _session, envelope, address, _options
    ):
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 as above
        if self.after_the_words.startswith("2"):
            told = message_from_bytes(envelope.content, policy=policy.default)
            self.mails.append(told)
            self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return self.after_the_words


@contextmanager
def a_mail_server(settings):
    """Serve SMTP on loopback, and let Weft send through it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    took = Took()
    controller = Controller(took, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND, settings.EMAIL_TIMEOUT = BY_SMTP, 10
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.MAIL_ON, settings.MAIL_LINKS = True, LINKS
    settings.MAIL_FROM = "Weft in Tenterdale <list@weft.example.org>"
    settings.MAIL_RETURN = "back@weft.example.org"
    try:
        yield took
    finally:
        controller.stop()


def a_valley(*, groups=1):
    """Groups of which nobody has heard for years: each is worth a message."""
    region = valley.region()
    hall = valley.place(region)
    made = []
    for number in range(groups):
        group = valley.group(region, f"Circle {number}", told_on=LONG_AGO)
        valley.offer(
            region, f"Clay {number}", place=hall, group=group, told_on=LONG_AGO
        )
        made.append(group)
    valley.derive(region)
    return made


def chosen(*, today=TODAY, most=20):
    choose_round(by=JOB, region=valley.SLUG, today=today, most=most)
    return list(Message.objects.order_by("pk"))


def with_address(group, address=ADDRESS, *, today=TODAY):
    give_address(by=STEWARD, group=group.pk, address=address, today=today)


def sent(*, today=TODAY):
    return send_waiting(by=JOB, today=today, links=LINKS)
