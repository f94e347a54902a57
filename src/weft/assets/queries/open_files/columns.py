"""What do the columns of our open files mean? One dictionary, kept beside the rows."""

from weft.assets.domain.facts import WORDS, FactField
from weft.shell.flat import Field, Kind

TOLD = "as it was told to us"
MADE = "made by Weft"
STANDARD = "the ledger of sources"


def _text(name: str, meaning: str, source: str = TOLD) -> Field:
    return Field(name=name, kind=Kind.TEXT, meaning=meaning, source=source)


def _list(name: str, meaning: str) -> Field:
    return Field(name=name, kind=Kind.LIST, meaning=meaning, source=TOLD)


def _whole(name: str, meaning: str, unit: str) -> Field:
    return Field(name=name, kind=Kind.WHOLE, meaning=meaning, unit=unit, source=TOLD)


def _day(name: str, meaning: str, source: str = TOLD) -> Field:
    return Field(name=name, kind=Kind.DAY, meaning=meaning, source=source)


def _yes_no(name: str, meaning: str, source: str = TOLD) -> Field:
    return Field(name=name, kind=Kind.YES_NO, meaning=meaning, source=source)


def _degrees(name: str, meaning: str) -> Field:
    return Field(
        name=name,
        kind=Kind.NUMBER,
        meaning=meaning,
        unit="degrees, WGS 84",
        source=TOLD,
    )


WHICH = (
    _text("type", "asset: something that is here; offer: something to do", MADE),
    _text("id", "Its own number (UUID), the same in every file and feed", MADE),
    _text("page", "Where its page stands on this site", MADE),
    _text("region", "The region whose list it is on", MADE),
    _text("name", "What it is called"),
)
PLACE = (
    _text("group_id", "Who looks after it, by their number in this list"),
    _text("group", "Who looks after it, where they are in this list themselves"),
    _text("place_id", "The place it happens at, by its number in this list"),
    _text("place", "The place it happens at"),
    _text("address", "Where it is"),
    _text("postcode", "Of the public place, never of a home"),
    _degrees("latitude", "How far north"),
    _degrees("longitude", "How far east; west is below nought"),
    _text("area", "The small area (LSOA 2021, ONS code) the place lies in", MADE),
)
MONEY_AND_AGES = (
    _whole("price_pence_least", "The least it costs", "pence"),
    _whole("price_pence_most", "The most it costs", "pence"),
    _text("price_note", "What was said of the price"),
    _whole("free_places", "How many places are kept free of charge", "places"),
    _whole("least_age", "From which age", "years"),
    _whole("greatest_age", "To which age", "years"),
    _list("languages", "Which languages are spoken (BCP 47)"),
)
JOINING = (
    _text("joining_rule", "How one gets in: turn_up, ring, book, wait, form, email"),
    _text("how_to_join", "How one gets in, in words"),
    _whole("newcomers_per_week", "How many new faces it can take", "people a week"),
    _text("telephone", "Whom to ring"),
    _text("website", "Their own page"),
)
FACTS = tuple(
    _yes_no(one.value, f"true: {WORDS[one].yes}. false: {WORDS[one].no}.")
    for one in FactField
)
TERMS = _text("terms", "The holder's own terms: they travel with it")
KEPT_TRUE = (
    Field(
        name="sureness",
        kind=Kind.NUMBER,
        meaning="How likely it was still right on the day it was listed",
        unit="0 to 1",
        source="our own model, docs/methods/sureness.md",
    ),
    _day("sure_until", "Until when we call ourselves sure", MADE),
    _day("confirmed_on", "When somebody last said that it is right"),
    _day("told_on", "When it was told"),
    _text("source", "From which source we know of it", STANDARD),
    _text("publisher", "Whose list that is", STANDARD),
    _text("licence", "On whose terms it may be used", STANDARD),
)

THINGS: tuple[Field, ...] = (
    *WHICH,
    _text("kind", "What a card calls it", MADE),
    _text("place_kind", "Library, pub, canal … (docs/methods)", MADE),
    _text("summary", "What it is like"),
    _list("other_names", "What other people call the same thing"),
    _list("kinds", "Creative, cultural, community and others, in any mix"),
    _list("manner", "make, watch, join, learn, play"),
    _list("art_forms", "In whoever told it's own words"),
    _list("tags", "In whoever told it's own words"),
    *PLACE,
    *MONEY_AND_AGES,
    *JOINING,
    _yes_no("always_open", "Whether one may come day and night", MADE),
    _yes_no("hours_known", "Whether anybody has told us when", MADE),
    *FACTS,
    _yes_no("constituted", "Of a group: whether it has a written constitution"),
    TERMS,
    *KEPT_TRUE,
)
"""One row for each thing that is listed: what is here, and what there is to do."""

SESSIONS: tuple[Field, ...] = (
    *WHICH,
    Field(
        name="starts_at",
        kind=Kind.MOMENT,
        meaning="When this session begins; empty where nobody has said when it is on",
        source="made from the rules that were told (docs/methods/sessions.md)",
    ),
    Field(
        name="ends_at",
        kind=Kind.MOMENT,
        meaning="When it ends",
        source="made from the rules that were told",
    ),
    _day("day", "The day on the region's clock", MADE),
    _text("weekday", "Monday to Sunday", MADE),
    _text("from_clock", "When it begins on the region's clock, as 18:30", MADE),
    _whole("minutes", "How long it lasts", "minutes"),
    _yes_no("certain", "false: the date may not hold, see doubt", MADE),
    _text("doubt", "Why the date may not hold", MADE),
    _text("kind", "What a card calls it", MADE),
    _list("kinds", "Creative, cultural, community and others, in any mix"),
    *PLACE,
    *MONEY_AND_AGES,
    *JOINING,
    *FACTS,
    TERMS,
    *KEPT_TRUE,
)
"""One row for each offer and session; an offer of unknown hours has one row."""
