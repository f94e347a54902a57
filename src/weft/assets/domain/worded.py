"""Which facts are worth a line, and how are a fact, a price and an age said?

The same words stand on a card of the finder, on a thing's own page and on paper.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from weft.assets.domain.facts import WORDS, FactField, WordField
from weft.assets.domain.sureness import LINE, Event, Standing, Track
from weft.commons.saying import ago, dated, first_large, language_name, listed, money

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
Values = Mapping[FactField, bool | None]


def state_of(value: bool | None) -> str:  # noqa: FBT001 it is the value itself
    """Say yes, no or unknown as the components take it."""
    return {True: "yes", False: "no", None: "unknown"}[value]


WORD_NAMES: Mapping[WordField, str] = {
    WordField.UNTIL: "The lease ends",
    WordField.MONEY_UNTIL: "The money ends",
    WordField.PEOPLE_UNTIL: "Whoever keeps it going stops",
    WordField.DEADLINE: "Last day",
    WordField.SPARE: "To spare",
    WordField.LOOKING: "Looks for",
}


def word_in_words(field: WordField, value: str) -> Said:
    """Name a fact that was told in words, and say it; a day as people write one.

    >>> word_in_words(WordField.UNTIL, "2027-01-05")
    ('The lease ends', '5 January 2027')
    """
    name = WORD_NAMES.get(field, first_large(field.value.replace("_", " ")))
    try:
        return name, dated(date.fromisoformat(value))
    except ValueError:
        return name, value


def fact_in_words(field: FactField, value: bool | None) -> str:  # noqa: FBT001 it is the value itself
    """Say a fact as it stands on a card."""
    words = WORDS[field]
    return {True: words.yes, False: words.no, None: words.unknown}[value]


def on_a_card(
    values: Values, *, wished: Collection[FactField] = (), somewhere: bool = True
) -> tuple[FactField, ...]:
    """List the facts worth a line, in their order.

    Parameters
    ----------
    values
        What is told: yes, no, or None (or nothing) where nobody has told us.
    wished
        What somebody asked for: it is always said, known or not.
    somewhere
        False for what one does not go to: whether it is step-free is no question.

    Returns
    -------
    tuple
        What was wished for; every «yes»; a «no» that saves a way; and the gaps that
        matter most.
    """
    gaps = ALWAYS_SAID if somewhere else ()
    return tuple(
        one
        for one in (*ON_A_CARD, *(w for w in FactField if w not in ON_A_CARD))
        if one in wished or _worth_a_line(one, values.get(one), gaps)
    )


def _worth_a_line(
    one: FactField,
    value: bool | None,  # noqa: FBT001 it is the value itself
    gaps: Collection[FactField],
) -> bool:
    """Tell whether a fact that nobody asked for is worth a line."""
    if one not in ON_A_CARD:
        return False
    if value is None:
        return one in gaps
    return value or one in SAID_WHEN_NO


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
    if note.lower().startswith(words.lower()):
        return ("yes", first_large(note))  # the note says the price again
    return ("yes", f"{words}, {note}" if note else words)


NO_PRICE = "Cost: nobody has told us"


def languages(codes: Iterable[str]) -> tuple[Said, ...]:
    """Say the languages that are spoken, if anybody has said."""
    names = [language_name(code) for code in codes]
    return (("yes", listed(names)),) if names else ()


NO_DATE = "we do not know since when"
NOT_SURE = "we are not sure any more"
CONFIRMED_BY = {
    Event.CONFIRMED: "confirmed by {whose}",
    Event.CHECKED: "we asked {whose}, and it was so",
    Event.FOUND_SO: "somebody went, and it was so",
}
THE_GROUP, THEM = "the group", "those who look after it"


def is_fresh(told_on: date | None, *, today: date) -> bool:
    """Tell whether it was confirmed this quarter."""
    return told_on is not None and (today - told_on).days <= QUARTER


def standing(
    track: Track, *, told_by: str = "", whose: str = THE_GROUP, today: date
) -> str:
    """Say who confirmed it and when, or who told it; and whether we are still sure.

    Parameters
    ----------
    track
        The fact, and all that was heard of it.
    told_by
        Whose word it is, where nobody has confirmed it since.
    whose
        How a page calls those who may confirm it.
    today
        The day on which it is said.
    """
    sure = track.sureness(today)
    if sure is None:
        return age(told_by, None, today=today)
    if (last := track.confirmed(today)) is not None:
        words = confirmed(last.event, last.on, whose=whose, today=today)
    else:
        by = f"told by {told_by}" if told_by else "told"
        words = f"{by} {ago(track.since(today) or today, today=today)}"
    return words if sure >= LINE else f"{NOT_SURE}: {words}"


def confirmed(event: Event, on: date, *, whose: str = THE_GROUP, today: date) -> str:
    """Say who confirmed something, and how long ago."""
    return f"{CONFIRMED_BY[event].format(whose=whose)} {ago(on, today=today)}"


def word_of(
    held: Standing, told_on: date | None, *, whose: str = THE_GROUP, today: date
) -> str:
    """Say on a card who confirmed it or when it was told, and whether we are sure."""
    if held.confirmed_on is not None and held.confirmed_by:
        event = Event(held.confirmed_by)
        words = confirmed(event, held.confirmed_on, whose=whose, today=today)
    elif told_on is not None:
        words = f"told {ago(told_on, today=today)}"
    else:
        return NO_DATE
    sure = held.sure_until is not None and today <= held.sure_until
    return words if sure else f"{NOT_SURE}: {words}"


def is_whole(track: Track, *, today: date) -> bool:
    """Tell whether its ring is whole: sure, and told or confirmed this quarter."""
    last = track.confirmed(today)
    word = last.on if last else track.since(today)
    sure = track.sureness(today)
    return sure is not None and sure >= LINE and is_fresh(word, today=today)


def age(told_by: str, told_on: date | None, *, today: date) -> str:
    """Say by whose word and since when."""
    by = f"told by {told_by}" if told_by else "told"
    if told_on is None:
        return f"told by {told_by}; we do not know when" if told_by else NO_DATE
    when = ago(told_on, today=today)
    if (today - told_on).days > SURE:
        return f"{NOT_SURE}: {by} {when}"
    return f"{by} {when}"
