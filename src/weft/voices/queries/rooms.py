"""Who was in the rooms of a project, and who lives where they were held?

Only rooms whose words a reader may see are counted for that reader; of the others it is
told how many there are.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from weft.need.domain.ages import BROAD, Band
from weft.need.queries.ages import people_aged
from weft.need.queries.people import GroupTold, who_lives_in
from weft.voices.domain.kinds import PREFER_NOT, Axis
from weft.voices.domain.missing import Living, Session, Together, together
from weft.voices.domain.missing.census_words import QUESTIONS, band_meant, part_meant
from weft.voices.domain.reading import Reader
from weft.voices.models import Workshop
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.whole import project_row

SEXES = {"women": "women", "men": "men", "female": "women", "male": "men"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Who was in the rooms that a reader may see.

    Attributes
    ----------
    sessions, closed
        How many rooms are counted, and how many this reader may not see.
    people
        Attendances; None where no room counted them.
    axes
        Those that anybody asked about, as ``kinds.Axis`` has them in order.
    """

    slug: str
    name: str
    draft: str
    sessions: int
    closed: int
    people: int | None
    axes: tuple[tuple[Axis, Together], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LivingHere:
    """Who lives in the region on one axis, and whose count it is."""

    living: Living
    source: str


def rooms(region: str, slug: str, *, reader: Reader, today: date) -> Rooms:
    """Add up who was in the rooms of a project.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; each workshop's consent is kept.
    today
        The day they read.

    Raises
    ------
    NotFound
        There is no such project.
    """
    project = project_row(region, slug)
    every = list(
        project.workshops.order_by("held_on", "pk").prefetch_related("presences")
    )
    open_to = [one for one in every if is_open_to(one, reader=reader, today=today)]
    came = [one.came for one in open_to if one.came is not None]
    told = ((axis, together(_sessions(open_to, axis))) for axis in Axis)
    return Rooms(
        slug=project.slug,
        name=project.name,
        draft=project.draft,
        sessions=len(open_to),
        closed=len(every) - len(open_to),
        people=sum(came) if came else None,
        axes=tuple((axis, room) for axis, room in told if room.asked_in),
    )


def _sessions(some: Sequence[Workshop], axis: Axis) -> list[Session]:
    """Say of each workshop what was counted on one axis."""
    told = []
    for one in some:
        counts: dict[str, int | None] = defaultdict(lambda: None)
        for row in one.presences.all():
            if row.axis == axis:
                counts[row.group] = row.came
        declined = counts.pop(PREFER_NOT, None) or 0
        told.append(Session(people=one.came, counts=counts, declined=declined))
    return told


def living(region: str, axis: Axis, groups: Sequence[str]) -> LivingHere | None:
    """Say how many of some groups live in a region.

    Returns
    -------
    LivingHere | None
        In its order each group, with None where no count is meant for certain by its
        words. None where no table loaded counts people on this axis.
    """
    return _living(region, axis, groups, who_lives_in(region).groups)


def living_beside(region: str, some: Rooms) -> tuple[LivingHere | None, ...]:
    """Say the same for each axis of some rooms; the tables are asked once."""
    who = who_lives_in(region).groups
    return tuple(
        _living(region, axis, tuple(room.groups), who) for axis, room in some.axes
    )


def _living(
    region: str, axis: Axis, groups: Sequence[str], who: Sequence[GroupTold]
) -> LivingHere | None:
    """Find the count that is meant, where there is one."""
    if axis is Axis.AGE:
        return _ages(region, groups)
    if axis is Axis.SEX:
        return _sexes(region, groups)
    key = QUESTIONS.get(axis)
    told = next((one for one in who if one.group.key == key), None)
    return None if told is None else _answered(axis, told, groups)


def _ages(region: str, groups: Sequence[str]) -> LivingHere | None:
    meant = {group: band for group in groups if (band := band_meant(group))}
    told = people_aged(region, tuple(meant.values()))
    if told is None:
        return None
    counts = dict(zip(meant, told.bands, strict=True))
    return LivingHere(
        living=Living(people=told.people, groups={g: counts.get(g) for g in groups}),
        source=told.about.source_line,
    )


def _sexes(region: str, groups: Sequence[str]) -> LivingHere | None:
    """Count women and men over all ages, where the estimates tell them apart."""
    bands = [Band(first, last) for first, last in BROAD]
    told = {sex: people_aged(region, bands, whose=sex) for sex in ("women", "men")}
    women = told["women"]
    if women is None or None in women.bands:
        return None
    counts = {
        sex: sum(n or 0.0 for n in one.bands)
        for sex, one in told.items()
        if one is not None and None not in one.bands
    }
    return LivingHere(
        living=Living(
            people=women.people,
            groups={g: counts.get(SEXES.get(g.strip().lower(), "")) for g in groups},
        ),
        source=women.about.source_line,
    )


def _answered(axis: Axis, told: GroupTold, groups: Sequence[str]) -> LivingHere:
    """Find groups among the parts of a question about everybody."""
    parts = {part.words.lower(): part.count for part in told.parts}

    def count(group: str) -> float | None:
        part, meant = part_meant(axis, group)
        found = parts.get(part)
        return found if found is None or meant else told.total - found

    return LivingHere(
        living=Living(people=told.total, groups={g: count(g) for g in groups}),
        source=told.about.source_line,
    )
