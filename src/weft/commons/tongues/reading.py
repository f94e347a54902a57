"""How is a language's own file read, and what is wrong with one that is not whole?"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from weft.commons.errors import WronglyConfigured
from weft.commons.tongues.plurals import RULES

ENGLISH = "en"
DIGITS = "0123456789"
_ABOUT = ("name", "english", "direction", "digits", "comma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who read some words and stands by them, and on which day they said so."""

    by: str = ""
    on: str = ""

    def __bool__(self) -> bool:
        """Tell whether anybody has."""
        return bool(self.by and self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All that one language's file says.

    Attributes
    ----------
    words, counted
        By key; what is counted has a form for each of the language's numbers.
    signed, signed_apart
        Who stands by all of it; and by single keys.
    """

    code: str
    name: str
    english: str
    direction: str
    digits: str
    comma: str
    words: Mapping[str, str]
    counted: Mapping[str, Mapping[str, str]]
    signed: Signed = field(default_factory=Signed)
    signed_apart: Mapping[str, Signed] = field(default_factory=dict)

    def signature(self, key: str) -> Signed:
        """Say who stands by one string; false where nobody does."""
        return self.signed_apart.get(key) or self.signed


def read(path: Path) -> Vocabulary:
    """Read one file.

    Parameters
    ----------
    path
        TOML: ``code``, ``name`` in its own script, ``english``, ``direction``,
        ``digits`` from nought to nine, ``comma``, ``reviewed_by``, ``reviewed_on``;
        ``[words]`` by key; ``[counted.KEY]`` by form; ``[reviewed.KEY]`` with ``by``
        and ``on`` for single strings.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        code=told["code"],
        **{name: told[name] for name in _ABOUT},
        words=told["words"],
        counted=told["counted"],
        signed=Signed(by=told["reviewed_by"], on=str(told["reviewed_on"])),
        signed_apart={
            key: Signed(by=one["by"], on=str(one["on"]))
            for key, one in told.get("reviewed", {}).items()
        },
    )


def faults(one: Vocabulary, english: Vocabulary) -> Iterator[str]:
    """Name what is missing in a file, foreign to it, or not to be filled in.

    Parameters
    ----------
    one
        Some language.
    english
        The one that every other says again.
    """
    if one.code not in RULES:
        yield f"{one.code}: no rule says which form goes with how many"
        return
    yield from _keys("words", one.words, english.words, one.code)
    yield from _keys("counted", one.counted, english.counted, one.code)
    yield from _places(one, english)
    known = english.words.keys() | english.counted.keys()
    for key in one.signed_apart.keys() - known:
        yield f"{one.code}: «{key}» is signed, and there is no such string"
    if len(set(one.digits)) != len(DIGITS):
        yield f"{one.code}: the digits are not ten"


def _places(one: Vocabulary, english: Vocabulary) -> Iterator[str]:
    """Name the strings that are empty, or that leave out what is filled in."""
    for key in one.words.keys() & english.words.keys():
        if not one.words[key].strip():
            yield f"{one.code}: «{key}» is empty"
        if slots(one.words[key]) != slots(english.words[key]):
            yield f"{one.code}: «{key}» has other places to fill in than the English"
    for key, forms in one.counted.items():
        if forms.keys() != RULES[one.code][1]:
            yield f"{one.code}: «{key}» takes the forms {sorted(RULES[one.code][1])}"
        for form, words in forms.items():
            if slots(words) != {"n"}:
                yield f"{one.code}: «{key}.{form}» does not say the number"


def slots(words: str) -> set[str]:
    """Name what is filled in: ``{"start", "end"}``."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def read_all(folder: Path) -> Mapping[str, Vocabulary]:
    """Read every file of a folder, English first, each whole.

    Raises
    ------
    WronglyConfigured
        A file lacks a string, has one of its own, or fills in other things.
    """
    english = read(folder / f"{ENGLISH}.toml")
    found = {one.code: one for one in map(read, sorted(folder.glob("*.toml")))}
    wrong = [fault for one in found.values() for fault in faults(one, english)]
    if wrong:
        raise WronglyConfigured(
            f"The languages in {folder.name}/ are not whole: {'; '.join(wrong)}. "
            "See docs/guides/languages.md"
        )
    return {ENGLISH: english, **found}


def _keys(
    part: str, ours: Mapping[str, object], theirs: Mapping[str, object], code: str
) -> Iterator[str]:
    for key in sorted(theirs.keys() - ours.keys()):
        yield f"{code}: «{part}.{key}» is missing"
    for key in sorted(ours.keys() - theirs.keys()):
        yield f"{code}: «{part}.{key}» is no string of the English"
