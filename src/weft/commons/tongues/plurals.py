"""Which form of a word goes with how many, in which language?

The rules are those of the Unicode Common Locale Data Repository for whole numbers
(CLDR, plurals.xml); the tests hold them against the rules in Django's catalogues, which
translators of each language wrote.
"""

from collections.abc import Callable, Mapping

Rule = Callable[[int], str]


def _one(count: int) -> str:
    return "one" if count == 1 else "other"


def _nought_or_one(count: int) -> str:
    return "one" if count in {0, 1} else "other"


def _polish(count: int) -> str:
    if count == 1:
        return "one"
    return "few" if _ends_in_two_to_four(count) else "many"


def _ukrainian(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:  # noqa: PLR2004 CLDR's own numbers
        return "one"
    return "few" if _ends_in_two_to_four(count) else "many"


def _ends_in_two_to_four(count: int) -> bool:
    return count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14}


def _slovak(count: int) -> str:
    return {1: "one", 2: "few", 3: "few", 4: "few"}.get(count, "other")


def _romanian(count: int) -> str:
    if count == 1:
        return "one"
    return "few" if count == 0 or 1 <= count % 100 <= 19 else "other"  # noqa: PLR2004 CLDR's own numbers


def _arabic(count: int) -> str:
    told = {0: "zero", 1: "one", 2: "two"}.get(count)
    if told is not None:
        return told
    if 3 <= count % 100 <= 10:  # noqa: PLR2004 CLDR's own numbers
        return "few"
    return "many" if count % 100 >= 11 else "other"  # noqa: PLR2004 CLDR's own numbers


RULES: Mapping[str, tuple[Rule, frozenset[str]]] = {
    code: (rule, frozenset(forms.split()))
    for code, rule, forms in (
        ("en", _one, "one other"),
        ("ur", _one, "one other"),
        ("ckb", _one, "one other"),
        ("pa", _nought_or_one, "one other"),
        ("pa-Arab", _nought_or_one, "one other"),
        ("gu", _nought_or_one, "one other"),
        ("bn", _nought_or_one, "one other"),
        ("pl", _polish, "one few many other"),
        ("uk", _ukrainian, "one few many other"),
        ("sk", _slovak, "one few many other"),
        ("ro", _romanian, "one few other"),
        ("ar", _arabic, "zero one two few many other"),
    )
}
"""By language: the rule, and the forms that its file gives; «other» is for fractions,
which we never say, where the rule does not give it."""


def form_for(code: str, count: int) -> str:
    """Name the form that goes with a whole number.

    Parameters
    ----------
    code
        A language of ``RULES``.
    count
        0 or more.

    >>> form_for("pl", 22), form_for("pl", 12)
    ('few', 'many')
    """
    return RULES[code][0](count)
