"""What would the councils' and charities' own directory hand out?

Open Referral UK 3.0 (HSDS-UK-3.0): ``services/page-N.json``, the envelope of the
standard around full services with organisation, places, schedules, costs, languages,
ways in, who it is for, telephone numbers and taxonomy terms. Numbers are those that
Ofcom keeps for drama; addresses given «when you ring» are left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID, uuid5

from demo import words
from demo.files import Folder
from demo.ground.neighbourhoods import BY_NAME, DISTRICTS
from demo.own.offers import slug
from demo.places.venues import Venue, drama_number
from demo.setting import Setting

OURS = UUID("5e0b7c52-6f0a-4a53-9a3e-3c7a7e1f0d11")
PAGE = 25
TAXONOMY = "Tenterdale Activities"
DAYS = {
    "Mon": "MO",
    "Tue": "TU",
    "Wed": "WE",
    "Thu": "TH",
    "Fri": "FR",
    "Sat": "SA",
    "Sun": "SU",
}
ENGLISH = {
    "en": "English",
    "ur": "Urdu",
    "pa": "Panjabi",
    "pl": "Polish",
    "ro": "Romanian",
    "ar": "Arabic",
    "gu": "Gujarati",
    "bn": "Bengali",
    "ckb": "Kurdish (Sorani)",
    "uk": "Ukrainian",
    "bfi": "British Sign Language",
}

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One place and time of a service."""

    venue: Venue | None
    days: tuple[str, ...]
    opens: str
    closes: str


def identity(*parts: str) -> str:
    """Give the same identifier for the same thing each time."""
    return str(uuid5(OURS, "/".join(parts)))


def write(setting: Setting, venues: dict[str, Venue], folder: Folder) -> int:
    """Write every page; give the number of sessions in an ordinary week."""
    rng = setting.chance("open referral")
    rows = words.table("services.txt")
    services = [service(setting, row, venues, rng) for row in rows]
    pages = [services[i : i + PAGE] for i in range(0, len(services), PAGE)]
    for number, contents in enumerate(pages, 1):
        page: Json = {
            "total_items": len(services),
            "total_pages": len(pages),
            "page_number": number,
            "size": len(contents),
            "first_page": number == 1,
            "last_page": number == len(pages),
            "empty": not contents,
            "contents": contents,
        }
        folder.json(f"services/page-{number}.json", page, rows=len(contents))
    return sum(weekly(row, venues) for row in rows)


def weekly(row: dict[str, str], venues: dict[str, Venue]) -> int:
    """Count a service's sessions in an ordinary week in term."""
    if row["rhythm"] not in {"weekly", "term"}:
        return 0
    return sum(len(meeting.days) for meeting in meetings(row["at"], venues))


def meetings(text: str, venues: dict[str, Venue]) -> list[Meeting]:
    """Read ``hall Mon,Wed 09:30-11:30; other Tue 10:00-12:00``."""
    found = []
    for part in text.split(";"):
        key, days, span = part.split()
        opens, closes = span.split("-")
        venue = None if key == "virtual" else venues[key]
        found.append(
            Meeting(
                venue=venue, days=tuple(days.split(",")), opens=opens, closes=closes
            )
        )
    return found


def service(
    setting: Setting, row: dict[str, str], venues: dict[str, Venue], rng: Random
) -> Json:
    """Give one full service; what nobody filled in is left out, not null."""
    key = slug(f"{row['organisation']} {row['service']}")
    own = identity("service", key)
    assured = setting.ago(days=rng.choice((12, 40, 75, 140, 260, 410, 700)))
    at = meetings(row["at"], venues)
    found: Json = {
        "id": own,
        "organization_id": identity("organization", row["organisation"]),
        "name": row["service"],
        "description": row["say"],
        "url": f"https://directory.tenterdale.example/{key}",
        "status": "active" if rng.random() < 0.96 else "temporarily closed",
        **ages(row["ages"]),
        "assured_date": assured.isoformat(),
        "last_modified": f"{assured.isoformat()}T09:30:00.000Z",
        "organization": organization(row["organisation"]),
        "schedules": [*schedules(setting, row, key, at)],
        "service_at_locations": [*locations(key, at)],
        "languages": languages(row["languages"], key),
        "phones": [phone(key, rng)],
        "attributes": [term(key, name) for name in row["terms"].split(";")],
        "service_areas": [
            {"id": identity("area", key), "service_id": own, "name": "Tenterdale"}
        ],
    }
    if row["eligibility"]:
        found["eligibility_description"] = row["eligibility"]
    if row["pence"]:
        found["cost_options"] = [cost(setting, row["pence"], key)]
    if any(meeting.venue is None for meeting in at):
        found["fees_description"] = "Ring to find out how to join."
    return found


def ages(text: str) -> Json:
    """Give least and greatest age, where there is one."""
    least, _, greatest = text.partition("-")
    found: Json = {}
    if least:
        found["minimum_age"] = int(least)
    if greatest:
        found["maximum_age"] = int(greatest)
    return found


def organization(name: str) -> Json:
    """Give an organisation."""
    return {
        "id": identity("organization", name),
        "name": name,
        "description": f"{name} works in the made-up valley of Tenterdale.",
        "website": f"https://{slug(name)}.tenterdale.example",
    }


