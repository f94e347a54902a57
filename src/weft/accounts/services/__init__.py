"""What can be done about who acts: allow, record, and give links to those who hold."""

from weft.accounts.services.allowing import require
from weft.accounts.services.linking import (
    let_in,
    make_link,
    renew_link,
    revoke_link,
    use_link,
)
from weft.accounts.services.recording import record
from weft.accounts.services.refusing import note_refusal

__all__ = [
    "let_in",
    "make_link",
    "note_refusal",
    "record",
    "renew_link",
    "require",
    "revoke_link",
    "use_link",
]
