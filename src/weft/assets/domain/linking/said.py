"""What may a person say of two listings that are put before them?"""

from enum import StrEnum


class SaidOfTwo(StrEnum):
    """An answer, and what its button sends."""

    SAME = "same"  # one thing, told twice
    APART = "apart"  # two things, and both are wanted
    TALK = "talk"  # two things that overlap: perhaps they want to talk
    LATER = "later"
    UNDO = "undo"  # of any of these: as nobody had said anything