def schedules(
    setting: Setting, row: dict[str, str], key: str, at: list[Meeting]
) -> Iterable[Json]:
    """Give a schedule for each place; term times as one schedule for each term."""
    own = identity("service", key)
    for number, meeting in enumerate(at):
        for n, (first, last) in enumerate(spans(setting, row["rhythm"])):
            made = identity("schedule", key, str(number), str(n))
            found: Json = {
                "id": made,
                "service_id": own,
                "service_at_location_id": identity("at", key, str(number)),
                "valid_from": first.isoformat(),
                "freq": "WEEKLY",
                "byday": ",".join(DAYS[day] for day in meeting.days),
                "opens_at": f"{meeting.opens}:00",
                "closes_at": f"{meeting.closes}:00",
                **rhythm(row["rhythm"], meeting),
            }
            if last:
                found["valid_to"] = last.isoformat()
            if row["rhythm"] == "fortnightly":
                found["dtstart"] = setting.week.isoformat()
            yield found


def spans(setting: Setting, how: str) -> list[tuple[date, date | None]]:
    """Say from when to when: always, in each term, or in the holidays between."""
    terms = setting.terms()
    if how == "term":
        return list(terms[:4])
    if how == "holidays":
        return [
            (setting.day((a_end + 1) * 7 - 7), setting.day(b_start * 7 - 3))
            for a_end, b_start in ((-4, -3), (4, 6), (12, 13))
        ]
    return [(setting.ago(weeks=40), None)]


def rhythm(how: str, meeting: Meeting) -> Json:
    """Say every second week, or the second Tuesday of the month."""
    if how == "fortnightly":
        return {"interval": 2}
    if how.startswith("monthly-"):
        nth = re.sub(r"\D", "", how)
        by = ",".join(f"{nth}{DAYS[day]}" for day in meeting.days)
        return {"freq": "MONTHLY", "byday": by}
    return {"interval": 1}


def locations(key: str, at: list[Meeting]) -> Iterable[Json]:
    """Give where it is; online and unpublished places have no address."""
    for number, meeting in enumerate(at):
        venue = meeting.venue
        own = identity("service", key)
        made = identity("at", key, str(number))
        place = (
            {
                "id": identity("location", "virtual", key),
                "location_type": "virtual",
                "name": "By telephone or on request",
            }
            if venue is None
            else location(venue)
        )
        yield {
            "id": made,
            "service_id": own,
            "location_id": place["id"],
            "location": place,
        }


def location(venue: Venue) -> Json:
    """Give a place with its address and what is known of the way in."""
    own = identity("location", venue.key)
    lat, lon = venue.lat_lon
    home = BY_NAME[venue.neighbourhood]
    post_town = DISTRICTS[home.district].post_town.title()
    found: Json = {
        "id": own,
        "location_type": "physical",
        "name": venue.name,
        "latitude": float(lat),
        "longitude": float(lon),
        "addresses": [
            {
                "id": identity("address", venue.key),
                "location_id": own,
                "address_1": f"{venue.number} {venue.street}",
                "city": post_town,
                "state_province": "Tenterdale",
                "postal_code": venue.postcode,
                "country": "GB",
                "address_type": "physical",
            }
        ],
    }
    known = [sentence for sentence in way_in(venue) if sentence]
    if known:
        found["accessibility"] = [
            {
                "id": identity("accessibility", venue.key),
                "location_id": own,
                "description": " ".join(known),
            }
        ]
    return found


def way_in(venue: Venue) -> Iterable[str]:
    """Say in words what is known of the way in; what is not known is not said."""
    said = {
        "step_free": ("Step-free access.", "There are steps to the door."),
        "toilets": ("Toilets.", "No toilets."),
        "parking": ("Car park.", ""),
        "hearing_loop": ("Hearing loop fitted.", ""),
        "quiet_room": ("A quiet room on request.", ""),
    }
    for fact, (yes, no) in said.items():
        yield {"yes": yes, "no": no, "": ""}[venue.facts[fact]]


def languages(codes: str, key: str) -> list[Json]:
    """Give the languages by code and English name."""
    own = identity("service", key)
    return [
        {
            "id": identity("language", key, code),
            "service_id": own,
            "code": code,
            "name": ENGLISH[code],
        }
        for code in codes.split(";")
    ]


def phone(key: str, rng: Random) -> Json:
    """Give a telephone number from those kept for drama."""
    number = drama_number(rng.randrange(500, 1000))
    return {
        "id": identity("phone", key),
        "service_id": identity("service", key),
        "number": number,
        "type": "voice",
    }


def term(key: str, name: str) -> Json:
    """Give one taxonomy term of a service."""
    return {
        "id": identity("attribute", key, name),
        "link_id": identity("service", key),
        "taxonomy_term_id": identity("term", name),
        "link_type": "service",
        "taxonomy_term": {
            "id": identity("term", name),
            "code": slug(name),
            "name": name,
            "description": name,
            "taxonomy": TAXONOMY,
        },
    }


def cost(setting: Setting, pence: str, key: str) -> Json:
    """Give what it costs, in pounds."""
    amount = int(pence) / 100
    words_for = "Free" if not amount else f"£{amount:.2f} each time"
    return {
        "id": identity("cost", key),
        "service_id": identity("service", key),
        "valid_from": setting.ago(weeks=40).isoformat(),
        "amount": amount,
        "amount_description": words_for,
    }
