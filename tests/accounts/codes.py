"""The codes an app shows, reckoned by hand from RFC 6238."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30


def code(secret: str, *, ahead: int = 0) -> str:
    """Give the six digits of now, or of so many steps ahead."""
    return digits(
        base64.b32decode(secret + "=" * (-len(secret) % 8)),
        int(time.time()) // STEP + ahead,
        length=6,
    )


def digits(key: bytes, counter: int, *, length: int) -> str:
    told = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    at = told[-1] & 0xF
    number = struct.unpack(">I", told[at : at + 4])[0] & 0x7FFF_FFFF
    return f"{number % 10**length:0{length}}"
