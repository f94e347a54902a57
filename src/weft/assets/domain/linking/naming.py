"""What does a name say: what it is, and for whom, when and how far along?

«Rushby Mens Shed (UK)» and «Men's Shed, Rushby» are one name; «Rushby Women's Shed» is
another though all but one letter pair is the same. So a name is taken apart into its
*core*, by which names are held beside each other, and its *marks*, which part groups:
men and women, ages, beginners and improvers, first and second, days, languages.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from weft.assets.domain.linking.written import Written, Years, written
from weft.commons.words import one_slip_apart, surfaces

OLDEST = 120
NEARLY = 84.0
"""Of 100, of letters in common: one slip in a short word, two in a long name."""
SHORT = range(2, 6)
"""Letters of a word that may be the first letters of several."""
LONG = 5
"""Letters of a word that one slip does not make another word of, as a rule."""
_TENS = {
    "fives": "5", "tens": "10", "twelves": "12", "forties": "40", "fifties": "50",
    "sixties": "60", "seventies": "70",
}  # fmt: skip
_OVER = re.compile(r"\bover[\s-]*(?:the[\s-]*)?(?:age of )?(\d{1,2})'?s?\b")
_UNDER = re.compile(r"\bunder[\s-]*(?:the[\s-]*)?(?:age of )?(\d{1,2})'?s?\b")
_PLUS = re.compile(r"\b(\d{1,2})\s*\+")
_RANGE = re.compile(r"\b(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})\b")
_AGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Years]], ...] = (
    (_OVER, lambda m: (int(m[1]), OLDEST)),
    (_UNDER, lambda m: (0, int(m[1]))),
    (_PLUS, lambda m: (int(m[1]), OLDEST)),
    (_RANGE, lambda m: (int(m[1]), int(m[2]))),
)
_NO_INITIALS = frozenset({"the", "of", "and"})
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, taken apart.

    Attributes
    ----------
    core
        The words that say which one it is, in their one form.
    marks
        The words that say for whom, when or how far along.
    squeezed, spelt
        The core without blanks, in the order of the alphabet and in its own.
    initials
        The first letters of all its words, and those words that may be such letters.
    latin
        Whether it is written in Latin letters.
    """

    core: frozenset[str]
    marks: frozenset[str]
    squeezed: str
    spelt: str
    initials: str
    short: frozenset[str]
    latin: bool
    who: str = ""
    years: Years | None = None
    level: str = ""
    standing: str = ""
    numbers: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    part_of_day: str = ""
    people: frozenset[str] = frozenset()

    def is_nearly(self, other: "Name") -> bool:
        """Tell whether two names say the same, but for a letter or two."""
        if self.marks != other.marks:
            return False
        return self.core == other.core or letters_in_common(self, other) >= NEARLY


def read_name(
    text: str,
    *,
    hall: frozenset[str] = frozenset(),
    village: frozenset[str] = frozenset(),
    place: bool = False,
) -> Name:
    """Take a name apart.

    Parameters
    ----------
    text
        The name as it was told.
    hall, village
        Words of the hall and the village, which some write into a name and others
        leave out.
    place
        Whether it is the name of a place: then days and ages are part of it.
    """
    known = written()
    left, told = _ages(text.casefold()) if not place else (text, [])
    words = known.words(left) or known.words(text)  # «Over 50s» is all years
    if not place:
        words = _before_the_hall(words, hall | village)
    marks = {} if place else {w: said for w in words if (said := _mark(w, known))}
    spelt = surfaces(left)
    says = [word for word in words if not _is_generic(word, place=place)]
    core = _core(says or words, marks=marks, hall=hall, village=village)
    years = told + [known.years[word] for word in words if word in known.years]
    return Name(
        core=frozenset(core),
        marks=frozenset(marks.values()) | {f"{low}-{high}" for low, high in told[:1]},
        squeezed="".join(sorted(set(core))),
        spelt="".join(core),
        initials="".join(word[0] for word in spelt if word not in _NO_INITIALS),
        short=frozenset(word for word in spelt if len(word) in SHORT),
        latin=bool(_LATIN.search("".join(words))) or not words,
        who=_one(words, known.who),
        years=_within(years),
        level=_one(words, known.level),
        standing=_one(words, known.standing),
        numbers=frozenset(known.numbers[w] for w in words if w in known.numbers),
        days=frozenset(known.days[w] for w in words if w in known.days),
        part_of_day=_one(words, known.part_of_day),
        people=frozenset(words) & known.people,
    )


