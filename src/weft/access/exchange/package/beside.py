"""Which tables of the package tell what the pages add to each life's choice?

Whether the answer changes, hour by hour, how far the nearest gates are, and how many
newcomers were taken. A week of an earlier edition tells none of it: then a table has no
rows, and nobody is taken to have nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from weft.access.domain.by_hour import Open, open_in, wall_hours
from weft.access.domain.choice.values import NO_LIMIT, UNKNOWN
from weft.access.domain.choice.varying import Change
from weft.access.domain.gates import By, Gate
from weft.access.domain.published import Published
from weft.access.domain.rests_on import RestsOn
from weft.access.domain.spans import FAR
from weft.access.exchange.package.told import (
    PEOPLE,
    PLACED,
    PLANES,
    TO,
    Told,
    text,
    whole,
    yes_no,
)
from weft.commons.disclosure import rounded_estimate
from weft.commons.saying import DAY_NAMES
from weft.shell.flat import Cell

THOUSAND = 1_000
WORDS = {NO_LIMIT: "no limit", UNKNOWN: "not known"}
CHANGES = [change.name.lower() for change in Change]


def tables_beside(told: Published, rests: RestsOn) -> Iterator[Told]:
    """Give them, in the order of the package."""
    yield Told(
        name="changed",
        about="Who would have three real choices if one assumption were moved.",
        fields=(
            *PLACED,
            *(
                yes_no(f"three_if_{change}_{plane}", f"Three if {change}, {plane}")
                for plane in PLANES
                for change in CHANGES
            ),
        ),
        key=("area", "life"),
        rows=lambda: _changed(told),
        leads_to=TO,
    )
    yield Told(
        name="changes",
        about="Does the answer change? How many would have three real choices then.",
        fields=(
            text("life", "The life, by its file"),
            text("change", "Which assumption is moved (access/domain/choice/varying)"),
            text("plane", "certain, or possible"),
            whole("three", "How many; empty where nobody knows", PEOPLE),
        ),
        key=("life", "change", "plane"),
        rows=lambda: _changes(told),
        leads_to={"life": TO["life"]},
    )
    yield from _of_weeks(told, rests)
    yield from _of_gates(told)


def _of_weeks(told: Published, rests: RestsOn) -> Iterator[Told]:
    yield Told(
        name="hours",
        about="In how many small areas something is on, hour by hour.",
        fields=(
            text("life", "The life, by its file"),
            whole("number", "Hours gone since Monday 00:00"),
            text("day", "The day"),
            whole("hour", "The hour on the wall"),
            whole("areas_certain", "In how many areas, certain"),
            whole("areas_possible", "In how many areas, possible"),
        ),
        key=("life", "number"),
        rows=lambda: _hours(told, rests),
        leads_to={"life": TO["life"]},
    )
    yield Told(
        name="newcomers",
        about="How many offers take so many newcomers a week. No offer is named.",
        fields=(
            text("newcomers", "A number, «no limit», or «not known»"),
            whole("offers", "How many offers"),
        ),
        key=("newcomers",),
        rows=lambda: (
            (WORDS.get(many, str(many)), offers)
            for many, offers in sorted(Counter(told.newcomers.tolist()).items())
        ),
    )


def _of_gates(told: Published) -> Iterator[Told]:
    yield Told(
        name="gates",
        about="How far the nearest green space, college and place of work are.",
        fields=(
            text("area", "Its code"),
            text("gate", "green, college, or work"),
            text("by", "foot, or bus: walking at both ends"),
            whole("there", "Empty: out of reach, there or back", "deciseconds"),
        ),
        key=("area", "gate", "by"),
        rows=lambda: _gates(told),
        leads_to={"area": TO["area"]},
    )
    yield Told(
        name="gates_known",
        about="How many of each gate the map knows: of none, nothing is told.",
        fields=(text("gate", "Which"), whole("known", "How many")),
        key=("gate",),
        rows=lambda: (
            (gate.name.lower(), known)
            for gate, known in zip(Gate, told.gates_known, strict=False)
        ),
    )


def _under(told: Published) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
    """Say who would have three, (lives, areas, planes, changes)."""
    bits = np.arange(len(Change), dtype=np.uint8)
    return np.asarray((told.changed[..., None] >> bits) & 1 == 1)


def _changed(told: Published) -> Iterator[Sequence[Cell]]:
    for life, under in zip(told.lives, _under(told), strict=False):
        for area, row in zip(told.areas, under.tolist(), strict=True):
            both = (row[plane] for plane in PLANES.values())
            yield area, life, *chain.from_iterable(both)


def _changes(told: Published) -> Iterator[Sequence[Cell]]:
    for life, under in enumerate(_under(told)):
        people = told.people[life]
        for name, plane in PLANES.items():
            three = (under[:, plane, :] * people[:, None]).sum(axis=0)
            for change, many in zip(CHANGES, three.tolist(), strict=True):
                known = rounded_estimate(many / THOUSAND) if people.any() else None
                yield told.lives[life], change, name, known


def _hours(told: Published, rests: RestsOn) -> Iterator[Sequence[Cell]]:
    for life, slug in enumerate(told.lives):
        for at in wall_hours(rests.week):
            found = open_in(told, life, at.number)
            known, some = (found == Open.KNOWN).sum(), (found != Open.NOTHING).sum()
            yield slug, at.number, DAY_NAMES[at.day], at.hour, int(known), int(some)


def _gates(told: Published) -> Iterator[Sequence[Cell]]:
    for gate, ways in zip(Gate, told.gates.tolist(), strict=False):
        for by in By:
            for area, there in zip(told.areas, ways[by], strict=True):
                known = None if there >= FAR else there
                yield area, gate.name.lower(), by.name.lower(), known
