"""How do places, groups and what has no door become rows of ``weft-assets.csv``?"""

from collections.abc import Iterable
from random import Random

from demo import words
from demo.files import Cell, Folder
from demo.ground.areas import Areas
from demo.ground.land import degrees
from demo.ground.neighbourhoods import BY_NAME
from demo.own.offer import Offer
from demo.own.offers import group_id, slug
from demo.places.venues import FACTS, Venue
from demo.setting import Setting

_COLUMNS = (
    "id,kind,name,other_names,summary,story,part_of,holder,decides,runs,"
    "funds,ownership_form,place,latitude,longitude,postcode,area,phone,"
    "languages,visibility,terms,reach,how_to_join,tags,works_with,"
    "run_by_young_people,hidden_from_funders,consent_on,constituted,hire,"
    "told_by,told_on"
)
HEADER = _COLUMNS.split(",")
KEPT_CLOSE = {
    "Front Room Sessions": (
        "known to exist",
        "Ask us first. Addresses are told by telephone.",
    ),
    "The Thursday Thing": ("known to exist", "Ask somebody who goes."),
    "Rainbow Threads": ("members", "Tell people, not walls."),
    "Women Together": ("members", "For women."),
}
CONSTITUTED = {"a committee": "yes", "two people": "no"}
"""Whether a group has a constitution, by who runs it; of the others nobody has said."""
HIRE = {"kiln": "£4 a firing", "weigh-room": "£6 an hour", "minibus": "45p a mile"}
"""What it costs to hire, of the few things of which somebody has said."""
FACT_WORDS = {"yes": "", "no": "no ", "": None}


def write(
    setting: Setting,
    areas: Areas,
    venues: dict[str, Venue],
    offers: list[Offer],
    folder: Folder,
) -> None:
    """Write places first, then groups, then all else."""
    rng = setting.chance("assets")
    rows = list(
        between(
            setting,
            [
                *places(setting, areas, venues, rng),
                *groups(setting, venues, offers, rng),
                *told(setting),
            ],
        )
    )
    with_bonds(rows)
    cells = [[row.get(column, "") for column in HEADER] for row in rows]
    folder.csv("own/weft-assets.csv", HEADER, cells)


def places(
    setting: Setting, areas: Areas, venues: dict[str, Venue], rng: Random
) -> Iterable[dict[str, Cell]]:
    """Give the halls and rooms."""
    right_for = {
        row["key"]: row["right for"].split(";") for row in words.table("rooms.txt")
    }
    for venue in venues.values():
        if venue.online:
            continue
        lat, lon = venue.lat_lon
        runs = group_id(venue.runs)
        tags = [words_of(fact, venue.facts[fact]) for fact in FACTS]
        tags.extend(right_for.get(venue.key, ()))
        if venue.key == "lock-hall":
            tags.append(f"until:{setting.day(80).isoformat()}")
        yield {
            "id": venue.key,
            "kind": "place",
            "name": venue.name,
            "other_names": venue.other_names,
            "summary": venue.summary,
            "part_of": "",
            "holder": venue.runs,
            "decides": venue.runs if runs else "",
            "runs": venue.runs,
            "ownership_form": venue.ownership,
            "latitude": lat,
            "longitude": lon,
            "postcode": venue.postcode,
            "area": areas.holding(venue.at).lsoa,
            "phone": venue.phone,
            "visibility": "public",
            "tags": ";".join(tag for tag in tags if tag),
            **by(setting, venue.runs, rng.randrange(5, 420)),
        }


def words_of(fact: str, known: str) -> str:
    """Say a fact as a tag: ``toilets``, ``no toilets``, or nothing."""
    start = FACT_WORDS[known]
    return "" if start is None else f"{start}{fact.replace('_', ' ')}"


def by(setting: Setting, teller: str, days: int) -> dict[str, Cell]:
    """Say who told us, and when."""
    return {"told_by": teller, "told_on": setting.ago(days=days).isoformat()}


