"""How alike are two names, once each is taken apart?"""

from enum import Enum

from weft.assets.domain.linking.naming import NEARLY, Name, letters_in_common
from weft.assets.domain.linking.reading import Reading
from weft.assets.domain.linking.written import written

ALIKE = 62.0
HALF = 0.5
LONGISH = 6


class Likeness(Enum):
    """How alike two names are, the most alike first."""

    SAME = "the names say the same"
    NEARLY = "the names are the same but for a letter or two"
    SAME_BUT_MARKS = "the names are the same, but one says more about for whom or when"
    INITIALS = "one name is the other's first letters"
    WITHIN_TELLING = (
        "one name is within the other, by a word that little else there has"
    )
    WITHIN = "one name is within the other"
    SOME_TELLING = "the names share a word that little else there has"
    SOME = "the names share some words"
    UNREADABLE = "the names are in different scripts"
    DIFFERENT = "the names share nothing"


_ORDER = {likeness: at for at, likeness in enumerate(Likeness)}


def likeness(one: Reading, other: Reading) -> Likeness:
    """Say how alike two things are called: by the two names that are most alike."""
    if len(one.names) == 1 and len(other.names) == 1:
        return _alike(one, one.names[0], other, other.names[0])
    found = {_alike(one, a, other, b) for a in one.names for b in other.names}
    return min(found, key=lambda step: _ORDER[step])


def _alike(one: Reading, name: Name, other: Reading, beside: Name) -> Likeness:
    # What is a word of the other's hall says as little as one of its own.
    core = name.core - other.where or name.core
    second = beside.core - one.where or beside.core
    same = not _more_is_said(name, beside, other) | _more_is_said(beside, name, one)
    if not core or not second:  # a name without a word says nothing
        return Likeness.UNREADABLE
    if core == second:
        return Likeness.SAME if same else Likeness.SAME_BUT_MARKS
    if name.latin != beside.latin:
        return Likeness.UNREADABLE
    letters = letters_in_common(name, beside)
    if letters >= NEARLY:
        return Likeness.NEARLY if same else Likeness.SAME_BUT_MARKS
    if _is_short_for(name, beside) or _is_short_for(beside, name):
        return Likeness.INITIALS if same else Likeness.SAME_BUT_MARKS
    common = core & second
    telling = same and bool(common & one.telling & other.telling)
    share = len(common) / min(len(core), len(second))
    if share < 1 and _begin_alike(name.spelt, beside.spelt):
        share = 1.0
    return _in_part(share, letters, telling=telling)


def _in_part(share: float, letters: float, *, telling: bool) -> Likeness:
    """Say how alike two names are that are not the same, by words, then by letters."""
    if share == 1:
        return Likeness.WITHIN_TELLING if telling else Likeness.WITHIN
    if share >= HALF or letters >= ALIKE:
        return Likeness.SOME_TELLING if telling else Likeness.SOME
    return Likeness.DIFFERENT


def _more_is_said(name: Name, beside: Name, other: Reading) -> frozenset[str]:
    """List the marks of a name that the other has not, nor says by its times."""
    more = name.marks - beside.marks
    if more and name.who and name.who == beside.who:
        more = frozenset(word for word in more if word not in written().who)
    return more - other.in_words if more else more


def _begin_alike(one: str, other: str) -> bool:
    """Tell whether a name begins as another, blanks or not: «wrap-around care»."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LONGISH and longer.startswith(shorter)


def _is_short_for(one: Name, other: Name) -> bool:
    """Tell whether a word of one is letters by which the other's words begin."""
    return any(word in other.initials for word in one.short - other.short)
