"""Which weeks of real choice are published, and what do they say?"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from django.conf import settings

from weft.access.domain.arrays import What, from_bytes
from weft.access.domain.choice.values import OFFER_COLUMNS, USUAL, Terms
from weft.access.domain.choice.varying import changed
from weft.access.domain.published import Published, from_arrays
from weft.access.models import ArrayFile, PublishedWeek
from weft.access.queries.everybody.gates import gates_of
from weft.access.queries.everybody.offers import LaidOut
from weft.access.queries.everybody.reckoning import Reckoned, reckon
from weft.access.queries.lives import FOLDER
from weft.commons.times import Week
from weft.ground import queries as ground


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAbout:
    """One published week: when, of what, and where it lies.

    ``digest`` is of its bytes, ``inputs`` of what it was reckoned from.
    """

    region: str
    week: Week
    digest: str
    published_at: datetime
    path: Path
    inputs: Mapping[str, str] = field(compare=False)
    about: Mapping[str, object] = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeekReckoned:
    """A week reckoned here and now, and what it was reckoned from."""

    told: Published
    inputs: Mapping[str, str]


def published_weeks(region: str) -> tuple[PublishedAbout, ...]:
    """List the published weeks of a region, the newest first."""
    rows = PublishedWeek.objects.filter(region=region).order_by("-week")
    return tuple(
        PublishedAbout(
            region=row.region,
            week=Week(row.week),
            digest=row.sha256,
            published_at=row.published_at,
            path=Path(settings.DATA_DIR) / row.file,
            inputs=row.inputs,
            about=row.about,
        )
        for row in rows
    )


@lru_cache(maxsize=8)
def published(about: PublishedAbout) -> Published:
    """Read what a published week says; the last few stay in memory.

    Raises
    ------
    FileNotUnderstood
        When its file is not whole.
    """
    raw = about.path.read_bytes()
    return from_arrays(from_bytes(raw, what=What.CHOICE, about=about.about))


def reckon_week(region: str, week: Week, *, terms: Terms = USUAL) -> WeekReckoned:
    """Reckon a region's week from what is loaded now.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    reckoned = reckon(region, week, terms=terms)
    return WeekReckoned(told=_told(reckoned), inputs=_inputs(region, reckoned))


def _told(reckoned: Reckoned) -> Published:
    """Take what is published, and ask again with each assumption moved."""
    around, gates = reckoned.around, gates_of(reckoned.around)
    unknown = [one.areas_unknown for one in reckoned.heads]
    return Published(
        lives=tuple(life.slug for life in reckoned.lives),
        areas=tuple(area.code for area in around.areas),
        areas_of=str(around.areas[0].vintage),
        people=reckoned.people,
        unknown=np.array(unknown, dtype=np.int32),
        tenth=reckoned.tenth,
        choice=reckoned.choice,
        basis=around.basis.value,
        offers=len(around.laid.on_offer),
        hours_unknown=around.laid.hours_unknown,
        nowhere=len(around.nowhere),
        terms=asdict(around.terms),
        rank=reckoned.rank,
        newcomers=around.laid.offers.newcomers,
        changed=changed(reckoned.world, reckoned.now),
        gates=gates.takes,
        gates_known=gates.known,
    )


def _inputs(region: str, reckoned: Reckoned) -> dict[str, str]:
    """Give the hash of each thing that it was reckoned from."""
    kept = ArrayFile.objects.filter(region=region).order_by("source")
    return {
        "sources": ground.region(region).inputs_hash,
        "offers": _of_offers(reckoned.around.laid),
        "lives": _of_lives(),
        **dict(kept.values_list("source", "sha256")),
    }


def _of_offers(laid: LaidOut) -> str:
    """Hash what was on offer, as it was laid out."""
    told = sha256()
    offers, sessions = laid.offers, laid.sessions
    for column in OFFER_COLUMNS:
        told.update(np.ascontiguousarray(getattr(offers, column)).tobytes())
    for array in (sessions.offer, sessions.start, sessions.end, sessions.place):
        told.update(array.tobytes())
    for point, gates in laid.places:
        for one in (point, *gates):
            told.update(f"{one.latitude!r} {one.longitude!r}".encode())
    return told.hexdigest()


def _of_lives() -> str:
    """Hash the files of the lives."""
    told = sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()
