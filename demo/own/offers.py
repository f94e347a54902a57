"""How does an offer become a row of ``weft-offers.csv``?"""

import re
from random import Random

from demo.files import Cell, Folder
from demo.own.offer import FLAGS, Offer
from demo.places.venues import FACTS, outdoors
from demo.setting import Setting

_COLUMNS = (
    "id,name,summary,group,place,online,kinds,art_forms,manner,spectrum,"
    "price_pence_least,price_pence_most,price_note,free_places,days,starts,"
    "ends,frequency,term_time_only,bank_holidays,valid_from,valid_to,"
    "except_dates,rest_weeks,step_free,toilets,tea,parking,quiet_room,hearing_loop,accessible_toilet,"
    "outdoors,quiet,bring_a_friend,women_only,men_welcome,bring_a_child,beginners,try_once,"
    "company,go_with,mixed_abilities,languages,least_age,greatest_age,"
    "how_to_join,joining_rule,joining_hours,newcomers_per_week,"
    "first_ten_minutes,sensory,safeguards,who_for,playful,just_come_and_sit,at_home,minutes,"
    "funding,funded_until,run_by_young_people,told_by,told_on"
)
HEADER = _COLUMNS.split(",")
JOIN = {
    "come": "Just come.",
    "ring": "Ring first and say you are coming.",
    "book": "Book a place; ask how when you ring.",
    "form": "Fill in a form; somebody will help you with it.",
    "refer": "A surgery, link worker or neighbour writes an introduction.",
    "wait": "There is a waiting list. Ring and ask how long it is.",
}
TELLERS = (
    "Aldermill Libraries",
    "Rushby Libraries",
    "Valley Link Workers",
    "a walker",
    "a neighbour",
    "a visitor",
    "the group itself",
    "the group itself",
    "the group itself",
)
NO_LIMIT = 99


def slug(text: str) -> str:
    """Make an identifier of a name: letters, digits, hyphens."""
    plain = text.lower().replace("’", "").replace("ę", "e").replace("ś", "s")
    plain = plain.replace("é", "e").replace("ó", "o")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


def write(setting: Setting, offers: list[Offer], folder: Folder) -> None:
    """Write all offers, each with an identifier of its own."""
    rng = setting.chance("offer facts")
    seen: dict[str, int] = {}
    rows = []
    for offer in offers:
        stem = slug(f"{offer.name} {offer.venue.key}")
        seen[stem] = seen.get(stem, 0) + 1
        identity = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
        cells = {"id": identity, **facts(setting, offer, rng)}
        rows.append([cells.get(column, "") for column in HEADER])
    folder.csv("own/weft-offers.csv", HEADER, rows)


def facts(setting: Setting, offer: Offer, rng: Random) -> dict[str, Cell]:
    """Give what is known of one offer; what is not known stays empty."""
    sort = offer.sort
    cells: dict[str, Cell] = {
        "name": offer.name,
        "summary": sort.say,
        "group": "" if not offer.group else group_id(offer.group),
        "place": "" if offer.venue.online else offer.venue.key,
        "online": "yes" if offer.venue.online else "no",
        **{k: sort.cells[k] for k in ("kinds", "art_forms", "manner", "spectrum")},
        **price(sort.cells["price"], rng),
        **times(setting, offer),
        **ways_in(offer, rng),
        **flags(offer),
        **ages(offer.own.get("ages", sort.cells["ages"])),
        "languages": languages(offer, rng),
        **joining(offer, rng),
        "first_ten_minutes": sort.ten,
        "sensory": sort.feel,
        "safeguards": sort.safe,
        "who_for": sort.who,
        **funding(setting, offer, rng),
        **told(setting, offer, rng),
    }
    own = (
        "name",
        "online",
        "languages",
        "step_free",
        "toilets",
        "hearing_loop",
        "minutes",
        "place",
    )
    cells |= {key: offer.own[key] for key in own if key in offer.own}
    if "price" in offer.own:
        cells |= price(offer.own["price"], rng)
    return cells


def group_id(name: str) -> str:
    """Give the identifier of a group's asset."""
    return f"group-{slug(name)}"


def price(text: str, rng: Random) -> dict[str, Cell]:
    """Read a price: least and most in pence, a note, free places."""
    span, _, note = text.partition(" ")
    least, _, most = span.partition("-")
    free = re.search(r"free(\d+)", note)
    return {
        "price_pence_least": int(least),
        "price_pence_most": int(most or least),
        "price_note": re.sub(r";? ?free\d+", "", note),
        "free_places": int(free[1])
        if free
        else rng.choice(("", "", "", 1))
        if int(least) > 400
        else "",
    }


