"""What may be given as a picture of a door, and in which sizes is it kept?"""

from weft.commons.errors import NotPossible

SMALL, LARGE = 480, 960
WIDTHS = (SMALL, LARGE)
"""Dots: a telephone's column once, and twice for a fine screen or a wide one."""
FEWEST_LETTERS, MOST_LETTERS = 10, 200


def checked_description(words: str) -> str:
    """Give the line that describes a picture, without blanks around it.

    Raises
    ------
    NotPossible
        When it says nothing, or too much.
    """
    plain = " ".join(words.split())
    if len(plain) < FEWEST_LETTERS:
        raise NotPossible(
            "Say in a line what the picture shows, for people who do not see it."
        )
    if len(plain) > MOST_LETTERS:
        raise NotPossible(f"Describe it in {MOST_LETTERS} letters or fewer.")
    return plain
