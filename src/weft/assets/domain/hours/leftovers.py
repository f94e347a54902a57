"""What was told of the time that has no place in a rule?

Words that nobody understood say what a thing is, where and for whom, and are beside
the point; unless one of them speaks of time. Then the clause it stands in is kept.
"""

import re
from collections.abc import Iterator, Sequence

from weft.assets.domain.hours.slate import DAY, Slate
from weft.assets.domain.hours.tokens import Break, Token, Word

_OF_TIME = re.compile(
    r"\b(?:"
    r"after|before|following|between|during|while|when|whenever|unless|if"
    r"|ramadan|eid|lent|advent|easter|christmas|xmas|whit(?:sun)?|diwali|new year"
    r"|summer|winter|autumn|spring|seasons?|seasonal|weather|wet|rain|frost|moon"
    r"|dry (?:days?|weather)"
    r"|tide|halfterms?|hols?|holidays?|terms?|some|occasional(?:ly)?|sometimes|odd"
    r"|either|quarterly|annual(?:ly)?|yearly|termly|monthly|month|year|weekly"
    r"|paused?|suspended|on hold|notice|back (?:after|in|on)|breaks? (?:for|up)"
    r"|restarting|lights are|mid-?week"
    r"|first|second|third|last|next|soon|weeks (?:a|per) year|home games|same time"
    r"|opening times|shop hours|school hours|run out|the key|most days"
    r"|(?:once|twice) a|\d+(?:st|nd|rd|th)"
    r")\b"
)
_HARMLESS = re.compile(
    r"\bafter ?school club\b|\bbreakfast\b"
    r"|\bfirst (?:session|class|visit|time)\b[^,;.]*"
    r"|\bnext (?:meeting|session|1|one)\b|\blast (?:orders|entry)\b|\bsame hours\b"
    r"|\bfirst (?:come|served)\b"
)
_EITHER_DAY = re.compile(rf"{DAY} or {DAY}")
_GAP = "\n"


def kept_words(
    slate: Slate, tokens: Sequence[Token], *, anything: bool
) -> tuple[str, ...]:
    """Give the clauses that speak of time and were not understood.

    Parameters
    ----------
    slate
        What is left of the text.
    tokens
        The same, read.
    anything
        Whether anything at all was read. Where nothing was, the whole text is kept.
    """
    words = _HARMLESS.sub(" ", " ".join(_words(tokens)))
    kept = [
        " ".join(clause.split())
        for clause in words.split(_GAP)
        if _OF_TIME.search(clause)
    ]
    kept.extend(found[0] for found in _EITHER_DAY.finditer(slate.words))
    return tuple(kept) if kept or anything else (slate.words,)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Give what was no day and no hour, parted where clauses are."""
    for token in tokens:
        if isinstance(token, Word):
            yield token.word
        elif isinstance(token, Break) and token.sign != "-":
            yield _GAP


def foreign_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Give words with letters that English has not: perhaps the day, where none is."""
    words = (token.word for token in tokens if isinstance(token, Word))
    return tuple(word for word in words if word.isalpha() and not word.isascii())
