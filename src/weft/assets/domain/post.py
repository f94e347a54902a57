"""How is a group written to: at which address, how often, and what came of it?

Of an address that asked for no more mail only a mark is kept. The mark is slow to
reckon, so that a list of marks is no list of addresses to whoever tries many.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import scrypt

from weft.commons.errors import NotPossible

LONGEST_ADDRESS = 254
"""Letters (RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets)."""

NO_ADDRESS = "That is no e-mail address. It looks like this: choir@example.org"
_AN_ADDRESS = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
)
_FOR_MARKS = b"weft: an address that asked for no more mail"


class MessageStanding(StrEnum):
    """What became of a message that was worth sending."""

    CHOSEN = "chosen"  # it waits to be sent
    GOING = "going"  # handed over, and nobody said yet that it was taken
    SENT = "sent"  # a mail server took it
    BY_HAND = "by_hand"  # somebody says that they sent it
    RUNG = "rung"  # they were rung for the audit
    CAME_BACK = "came_back"  # nobody is at that address
    LET_BE = "let_be"  # somebody decided not to ask
    PASSED = "passed"  # its week went by


WENT = frozenset(
    {
        MessageStanding.GOING,
        MessageStanding.SENT,
        MessageStanding.BY_HAND,
        MessageStanding.RUNG,
    }
)
"""What counts as the one message of a month. Whether one arrived that was handed over
and never answered for nobody knows: it counts, and is never sent again."""

WAITS = frozenset({MessageStanding.CHOSEN, MessageStanding.CAME_BACK})
"""What may still be sent, by hand at least."""


class Verdict(StrEnum):
    """What a mail server says of a message."""

    TAKEN = "taken"
    NO_SUCH_ADDRESS = "nobody is there"
    NOT_OURS = "it takes none from us"
    LATER = "not now"
    UNKNOWN = "it fell silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail, ready to go. To whom is in no text that is printed or logged."""

    to: str = field(repr=False)
    subject: str
    body: str = field(repr=False)
    number: str  # by which it is known when it comes back
    stop: str = field(repr=False)  # the address that stops all mail


def plain_address(typed: str) -> str:
    """Read an e-mail address, in one spelling.

    Raises
    ------
    NotPossible
        That is none.
    """
    plain = typed.strip().lower()
    if len(plain) > LONGEST_ADDRESS or not _AN_ADDRESS.fullmatch(plain):
        raise NotPossible(NO_ADDRESS)
    return plain


def mark_of_address(plain: str) -> str:
    """Give what is kept of an address in its place.

    The same for the same address under every key and on every machine, so that a stop
    outlives a change of the deployment's secret. About 20 ms each (scrypt, RFC 7914,
    with 8 MB): to try a million addresses takes hours.
    """
    made = scrypt(plain.encode(), salt=_FOR_MARKS, n=2**13, r=8, p=1, dklen=32)
    return made.hex()


def month_of(day: date) -> date:
    """Give the month of a day, by its first."""
    return day.replace(day=1)


_NOBODY_THERE = frozenset({550, 551, 553})
"""RFC 5321, section 4.2.3: unavailable, not local, no such name."""
_FULL = 552
_TROUBLE = range(400, 500)
_REFUSAL = range(500, 600)
_ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_BY_SUBJECT: Mapping[str, Verdict] = {
    "1": Verdict.NO_SUCH_ADDRESS,  # RFC 3463, 3.2: addressing
    "2": Verdict.NO_SUCH_ADDRESS,  # 3.3: the mailbox is closed
    "7": Verdict.NOT_OURS,  # 3.8: security or policy
}
_A_FULL_MAILBOX = "2"  # 5.2.2
_SENDERS = frozenset({"7", "8"})  # 5.1.7 and 5.1.8: it is our address that is wrong


def verdict_of(code: int, said: str) -> Verdict:
    """Read a mail server's answer.

    Parameters
    ----------
    code
        Its three figures (RFC 5321).
    said
        Its words; where they begin with an enhanced code (RFC 3463), that decides.
    """
    if code in _TROUBLE:
        return Verdict.LATER
    if code not in _REFUSAL:
        return Verdict.TAKEN
    enhanced = _ENHANCED.search(said)
    if enhanced:
        return _enhanced(*enhanced.groups())
    if code == _FULL:
        return Verdict.LATER
    return Verdict.NO_SUCH_ADDRESS if code in _NOBODY_THERE else Verdict.NOT_OURS


def _enhanced(kind: str, subject: str, detail: str) -> Verdict:
    """Read an enhanced code, figure by figure."""
    if kind == "4" or (subject, detail) == ("2", _A_FULL_MAILBOX):
        return Verdict.LATER
    if subject == "1" and detail in _SENDERS:
        return Verdict.NOT_OURS
    return _BY_SUBJECT.get(subject, Verdict.NOT_OURS)
