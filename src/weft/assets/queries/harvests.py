"""Whose feeds are read, what became of each reading, and what could not be used?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from weft.assets.domain.harvests import FeedKind, RunState
from weft.assets.models import Feed, FeedRun
from weft.commons.errors import NotFound
from weft.ground.domain.ledger import BY_FEED

MOST_RUNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a feed that could not be understood, how often, and where."""

    words: str
    times: int
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadAbout:
    """What of a feed could not be used, the most frequent first.

    Attributes
    ----------
    of, twice, lost
        How many things there were; of these told twice, and of no use at all.
    asked_not
        Left out because they asked not to be listed.
    fields, people
        Parts that are not used, and people's own data that nobody keeps: how often.
    """

    of: int = 0
    twice: int = 0
    lost: int = 0
    asked_not: int = 0
    fields: tuple[tuple[str, int], ...] = ()
    people: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAbout:
    """One reading of a feed."""

    number: int
    state: RunState
    began_at: datetime
    ended_at: datetime
    rows: int
    why: str
    honours: Mapping[str, str]
    unread: UnreadAbout
    new: int
    changed: int
    same: int
    gone: int
    ended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAbout:
    """One feed: whose, where, and what became of its readings, the newest first."""

    key: str
    region: str
    kind: FeedKind
    addresses: tuple[str, ...]
    publisher: str
    licence: str
    stopped: bool
    runs: tuple[RunAbout, ...]

    @property
    def good(self) -> RunAbout | None:
        """Give the last reading that was taken in."""
        return next((one for one in self.runs if one.state is RunState.TAKEN), None)

    @property
    def held(self) -> RunAbout | None:
        """Give the reading that somebody must look at first."""
        return next((one for one in self.runs if one.state is RunState.HELD), None)

    @property
    def last(self) -> RunAbout | None:
        """Give the newest reading."""
        return self.runs[0] if self.runs else None


def source_of(key: str) -> str:
    """Name the source of what a feed tells."""
    return f"{BY_FEED}{key}"


def feeds() -> tuple[FeedAbout, ...]:
    """List all feeds by name."""
    return tuple(map(_about, Feed.objects.order_by("key")))


def feed(key: str) -> FeedAbout:
    """Tell of one feed, or raise ``NotFound``."""
    row = Feed.objects.filter(key=key).first()
    if row is None:
        raise NotFound(f"There is no feed called «{key}».")
    return _about(row)


def feeds_to_read() -> list[str]:
    """Name the feeds that are read."""
    rows = Feed.objects.filter(stopped=False).order_by("key")
    return list(rows.values_list("key", flat=True))


def runs_held() -> int:
    """Count the readings that wait for somebody to look at them."""
    return FeedRun.objects.filter(state=RunState.HELD).count()


def _about(row: Feed) -> FeedAbout:
    newest = list(row.runs.order_by("-number")[:MOST_RUNS])
    good = row.runs.filter(state=RunState.TAKEN).order_by("-number").first()
    if good is not None and good not in newest:
        newest.append(good)
    return FeedAbout(
        key=row.key,
        region=row.region_id,
        kind=FeedKind(row.kind),
        addresses=tuple(row.addresses),
        publisher=row.publisher,
        licence=row.licence,
        stopped=row.stopped,
        runs=tuple(map(_run, newest)),
    )


def _run(row: FeedRun) -> RunAbout:
    return RunAbout(
        number=row.number,
        state=RunState(row.state),
        began_at=row.began_at,
        ended_at=row.ended_at,
        rows=row.rows,
        why=row.why,
        honours=row.honours,
        unread=_unread(row.unread),
        new=row.new,
        changed=row.changed,
        same=row.same,
        gone=row.gone,
        ended=row.ended,
    )


def _unread(told: Mapping[str, object]) -> UnreadAbout:
    """Read what was written down of a reading, also of one that was never taken."""
    problems = _mapping(told.get("problems"))
    return UnreadAbout(
        of=_count(told.get("of")),
        twice=_count(told.get("twice")),
        lost=_count(told.get("lost")),
        asked_not=_count(told.get("asked_not")),
        fields=_by_count(_mapping(told.get("fields"))),
        people=_by_count(_mapping(told.get("people"))),
        problems=tuple(
            Problem(words=words, times=_count(said[0]), where=_texts(said[1]))
            for words, said in sorted(
                problems.items(), key=lambda one: (-_count(one[1][0]), one[0])
            )
        ),
    )


def _mapping(told: object) -> Mapping[str, Sequence[object]]:
    return told if isinstance(told, dict) else {}


def _texts(told: object) -> tuple[str, ...]:
    return tuple(map(str, told)) if isinstance(told, list) else ()


def _count(told: object) -> int:
    return told if isinstance(told, int) else 0


def _by_count(told: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    counted = ((name, _count(times)) for name, times in told.items())
    return tuple(sorted(counted, key=lambda one: (-one[1], one[0])))
