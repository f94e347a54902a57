"""Which weeks of real choice are published, and what do they say?"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from django.conf import settings

from weft.access.domain.arrays import What, as_bytes, from_bytes
from weft.access.domain.choice.values import OFFER_COLUMNS, USUAL, Terms
from weft.access.domain.published import Published, as_arrays, from_arrays
from weft.access.domain.rests_on import FileOfSource, OfKind, RestsOn
from weft.access.exchange.package import package_of
from weft.access.models import ArrayFile, PublishedWeek
from weft.access.queries.everybody.gates import gates_of
from weft.access.queries.everybody.offers import KINDS, LaidOut
from weft.access.queries.everybody.reckoning import Reckoned, reckon
from weft.access.queries.everybody.tiles import InTiles
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

    @property
    def package(self) -> Path:
        """Say where its open data package lies; there is none of weeks of old."""
        return self.path.with_suffix(".zip")

    @property
    def package_bytes(self) -> int:
        """Say how large the package is; 0 where there is none."""
        return self.package.stat().st_size if self.package.is_file() else 0


@dataclass(frozen=True, kw_only=True, eq=False)
class WeekReckoned:
    """A week reckoned here and now, and what it was reckoned from."""

    told: Published
    inputs: Mapping[str, str]
    rests: RestsOn

    @cached_property
    def raw(self) -> bytes:
        """Write down what is published."""
        return as_bytes(as_arrays(self.told))

    @cached_property
    def digest(self) -> str:
        """Give the hash of what is published."""
        return sha256(self.raw).hexdigest()

    @cached_property
    def package(self) -> bytes:
        """Write the open data package: seconds, where there are many areas."""
        return package_of(self.told, self.rests, self.inputs, self.digest)


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


def reckon_week(
    region: str, week: Week, *, terms: Terms = USUAL, tiles: InTiles | None = None
) -> WeekReckoned:
    """Reckon a region's week from what is loaded now, in one go or in tiles.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    reckoned = reckon(region, week, terms=terms, tiles=tiles)
    return WeekReckoned(
        told=_told(reckoned),
        inputs=_inputs(region, reckoned),
        rests=_rests(region, reckoned),
    )


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
        guessed=around.guessed,
        terms=asdict(around.terms),
        rank=reckoned.rank,
        newcomers=around.laid.offers.newcomers,
        changed=reckoned.changed,
        gates=gates.takes,
        gates_known=gates.known,
    )


def _rests(region: str, reckoned: Reckoned) -> RestsOn:
    """Gather what is told beside the numbers."""
    return RestsOn(
        region=region,
        name=ground.region(region).name,
        week=reckoned.around.week,
        lives=tuple(life.title for life in reckoned.lives),
        kinds=tuple(_of_kinds(reckoned.around.laid)),
        sources=tuple(_files(region)),
    )


def _of_kinds(laid: LaidOut) -> Iterator[OfKind]:
    """Count what is on of each kind."""
    for n, kind in enumerate(KINDS):
        here = [laid.on_offer[at] for at in np.flatnonzero(laid.offers.kind == n)]
        times = [time for offer in here for time in offer.times]
        yield OfKind(
            kind="not told" if kind is None else kind.value,
            offers=len(here),
            hours_known=sum(offer.hours_known for offer in here),
            sessions=len(times),
            sure=sum(time.certain for time in times),
        )


def _files(region: str) -> Iterator[FileOfSource]:
    """List every file that the region was built from."""
    for one in ground.ledger(region):
        for name, size, digest in one.files:
            yield FileOfSource(
                source=one.source,
                publisher=one.publisher,
                licence=one.licence,
                edition=one.edition,
                dated=one.dated,
                vintage=str(one.vintage or ""),
                address=one.address,
                file=name,
                bytes=size,
                sha256=digest,
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
