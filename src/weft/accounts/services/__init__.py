"""What can be done about who acts: allow, record, and give links to those who hold."""

from weft.accounts.services.allowing import require
from weft.accounts.services.inviting import (
    forget_ended_sittings,
    invite,
    join,
    note_proof,
    note_sign_in,
    remove_account,
)
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
    "forget_ended_sittings",
    "invite",
    "join",
    "let_in",
    "make_link",
    "note_proof",
    "note_refusal",
    "note_sign_in",
    "record",
    "remove_account",
    "renew_link",
    "require",
    "revoke_link",
    "use_link",
]