def _before_the_hall(words: tuple[str, ...], where: frozenset[str]) -> tuple[str, ...]:
    """Leave out where a name ends by saying where it is: «Tots at the Old School»."""
    if "at" not in words[1:]:
        return words
    at = words.index("at", 1)
    after = words[at + 1 :]
    is_where = all(_is_among(w, where) or _is_generic(w, place=False) for w in after)
    return words[:at] if is_where else words


def _core(
    words: Sequence[str],
    *,
    marks: Collection[str],
    hall: frozenset[str],
    village: frozenset[str],
) -> tuple[str, ...]:
    """Choose the words that say which one it is, as few as say anything."""
    not_village = [word for word in words if not _is_among(word, village)]
    not_hall = [word for word in not_village if not _is_among(word, hall)]
    return _first_with_words(
        [word for word in not_hall if word not in marks],
        [word for word in not_village if word not in marks],
        not_village,  # where nothing is left but marks: «Women's Circle»
        words,
    )


def letters_in_common(one: Name, other: Name) -> float:
    """Say how much of two names' letters is the same, of 100."""
    return max(_ratio(one.squeezed, other.squeezed), _ratio(one.spelt, other.spelt))


def _ratio(one: str, other: str) -> float:
    # The ratio of some strings depends on which comes first.
    return fuzz.ratio(one, other) if one <= other else fuzz.ratio(other, one)


def words_of(text: str) -> frozenset[str]:
    """List the words of a text, each in its one form."""
    return frozenset(written().words(text))


def _mark(word: str, known: Written) -> str:
    """Say what a word marks, in one form; "" for a word that marks nothing."""
    for facet in (known.days, known.numbers, known.level, known.part_of_day):
        if word in facet:
            return facet[word]
    marks = word in known.who or word in known.years or word in known.standing
    return word if marks else ""


@lru_cache(maxsize=50_000)  # the words of a region come again and again
def _is_generic(word: str, *, place: bool) -> bool:
    known = written()
    return _is_among(word, known.generic_of_places if place else known.generic)


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Tell whether it is one of some words, or a slip away from a long one."""
    if word in words:
        return True
    return len(word) >= LONG and any(
        len(one) >= LONG and one_slip_apart(word, one) for one in words
    )


def _first_with_words(*choices: Iterable[str]) -> tuple[str, ...]:
    return next((found for choice in choices if (found := tuple(choice))), ())


def _one(words: Iterable[str], facet: Mapping[str, str]) -> str:
    """Say the one thing that the words say; "" for none, or for several."""
    said = {facet[word] for word in words if word in facet}
    return said.pop() if len(said) == 1 else ""


def _ages(text: str) -> tuple[str, list[Years]]:
    """Take years out of a name, and give what is left."""
    for word, number in _TENS.items():
        text = text.replace(word, number)
    found: list[Years] = []
    for pattern, years in _AGES:
        for match in pattern.finditer(text):
            least, most = years(match)
            if least < most:
                found.append((least, most))
        text = pattern.sub(" ", text)
    return text, found


def _within(years: list[Years]) -> Years | None:
    """Give the years that all mean; where they do not meet, all that any means."""
    if not years:
        return None
    least, most = max(low for low, _ in years), min(high for _, high in years)
    if least <= most:
        return least, most
    return min(low for low, _ in years), max(high for _, high in years)
