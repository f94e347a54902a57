"""For which lives does something at a place fit, however long the way there and back?

What an offer shows at one place in a week is a board. Where free time leaves less
before a session, or after it, than the longest way takes, that length is a step of the
board: at most four for the way there and four for the way back. Between steps nothing
changes, so that a board is a small table of words, one bit a life, and a journey is
looked up in it by counting the steps that it is longer than. Where an offer has more
steps at a place it has several boards.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.laying import LIVES_BITS, Stands, Words
from weft.access.domain.choice.values import Ints, LifeNow, Longs, Sessions
from weft.access.domain.compiled import compiled_bare, compiled_within

STEPS = 4
OFFER, THERE, BACK, BASE, ACROSS, LENGTH, HOURS, SURE, DOORS, DOORS_END = (
    0, 1, 5, 9, 10, 11, 12, 13, 14, 15,
)  # fmt: skip
COLUMNS = 16

_HOUR = 36_000
_ANY = 65_535  # a step that no way is longer than
_ONE = np.uint64(1)
_POSSIBLE = np.uint64(LIVES_BITS)


class Boards(NamedTuple):
    """What places show; certain in the low half of each word, possible in the high.

    ``about`` (boards, COLUMNS): the offer; four steps for the way there, and four for
    the way back, with 65535 behind the last; where its words begin in ``cells``; how
    many words on is the next step for the way there, and how many for the way back;
    where its hours begin in ``hours``; whether a session here is sure; which doors.
    Of each cell the first word tells for whom something fits, and one for each hour of
    ``hours`` for whom something is on then that fits.
    """

    about: Ints
    cells: Words
    hours: Ints


class _Free(NamedTuple):
    """When lives are free: ``window`` of life n from ``first[n]`` to the next."""

    window: Longs
    first: Longs
    margin: Longs
    numbers: Longs  # lives, the longest way, hours in the week, are hours asked?


class _Times(NamedTuple):
    offer: Ints
    start: Ints
    end: Ints
    sure: Words
    drop_in: Words


class _Desk(NamedTuple):
    """What the laying works with: entries of one stand, and steps of one board."""

    entry: Longs  # (entries, 4): session, life, before, after
    there: Longs
    back: Longs
    column: Longs  # (hours, 2): for which board, and where in its cells
    counts: Longs  # boards, words, hours so far


def boards_of(
    lives: Sequence[LifeNow],
    sessions: Sessions,
    stands: Stands,
    alive: Words,
    numbers: tuple[int, int, int],
) -> tuple[Boards, Longs]:
    """Lay the boards of all stands.

    Parameters
    ----------
    alive
        Which lives could get in, by offer; bits of the low half.
    numbers
        The longest way that anybody would go, in deciseconds; hours in the week; 1
        where it is asked what is on in each hour, else 0.

    Returns
    -------
    Boards
        In the order of stands.
    array
        Where the boards of each stand begin, and the end: (stands + 1,).
    """
    times = _Times(
        sessions.offer.astype(np.int32),
        sessions.start.astype(np.int32),
        sessions.end.astype(np.int32),
        sessions.sure.astype(np.uint64),
        sessions.drop_in.astype(np.uint64),
    )
    given = (times, _free_of(lives, numbers), stands, alive)
    desk = _a_desk(int(np.diff(stands.first).max(initial=0)) * len(lives), numbers[1])
    begin = np.zeros(len(stands.sure) + 1, dtype=np.int64)
    _lay(given, desk, _room_for(0, 0, 0), begin)
    told = _room_for(*desk.counts.tolist())
    desk.counts[:], desk.column[:] = 0, -1
    _lay(given, desk, told, begin)
    return told, begin


def _a_desk(entries: int, hours: int) -> _Desk:
    return _Desk(
        entry=np.zeros((entries, 4), dtype=np.int64),
        there=np.zeros(STEPS, dtype=np.int64),
        back=np.zeros(STEPS, dtype=np.int64),
        column=np.full((hours, 2), -1, dtype=np.int64),
        counts=np.zeros(3, dtype=np.int64),
    )


def _room_for(boards: int, words: int, hours: int) -> Boards:
    return Boards(
        np.zeros((boards, COLUMNS), dtype=np.int32),
        np.zeros(words, dtype=np.uint64),
        np.zeros(hours, dtype=np.int32),
    )


def _free_of(lives: Sequence[LifeNow], numbers: tuple[int, int, int]) -> _Free:
    counts = [len(life.windows) for life in lives]
    windows = [life.windows.reshape(-1, 2) for life in lives]
    return _Free(
        window=np.concatenate([np.zeros((0, 2)), *windows]).astype(np.int64),
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        margin=np.array([life.margin for life in lives], dtype=np.int64),
        numbers=np.array([len(lives), *numbers], dtype=np.int64),
    )


_Given = tuple[_Times, _Free, Stands, Words]


@compiled_bare
def _lay(given: _Given, desk: _Desk, told: Boards, begin: Longs) -> None:
    """Lay the boards of every stand; where ``told`` has no room, only count them."""
    stands = given[2]
    for stand in range(len(stands.sure)):
        begin[stand] = desk.counts[0]
        entries = _entered(given, desk, stand)
        done = 0
        while True:
            first, done = done, _stepped(desk, done, entries)
            _write(given, desk, told, (stand, first, done))
            if done == entries:
                break
    begin[len(stands.sure)] = desk.counts[0]


@compiled_within
def _entered(given: _Given, desk: _Desk, stand: int) -> int:
    """Enter for whom each session of a stand fits, with the slack on both sides."""
    times, free, stands, alive = given
    entries = 0
    for row in range(stands.first[stand], stands.first[stand + 1]):
        session = stands.session[row]
        if times.drop_in[session]:
            continue
        start, end = np.int64(times.start[session]), np.int64(times.end[session])
        could = alive[times.offer[session]]
        for life in range(free.numbers[0]):
            if not (could >> np.uint64(life)) & _ONE:
                continue
            held = free.first[life + 1] - 1
            while held >= free.first[life] and free.window[held, 0] > start:
                held -= 1
            if held < free.first[life]:
                continue
            before = start - free.margin[life] - free.window[held, 0]
            after = free.window[held, 1] - free.margin[life] - end
            if before >= 0 and after >= 0:
                longest = free.numbers[1]
                desk.entry[entries, 0], desk.entry[entries, 1] = session, life
                desk.entry[entries, 2] = before if before < longest else _ANY
                desk.entry[entries, 3] = after if after < longest else _ANY
                entries += 1
    return entries


@compiled_within
def _stepped(desk: _Desk, first: int, entries: int) -> int:
    """Take the steps of as many entries as go on one board; give where they end."""
    for n in range(STEPS):
        desk.there[n] = desk.back[n] = _ANY
    for entry in range(first, entries):
        if not (
            _has_room(desk.there, desk.entry[entry, 2])
            and _has_room(desk.back, desk.entry[entry, 3])
        ):
            return entry
        _step_in(desk.there, desk.entry[entry, 2])
        _step_in(desk.back, desk.entry[entry, 3])
    return entries


@compiled_within
def _has_room(steps: Longs, step: int) -> bool:
    if step == _ANY or steps[STEPS - 1] == _ANY:
        return True
    held = False
    for n in range(STEPS):
        held |= steps[n] == step
    return held


@compiled_within
def _step_in(steps: Longs, step: int) -> None:
    """Put a step among the others, in order."""
    for n in range(STEPS):
        if steps[n] == step:
            return
        if steps[n] > step:
            steps[n], step = step, steps[n]


@compiled_within
def _at(steps: Longs, step: int) -> int:
    """Count the steps below."""
    at = 0
    for n in range(STEPS):
        at += steps[n] < step
    return at


@compiled_within
def _write(
    given: _Given, desk: _Desk, told: Boards, some: tuple[int, int, int]
) -> None:
    """Write one board down, or count it where there is no room yet."""
    stand, first, last = some
    board, base, hours = desk.counts[0], desk.counts[1], desk.counts[2]
    length = 1
    for entry in range(first, last):
        low, high = _hours(given, desk.entry[entry, 0])
        for hour in range(low, high):
            if desk.column[hour, 0] != board:
                desk.column[hour, 0], desk.column[hour, 1] = board, length
                if len(told.hours):
                    told.hours[hours + length - 1] = hour
                length += 1
    rows, columns = 1 + _at(desk.there, _ANY), 1 + _at(desk.back, _ANY)
    desk.counts[0] += 1
    desk.counts[1] += rows * columns * length
    desk.counts[2] += length - 1
    if not len(told.about):
        return
    _head(given, desk, told.about, (stand, board))
    told.about[board, BASE], told.about[board, HOURS] = base, hours
    told.about[board, ACROSS], told.about[board, LENGTH] = columns * length, length
    if not first:
        told.about[board, DOORS] = given[2].doors[stand]
        told.about[board, DOORS_END] = given[2].doors[stand + 1]
    for entry in range(first, last):
        session, life = desk.entry[entry, 0], np.uint64(desk.entry[entry, 1])
        bits = given[0].sure[session] << life | _ONE << (life + _POSSIBLE)
        cell = columns * _at(desk.there, desk.entry[entry, 2])
        cell = base + length * (cell + _at(desk.back, desk.entry[entry, 3]))
        told.cells[cell] |= bits
        low, high = _hours(given, session)
        for hour in range(low, high):
            told.cells[cell + desk.column[hour, 1]] |= bits
    _spread_down(told.cells, base, (rows, columns, length))


@compiled_within
def _hours(given: _Given, session: int) -> tuple[int, int]:
    """Give the hours of the week that a session touches; none where none are asked."""
    times, numbers = given[0], given[1].numbers
    low = max(0, times.start[session] // _HOUR)
    high = min(numbers[2], -(-times.end[session] // _HOUR))
    return low, high if numbers[3] else 0


@compiled_within
def _head(given: _Given, desk: _Desk, about: Ints, at: tuple[int, int]) -> None:
    """Write whose board it is, and its steps."""
    stand, board = at
    times, stands = given[0], given[2]
    about[board, OFFER] = times.offer[stands.session[stands.first[stand]]]
    about[board, SURE] = stands.sure[stand]
    for n in range(STEPS):
        about[board, THERE + n] = desk.there[n]
        about[board, BACK + n] = desk.back[n]


@compiled_within
def _spread_down(cells: Words, base: int, shape: tuple[int, int, int]) -> None:
    """Let what fits with a longer way fit with a shorter one."""
    rows, columns, length = shape
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            here = base + length * (row * columns + column)
            for n in range(length):
                if column + 1 < columns:
                    cells[here + n] |= cells[here + length + n]
                if row + 1 < rows:
                    cells[here + n] |= cells[here + length * columns + n]
