"""What are the words of a passage?"""

from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.told import PassageTold


def words_of(told: PassageTold) -> str:
    """Give a passage's words: its quote of a text, or what was written down of it."""
    return told.at.exact if isinstance(told.at, TextSpan) else told.words
