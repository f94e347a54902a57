"""What is a group asked of each part of what its offer is like, and what is said now?

Each control says what the list says, so that whoever mends one word types one word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weft.assets.domain import worded
from weft.assets.domain.derived import NO_LIMIT
from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import JoiningRule, Manner
from weft.assets.domain.like import PARTS, Part
from weft.assets.domain.like_read import ANY_NUMBER
from weft.assets.domain.prices import price_read
from weft.assets.pages.presenters.joining import FUNDING, JOINING
from weft.assets.pages.presenters.sort import MANNERS, SPECTRUM
from weft.assets.pages.presenters.yes_no import asked
from weft.assets.queries.like import LikeInHand
from weft.commons.saying import language_name, listed

NOBODY = "Nobody has said."
LEAVE = ("", "Leave it open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One thing to fill in; ``kind`` is the component that draws it."""

    kind: str  # input, number, date, area, select, checks
    name: str
    label: str
    value: str = ""
    hint: str = ""
    items: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
    was: str | None = None  # what is shown, sent back to see if it was touched


def _text(like: LikeInHand, column: str) -> str:
    value = like.columns[column]
    return value if isinstance(value, str) else ""


def _number(like: LikeInHand, column: str) -> int | None:
    value = like.columns[column]
    return value if isinstance(value, int) else None


def _many(like: LikeInHand, column: str) -> tuple[str, ...]:
    value = like.columns[column]
    return tuple(value) if isinstance(value, list) else ()


def _choices(
    known: Iterable[tuple[str, str]], value: str
) -> tuple[tuple[str, str], ...]:
    """Offer what we have words for, and to leave what was told in other words."""
    items = (LEAVE, *((str(one), words) for one, words in known))
    told_otherwise = value not in {one for one, _ in items}
    return (*items, (value, "Leave it as it is")) if told_otherwise else items


def _area(like: LikeInHand, column: str, label: str, hint: str = "") -> Control:
    """Ask for a few lines of their own."""
    return Control(
        kind="area", name=column, label=label, hint=hint, value=_text(like, column)
    )


def _select(
    like: LikeInHand, column: str, label: str, known: Iterable[tuple[str, str]]
) -> Control:
    """Ask for one of what we have words for."""
    value = _text(like, column)
    return Control(
        kind="select",
        name=column,
        label=label,
        items=_choices(known, value),
        value=value,
        was=value,
    )


def price_in_words(like: LikeInHand) -> str:
    """Say the price so that it reads back as itself; "" where nobody has said."""
    least, most = (
        _number(like, "price_pence_least"),
        _number(like, "price_pence_most"),
    )
    note = _text(like, "price_note")
    if note and price_read(note) == (least, most, note):
        return note
    state, words = worded.price(least, most, note)
    return words if state == "yes" else ""


def said_now(part: Part, like: LikeInHand) -> str:
    """Say of a part what the list says now, in a line."""
    say = _SAID.get(part)
    if say is not None:
        return say(like) or NOBODY
    known = [one for one in PARTS[part].facts if one in like.facts]
    return ". ".join(worded.fact_in_words(one, like.facts[one]) for one in known) or (
        NOBODY
    )


def _joining_said(like: LikeInHand) -> str:
    rule = _text(like, "joining_rule")
    return (
        JOINING.get(JoiningRule(rule), "")
        if rule in set(JoiningRule)
        else (_text(like, "how_to_join"))
    )


def _newcomers_said(like: LikeInHand) -> str:
    many = _number(like, "newcomers_per_week")
    if many is None:
        return ""
    return "As many as like." if many >= NO_LIMIT else str(many)


def _price_said(like: LikeInHand) -> str:
    free = _number(like, "free_places")
    places = f"{free} free places" if free else ""
    return ", ".join(one for one in (price_in_words(like), places) if one)


_SAID: Mapping[Part, Callable[[LikeInHand], str]] = {
    Part.MINUTES: lambda like: _text(like, "first_ten_minutes"),
    Part.PRICE: _price_said,
    Part.PLACE: lambda like: like.place.name if like.place else "",
    Part.MANNER: lambda like: " ".join(
        MANNERS[one] for one in Manner if one in _many(like, "manner")
    ),
    Part.JOINING: _joining_said,
    Part.WHO_FOR: lambda like: like.own_words.get(WordField.WHO_FOR, ""),
    Part.LANGUAGES: lambda like: listed(
        [language_name(one) for one in _many(like, "languages")]
    ),
    Part.SENSES: lambda like: _text(like, "sensory"),
    Part.NEWCOMERS: _newcomers_said,
    Part.FUNDING: lambda like: FUNDING.get(_text(like, "funding"), ""),
}