def times(setting: Setting, offer: Offer) -> dict[str, Cell]:
    """Say when it is on, from when and until when."""
    cells: dict[str, Cell] = {
        "days": ";".join(offer.days),
        "starts": offer.starts,
        "ends": offer.ends,
        "frequency": offer.frequency if offer.days else "",
        "term_time_only": "yes" if offer.term else "no" if offer.days else "",
        "bank_holidays": "no" if offer.term else "",
        "valid_from": setting.ago(weeks=12).isoformat(),
    }
    if "valid_from" in offer.own:
        cells["valid_from"] = setting.day(int(offer.own["valid_from"])).isoformat()
    if "until" in offer.own:
        weeks = int(re.sub(r"\D", "", offer.own["until"]))
        cells["valid_to"] = setting.day(weeks * 7 - 1).isoformat()
    if "rest" in offer.own:
        weeks = (int(week) for week in offer.own["rest"].split(","))
        cells["rest_weeks"] = ";".join(
            setting.day(week * 7).isoformat() for week in weeks
        )
    if offer.sort.cells["name"].startswith("Clay"):
        rests = (-6, 29, 36)
        cells["except_dates"] = ";".join(setting.day(d).isoformat() for d in rests)
    return cells


def languages(offer: Offer, rng: Random) -> str:
    """Say which languages are spoken, where somebody has said."""
    if not offer.told_by_hand and rng.random() < 0.4:
        return ""
    return offer.sort.cells["languages"]


def ways_in(offer: Offer, rng: Random) -> dict[str, Cell]:
    """Give the facts of the place, where it has a door or a gate.

    Of what is scattered nearly half is not known: nobody has told us yet.
    """
    if offer.venue.online:
        return {"outdoors": "no"}
    told = offer.told_by_hand
    cells: dict[str, Cell] = {
        fact: offer.venue.facts[fact] if told or rng.random() < 0.55 else ""
        for fact in FACTS
    }
    if outdoors(offer.venue):
        cells["outdoors"] = "yes"
    return cells


def flags(offer: Offer) -> dict[str, Cell]:
    """Give the yes-or-no facts; only women only means a no for men."""
    found: dict[str, Cell] = {}
    for letter in offer.sort.cells["flags"].split():
        if letter.rstrip("!") in FLAGS:
            found[FLAGS[letter.rstrip("!")]] = "no" if "!" in letter else "yes"
    for letter, column in FLAGS.items():
        if letter in offer.own:
            found[column] = offer.own[letter]
    if found.get("women_only") == "yes":
        found["men_welcome"] = "no"
    elif found.get("men_welcome") == "yes":
        found.setdefault("women_only", "no")
    return found


def ages(text: str) -> dict[str, Cell]:
    """Read ``8-`` or ``16-19``."""
    least, _, greatest = text.partition("-")
    return {
        "least_age": int(least) if least else "",
        "greatest_age": int(greatest) if greatest else "",
    }


def joining(offer: Offer, rng: Random) -> dict[str, Cell]:
    """Say how one joins, when the line is open, how many can come."""
    rule, _, hours = offer.sort.cells["joining"].partition(" ")
    how = JOIN[rule]
    if rule != "come" and offer.venue.phone:
        how = f"{how} {offer.venue.phone}"
    newcomers: Cell = offer.own.get("newcomers", "")
    if "newcomers" not in offer.own and rng.random() < 0.45:
        newcomers = rng.choice((1, 2, 2, 3, 4, 6, NO_LIMIT))
    if "full" in offer.own:
        newcomers = 2
    return {
        "how_to_join": how,
        "joining_rule": rule,
        "joining_hours": hours,
        "newcomers_per_week": newcomers,
    }


def funding(setting: Setting, offer: Offer, rng: Random) -> dict[str, Cell]:
    """Say what keeps it going, and until when if it is a project."""
    kind = offer.own.get("funding", "")
    weeks = int(offer.own.get("until", "0").rstrip("w") or 0) if kind else 0
    if not kind:
        kind = rng.choice(("none", "members", "core", "", "", "project"))
        weeks = rng.randrange(6, 60) if kind == "project" else 0
    until = setting.day(weeks * 7 + 4).isoformat() if weeks else ""
    return {"funding": kind, "funded_until": until}


def told(setting: Setting, offer: Offer, rng: Random) -> dict[str, Cell]:
    """Say who told us and when: some last week, some so long ago that we are unsure."""
    chance = rng.random()
    days = rng.randrange(3, 90) if chance < 0.6 else rng.randrange(90, 330)
    if chance > 0.93:
        days = rng.randrange(330, 700)
    days = int(offer.own.get("told", days))
    by = offer.own.get("told_by") or rng.choice(TELLERS)
    if by == "the group itself":
        by = offer.group
    return {"told_by": by, "told_on": setting.ago(days=days).isoformat()}
