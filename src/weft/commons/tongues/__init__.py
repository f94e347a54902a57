"""What can be said in which language, and who stands by it?

A closed vocabulary: days, times, costs, what is known of a place, what to ask. One file
a language (``languages/`` at the root), English among them. Names, and what people said
themselves, stay as they were said. How a speaker checks one: docs/guides/languages.md
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from weft.commons.tongues.reading import ENGLISH, Vocabulary, read_all
from weft.commons.tongues.saying import Part, Said, Tongue

__all__ = ["ENGLISH", "Part", "Said", "Tongue", "Vocabulary", "tongues"]

FOLDER = Path(__file__).parents[4] / "languages"


@lru_cache(maxsize=1)
def tongues() -> Mapping[str, Tongue]:
    """Read every language's file, once; English first.

    Raises
    ------
    WronglyConfigured
        A file is not whole; the message says what is wrong with it.
    """
    found = read_all(FOLDER)
    plain = found[ENGLISH]
    return {code: Tongue(own=one, plain=plain) for code, one in found.items()}
