"""What does a row of ``weft-offers.csv`` tell? (docs/data/own-csv.md)"""

import re
from datetime import date

from weft.assets.domain.facts import OF_A_ROOM, FactField, WordField
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import JoiningRule, Manner, Spectrum, Visibility
from weft.assets.domain.opening import is_understood
from weft.assets.domain.prices import pence
from weft.assets.domain.told import (
    FactTold,
    OfferTold,
    ScheduleTold,
    in_words,
    yes_or_no,
)
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_cells import Cells
from weft.commons.files import Row
from weft.ground.domain.named import folded

FACTS = (
    ("step_free", FactField.STEP_FREE),
    ("toilets", FactField.TOILETS),
    ("accessible_toilet", FactField.ACCESSIBLE_TOILET),
    ("tea", FactField.TEA),
    ("parking", FactField.PARKING),
    ("quiet_room", FactField.QUIET_ROOM),
    ("quiet", FactField.QUIET),
    ("hearing_loop", FactField.HEARING_LOOP),
    ("outdoors", FactField.OUTDOORS),
    ("women_only", FactField.WOMEN_ONLY),
    ("men_welcome", FactField.MEN_WELCOME),
    ("bring_a_child", FactField.BRING_A_CHILD),
    ("bring_a_friend", FactField.BRING_A_FRIEND),
    ("beginners", FactField.BEGINNERS),
    ("try_once", FactField.TRY_ONCE),
    ("company", FactField.COMPANY),
    ("go_with", FactField.GO_WITH),
    ("mixed_abilities", FactField.MIXED_ABILITIES),
    ("playful", FactField.PLAYFUL),
    ("just_come_and_sit", FactField.JUST_COME),
    ("at_home", FactField.AT_HOME),
    *((str(field), field) for field in OF_A_ROOM),
)
WHAT_IT_IS_LIKE = (
    *("art_forms", "manner", "spectrum", "safeguards", "online", "languages"),
    *("price_note", "free_places", "least_age", "greatest_age", "minutes"),
    *("how_to_join", "papers", "joining_rule", "joining_hours", "newcomers_per_week"),
    *("first_ten_minutes", "sensory", "funding", "funded_until"),
    *("run_by_young_people", "visibility", "closed_on", "closed_why"),
    *("told_by", "told_on"),
    *(
        column
        for column, field in FACTS
        if column not in {"step_free", "toilets", "parking", "tea"}
    ),
)
"""What a row tells of an offer itself, besides when, where and for whom it is."""
JOINING = {
    "come": JoiningRule.TURN_UP,
    "turn up": JoiningRule.TURN_UP,
    "turn_up": JoiningRule.TURN_UP,
    "drop in": JoiningRule.TURN_UP,
    "ring": JoiningRule.RING,
    "call": JoiningRule.RING,
    "book": JoiningRule.BOOK,
    "form": JoiningRule.FORM,
    "email": JoiningRule.EMAIL,
    "refer": JoiningRule.REFERRAL,
    "referral": JoiningRule.REFERRAL,
    "wait": JoiningRule.WAIT,
    "members": JoiningRule.MEMBERS,
}
SPECTRUM = {
    "everyday": Spectrum.EVERYDAY,
    "group": Spectrum.GROUP,
    "guided": Spectrum.LED,
    "led": Spectrum.LED,
    "with support": Spectrum.HEALTH,
    "health": Spectrum.HEALTH,
    "therapy": Spectrum.THERAPY,
}
MOST_WEEKS = 52
_EVERY = re.compile(r"every (\d+) weeks")
_MONTHLY = re.compile(r"monthly-(\d|last)")
_EVERY_OTHER = frozenset({"fortnightly", "every other week", "biweekly"})


def offer_from(row: Row, cells: Cells) -> OfferTold | str:
    """Read a row; a reason in words where it cannot be used."""
    name = row.text("name")
    if not name:
        return "no name"
    told_by, told_on = row.text("told_by"), cells.read(row, "told_on", cell.day)
    kinds = cells.read(row, "kinds", cell.listed) or ()
    art_forms = cells.read(row, "art_forms", cell.listed) or ()
    rule = cells.read(row, "joining_rule", lambda told: JOINING.get(told.lower()))
    spectrum = cells.read(row, "spectrum", lambda told: SPECTRUM.get(told.lower()))
    least, most = _price(row, cells)
    return OfferTold(
        reference=row.text("id") or folded(name).replace(" ", "-"),
        name=name,
        summary=row.text("summary"),
        group=row.text("group"),
        place=row.text("place"),
        online=cells.read(row, "online", cell.yes_no),
        kinds=kinds_of((*kinds, *art_forms)),
        art_forms=art_forms,
        tags=tuple(dict.fromkeys((*kinds, *cell.listed(row.text("tags"))))),
        manner=cells.read(row, "manner", _manner) or (),
        spectrum=spectrum or "",
        safeguards=row.text("safeguards"),
        price_pence_least=least,
        price_pence_most=most,
        price_note=row.text("price_note"),
        free_places=cells.read(row, "free_places", cell.whole),
        least_age=cells.read(row, "least_age", cell.whole),
        greatest_age=cells.read(row, "greatest_age", cell.whole),
        languages=cells.read(row, "languages", cell.codes) or (),
        how_to_join=_how_to_join(row),
        joining_rule=rule or "",
        joining_hours=row.text("joining_hours"),
        newcomers_per_week=cells.read(row, "newcomers_per_week", cell.whole),
        first_ten_minutes=row.text("first_ten_minutes"),
        sensory=row.text("sensory"),
        telephone=row.text("phone"),
        website=row.text("website"),
        funding=row.text("funding").lower(),
        funded_until=cells.read(row, "funded_until", cell.day),
        run_by_young_people=cells.read(row, "run_by_young_people", cell.yes_no),
        visibility=_visibility(row),
        closed_on=cells.read(row, "closed_on", cell.day),
        closed_why=row.text("closed_why"),
        told_by=told_by,
        told_on=told_on,
        facts=_facts(row, cells, told_by, told_on),
        schedules=_schedules(row, cells, told_on),
    )


