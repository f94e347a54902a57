"""What do people's own words mean, and who says so?

Two tables in plain text, for people to read and to object to: ``wishes.toml`` (words
and what answers them) and ``turns.toml`` (when life turns). They stand on
``/open/words``, with the words that cannot wait (``commons/crisis``).
"""

from weft.commons.crisis import DRAFTED

__all__ = ["DRAFTED"]
