"""Is nothing sent unless a server is named, and is a wrong one refused with advice?"""

import pytest

from weft.commons.errors import WronglyConfigured
from weft.config.mail import BY_SMTP, NOBODY, mail

RIGHT = {
    "WEFT_MAIL_SERVER": "smtp+tls://weft%40example.org:p%3Aw@mx.example.org",
    "WEFT_MAIL_FROM": "Weft <list@example.org>",
}


def read(*, behind_tls=True, **told):
    chosen = {**RIGHT, **{f"WEFT_MAIL_{k.upper()}": v for k, v in told.items()}}
    return mail(chosen, host="weft.example.org", behind_tls=behind_tls)


def test_without_a_server_nothing_is_sent():
    found = mail({}, host="localhost", behind_tls=False)
    assert (found.backend, found.is_on) == (NOBODY, False)


def test_a_server_is_read_from_one_address():
    found = read()
    assert (found.backend, found.is_on) == (BY_SMTP, True)
    assert (found.host, found.port) == ("mx.example.org", 587)
    assert (found.user, found.password) == ("weft@example.org", "p:w")
    assert found.links == "https://weft.example.org"
    assert found.came_back == "list@example.org"
    assert read(server="smtps://mx.example.org").port == 465


def test_its_password_is_in_nothing_that_is_printed():
    assert "p:w" not in repr(read())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"server": "mx.example.org"}, "must look like"),
        ({"server": "http://mx.example.org"}, "must look like"),
        ({"server": "smtps://mx.example.org:x"}, "must look like"),
        ({"server": "smtps://mx.example.org/inbox"}, "must look like"),
        ({"server": "smtp://mx.example.org"}, "in the open"),
        ({"from": ""}, "WEFT_MAIL_FROM"),
        ({"from": "Weft"}, "WEFT_MAIL_FROM"),
        ({"return": "nobody"}, "WEFT_MAIL_RETURN"),
        ({"links": "http://weft.example.org"}, "over TLS"),
        ({"behind_tls": False}, "over TLS"),
    ],
)
def test_what_would_not_work_is_refused_with_what_to_type(wrong, told):
    with pytest.raises(WronglyConfigured, match=told):
        read(**wrong)


def test_a_trial_on_this_machine_needs_no_tls():
    found = read(
        server="smtp://localhost:1025", links="http://localhost:8000", behind_tls=False
    )
    assert (found.scheme, found.port) == ("smtp", 1025)