def groups(
    setting: Setting, venues: dict[str, Venue], offers: list[Offer], rng: Random
) -> Iterable[dict[str, Cell]]:
    """Give every group that holds an offer or runs a place, once."""
    homes: dict[str, tuple[str, Venue | None, str]] = {}
    for offer in offers:
        about = (offer.group, offer.venue, offer.sort.cells["languages"])
        homes.setdefault(group_id(offer.group), about)
    for venue in venues.values():
        if venue.runs:
            homes.setdefault(group_id(venue.runs), (venue.runs, venue, "en"))
    for identity, (name, home, languages) in homes.items():
        visibility, terms = KEPT_CLOSE.get(name, ("public", ""))
        decides = rng.choice((name, name, "whoever comes", ""))
        runs = rng.choice(("two people", "a committee", "whoever comes", "", ""))
        yield {
            "id": identity,
            "kind": "group",
            "name": name,
            "holder": name,
            "decides": decides,
            "runs": runs,
            "constituted": CONSTITUTED.get(runs, ""),
            "funds": rng.choice(("a tin", "members", "a grant", "", "", "")),
            "place": home.key if home and not home.online else "",
            "area": home.neighbourhood if home else "",
            "phone": home.phone if home and rng.random() < 0.4 else "",
            "languages": languages,
            "visibility": visibility,
            "terms": terms,
            **by(setting, name, rng.randrange(3, 380)),
        }


def told(setting: Setting) -> Iterable[dict[str, Cell]]:
    """Give what has no door, as ``assets.txt`` tells it, with its dates reckoned."""
    for row in words.table("assets.txt"):
        cells: dict[str, Cell] = {
            "id": slug(f"{row['kind']}-{row['id']}"),
            "other_names": row["other"],
            "runs": row["holder"],
            "how_to_join": row["join"],
            "tags": ";".join(dated(setting, tag) for tag in row["tags"].split(";")),
            **by(setting, row["told_by"], int(row["told"])),
        }
        if row["kind"] == "person":  # their own yes, which a row cannot do without
            cells["consent_on"] = setting.ago(days=int(row["told"]) + 9).isoformat()
        if row["id"].startswith("lost-") and row["kind"] == "place":
            lon, lat = degrees(BY_NAME[row["area"].strip()].at)
            cells["latitude"], cells["longitude"] = str(lat), str(lon)
        if row["id"] in HIRE:
            cells["hire"] = HIRE[row["id"]]
        same = (
            "kind",
            "name",
            "summary",
            "story",
            "holder",
            "decides",
            "funds",
            "place",
            "area",
            "phone",
            "languages",
            "visibility",
            "terms",
            "reach",
        )
        yield cells | {column: row[column] for column in same}


def between(
    setting: Setting, rows: Iterable[dict[str, Cell]]
) -> Iterable[dict[str, Cell]]:
    """Add what ``between.txt`` tells of some: ties, room to spare, last days."""
    more = {row["name"]: row for row in words.table("between.txt")}
    for row in rows:
        add = more.pop(str(row["name"]), None)
        if add is None:
            yield row
            continue
        tags = [str(row.get("tags", "")), *add["tags"].split(";")]
        yield row | {
            "works_with": add["works_with"],
            "run_by_young_people": add["young"],
            "hidden_from_funders": add["quiet"],
            "tags": ";".join(dated(setting, tag) for tag in tags if tag),
        }
    if more:
        raise ValueError(f"between.txt names nobody of the valley: {sorted(more)}")


def with_bonds(rows: list[dict[str, Cell]]) -> None:
    """Add what ``bonds.txt`` tells: what lies inside what, and what several share."""
    by_id = {str(row["id"]): row for row in rows}
    for bond in words.table("bonds.txt"):
        if bond["id"] not in by_id:
            raise ValueError(f"bonds.txt: there is no {bond['id']}")
        row = by_id[bond["id"]]
        row["part_of"] = bond["part of"]
        if bond["shared by"]:
            row["works_with"] = bond["shared by"]


def dated(setting: Setting, tag: str) -> str:
    """Turn ``closed:-41`` into a date that many weeks from the Monday; no other tag."""
    key, colon, weeks = tag.partition(":")
    if not colon or not weeks.lstrip("+-").isdigit():
        return tag
    return f"{key}:{setting.day(int(weeks) * 7).isoformat()}"
