"""In which words is what is on told on somebody else's page?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.urls import reverse
from markupsafe import escape

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.queries.embed import GroupElsewhere, OnElsewhere
from weft.commons.saying import day, day_of, hours
from weft.ground.queries import AreaAbout

SHOWN = (FactField.FREE, FactField.STEP_FREE)
HEIGHT = 520
NOTHING = "Nothing that we know of in the next seven days."


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedLine:
    """One thing to do: when, what, where."""

    name: str
    address: str
    when: str
    where: str
    facts: str
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedDay:
    """A day, and what is on."""

    words: str
    lines: tuple[EmbedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """What is on, near a place or of a group."""

    about: str
    source: str
    days: tuple[EmbedDay, ...]
    nothing: str = NOTHING
    terms: str = ""

    @classmethod
    def of_place(
        cls, area: AreaAbout, found: Sequence[OnElsewhere], *, now: datetime
    ) -> "EmbedPage":
        """Say what is on near a place."""
        source = reverse("web:place", args=[area.code])
        return cls(
            about=f"near {area.title}", source=source, days=_days(found, day_of(now))
        )

    @classmethod
    def of_group(
        cls, group: GroupElsewhere, found: Sequence[OnElsewhere], *, now: datetime
    ) -> "EmbedPage":
        """Say what a group has on, and on whose terms."""
        return cls(
            about=f"with {group.brief.name}",
            source=reverse("assets:asset", args=[group.brief.id]),
            days=_days(found, day_of(now)),
            terms=group.terms,
        )


def _days(found: Sequence[OnElsewhere], today: date) -> tuple[EmbedDay, ...]:
    """Gather what is on by day, today and tomorrow by name."""
    by_day = groupby(found, key=lambda one: day_of(one.session.window.start))
    return tuple(
        EmbedDay(words=_day(on, today), lines=tuple(map(_line, some)))
        for on, some in by_day
    )


def _day(on: date, today: date) -> str:
    ahead = (on - today).days
    name = {0: "Today", 1: "Tomorrow"}.get(ahead, "")
    return f"{name}, {day(on)}" if name else day(on)


def _line(one: OnElsewhere) -> EmbedLine:
    facts = dict(one.facts)
    return EmbedLine(
        name=one.name,
        address=reverse("assets:offer", args=[one.key]),
        when=hours(one.session.window),
        where=one.where,
        facts=", ".join(WORDS[f].yes for f in SHOWN if facts.get(f) is True),
        certain=one.session.certain,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """What would stand in the frame."""

    path: str
    name: str

    @classmethod
    def of_place(cls, area: AreaAbout) -> "Framed":
        """Frame what is on near a place."""
        path = reverse("web:embed_place", args=[area.code])
        return cls(path=path, name=f"near {area.title}")

    @classmethod
    def of_group(cls, key: UUID, name: str) -> "Framed":
        """Frame what a group has on."""
        return cls(path=reverse("web:embed_group", args=[key]), name=f"with {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedHelp:
    """How to put it on a page of one's own."""

    framed: Framed | None
    areas: tuple[AreaAbout, ...]
    host: str

    @property
    def snippet(self) -> str:
        """Write the lines to copy."""
        if self.framed is None:
            return ""
        there = f"{self.host.rstrip('/')}{self.framed.path}"
        title = escape(f"What is on {self.framed.name}")
        return (
            f'<iframe src="{escape(there)}" title="{title}"\n'
            f'  width="100%" height="{HEIGHT}" loading="lazy"\n'
            '  referrerpolicy="no-referrer"></iframe>'
        )
