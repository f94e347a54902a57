"""How are a fact, a price and a way in said in a language?

The same facts as ``worded`` says in English, from the languages' own files.
"""

from collections.abc import Iterable, Mapping

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule
from weft.assets.domain.worded import state_of
from weft.commons.tongues import Said, Tongue

KEYS: Mapping[FactField, str] = {
    **{field: field.value for field in FactField},
    FactField.EVENING: "evening_only",
    FactField.LATE: "late_only",
}
"""Where «evening» is a part of a day the files say it otherwise."""

JOINING: Mapping[JoiningRule, str] = {
    JoiningRule.TURN_UP: "turn_up",
    JoiningRule.RING: "ring_first",
    JoiningRule.BOOK: "book_first",
    JoiningRule.WAIT: "waiting_list",
    JoiningRule.FORM: "form_first",
    JoiningRule.EMAIL: "email_first",
    JoiningRule.REFERRAL: "sent_by",
    JoiningRule.MEMBERS: "for_members",
}
Line = tuple[str, Said]


def fact_in(tongue: Tongue, field: FactField, value: bool | None) -> Line:  # noqa: FBT001 it is the value itself
    """Say a fact: yes, no, or nobody has told us."""
    name = tongue.say(KEYS[field])
    if value is None:
        return state_of(value), tongue.say("not_told", what=name)
    return state_of(value), name if value else tongue.say("is_not", what=name)


def price_in(tongue: Tongue, least: int | None, most: int | None) -> Line:
    """Say what it costs, and whether that is known; a note stays in its own words."""
    low, high = least if least is not None else most, most
    if low is None:
        return "unknown", tongue.say("not_told", what=tongue.say("cost"))
    if high is None or high == low:
        return "yes", tongue.money(low)
    if not low:
        return "yes", tongue.say("up_to", money=tongue.money(high))
    told = {"least": tongue.money(low), "most": tongue.money(high)}
    return "yes", tongue.say("from_to_money", **told)


def languages_in(tongue: Tongue, codes: Iterable[str]) -> tuple[Line, ...]:
    """Say which languages are spoken, if anybody has said."""
    told = tuple(codes)
    if not told:
        return ()
    names = tongue.languages(told)
    return (("yes", tongue.say("languages_spoken", languages=names)),)


def joining_in(tongue: Tongue, rule: str) -> Said | None:
    """Say how one gets in, where that is told by a rule."""
    known = rule in set(JoiningRule)
    return tongue.say(JOINING[JoiningRule(rule)]) if known else None
