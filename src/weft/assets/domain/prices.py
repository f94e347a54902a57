"""What does something cost, read from the words in which people tell it?"""

import re

MOST_LETTERS_OF_A_PRICE = 200
_MARKED = re.compile(
    r"£\s?\d{1,3}(?:\.\d{1,2})?\b|\b\d{1,2}p\b|\bfree\b", re.IGNORECASE
)
_BARE = re.compile(r"\b\d{1,3}(?:\.\d{1,2})?\b")


def pence(told: str) -> int | None:
    """Read a price in pounds: «£2.50», «2», «50p», «free».

    >>> [pence(told) for told in ("£2.50", "2", "50p", "Free", "ask Jo")]
    [250, 200, 50, 0, None]
    """
    plain = told.strip().lower().replace(",", "").replace(" ", "")
    if plain in {"free", "nothing", "£0", "0"}:
        return 0
    if plain.endswith("p") and plain[:-1].isdecimal():
        return int(plain[:-1])
    found = re.fullmatch(r"£?(\d+)(?:\.(\d{1,2}))?", plain)
    if not found:
        return None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def price_read(told: str) -> tuple[int | None, int | None, str]:
    """Read what it costs: one price, or the least and the most of several.

    Parameters
    ----------
    told
        In words: «£3», «£2 to £5, what you can».

    Returns
    -------
    tuple
        The least and the most in pence, None where no price stands there, and the
        words, where they say more than one price. Where any number is marked as money,
        the others are taken for something else: «£5 for 6 weeks» is five pounds.

    >>> price_read("£5 for 6 weeks"), price_read("2 to 3")
    ((500, 500, '£5 for 6 weeks'), (200, 300, '2 to 3'))
    """
    words = told.strip()
    if not words:
        return None, None, ""
    whole = pence(words)
    if whole is not None:
        return whole, whole, ""
    found = [pence(one) for one in _MARKED.findall(words) or _BARE.findall(words)]
    amounts = [one for one in found if one is not None]
    note = words[:MOST_LETTERS_OF_A_PRICE]
    if not amounts:
        return None, None, note
    return min(amounts), max(amounts), note
