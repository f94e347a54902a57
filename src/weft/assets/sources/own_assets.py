"""What does a row of ``weft-assets.csv`` tell? (docs/data/own-csv.md)"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from weft.assets.domain.facts import OF_A_ROOM, WORDS, FactField, WordField
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import (
    ASSET_WORDS,
    INTANGIBLE,
    AssetKind,
    TieKind,
    Visibility,
)
from weft.assets.domain.told import (
    AssetTold,
    FactTold,
    Mix,
    NameTold,
    TieTold,
    in_words,
    yes_or_no,
)
from weft.assets.sources import own_cells as cell
from weft.assets.sources.own_cells import Cells
from weft.assets.sources.postcode_points import as_said
from weft.commons.files import Row
from weft.commons.places import Point
from weft.ground.domain.named import folded

VISIBILITIES = {
    "public": Visibility.PUBLIC,
    "everybody": Visibility.PUBLIC,
    "members": Visibility.MEMBERS,
    "members only": Visibility.MEMBERS,
    "known": Visibility.KNOWN,
    "known to exist": Visibility.KNOWN,
    "hidden": Visibility.HIDDEN,
}
KIND_ALIASES = {
    "venue": AssetKind.PLACE,
    "space": AssetKind.PLACE,
    "organisation": AssetKind.GROUP,
    "club": AssetKind.GROUP,
    "charity": AssetKind.GROUP,
    "newspaper": AssetKind.CHANNEL,
    "newsletter": AssetKind.CHANNEL,
    "messaging group": AssetKind.CHANNEL,
    "online community": AssetKind.CHANNEL,
    "kit": AssetKind.INFRASTRUCTURE,
    "equipment": AssetKind.INFRASTRUCTURE,
    "room to hire": AssetKind.INFRASTRUCTURE,
    "grant": AssetKind.FUND,
    "connector": AssetKind.PERSON,
    "practitioner": AssetKind.PERSON,
    "dialect": AssetKind.LANGUAGE,
    **{words.lower(): kind for kind, words in ASSET_WORDS.items()},
}
TAGGED_FACTS = {
    "step free": FactField.STEP_FREE,
    "step-free": FactField.STEP_FREE,
    "toilets": FactField.TOILETS,
    "accessible toilet": FactField.ACCESSIBLE_TOILET,
    "tea": FactField.TEA,
    "parking": FactField.PARKING,
    "quiet room": FactField.QUIET_ROOM,
    "hearing loop": FactField.HEARING_LOOP,
    "said by residents": FactField.COMMUNITY_USE,
}
ROOM_TAGS = {
    "may be loud": (FactField.LOUD, True),
    **{WORDS[field].yes.lower(): (field, True) for field in OF_A_ROOM},
    **{WORDS[field].no.lower(): (field, False) for field in OF_A_ROOM},
}
"""Said as the pages say it: «sprung floor», «no daylight», «too noisy to record»."""
TAGGED_DAYS = {
    "deadline": WordField.DEADLINE,
    "until": WordField.UNTIL,
    "people until": WordField.PEOPLE_UNTIL,
}
TAGGED_WORDS = {"spare": WordField.SPARE, "looking": WordField.LOOKING}
COLUMNS = (
    *("id", "kind", "place_kind", "name", "other_names", "summary", "story"),
    *("part_of", "holder", "decides", "runs", "funds", "owner", "works_with"),
    *("latitude", "longitude", "area", "address", "phone", "website", "languages"),
    *("visibility", "channels", "terms", "reach", "how_to_join", "hire", "tags"),
    *("ownership_form", "constituted", "run_by_young_people", "hidden_from_funders"),
    *("closed_on", "closed_why", "consent_on", "told_by", "told_on"),
)
"""What a row tells of a thing itself, besides where it is found."""
TIES = (
    ("holder", TieKind.HOLDS),
    ("decides", TieKind.DECIDES),
    ("runs", TieKind.RUNS),
    ("funds", TieKind.FUNDS),
    ("owner", TieKind.OWNS),
    ("works_with", TieKind.WORKS_WITH),
)
_CODE = re.compile(r"[EWSN]\d{8}")
_CALLED = re.compile(r"(?P<name>.*\S)\s*\((?P<by>[^()]+)\)")


class Points(Protocol):
    """Whatever finds where a postcode is."""

    def of(self, postcode: str) -> Point | None:
        """Find a point; None where it is not known."""


@dataclass(frozen=True, slots=True)
class OwnAsset:
    """A row as it stands, before names are found among the other rows.

    ``place`` is the id of where it is found; ``named`` the words for who holds,
    decides, runs, funds and owns it.
    """

    told: AssetTold
    place: str
    named: tuple[tuple[TieKind, str], ...]


def asset_from(row: Row, cells: Cells, points: Points) -> OwnAsset | str:
    """Read a row; a reason in words where it cannot be used."""
    name, kind = row.text("name"), kind_of(row.text("kind"))
    if not name:
        return "no name"
    if kind is None:
        return f"a kind nobody knows: {row.text('kind') or 'none'}"
    told_on = cells.read(row, "told_on", cell.day)
    told_by = row.text("told_by")
    tags = cells.read(row, "tags", cell.listed) or ()
    plain, facts, closed_on = _tagged(tags, told_by, told_on)
    hire = in_words(WordField.HIRE, row.text("hire"), by=told_by, on=told_on)
    consent_on = _consent(row, cells, kind, told_on)
    visibility = cells.read(row, "visibility", visibility_of)
    told = AssetTold(
        reference=row.text("id") or folded(name).replace(" ", "-"),
        kind=kind,
        name=name,
        place_kind=row.text("place_kind"),
        summary=row.text("summary"),
        story=row.text("story"),
        mix=_mix(plain),
        tags=plain,
        part_of=row.text("part_of"),
        point=_point(row, cells) or points.of(row.text("postcode")),
        address=row.text("address") or _CODE.sub("", row.text("area")),
        postcode=as_said(row.text("postcode")),
        telephone=row.text("phone"),
        website=row.text("website"),
        how_to_join=row.text("how_to_join"),
        reach=row.text("reach"),
        languages=cells.read(row, "languages", cell.codes) or (),
        visibility=_careful(row, kind, visibility, consent_on),
        terms=row.text("terms"),
        channels_allowed=_channels(row, kind, visibility),
        run_by_young_people=cells.read(row, "run_by_young_people", cell.yes_no),
        constituted=cells.read(row, "constituted", cell.yes_no),
        ownership_form=row.text("ownership_form"),
        hidden_from_funders=cells.read(row, "hidden_from_funders", cell.yes_no)
        or False,
        closed_on=cells.read(row, "closed_on", cell.day) or closed_on,
        closed_why=row.text("closed_why"),
        consent_on=consent_on,
        told_by=told_by,
        told_on=told_on,
        names=_names(cells.read(row, "other_names", cell.several) or ()),
        facts=(*facts, *hire),
    )
    named = tuple((tie, row.text(col)) for col, tie in TIES if row.text(col))
    return OwnAsset(told, row.text("place"), named)


def _point(row: Row, cells: Cells) -> Point | None:
    """Read where it is; one coordinate alone says nothing."""
    latitude = cells.read(row, "latitude", cell.degrees)
    longitude = cells.read(row, "longitude", cell.degrees)
    if latitude is None or longitude is None:
        return None
    return Point(latitude, longitude)


def kind_of(told: str) -> AssetKind | None:
    """Read what it is; None for a word that names no kind of thing."""
    plain = " ".join(told.replace("_", " ").lower().split())
    if plain in set(AssetKind):
        return AssetKind(plain)
    return KIND_ALIASES.get(plain)


def visibility_of(told: str) -> Visibility | None:
    """Read who may see it; None for words nobody understands."""
    return VISIBILITIES.get(told.strip().lower())


def _consent(
    row: Row, cells: Cells, kind: AssetKind, told_on: date | None
) -> date | None:
    """Read when a person said yes to standing here; their own word is a yes."""
    if kind is not AssetKind.PERSON:
        return None
    said = cells.read(row, "consent_on", cell.day)
    return said or (told_on if _is_their_own_word(row) else None)


def _is_their_own_word(row: Row) -> bool:
    return folded(row.text("told_by")) == folded(row.text("name"))


def _careful(
    row: Row, kind: AssetKind, read: Visibility | None, consent_on: date | None
) -> Visibility:
    """Take an empty cell as public, and a word that nobody understands as hidden.

    Nobody else decides for a person: without their own yes they are not here at all.
    """
    said_yes = consent_on is not None or _is_their_own_word(row)
    if kind is AssetKind.PERSON and not said_yes:
        return Visibility.HIDDEN
    if read is not None:
        return read
    # A word nobody understands must not show what somebody meant to keep.
    return Visibility.HIDDEN if row.text("visibility") else Visibility.PUBLIC


def _channels(
    row: Row, kind: AssetKind, visibility: Visibility | None
) -> tuple[str, ...]:
    """Say in which channels what has no address may be carried.

    The holder's own «public» is a yes to being found here, and to nothing more: a feed,
    a bulk file or a search engine each need their own word in ``channels``.
    """
    told = tuple(
        one.lower().replace(" ", "_") for one in cell.listed(row.text("channels"))
    )
    if told or kind not in INTANGIBLE or visibility is not Visibility.PUBLIC:
        return told
    own_word = folded(row.text("told_by")) == folded(row.text("holder"))
    return ("search",) if own_word and row.text("holder") else ()


def _mix(tags: tuple[str, ...]) -> Mix:
    """Say what it is to people, as far as its tags say."""
    kinds = {*tags, *kinds_of(tags)}
    return Mix(
        creative="creative" in kinds or None,
        cultural="cultural" in kinds or None,
        community="community" in kinds or None,
        food="food" in kinds or None,
        heritage="heritage" in kinds or None,
    )


def _tagged(
    tags: tuple[str, ...], by: str, on: date | None
) -> tuple[tuple[str, ...], tuple[FactTold, ...], date | None]:
    """Part tags into plain words, facts («no parking»), days («closed:2025-01-20»)."""
    plain: list[str] = []
    facts: list[FactTold] = []
    closed_on: date | None = None
    for tag in tags:
        negative = tag.lower().startswith("no ")
        fact = TAGGED_FACTS.get(tag.lower().removeprefix("no "))
        key, _, value = tag.partition(":")
        if fact is not None:
            facts.extend(yes_or_no(fact, not negative, by=by, on=on))
        elif tag.lower() in ROOM_TAGS:
            facts.extend(yes_or_no(*ROOM_TAGS[tag.lower()], by=by, on=on))
        elif key == "closed" and cell.day(value):
            closed_on = cell.day(value)
        elif key in TAGGED_DAYS and cell.day(value):
            facts.extend(in_words(TAGGED_DAYS[key], value, by=by, on=on))
        elif key in TAGGED_WORDS and value.strip():
            facts.extend(in_words(TAGGED_WORDS[key], value, by=by, on=on))
        else:
            plain.append(tag)
    return tuple(plain), tuple(facts), closed_on


def _names(told: tuple[str, ...]) -> tuple[NameTold, ...]:
    """Read other names, each with the language that its letters tell."""
    return tuple(map(name_read, told))


def name_read(told: str) -> NameTold:
    """Read another name, and in whose words it is: «Rush Sunday (the bearers)»."""
    found = _CALLED.fullmatch(told)
    name = found["name"] if found else told
    return NameTold(
        name=name,
        language=cell.language_of(name),
        used_by=found["by"].strip() if found else "",
    )


def tied_together(rows: list[OwnAsset]) -> Iterator[AssetTold]:
    """Find the names in one row among the others, and put things where they are found.

    What has no address is tied to its place and gets no pin of its own.
    """
    by_name = {folded(row.told.name): row.told.reference for row in rows}
    by_id = {row.told.reference: row.told for row in rows}
    for row in rows:
        place = by_id.get(row.place)
        ties = [*_named_ties(row, by_name, by_id), *_place_tie(row)]
        told = replace(row.told, ties=tuple(ties))
        pinned = told.kind not in INTANGIBLE and told.visibility is Visibility.PUBLIC
        if told.point is None and place is not None and pinned:
            told = replace(told, point=place.point)
        yield told


def _named_ties(
    row: OwnAsset, by_name: Mapping[str, str], by_id: Mapping[str, AssetTold]
) -> Iterator[TieTold]:
    """Say who holds, decides, runs and funds it: another row, or in words."""
    for kind, words in row.named:
        for name in cell.several(words):
            to = name if name in by_id else by_name.get(folded(name), "")
            if kind in {TieKind.HOLDS, TieKind.RUNS} and to == row.told.reference:
                continue  # a group that looks after itself says nothing by it
            yield TieTold(
                kind=kind,
                to=to,
                to_name="" if to else name,
                told_by=row.told.told_by,
                told_on=row.told.told_on,
            )


def _place_tie(row: OwnAsset) -> Iterator[TieTold]:
    """Say where it is found."""
    if row.place:
        yield TieTold(
            kind=TieKind.MEETS_AT,
            to=row.place,
            told_by=row.told.told_by,
            told_on=row.told.told_on,
        )
