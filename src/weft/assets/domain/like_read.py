"""What does a group mean that has filled in one part of what its offer is like?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.derived import NO_LIMIT
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.saying import hours_said
from weft.assets.domain.kinds import JoiningRule, Manner, Spectrum
from weft.assets.domain.languages import languages_read
from weft.assets.domain.like import PARTS, Funding, LikeSaid, Part, Value
from weft.assets.domain.prices import MOST_LETTERS_OF_A_PRICE, price_read
from weft.assets.domain.told import NO, YES
from weft.commons.errors import NotPossible
from weft.commons.saying import listed

Typed = Mapping[str, Sequence[str]]
"""What was sent, by the name of its field."""

MOST_LETTERS = 500
MOST_LETTERS_OF_HOURS = 100
MOST_LETTERS_OF_A_NUMBER = 40
MOST_PLACES = 999
ANY_NUMBER = "no_limit"
NO_HOURS = "We could not read a day and a time in this. Try: Mondays, 8am to 9am."
_SAID = {YES: True, NO: False, "": None}


def like_read(part: Part, typed: Typed, *, today: date) -> LikeSaid:
    """Read what was typed of one part.

    Parameters
    ----------
    part
        Which; of other parts nothing is read.
    typed
        What was sent.
    today
        The day it is told.

    Raises
    ------
    NotPossible
        When something could not be understood, or is too long. Nothing is dropped.
    """
    about = PARTS[part]
    columns = _READ[part](typed, today) if part in _READ else {}
    return LikeSaid(
        part=part,
        columns=columns,
        facts={one: _yes_no(_text(typed, one)) for one in about.facts if one in typed},
        words={one: _words(typed, one, MOST_LETTERS) for one in about.words},
    )


def _text(typed: Typed, name: str) -> str:
    """Give the last that was sent under a name, without blanks around it."""
    sent = typed.get(name, ())
    return sent[-1].strip() if sent else ""


def _words(typed: Typed, name: str, most: int) -> str:
    words = _text(typed, name).replace("\r\n", "\n")
    if len(words) > most:
        raise NotPossible(f"Keep it to {most} letters or fewer.")
    return words


def _yes_no(said: str) -> bool | None:
    if said not in _SAID:
        raise NotPossible(NOT_AN_ANSWER)
    return _SAID[said]


def _chosen(typed: Typed, name: str, known: Sequence[str]) -> Mapping[str, Value]:
    """Read a choice; what was told in other words, and left, is not spoken of."""
    said = _text(typed, name)
    if said and said not in known:
        if said == _text(typed, f"was-{name}"):
            return {}
        raise NotPossible(NOT_AN_ANSWER)
    return {name: said}


def _number(typed: Typed, name: str, most: int) -> int | None:
    said = _text(typed, name)
    if not said:
        return None
    if not said.isdecimal() or len(said) > len(str(most)) or int(said) > most:
        raise NotPossible(f"Write a number from 0 to {most}.")
    return int(said)


def _is_as_it_was(typed: Typed, name: str) -> bool:
    """Tell whether a field was sent back as it was shown.

    What is shown of a price or of hours is said in our words: read again, it would look
    like a word of the group's own.
    """
    return name in typed and _text(typed, name) == _text(typed, f"was-{name}")


def _minutes(typed: Typed, _today: date) -> Mapping[str, Value]:
    return {
        "first_ten_minutes": _words(typed, "first_ten_minutes", MOST_LETTERS),
    }


def _senses(typed: Typed, _today: date) -> Mapping[str, Value]:
    return {"sensory": _words(typed, "sensory", MOST_LETTERS)}


def _price(typed: Typed, _today: date) -> Mapping[str, Value]:
    places = {"free_places": _number(typed, "free_places", MOST_PLACES)}
    if _is_as_it_was(typed, "price"):
        return places
    least, most, note = price_read(_words(typed, "price", MOST_LETTERS_OF_A_PRICE))
    return {
        **places,
        "price_pence_least": least,
        "price_pence_most": most,
        "price_note": note,
    }


def _place(typed: Typed, _today: date) -> Mapping[str, Value]:
    said = _text(typed, "place")
    try:
        return {"place_id": UUID(said)}
    except ValueError:
        raise NotPossible("Choose one of the places.") from None


def _manner(typed: Typed, _today: date) -> Mapping[str, Value]:
    chosen = set(typed.get("manner", ()))
    if not chosen <= set(Manner):
        raise NotPossible(NOT_AN_ANSWER)
    return {
        "manner": [str(one) for one in Manner if one in chosen],
        **_chosen(typed, "spectrum", list(Spectrum)),
        "safeguards": _words(typed, "safeguards", MOST_LETTERS),
    }


def _joining(typed: Typed, today: date) -> Mapping[str, Value]:
    telephone = _words(typed, "telephone", MOST_LETTERS_OF_A_NUMBER)
    if telephone and not any(letter.isdigit() for letter in telephone):
        raise NotPossible("Write a telephone number, or leave it empty.")
    hours = {}
    if not _is_as_it_was(typed, "joining_hours"):
        hours["joining_hours"] = _hours(_text(typed, "joining_hours"), today)
    return {
        **hours,
        **_chosen(typed, "joining_rule", list(JoiningRule)),
        "how_to_join": _words(typed, "how_to_join", MOST_LETTERS),
        "telephone": telephone,
    }


def _hours(said: str, today: date) -> str:
    """Keep what was understood of hours, and not the words, which may hold a name."""
    if not said:
        return ""
    read = read_hours(said, today=today)
    if not any(one.starts and one.days for one in read.sessions) or read.kept:
        raise NotPossible(NO_HOURS)
    words = "; ".join(hours_said(read))
    if len(words) > MOST_LETTERS_OF_HOURS:
        raise NotPossible("Say these hours in fewer words.")
    return words


def _languages(typed: Typed, _today: date) -> Mapping[str, Value]:
    if _is_as_it_was(typed, "languages"):
        return {}
    codes, left = languages_read(_words(typed, "languages", MOST_LETTERS))
    if left:
        raise NotPossible(f"We do not know the language «{listed(left)}» by that name.")
    return {"languages": list(codes)}


def _newcomers(typed: Typed, _today: date) -> Mapping[str, Value]:
    if _text(typed, ANY_NUMBER):
        return {"newcomers_per_week": NO_LIMIT}
    told = _number(typed, "newcomers_per_week", NO_LIMIT - 1)
    return {"newcomers_per_week": told}


def _funding(typed: Typed, _today: date) -> Mapping[str, Value]:
    said = _text(typed, "funded_until")
    try:
        until = date.fromisoformat(said) if said else None
    except ValueError:
        raise NotPossible("Choose the day until which there is money.") from None
    return {
        **_chosen(typed, "funding", list(Funding)),
        "funded_until": until,
    }


_READ: Mapping[Part, Callable[[Typed, date], Mapping[str, Value]]] = {
    Part.MINUTES: _minutes,
    Part.PRICE: _price,
    Part.PLACE: _place,
    Part.MANNER: _manner,
    Part.JOINING: _joining,
    Part.LANGUAGES: _languages,
    Part.SENSES: _senses,
    Part.NEWCOMERS: _newcomers,
    Part.FUNDING: _funding,
}
