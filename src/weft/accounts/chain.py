"""How does one entry of the record hold on to the one before it?"""

import hashlib
import json

from weft.accounts.models import Entry

FIRST = "0" * 64


def digest(entry: Entry) -> str:
    """Reckon the hash of an entry from all that it says and the hash before it."""
    told = [
        entry.number,
        entry.at.isoformat(),
        entry.by,
        entry.deed,
        entry.subject,
        entry.details,
        entry.before,
    ]
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
