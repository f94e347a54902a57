"""What would be best put on next in a region, by what was made ready of its week?"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from weft.access.domain.arrays import What, from_bytes
from weft.access.domain.next_offer import (
    Prepared,
    Settings,
    Weighed,
    from_arrays,
    weighed,
)
from weft.access.models import NextReady
from weft.access.queries.soon import Beside
from weft.assets.queries.rooms import rooms_named
from weft.commons.times import Week

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.assets.queries.about import Brief

_ONE_AT_A_TIME = Lock()
"""Two who ask the same at once wait for one answer, and no page takes all there is."""
_BESIDE = Beside("next-offer")

ANSWERS_HELD = 32
AT_ONCE = 500
"""Room-hours: a week as small as that is weighed while one waits."""

PATIENCE = 1.0
"""Seconds that a page waits without a word."""

_ANSWERS: "dict[tuple[ReadyAbout, Settings], Weighed]" = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyAbout:
    """A region's week that can be asked: of when, and where it lies."""

    region: str
    week: Week
    digest: str
    published: str
    made_at: datetime
    path: Path
    about: "Mapping[str, object]" = field(compare=False)


def next_ready(region: str) -> ReadyAbout | None:
    """Give what a region has ready; None where nothing is yet."""
    row = NextReady.objects.filter(region=region).first()
    if row is None:
        return None
    return ReadyAbout(
        region=row.region,
        week=Week(row.week),
        digest=row.sha256,
        published=row.published,
        made_at=row.made_at,
        path=Path(settings.DATA_DIR) / row.file,
        about=row.about,
    )


@lru_cache(maxsize=2)
def ready(about: ReadyAbout) -> Prepared:
    """Read it; the last two stay in memory.

    Raises
    ------
    FileNotUnderstood
        When its file is not whole.
    """
    raw = about.path.read_bytes()
    return from_arrays(from_bytes(raw, what=What.NEXT_OFFER, about=about.about))


def answered(about: ReadyAbout, wished: Settings) -> Weighed:
    """Answer a question; the last few answers stay in memory."""
    asked = about, wished
    if found := _ANSWERS.get(asked):  # what is known waits for nobody's question
        return found
    with _ONE_AT_A_TIME:
        found = _ANSWERS.get(asked) or weighed(ready(about), wished)
        _ANSWERS[asked] = found
        for oldest in list(_ANSWERS)[:-ANSWERS_HELD]:
            del _ANSWERS[oldest]
        return found


def answered_soon(about: ReadyAbout, wished: Settings) -> Weighed | None:
    """Answer, and wait a second for it at most.

    Returns
    -------
    Weighed or None
        None where it takes longer: it goes on, and whoever asks again finds it.
    """
    found = _ANSWERS.get((about, wished))
    if found or len(ready(about).hours) <= AT_ONCE:
        return found or answered(about, wished)
    return _BESIDE.soon(partial(answered, about, wished), patience=PATIENCE)


def rooms_of(told: Prepared) -> "Mapping[int, Brief]":
    """Name the rooms by number; one that may not be named any more is not there."""
    named = rooms_named(map(UUID, told.rooms))
    numbers = {UUID(key): number for number, key in enumerate(told.rooms)}
    return {numbers[key]: brief for key, brief in named.items()}
