"""Which candidates are weighed against one another, and what comes of it?

A candidate is a room-hour, a kind, and in which language besides English it is hosted.
Of those of one room that would be open to just the same people, three are enough:
nobody needs more than three.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from weft.access.domain.next_offer.order import ranks_of
from weft.access.domain.next_offer.prepared import Case, Prepared
from weft.access.domain.next_offer.settings import Settings, Weights, weights_of
from weft.access.domain.siting import (
    Answer,
    Asked,
    Candidates,
    Cells,
    Effort,
    Held,
    held,
    next_offers,
)
from weft.access.domain.siting.asked import Bools, Ints
from weft.assets.domain.kinds import OfferKind

ENOUGH = 3
MOST_WEIGHED = 3_000
ENGLISH = -1
AN_HOUR = 60
LESS = "less"
"""The name of the assumption that a quarter of the money is not there."""
KINDS = tuple(OfferKind)

QUICK = Effort(kicks=6, steps=200, nodes=200, largest=8_000)
"""For a page: an answer within seconds, with its bound. No clock ends it, so that the
same question has the same answer."""
QUICKER = Effort(kicks=3, steps=60, nodes=0)
"""For what is only compared with."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighable:
    """Candidates, each by its room-hour, its kind, and its language.

    Attributes
    ----------
    tongue
        Which of ``Prepared.tongues`` is spoken besides English, or ``ENGLISH``.
    alike
        How many more of the same room are open to just the same people.
    of
        How many there would be if none were left out.
    """

    hour: Ints
    kind: Ints
    tongue: Ints
    alike: Ints
    of: int

    def __len__(self) -> int:
        return len(self.hour)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighed:
    """An answer, what it was chosen from, and whether it holds.

    Attributes
    ----------
    asked
        The question as it was put to the search; candidates by number.
    third, first
        How either plan does where something is assumed otherwise.
    """

    candidates: Weighable
    asked: Asked
    answer: Answer
    third: tuple[Held, ...]
    first: tuple[Held, ...]


def weighed(told: Prepared, settings: Settings) -> Weighed:
    """Answer, and see whether the answer holds where something is assumed otherwise."""
    candidates = weighable(told, settings)
    asked = asked_of(told, settings, candidates, _case(settings))
    order = _order(settings, candidates)
    answer = next_offers(asked, effort=QUICK, order=order)
    otherwise = dict(_otherwise(told, settings, candidates, asked))
    third, first = (
        held(plan, otherwise, effort=QUICKER) for plan in (answer.third, answer.first)
    )
    return Weighed(
        candidates=candidates, asked=asked, answer=answer, third=third, first=first
    )


def _order(settings: Settings, candidates: Weighable) -> Ints | None:
    """Say which candidates a community would rather have, by their kind."""
    if settings.weights is not Weights.OWN or not settings.kinds_first:
        return None
    ranks = np.array(ranks_of(KINDS, settings.kinds_first), dtype=np.int64)
    return np.asarray(ranks[candidates.kind], dtype=np.int64)


