"""What does a mail server's answer mean, and what is kept of an address?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.messages import LONGEST_SUBJECT, letter_of, messages
from weft.assets.domain.post import (
    Letter,
    Verdict,
    mark_of_address,
    month_of,
    plain_address,
    verdict_of,
)
from weft.commons.errors import NotPossible

STOP = "https://weft.example.org/stop/s"

# RFC 5321, appendix D, and RFC 3463, sections 3.2, 3.3 and 3.8: what servers answer
ANSWERS = [
    (250, "OK", Verdict.TAKEN),
    (550, "No such user here", Verdict.NO_SUCH_ADDRESS),
    (551, "User not local", Verdict.NO_SUCH_ADDRESS),
    (553, "Requested action not taken: mailbox name not allowed", "nobody is there"),
    (552, "Requested mail action aborted: exceeded storage allocation", "not now"),
    (554, "Transaction failed", Verdict.NOT_OURS),
    (450, "Requested mail action not taken: mailbox unavailable", Verdict.LATER),
    (451, "4.7.1 Greylisted, try again", Verdict.LATER),
    (550, "5.1.1 Bad destination mailbox address", Verdict.NO_SUCH_ADDRESS),
    (550, "5.2.1 Mailbox disabled, not accepting messages", Verdict.NO_SUCH_ADDRESS),
    (552, "5.2.2 Mailbox full", Verdict.LATER),
    (550, "5.1.7 Bad sender's mailbox address syntax", Verdict.NOT_OURS),
    (550, "5.1.8 Bad sender's system address", Verdict.NOT_OURS),
    (550, "5.7.1 Delivery not authorized, message refused", Verdict.NOT_OURS),
    (550, "5.6.0 Other or undefined media error", Verdict.NOT_OURS),
]


@pytest.mark.parametrize(("code", "said", "verdict"), ANSWERS)
def test_a_refusal_of_an_address_is_told_from_a_refusal_of_us(code, said, verdict):
    assert verdict_of(code, said) == verdict


@given(code=st.integers(400, 499), said=st.text())
def test_what_may_be_tried_later_never_counts_against_a_group(code, said):
    assert verdict_of(code, said) is Verdict.LATER


@pytest.mark.parametrize(
    "typed",
    ["choir@example.org", " Choir@Example.ORG ", "o'neill+x@a-b.example.co.uk"],
)
def test_an_address_is_read_in_one_spelling(typed):
    assert plain_address(typed) == typed.strip().lower()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "choir",
        "choir@",
        "@example.org",
        "choir@example",
        "a@b@example.org",
        "choir@example.org\nBcc: all@example.org",
        "choir@example.org, others@example.org",
        "Choir <choir@example.org>",
        "choir@-example.org",
        "a..b@example.org",
        f"{'a' * 250}@example.org",
    ],
)
def test_what_is_no_single_address_is_refused(typed):
    with pytest.raises(NotPossible):
        plain_address(typed)


def test_a_mark_fits_its_address_and_tells_nothing_of_it():
    mark = mark_of_address("choir@example.org")

    assert mark == mark_of_address(plain_address(" Choir@example.org"))
    assert mark != mark_of_address("chorus@example.org")
    assert "choir" not in mark
    assert len(mark) == 64


@given(day=st.dates(date(2026, 1, 1), date(2040, 12, 31)))
def test_a_month_is_the_same_for_all_its_days(day):
    first = month_of(day)

    assert first.day == 1
    assert (first.year, first.month) == (day.year, day.month)


def a_letter(name):
    told = messages(
        name=name,
        address="https://weft.example.org/g/s",
        listed_by="Vale Council",
        listed_on=date(2026, 3, 4),
    )
    return letter_of(told, name=name, to="choir@example.org", number="n", stop=STOP)


@given(name=st.text(min_size=1, max_size=300))
def test_a_mail_has_both_links_and_a_subject_of_one_line(name):
    letter = a_letter(name)

    assert "https://weft.example.org/g/s" in letter.body
    assert letter.body.endswith(f"{STOP}\n")
    assert len(letter.subject) <= LONGEST_SUBJECT
    assert letter.subject.splitlines() == [letter.subject]


def test_a_mail_that_is_printed_tells_neither_to_whom_nor_its_links():
    assert isinstance(a_letter("Singers"), Letter)
    assert "example.org" not in repr(a_letter("Singers"))
