"""How sure are we of each side of a thing: when, where, how to reach them, the rest?"""

from collections.abc import Iterable
from datetime import date

from weft.assets.domain import worded
from weft.assets.domain.sureness import Aspect, aspect_of_fact
from weft.assets.pages.presenters import known
from weft.assets.pages.presenters.shared import safe_address
from weft.assets.pages.presenters.when import NOT_TOLD
from weft.assets.queries.about import AssetAbout, OfferAbout, WordAbout
from weft.commons.saying import first_large, listed

Rows = tuple[known.Row, ...]
NEVER = "never known"


def offer_rows(
    about: OfferAbout, told: known.Telling, *, when: str, where: str, somewhere: bool
) -> Rows:
    """Say it of something to do.

    Parameters
    ----------
    about, told
        All that may be shown of it, and all that was heard of it.
    when, where
        Its day and hour and its place, in words; ``where`` is "" where nobody told us.
    somewhere
        Whether one goes there: what is online has no door to ask about.
    """
    since = about.times.told_on or about.told_on
    return (
        _when(told, since, when, by=about.times.told_by or about.told_by),
        _side(told, about, Aspect.ADDRESS, ("Where", where, "Where is it?")),
        _reach(told, about),
        _cost(told, about),
        *known.rows(about.facts, told, somewhere=somewhere),
    )


def asset_rows(about: AssetAbout, told: known.Telling, *, when: str) -> Rows:
    """Say it of something that is here; what has no place has no hours and no door."""
    words = tuple(_in_words(about.words, told))
    rows = known.rows(about.facts, told)
    if about.point is None:
        return (*words, *(one for one in rows if one.state != "unknown"))
    where = ("Where", about.address, "What is your address?")
    reached = about.telephone or safe_address(about.website)
    return (
        _when(told, about.times.told_on, when, by=about.times.told_by or about.told_by),
        _side(told, about, Aspect.ADDRESS, where),
        *((_reach(told, about),) if reached else ()),  # a bench has no telephone
        *words,
        *rows,
    )


def _when(
    told: known.Telling, told_on: date | None, when: str, *, by: str
) -> known.Row:
    """Say it of its hours; they may be known, and not since when."""
    is_known = NOT_TOLD not in when
    return known.Row(
        what="Day and hour",
        words=when,
        state="yes" if is_known else "unknown",
        age=told.age(Aspect.DAYS, told_on, by=by) if is_known else NEVER,
        fresh=is_known and told.is_whole(Aspect.DAYS, told_on),
        ask="" if is_known else "When is it on?",
    )


def _reach(told: known.Telling, about: AssetAbout | OfferAbout) -> known.Row:
    """Say it of the ways to reach them, which are taken to last as an e-mail does."""
    ways = {
        "by telephone": about.telephone,
        "by their own page": safe_address(about.website),
    }
    words = listed([words for words, way in ways.items() if way])
    how = ("How to reach them", words, "How can I reach you?")
    return _side(told, about, Aspect.EMAIL, how)


def _side(
    told: known.Telling,
    about: AssetAbout | OfferAbout,
    side: Aspect,
    said: tuple[str, str, str],
) -> known.Row:
    """Say it of one side: its name, its words, or the question instead."""
    what, words, ask = said
    if not words:
        return known.Row(
            what=what,
            words="Nobody has told us.",
            state="unknown",
            age=NEVER,
            fresh=False,
            ask=ask,
        )
    return known.Row(
        what=what,
        words=first_large(words),
        state="yes",
        age=told.age(side, about.told_on, by=about.told_by),
        fresh=told.is_whole(side, about.told_on),
    )


def _cost(told: known.Telling, about: OfferAbout) -> known.Row:
    state, words = worded.price(
        about.price_pence_least, about.price_pence_most, about.price_note
    )
    is_known = state == "yes"
    by = about.teller("price_pence_least", "price_pence_most", "price_note").told_by
    return known.Row(
        what="Cost",
        words=words.removeprefix("Cost: "),
        state=state,
        age=told.age(Aspect.PRICE, about.told_on, by=by) if is_known else NEVER,
        fresh=is_known and told.is_whole(Aspect.PRICE, about.told_on),
        ask="" if is_known else "What does it cost?",
    )


def _in_words(words: Iterable[WordAbout], told: known.Telling) -> Iterable[known.Row]:
    for one in words:
        side = aspect_of_fact(one.field)
        what, said = worded.word_in_words(one.field, one.words)
        yield known.Row(
            what=what,
            words=said,
            state="yes",
            age=told.age(side, one.told_on, by=one.told_by),
            fresh=told.is_whole(side, one.told_on),
        )
