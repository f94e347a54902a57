"""Which code does somebody write down, to come back to what is theirs?

Read out on the telephone and copied by hand: none of its letters is taken for another,
and case, blanks and dashes do not matter. Only its hash is ever kept.
"""

import secrets
from hashlib import sha256

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH, IN_A_GROUP = 16, 4  # 31 letters to the power of 16: 79 bits


def fresh_code(length: int = LENGTH) -> str:
    """Make a code that nobody can guess, as «abcd-efgh-jkmn-pqrs».

    Parameters
    ----------
    length
        How many letters; fewer only where a code opens nothing.
    """
    letters = "".join(secrets.choice(LETTERS) for _ in range(length))
    groups = range(0, length, IN_A_GROUP)
    return "-".join(letters[at : at + IN_A_GROUP] for at in groups)


def hash_of(code: str) -> str:
    """Give what may be kept of a code, however it was typed."""
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return sha256(letters.encode()).hexdigest()