def weighable(told: Prepared, settings: Settings) -> Weighable:
    """List what is weighed: what opens something to somebody who lacks it.

    Where there are more than ``MOST_WEIGHED``, those that would be open to most people
    who lack three choices.
    """
    rows, of = _open_hours(told, settings)
    kinds = np.array([KINDS.index(kind) for kind in settings.kinds], dtype=np.int64)
    many = len(kinds)
    whole = of * many
    rows.sort(key=lambda row: (-row[3], row[0], row[1]))
    rows = sorted(rows[: MOST_WEIGHED // max(many, 1)], key=lambda row: row[:2])
    hour, tongue, alike = (
        np.repeat(np.array([row[at] for row in rows], dtype=np.int64), many)
        for at in (0, 1, 2)
    )
    return Weighable(
        hour=hour,
        kind=np.tile(kinds, len(rows)),
        tongue=tongue,
        alike=alike,
        of=whole,
    )


_Row = tuple[int, int, int, int]
"""Room-hour, tongue, how many alike, worth."""


def _open_hours(told: Prepared, settings: Settings) -> tuple[list[_Row], int]:
    """List the room-hours that open something, by language; those alike three times."""
    cells = _cells(told, settings, _case(settings))
    worth = cells.worth
    reach = told.reach[_case(settings)]
    kept: dict[tuple[int, int, bytes], list[_Row]] = {}
    for hour in range(len(told.hours)):
        if settings.only_told and not told.hours.told[hour]:
            continue
        open_to = reach.cell[reach.start[hour] : reach.start[hour + 1]]
        open_to = open_to[worth[open_to] > 0]
        for tongue, some in _by_tongue(told, open_to):
            key = int(told.hours.room[hour]), tongue, some.tobytes()
            row = hour, tongue, 0, int(worth[some].sum())
            kept.setdefault(key, []).append(row)
    rows = [
        (hour, tongue, len(alike) - min(len(alike), ENOUGH), total)
        for alike in kept.values()
        for hour, tongue, _, total in alike[:ENOUGH]
    ]
    return rows, sum(len(alike) for alike in kept.values())


def _by_tongue(told: Prepared, open_to: Ints) -> Iterator[tuple[int, Ints]]:
    """Give who could come if it is hosted in English, or in another language too."""
    needs = told.tongue[open_to // len(told.areas)]
    plain = open_to[needs == ENGLISH]
    if len(plain):
        yield ENGLISH, plain
    for tongue in range(len(told.tongues)):
        if (needs == tongue).any():
            yield tongue, open_to[(needs == ENGLISH) | (needs == tongue)]


def _case(settings: Settings) -> Case:
    return Case.POSSIBLE if settings.unknown_is_yes else Case.USUAL


def _cells(told: Prepared, settings: Settings, case: Case) -> Cells:
    """Say who lacks what; whoever has three counts for nobody."""
    standing = told.standing[Case.SHORTER if case is Case.SHORTER else Case.USUAL]
    areas = len(told.areas)
    people = told.people.ravel() / 1_000
    return Cells(
        people=np.where(standing.lacks, people, 0.0),
        weight=weights_of(told, settings).ravel(),
        life=np.arange(len(people), dtype=np.int64) // areas,
        offers=standing.offers,
        group=standing.group,
        kind=standing.kind,
    )


def asked_of(
    told: Prepared, settings: Settings, candidates: Weighable, case: Case
) -> Asked:
    """Put the question."""
    cells, reach = _cells(told, settings, case), told.reach[case]
    needs = told.tongue[cells.life]
    some = [
        _open_to(reach.cell[reach.start[hour] : reach.start[hour + 1]], needs, tongue)
        for hour, tongue in zip(candidates.hour, candidates.tongue, strict=True)
    ]
    lengths = np.array([len(one) for one in some], dtype=np.int64)
    room = told.hours.room[candidates.hour]
    return Asked(
        cells=cells,
        candidates=Candidates(
            start=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            cell=np.concatenate([*some, np.zeros(0, dtype=np.int64)]),
            cost=_costs(told, settings, candidates),
            group=(told.groups + room).astype(np.int64),
            kind=candidates.kind,
            slot=candidates.hour,
        ),
        most=settings.most,
        budget=settings.budget_pence,
    )


def _open_to(cells: Ints, needs: Ints, tongue: int) -> Ints:
    mine: Bools = needs[cells] == ENGLISH
    if tongue != ENGLISH:
        mine |= needs[cells] == tongue
    return np.asarray(cells[mine], dtype=np.int64)


def _costs(told: Prepared, settings: Settings, candidates: Weighable) -> Ints:
    """Reckon what each costs a week, in pence."""
    hours = told.hours
    hire = told.hire[hours.room[candidates.hour]]
    an_hour = np.where(hire >= 0, hire, settings.hire_pence) + settings.host_pence
    an_hour = an_hour + np.where(candidates.tongue != ENGLISH, settings.tongue_pence, 0)
    minutes = hours.ends[candidates.hour] - hours.starts[candidates.hour]
    return np.asarray(np.rint(an_hour * minutes / AN_HOUR), dtype=np.int64)


def _otherwise(
    told: Prepared, settings: Settings, candidates: Weighable, asked: Asked
) -> Iterator[tuple[str, Asked]]:
    """Put the same question where something is assumed otherwise."""
    case = _case(settings)
    for weights in Weights:
        if weights not in {settings.weights, Weights.OWN}:
            other = replace(settings, weights=weights)
            yield weights.value, asked_of(told, other, candidates, case)
    yield Case.SHORTER.value, asked_of(told, settings, candidates, Case.SHORTER)
    if case is Case.USUAL:
        yes = asked_of(told, settings, candidates, Case.POSSIBLE)
        yield Case.POSSIBLE.value, yes
    if settings.budget_pence is not None:
        yield LESS, replace(asked, budget=settings.budget_pence * 3 // 4)