def _minutes(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield _area(
        like,
        "first_ten_minutes",
        "What happens when somebody new comes in?",
        "Who says hello? Where do I sit? May I just watch?",
    )


def _senses(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield _area(
        like,
        "sensory",
        "How does it sound, look, smell and feel?",
        "Like: bright room, loud drums at the end, a quiet corner by the door.",
    )


def _price(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield Control(
        kind="input",
        name="price",
        label="The price, in your own words",
        hint="Like: free. Or: £3. Or: £2 to £5, what you can.",
        value=price_in_words(like),
        was=price_in_words(like),
    )
    free = _number(like, "free_places")
    yield Control(
        kind="number",
        name="free_places",
        label="How many free places are there for people without money?",
        hint="Leave it empty if you do not count them.",
        value="" if free is None else str(free),
    )


def _manner(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield Control(
        kind="checks",
        name="manner",
        label="What does one do? Choose all that fit.",
        items=tuple((str(one), MANNERS[one]) for one in Manner),
        chosen=_many(like, "manner"),
    )
    yield _select(like, "spectrum", "How near is it to therapy?", SPECTRUM.items())
    yield _area(
        like,
        "safeguards",
        "How are people kept safe?",
        "Most groups leave this empty. For therapy, say who is trained in what.",
    )


def _joining(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield _select(like, "joining_rule", "What must one do first?", JOINING.items())
    yield _area(
        like,
        "how_to_join",
        "Is there more to know?",
        "Must people bring a paper or fill in a form? Say which.",
    )
    yield Control(
        kind="input",
        name="telephone",
        label="Which telephone number may people ring?",
        hint="Everybody can read it. Give your group’s number.",
        value=_text(like, "telephone"),
    )
    yield Control(
        kind="input",
        name="joining_hours",
        label="When does somebody pick up?",
        hint="Like: Mondays, 8am to 9am.",
        value=_text(like, "joining_hours"),
        was=_text(like, "joining_hours"),
    )


def _who_for(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield Control(
        kind="area",
        name=str(WordField.WHO_FOR),
        label="Who is it for, and who of you says so?",
        hint="Like: for people who stammer. Three of us do, and we say so.",
        value=like.own_words.get(WordField.WHO_FOR, ""),
    )


def _languages(like: LikeInHand, _part: Part) -> Iterator[Control]:
    names = ", ".join(language_name(one) for one in _many(like, "languages"))
    yield Control(
        kind="input",
        name="languages",
        label="Languages",
        hint="Like: English, Urdu, BSL.",
        value=names,
        was=names,
    )


def _newcomers(like: LikeInHand, _part: Part) -> Iterator[Control]:
    many = _number(like, "newcomers_per_week")
    any_number = many is not None and many >= NO_LIMIT
    yield Control(
        kind="number",
        name="newcomers_per_week",
        label="At most",
        value="" if many is None or any_number else str(many),
    )
    yield Control(
        kind="checks",
        name=ANY_NUMBER,
        label="Or do you not mind?",
        items=(("yes", "As many as like"),),
        chosen=("yes",) if any_number else (),
    )


def _funding(like: LikeInHand, _part: Part) -> Iterator[Control]:
    yield _select(like, "funding", "What keeps it going?", FUNDING.items())
    until = like.columns["funded_until"]
    yield Control(
        kind="date",
        name="funded_until",
        label="Until which day is there money?",
        hint="Leave it empty if no day is set.",
        value=until.isoformat() if isinstance(until, date) else "",
    )


def _facts(like: LikeInHand, part: Part) -> Iterator[Control]:
    for one in PARTS[part].facts:
        name, question, answers, chosen = asked(
            one, own=like.own_facts, listed=like.facts
        )
        yield Control(
            kind="select", name=name, label=question, items=answers, value=chosen
        )


_CONTROLS: Mapping[Part, Callable[[LikeInHand, Part], Iterator[Control]]] = {
    Part.MINUTES: _minutes,
    Part.PRICE: _price,
    Part.PLACE: lambda _like, _part: iter(()),
    Part.MANNER: _manner,
    Part.JOINING: _joining,
    Part.WHO_FOR: _who_for,
    Part.LANGUAGES: _languages,
    Part.SENSES: _senses,
    Part.NEWCOMERS: _newcomers,
    Part.FUNDING: _funding,
}


def controls_of(part: Part, like: LikeInHand) -> tuple[Control, ...]:
    """List what may be filled in of a part, as it stands on the list."""
    return tuple(_CONTROLS.get(part, _facts)(like, part))
