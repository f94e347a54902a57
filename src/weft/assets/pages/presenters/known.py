"""How is it said what is known of a thing, by whose word, and how long ago?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.settling import NOBODY_SAID, Known
from weft.commons.saying import ago, first_large, language_name, listed, money

QUARTER = 92  # days: confirmed this quarter has a whole ring (design: LOOK.md)
SURE = 365  # days after which we say that we are not sure any more

ALWAYS_SAID = (FactField.STEP_FREE, FactField.TOILETS)
"""Said on every card of something one goes to, also when nobody has told us."""

ON_A_CARD = (
    FactField.STEP_FREE,
    FactField.BEGINNERS,
    FactField.WOMEN_ONLY,
    FactField.MEN_WELCOME,
    FactField.BRING_A_CHILD,
    FactField.TRY_ONCE,
    FactField.COMPANY,
    FactField.GO_WITH,
    FactField.JUST_COME,
    FactField.PLAYFUL,
    FactField.OUTDOORS,
    FactField.ONLINE,
    FactField.AT_HOME,
    FactField.TOILETS,
    FactField.ACCESSIBLE_TOILET,
    FactField.TEA,
    FactField.QUIET,
    FactField.QUIET_ROOM,
    FactField.HEARING_LOOP,
    FactField.BRING_A_FRIEND,
    FactField.MIXED_ABILITIES,
    FactField.PARKING,
    FactField.ROOM,
    FactField.COMMUNITY_USE,
)
ASKED_OF_ALL = (
    FactField.STEP_FREE,
    FactField.TOILETS,
    FactField.HEARING_LOOP,
    FactField.QUIET,
    FactField.BEGINNERS,
    FactField.BRING_A_CHILD,
    FactField.COMPANY,
)
"""What its own page says of everything, known or not."""

SAID_WHEN_NO = frozenset(
    {
        FactField.STEP_FREE,
        FactField.TOILETS,
        FactField.ACCESSIBLE_TOILET,
        FactField.PARKING,
        FactField.ROOM,
        FactField.BEGINNERS,
        FactField.BRING_A_CHILD,
        FactField.MEN_WELCOME,
    }
)
"""A «no» that saves somebody a way; of the rest only a «yes» is worth a line."""

Said = tuple[str, str]
Facts = Mapping[FactField, Known]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of «How sure are we?»."""

    what: str
    words: str
    state: str  # yes, no, unknown
    age: str
    fresh: bool
    ask: str = ""


def state_of(value: bool | None) -> str:  # noqa: FBT001 it is the value itself
    """Say yes, no or unknown as the components take it."""
    return {True: "yes", False: "no", None: "unknown"}[value]


def fact_in_words(field: FactField, value: bool | None) -> str:  # noqa: FBT001 it is the value itself
    """Say a fact as it stands on a card."""
    words = WORDS[field]
    return {True: words.yes, False: words.no, None: words.unknown}[value]


def on_a_card(facts: Facts) -> tuple[Said, ...]:
    """List the facts worth a line: every «yes», a «no» that matters, the two gaps."""
    return tuple(
        (state_of(known.value), fact_in_words(one, known.value))
        for one in ON_A_CARD
        if (known := facts.get(one, NOBODY_SAID)).value is True
        or (known.value is False and one in SAID_WHEN_NO)
        or (known.value is None and one in ALWAYS_SAID)
    )


def price(least: int | None, most: int | None, note: str) -> Said:
    """Say what it costs, and whether that is known."""
    if least is None and most is None:
        return ("yes", first_large(note)) if note else ("unknown", NO_PRICE)
    low, high = least if least is not None else most, most
    if not low and not high:
        words = "Free"
    elif high is None or high == low:
        words = first_large(money(low or 0))
    elif not low:
        words = f"Free, or up to {money(high)}"
    else:
        words = f"{money(low)} to {money(high)}"
    return ("yes", f"{words}, {note}" if note else words)


NO_PRICE = "Cost: nobody has told us"


def languages(codes: Iterable[str]) -> tuple[Said, ...]:
    """Say the languages that are spoken, if anybody has said."""
    names = [language_name(code) for code in codes]
    return (("yes", listed(names)),) if names else ()


def is_fresh(told_on: date | None, *, today: date) -> bool:
    """Tell whether it was confirmed this quarter."""
    return told_on is not None and (today - told_on).days <= QUARTER


def age(told_by: str, told_on: date | None, *, today: date) -> str:
    """Say by whose word and since when."""
    by = f"told by {told_by}" if told_by else "told"
    if told_on is None:
        return f"{by}; nobody knows when"
    when = ago(told_on, today=today)
    if (today - told_on).days > SURE:
        return f"we are not sure any more: {by} {when}"
    return f"{by} {when}"


def row(field: FactField, known: Known, *, today: date) -> Row:
    """Say one fact with its age, or that nobody has told us and what to ask."""
    name = WORDS[field].wish
    if known.disputed:
        who = age(known.told_by, known.told_on, today=today)
        return Row(
            what=first_large(name),
            words="People do not agree.",
            state="unknown",
            age=who,
            fresh=False,
            ask=WORDS[field].ask,
        )
    if known.value is None:
        return Row(
            what=first_large(name),
            words="Nobody has told us.",
            state="unknown",
            age="never known",
            fresh=False,
            ask=WORDS[field].ask,
        )
    return Row(
        what=first_large(name),
        words=fact_in_words(field, known.value),
        state=state_of(known.value),
        age=age(known.told_by, known.told_on, today=today),
        fresh=is_fresh(known.told_on, today=today),
    )


def rows(facts: Facts, *, today: date) -> tuple[Row, ...]:
    """Say every fact that is known, and those that are asked of everything."""
    said = [
        one
        for one in FactField
        if one in ASKED_OF_ALL
        or (one in facts and (facts[one].value is not None or facts[one].disputed))
    ]
    return tuple(
        row(one, facts.get(one, NOBODY_SAID), today=today)
        for one in said
        if one not in {FactField.FREE, FactField.EVENING, FactField.LATE}
    )
