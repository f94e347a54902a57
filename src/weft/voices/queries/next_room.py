"""Which room next: where, of whom and about what would most be heard that was not?

Only what may be told to anybody goes in: small counts are protected before, and who of
a group spoke to which question is told to nobody, so it is not reckoned with here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from weft.commons.disclosure import Withheld
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.need.domain.ages import BROAD, Band
from weft.need.queries.ages import people_aged_by_area
from weft.need.queries.people import part_by_area
from weft.voices.domain.kinds import Axis, Level
from weft.voices.domain.missing import NextRoom, OfGroup, Place, Question, next_rooms
from weft.voices.domain.missing.census_words import QUESTIONS, band_meant, part_meant
from weft.voices.domain.missing.showing import AxisShown, GroupShown, shown_axis
from weft.voices.domain.reading import Reader
from weft.voices.domain.young import speaks_of_the_young
from weft.voices.queries.rooms import SEXES, Rooms, living_beside, rooms
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall

ANYTHING = "What do you want to ask?"
"""Where no room of the project noted its question, those who come bring theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, in how many workshops it was asked, and how much was said there."""

    words: str
    workshops: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRooms:
    """Rooms that could be held, most gain first, for one reader.

    Attributes
    ----------
    asked
        Questions, those to which least was said first.
    nowhere
        Groups of whom fewer came than were due, and of whom nobody knows where they
        live.
    for_the_young
        Passages in which others spoke on behalf of the young.
    """

    wall: Wall
    rooms: Rooms
    found: tuple[NextRoom, ...]
    asked: tuple[Asked, ...]
    nowhere: tuple[str, ...]
    for_the_young: tuple[PassageShown, ...]


def next_room(
    region: str, slug: str, *, reader: Reader, today: date, fewest: int
) -> NextRooms:
    """List rooms that could be held, across all workshops that a reader may see.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader, today
        Who reads, and when; each workshop's consent is kept.
    fewest
        The floor below which no count of people leaves.

    Raises
    ------
    NotFound
        There is no such project.
    """
    read = wall(region, slug, reader=reader, today=today)
    told = rooms(region, slug, reader=reader, today=today)
    here = living_beside(region, told)
    lacking: list[tuple[OfGroup, Mapping[str, float]]] = []
    for (axis, room), one in zip(told.axes, here, strict=True):
        shown = shown_axis(room, one.living if one else None, fewest=fewest)
        lacking += [
            (group, _where(region, axis, members)) for group, members in _lacking(shown)
        ]
    asked = tuple(_asked(read))
    return NextRooms(
        wall=read,
        rooms=told,
        found=next_rooms(
            [group for group, _ in lacking],
            _places(lacking),
            [Question(words=one.words, spoke={}) for one in asked[:1]],
        ),
        asked=asked,
        nowhere=tuple(group.group for group, shares in lacking if not shares),
        for_the_young=tuple(
            one
            for one in read.spoken
            if one.first_hand is not True and speaks_of_the_young(one.on_behalf_of)
        ),
    )


def _places(
    lacking: Iterable[tuple[OfGroup, Mapping[str, float]]],
) -> list[Place]:
    """Turn what is known by group into what is known by place."""
    shares: dict[str, dict[str, float]] = {}
    for group, places in lacking:
        for name, share in places.items():
            shares.setdefault(name, {})[group.group] = share
    return [Place(name=name, shares=some) for name, some in shares.items()]


def _lacking(shown: AxisShown) -> Iterable[tuple[OfGroup, tuple[str, ...]]]:
    """Give groups of whom fewer came than were due, each with its members."""
    hidden = tuple(one.group for one in shown.groups if isinstance(one.came, Withheld))
    rows: list[tuple[GroupShown, tuple[str, ...]]] = [
        (one, (one.group,)) for one in shown.groups
    ]
    if shown.together is not None:
        rows.append((shown.together, hidden))
    for one, members in rows:
        if one.lacking:
            yield _of_group(one), members


def _of_group(one: GroupShown) -> OfGroup:
    return OfGroup(
        group=one.group,
        came=one.came if isinstance(one.came, int) else None,
        due=one.due,
        share=one.share,
        low=one.low,
        high=one.high,
        most=None,
    )


def _where(region: str, axis: Axis, members: tuple[str, ...]) -> dict[str, float]:
    """Say which share of a group lives in which neighbourhood; empty: not known."""
    counted: Counter[str] = Counter()
    for one in members:
        told = _counts(region, axis, one)
        if told is None:
            return {}
        counted.update(told)
    every = sum(counted.values())
    round_places: Counter[str] = Counter()
    for area in ground.areas(region, Geography.LSOA, 2021):
        around = area.inside(Geography.MSOA)
        if around is not None and area.code in counted:
            round_places[around.title] += counted[area.code]
    return {name: n / every for name, n in round_places.items()} if every else {}


def _counts(region: str, axis: Axis, group: str) -> dict[str, float] | None:
    if axis is Axis.AGE:
        band = band_meant(group)
        return people_aged_by_area(region, band) if band else None
    if axis is Axis.SEX:
        return _of_sex(region, SEXES.get(group.strip().lower(), ""))
    key = QUESTIONS.get(axis)
    if key is None:
        return None
    part, meant = part_meant(axis, group)
    return part_by_area(region, key, part) if meant else None


def _of_sex(region: str, whose: str) -> dict[str, float] | None:
    """Count women or men of all ages, where the estimates tell them apart."""
    counted: Counter[str] = Counter()
    for first, last in BROAD if whose else ():
        told = people_aged_by_area(region, Band(first, last), whose=whose)
        if told is None:
            return None
        counted.update(told)
    return dict(counted) or None


def _asked(read: Wall) -> list[Asked]:
    """List what rooms were asked, that to which least was said first."""
    said = Counter(
        one.workshop
        for one in read.spoken
        if one.level is Level.SAID and not (one.closed or one.withdrawn)
    )
    held: dict[str, list[int]] = {}
    for room in read.workshops:
        if room.open:
            for words in room.questions:
                held.setdefault(words, []).append(said[room.name])
    found = [
        Asked(words=words, workshops=len(many), passages=sum(many))
        for words, many in held.items()
    ]
    found.sort(key=lambda one: one.passages)
    return found or [Asked(words=ANYTHING, workshops=0, passages=0)]