def _how_to_join(row: Row) -> str:
    """Say how one gets in, and which papers must be brought."""
    papers = row.text("papers")
    bring = f"Bring {papers.rstrip('.')}." if papers else ""
    return " ".join(part for part in (row.text("how_to_join"), bring) if part)


def _manner(told: str) -> tuple[str, ...] | None:
    """Read how one takes part; None if any of the words is not one of ours."""
    found = tuple(one.lower() for one in cell.listed(told))
    return found if set(found) <= set(Manner) else None


def _visibility(row: Row) -> Visibility:
    """Read who may see it: an empty cell is public, any other word but that is not."""
    told = row.text("visibility").lower()
    return Visibility.PUBLIC if told in {"", "public"} else Visibility.HIDDEN


def _price(row: Row, cells: Cells) -> tuple[int | None, int | None]:
    """Read the price: in pence from the least to the most, or one price in pounds."""
    least = cells.read(row, "price_pence_least", cell.whole)
    most = cells.read(row, "price_pence_most", cell.whole)
    if least is None and most is None:
        least = most = cells.read(row, "price", pence)
    if least is not None and most is not None and most < least:
        least, most = most, least
    return least, most


def _facts(row: Row, cells: Cells, by: str, on: date | None) -> tuple[FactTold, ...]:
    """Read the columns of yes and no; an empty cell is nobody's word."""
    told = [
        fact
        for column, field in FACTS
        for fact in yes_or_no(field, cells.read(row, column, cell.yes_no), by=by, on=on)
    ]
    minutes = cells.read(row, "minutes", cell.whole)
    if minutes is not None:
        told.extend(in_words(WordField.MINUTES, str(minutes), by=by, on=on))
    for rest in cells.read(row, "rest_weeks", cell.rests) or ():
        told.extend(in_words(WordField.REST, str(rest), by=by, on=on))
    return (*told, *in_words(WordField.WHO_FOR, row.text("who_for"), by=by, on=on))


def _schedules(
    row: Row, cells: Cells, told_on: date | None
) -> tuple[ScheduleTold, ...]:
    """Read when it is on; nothing where nobody has said on which days."""
    hours = cells.read(
        row, "opening_hours", lambda told: told if is_understood(told) else None
    )
    if hours:
        return (ScheduleTold(opening_hours=hours, told_on=told_on),)
    weekdays = cells.read(row, "days", cell.weekdays) or ()
    extra = cells.read(row, "extra_dates", cell.days) or ()
    if not weekdays and not extra:
        return ()
    every, of_month = cells.read(row, "frequency", frequency) or (1, ())
    return (
        ScheduleTold(
            days=weekdays,
            starts=cells.read(row, "starts", cell.clock),
            ends=cells.read(row, "ends", cell.clock),
            every_weeks=every,
            of_month=of_month,
            first_on=cells.read(row, "valid_from", cell.day),
            last_on=cells.read(row, "valid_to", cell.day),
            term_time_only=cells.read(row, "term_time_only", cell.yes_no) or False,
            bank_holidays=cells.read(row, "bank_holidays", cell.yes_no),
            except_dates=cells.read(row, "except_dates", cell.days) or (),
            extra_dates=extra,
            told_on=told_on,
        ),
    )


def frequency(told: str) -> tuple[int, tuple[int, ...]] | None:
    """Read how often: every so many weeks, and which weekdays of the month.

    >>> frequency("fortnightly"), frequency("monthly-last")
    ((2, ()), (1, (-1,)))
    """
    plain = told.strip().lower()
    if plain == "weekly":
        return 1, ()
    if plain in _EVERY_OTHER:
        return 2, ()
    every = _EVERY.fullmatch(plain)
    if every and 1 <= int(every[1]) <= MOST_WEEKS:
        return int(every[1]), ()
    monthly = _MONTHLY.fullmatch(plain)
    if monthly and monthly[1] in {"1", "2", "3", "4", "5", "last"}:
        return 1, (-1 if monthly[1] == "last" else int(monthly[1]),)
    return None
