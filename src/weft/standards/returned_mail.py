"""Why did a mail come back? Delivery status notifications (RFC 3464).

A notification is a ``multipart/report`` of three parts: words for people, a
``message/delivery-status`` for programs, and the returned mail or its headers. Of all
that, only what happened and the returned mail's own number are read: never to whom.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

_NUMBER = re.compile(
    r"^\s*message-id\s*:\s*<([^<>@\s]+)@[^<>\s]+>", re.IGNORECASE | re.MULTILINE
)
FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a notification tells.

    Attributes
    ----------
    number
        What stood before the @ in the Message-ID of the mail; "" where it is not told.
    action
        ``failed``, ``delayed``, ``delivered``, ``relayed`` or ``expanded``; "" where
        nothing is told.
    status
        An enhanced status code (RFC 3463), as ``5.1.1``; "" where none is told.
    """

    number: str
    action: str
    status: str

    @property
    def is_final(self) -> bool:
        """Tell whether the mail will not be tried again, and nobody got it."""
        return self.action == FAILED


def read_returned(told: bytes) -> Returned:
    """Read a notification as it arrived; what it does not tell stays empty."""
    mail = message_from_bytes(told)
    number = action = status = ""
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            action, status = _worst(part)
        elif kind in {"message/rfc822", "text/rfc822-headers"} and not number:
            number = _number(part)
    return Returned(number=number, action=action, status=status)


def _worst(part: Message) -> tuple[str, str]:
    """Read what became of the recipients; one that failed goes before all others."""
    blocks = part.get_payload()
    found = [
        (_field(block, "action").lower(), _field(block, "status").partition(" ")[0])
        for block in (blocks if isinstance(blocks, list) else [])
        if isinstance(block, Message) and block.get("action")
    ]
    failed = [one for one in found if one[0] == FAILED]
    return next(iter((*failed, *found)), ("", ""))


def _field(block: Message, name: str) -> str:
    """Read a field, without its comments."""
    return re.sub(r"\([^()]*\)", "", str(block.get(name, ""))).strip()


def _number(part: Message) -> str:
    """Find the number of the returned mail, in whichever way it is enclosed."""
    inner = part.get_payload()
    if isinstance(inner, list):
        told = "\n".join(
            f"message-id: {one.get('message-id', '')}"
            for one in inner
            if isinstance(one, Message)
        )
    else:
        told = str(inner)
    found = _NUMBER.search(told)
    return found[1] if found else ""
