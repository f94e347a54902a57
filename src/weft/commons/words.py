"""Which words does a text hold, and which words are one slip of the finger away?

Words are taken apart here and nowhere else, before any data base sees them, so that
SQLite and PostgreSQL index the same words and give the same answers. Letters of every
script are kept; what is dropped is case, the accents of Latin letters, the optional
vowel signs of Arabic script, and an English plural's ending.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Letters that Unicode does not take apart but people type plainly.
_PLAINLY = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ı": "i",
        # Arabic keyboards and Urdu keyboards write the same letter in two ways.
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ه": "ہ",
        "ۀ": "ہ",
        "ة": "ہ",
        "ـ": "",  # a stroke that only stretches a word
        "\u200c": "",  # joins or parts letters on paper, says nothing
        "\u200d": "",
        "'": "",
        "’": "",
        "‘": "",
        "`": "",
        "´": "",
        "&": " and ",
    }
)
# Marks that are not needed to tell words apart: European accents, Arabic vowel signs.
# The hamza and the madda (0653 to 0655) stay: «ئ» and «آ» are letters in Urdu.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]")
# Marks elsewhere (Gurmukhi, Gujarati, Bengali) are vowels, so they belong to the word.
_BREAK = re.compile(r"[^\w]|_")
_ASCII_WORD = re.compile("[a-z0-9]+")
_SHORTEST_PLURAL = 4
_DOUBLED = ("ches", "shes", "xes", "sses", "zzes")
_NOT_PLURAL = ("ss", "us", "is")


def surfaces(text: str) -> tuple[str, ...]:
    """Take a text apart into its words, folded but with their endings.

    Parameters
    ----------
    text
        Anything, in any script.

    Returns
    -------
    tuple
        The words in their order, repeats included; each holds letters, digits and
        the vowel signs of its script, and nothing else.
    """
    if text.isascii():  # most are, and need no taking apart of letters
        return tuple(_ASCII_WORD.findall(_plainly(text.lower())))
    # Twice, since taking a letter apart may uncover a capital, and the reverse.
    whole = _folded(_folded(text))
    return tuple("".join(_kept(mark) for mark in whole).split())


@lru_cache(maxsize=100_000)  # the words of a region come again and again
def token(surface: str) -> str:
    """Give the form in which a word is indexed: an English plural loses its ending.

    Parameters
    ----------
    surface
        One folded word, as ``surfaces`` gives it.

    Returns
    -------
    str
        ``choirs`` as ``choir``, ``parties`` as ``party``, ``classes`` as ``class``;
        ``glass``, ``bus`` and ``tennis`` as they are. Taking the token of a token
        changes nothing.
    """
    if len(surface) < _SHORTEST_PLURAL or not surface.isascii():
        return surface
    if surface.endswith(_NOT_PLURAL) or not surface.endswith("s"):
        return surface
    if surface.endswith("ies") and len(surface) > _SHORTEST_PLURAL:
        return surface[:-3] + "y"
    if surface.endswith(_DOUBLED):
        return surface[:-2]
    return surface[:-1]


def tokens(text: str) -> tuple[str, ...]:
    """Take a text apart into the forms in which its words are indexed."""
    return tuple(token(word) for word in surfaces(text))


def shortenings(word: str) -> frozenset[str]:
    """List the word with each one of its letters left out.

    Two words that are one slip apart share one of these, or one is a shortening of
    the other (Garbe 2012, «symmetric delete»); so a plain index over shortenings finds
    every neighbour of a word without looking at the whole vocabulary.
    """
    return frozenset(word[:at] + word[at + 1 :] for at in range(len(word)))


def one_slip_apart(typed: str, meant: str) -> str | None:
    """Name the single slip that turns what was meant into what was typed.

    Parameters
    ----------
    typed, meant
        Two folded words.

    Returns
    -------
    str or None
        ``swap`` (two neighbours changed places), ``drop`` (a letter is missing),
        ``add`` (one too many), ``change`` (one for another); ``None`` where the words
        are the same or more than one slip apart (Damerau 1964).
    """
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return None
    if len(typed) < len(meant):
        return "drop" if typed in shortenings(meant) else None
    if len(typed) > len(meant):
        return "add" if meant in shortenings(typed) else None
    apart = [at for at in range(len(typed)) if typed[at] != meant[at]]
    if len(apart) == 1:
        return "change"
    return "swap" if _swapped(typed, meant, apart) else None


def respacings(words: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """List what was perhaps meant where a blank slipped: lost, added, or misplaced.

    Parameters
    ----------
    words
        Folded words, in the order in which they were typed.

    Yields
    ------
    tuple
        Where the words begin that would be replaced, how many they are, and the words
        that would stand instead.
    """
    for at, word in enumerate(words):
        for cut in range(1, len(word)):
            yield at, 1, (word[:cut], word[cut:])  # the blank was lost
            if cut + 1 < len(word):  # or something else was typed for it
                yield at, 1, (word[:cut], word[cut + 1 :])
        if at + 1 < len(words):
            after = words[at + 1]
            yield at, 2, (word + after,)
            if len(after) > 1:
                yield at, 2, (word + after[0], after[1:])
            if len(word) > 1:
                yield at, 2, (word[:-1], word[-1] + after)


def _plainly(text: str) -> str:
    """Do to ASCII what ``_PLAINLY`` does, a good deal faster."""
    return text.replace("'", "").replace("`", "").replace("&", " and ")


def _folded(text: str) -> str:
    """Fold case, width, accents and the many ways of writing one letter."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAINLY)).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    return unicodedata.normalize("NFC", bare.translate(_PLAINLY))


def _swapped(typed: str, meant: str, apart: list[int]) -> bool:
    """Tell whether the two places that differ are neighbours, exchanged."""
    two = 2
    if len(apart) != two or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return typed[first] == meant[second] and typed[second] == meant[first]


@lru_cache(maxsize=4096)
def _kept(mark: str) -> str:
    """Keep a letter, a digit or a vowel sign; anything else parts words.

    Gurmukhi and its kin write vowels as marks, which are no letters to a pattern.
    """
    category = unicodedata.category(mark)
    if category in {"Mn", "Mc"}:
        return mark
    return " " if _BREAK.match(mark) else mark
