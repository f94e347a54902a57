"""How is a group asked for a yes or a no, so that it may also say nothing?"""

from collections.abc import Mapping

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.told import NO, YES
from weft.assets.domain.worded import fact_in_words

Choosable = tuple[str, str]
Asked = tuple[str, str, tuple[Choosable, ...], str]
Values = Mapping[FactField, bool]


def asked(field: FactField, *, own: Values, listed: Values) -> Asked:
    """Ask for one fact: its name, the question, the answers, and what is chosen.

    Parameters
    ----------
    field
        Which.
    own
        What the group said by its link.
    listed
        What the list says, by whomever it was told; absent where nobody has said.
    """
    chosen = {True: YES, False: NO, None: ""}[own.get(field)]
    told_by_others = field in listed and field not in own
    as_it_is = (
        f"Leave it: {fact_in_words(field, listed[field])}"
        if told_by_others
        else "Leave it open"
    )
    answers = (("", as_it_is), (YES, "Yes"), (NO, "No"))
    return (field.value, WORDS[field].ask, answers, chosen)
