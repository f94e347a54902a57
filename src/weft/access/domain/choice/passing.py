"""What is open to whom in each area? The one pass over journeys, compiled.

Up to 64 lives go through it together, one bit of a word each. For each session there
are a word of lives whose free time is wide enough whatever the journey, and a few
checks of two comparisons for others. What comes of it is gathered for each offer in
eight words; then each is told once: open, or which one condition stands in the way.
Everything that is compiled stands in this file, since numba does not see a change in
another.
"""

import numpy as np

from weft.access.domain.choice.holding import (
    CONDITIONS,
    COUNTS,
    GO_UNKNOWN,
    GO_YES,
    GROUPS,
    KINDS,
    NOW,
    OFFERS,
    TALLIES,
    WORD,
    Bench,
    Found,
    OfferArrays,
)
from weft.access.domain.choice.laying import Batch, ReachArrays, Words
from weft.access.domain.choice.values import Ints
from weft.access.domain.compiled import compiled_bare

NEAR, FITS, OPEN, DEAR = 0, 1, 2, 3
"""Of an offer's sessions and ways, on one plane, the lives for which one is near enough
(and paid for); fits the hours, near or not (and paid for); is both; is both, unpaid."""

_ALLOWED = 4
_PLANE = 4
_SURE, _NEAR_SURE, _DROP_IN = 1, 2, 4
_HOUR = 36_000
_FULL = 255  # what a byte holds
_NONE, _ALL = np.uint64(0), np.uint64(0xFFFFFFFFFFFFFFFF)
_ONE, _BYTE, _EIGHT = np.uint64(1), np.uint64(255), np.uint64(8)
Whole = int | np.int64
Lives = np.uint64


@compiled_bare
def one_batch(
    reach: ReachArrays, batch: Batch, about: OfferArrays, found: Found, bench: Bench
) -> None:
    """Fill ``found`` for every area."""
    for area in range(len(about.area_inside)):
        bench.hours[:] = _NONE
        count = 0
        for way in range(len(reach.shift)):
            if batch.uses[way]:
                count = _gather(reach, batch, about, bench, (area, way, count))
        for plane in range(2):
            _tell(batch, about, bench, (area, plane, count))
            _sum_up(about, found, bench, area, plane)
        if found.takers.shape[2] or found.chance.shape[2]:
            _share(batch, about, found, bench, (area, count))


@compiled_bare
def _gather(
    reach: ReachArrays,
    batch: Batch,
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int, int],
) -> int:
    """Gather what one way of getting about opens; give how many offers are touched."""
    area, way, count = at
    uses, shift = batch.uses[way], reach.shift[way]
    for row in range(reach.begin[way, area], reach.end[way, area]):
        there, back = np.int64(reach.there[row]), np.int64(reach.back[row])
        goes = uses & _within(batch.horizons, batch.horizon_lives, 0, max(there, back))
        if not goes:
            continue
        near = _within(batch.limits, batch.limit_lives, way, max(there, back))
        there_sure, back_sure, near_sure, goes_sure = there, back, near, goes
        if shift:
            there_sure = np.int64(reach.there[row + shift])
            back_sure = np.int64(reach.back[row + shift])
            longer = max(there_sure, back_sure)
            near_sure = _within(batch.limits, batch.limit_lives, way, longer)
            goes_sure = uses & _within(batch.horizons, batch.horizon_lives, 0, longer)
        target = reach.target[row]
        for line in range(batch.first[target], batch.first[target + 1]):
            flags, offer = batch.flags[line], batch.offer[line]
            fits = goes & _fitting(batch, line, there, back)
            sure = fits if flags & _SURE else _NONE
            if shift and sure:
                sure = goes_sure & _fitting(batch, line, there_sure, back_sure)
            if bench.last[offer] != area:
                bench.last[offer] = area
                for word in range(8):
                    bench.words[offer, word] = _NONE
                bench.touched[count] = offer
                count += 1
            near_here = near_sure if flags & _NEAR_SURE else _NONE
            pays_sure, pays = batch.pays[0, way, offer], batch.pays[1, way, offer]
            told = (near_here, near_sure & sure, sure)
            _note(bench.words, (offer, 0), told, pays_sure)
            _note(bench.words, (offer, _PLANE), (near, near & fits, fits), pays)
            fits &= near & pays & batch.ok[1, offer, 0]
            if fits and about.inside[offer] & about.area_inside[area]:
                sure &= near_sure & pays_sure & batch.ok[0, offer, 0]
                spans = (there, back, there_sure, back_sure)
                _lay_in(batch, about, bench.hours, (line, fits, sure), spans)
    return count


@compiled_bare
def _within(values: Ints, lives: Words, row: int, span: Whole) -> Lives:
    """Say which lives go so far: ``values`` ascend, ``lives`` are those of at least."""
    for n in range(values.shape[1]):
        if span <= values[row, n]:
            return Lives(lives[row, n])
    return _NONE


@compiled_bare
def _fitting(batch: Batch, line: int, there: Whole, back: Whole) -> Lives:
    """Say for which lives a session fits the hours with this way there and back."""
    fits = batch.always[line]
    for check in range(batch.checks[line], batch.checks[line + 1]):
        if (
            there <= batch.there[check]
            and back <= batch.back[check]
            and there + back <= batch.both[check]
        ):
            fits |= batch.life[check]
    return Lives(fits)


@compiled_bare
def _note(
    words: Words,
    at: tuple[int, int],
    told: tuple[np.uint64, np.uint64, np.uint64],
    pays: np.uint64,
) -> None:
    """Note of one session on one plane for whom it is near, fits, or both."""
    offer, plane = at
    near, both, fits = told
    words[offer, plane + NEAR] |= near & pays
    words[offer, plane + FITS] |= fits & pays
    words[offer, plane + OPEN] |= both & pays
    words[offer, plane + DEAR] |= both & ~pays


@compiled_bare
def _lay_in(
    batch: Batch,
    about: OfferArrays,
    hours: Words,
    at: tuple[int, np.uint64, np.uint64],
    spans: tuple[Whole, Whole, Whole, Whole],
) -> None:
    """Lay the hours of an open session into the area's week."""
    line, lives, sure = at
    if batch.flags[line] & _DROP_IN:
        _stayed(batch, about, hours, (1, line, spans[0], spans[1]), lives)
        _stayed(batch, about, hours, (0, line, spans[2], spans[3]), sure)
        return
    for hour in range(batch.hour_from[line], batch.hour_to[line]):
        hours[0, hour] |= sure
        hours[1, hour] |= lives


@compiled_bare
def _stayed(
    batch: Batch,
    about: OfferArrays,
    hours: Words,
    at: tuple[int, int, Whole, Whole],
    lives: np.uint64,
) -> None:
    """Lay in the hours in which each life could be at an open door."""
    plane, line, there, back = at
    start, end = about.start[batch.session[line]], about.end[batch.session[line]]
    for check in range(batch.checks[line], batch.checks[line + 1]):
        here = batch.life[check] & lives
        if (
            not here
            or there > batch.there[check]
            or back > batch.back[check]
            or there + back > batch.both[check]
        ):
            continue
        low = max(start, batch.opens[check] + there)
        high = min(end, batch.closes[check] - back)
        last = min(hours.shape[1], -(-high // _HOUR))
        for hour in range(max(0, low // _HOUR), last):
            hours[plane, hour] |= here


@compiled_bare
def _lift(
    batch: Batch,
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int, int],
    offer: int,
) -> np.uint64:
    """Say for whom an offer is open (NOW), and for whom each condition lifted opens it.

    Gives all of these lives together.
    """
    area, plane, _ = at
    words, masks, base = bench.words, bench.masks, _PLANE * plane
    ok, open_ = batch.ok[plane, offer, 0], words[offer, base + OPEN]
    needs, allowed = batch.ok[plane, offer, 1], batch.ok[plane, offer, 2]
    room, way_in = batch.ok[plane, offer, 3], batch.ok[plane, offer, 4]
    if not about.inside[offer] & about.area_inside[area]:
        allowed |= ok
        ok = needs = room = way_in = _NONE
    rest = ok & ~open_
    masks[0] = words[offer, base + NEAR] & rest
    masks[1] = words[offer, base + FITS] & rest
    masks[2] = words[offer, base + DEAR] & rest
    masks[3] = needs & open_
    masks[4] = allowed & open_
    masks[5] = room & open_
    masks[6] = way_in & open_
    masks[NOW] = ok & open_
    either = masks[0] | masks[1] | masks[2] | masks[3]
    return Lives(either | masks[4] | masks[5] | masks[6] | masks[NOW])


@compiled_bare
def _tell(
    batch: Batch, about: OfferArrays, bench: Bench, at: tuple[int, int, int]
) -> None:
    """Tell of one area and plane what is open, and what one change would open."""
    area, plane, count = at
    bench.several[:] = _NONE
    bench.kinds[:] = _NONE
    bench.totals[:] = 0
    for n in range(count):
        if n % _FULL == 0:
            _flush(bench)
        if _lift(batch, about, bench, at, bench.touched[n]):
            _count(about, bench, bench.touched[n], 2 * area + plane)
    _flush(bench)
    poor = batch.all_lives & ~(bench.several[1, NOW] & bench.several[3, NOW])
    for condition in range(CONDITIONS):
        for row in range(4):
            bench.several[row, condition] = bench.several[row, NOW]
    if poor:
        _tell_of_poor(batch, about, bench, at, poor)


@compiled_bare
def _tell_of_poor(
    batch: Batch,
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int, int],
    poor: np.uint64,
) -> None:
    """Say whose groups and kinds would be two if one condition were lifted."""
    area, plane, count = at
    for n in range(count):
        offer = bench.touched[n]
        if not _lift(batch, about, bench, at, offer) & poor:
            continue
        for condition in range(CONDITIONS):
            lifted = bench.masks[condition] & poor
            if lifted:
                _new(about, bench, (2 * area + plane, condition), offer, lifted)


@compiled_bare
def _count(about: OfferArrays, bench: Bench, offer: int, stamp: int) -> None:
    """Count an offer for whom it is open, and for whom one condition would open it."""
    for condition in range(CONDITIONS):
        lifted = bench.masks[condition]
        if lifted:
            _add(about.spread, bench.tally, COUNTS + condition, lifted)
    open_ = bench.masks[NOW]
    if not open_:
        return
    _add(about.spread, bench.tally, OFFERS, open_)
    _add(about.spread, bench.tally, TALLIES + about.kind[offer], open_)
    new = _new(about, bench, (stamp, NOW), offer, open_)
    if new:
        _add(about.spread, bench.tally, GROUPS, new)
    if about.go_with[offer]:
        goes = GO_YES if about.go_with[offer] == 1 else GO_UNKNOWN
        _add(about.spread, bench.tally, goes, open_)


@compiled_bare
def _new(
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int],
    offer: int,
    lives: np.uint64,
) -> np.uint64:
    """Note group and kind of an offer; give the lives for which the group is new.

    An unknown group is possibly one of its own, and for certain none.
    """
    stamp, where = at
    group, kind, several = about.group[offer], about.kind[offer], bench.several
    new = lives if stamp % 2 else _NONE
    if group >= 0:
        if bench.stamp[group] != stamp:
            bench.stamp[group] = stamp
            for word in range(8):
                bench.seen[group, word] = _NONE
        new = lives & ~(bench.seen[group, where] | bench.seen[group, NOW])
        bench.seen[group, where] |= lives
    several[1, where] |= several[0, where] & new
    several[0, where] |= new
    other = lives & ~(bench.kinds[kind, where] | bench.kinds[kind, NOW])
    bench.kinds[kind, where] |= lives
    several[3, where] |= several[2, where] & other
    several[2, where] |= other
    return new


@compiled_bare
def _add(spread: Words, tally: Words, row: int, lives: np.uint64) -> None:
    """Add one for each of some lives, eight at a time."""
    at = 0
    while lives:
        tally[row, at] += spread[np.int64(lives & _BYTE)]
        lives >>= _EIGHT
        at += 1


@compiled_bare
def _flush(bench: Bench) -> None:
    """Add up the bytes before one runs over."""
    for n in range(len(bench.tally)):
        for word in range(8):
            held = bench.tally[n, word]
            if held:
                bench.tally[n, word] = _NONE
                for byte in range(8):
                    bench.totals[n, 8 * word + byte] += np.int64(held & _BYTE)
                    held >>= _EIGHT


@compiled_bare
def _sum_up(
    about: OfferArrays, found: Found, bench: Bench, area: int, plane: int
) -> None:
    """Write down one area and plane for every life."""
    totals, several, enough = bench.totals, bench.several, about.numbers[3]
    for life in range(len(found.counts)):
        for n in range(COUNTS):
            found.counts[life, area, plane, n] = totals[n, life]
        for kind in range(about.numbers[1]):
            number = totals[TALLIES + kind, life]
            found.kinds[life, area, plane, kind] = number
            found.counts[life, area, plane, KINDS] += number > 0
        three = 0
        for where in range(NOW + 1):
            offers = totals[OFFERS, life]
            if where < CONDITIONS:
                found.more[life, area, plane, where] = totals[COUNTS + where, life]
                offers += totals[COUNTS + where, life]
            both = (several[1, where] & several[3, where]) >> np.uint64(life)
            if offers >= enough and both & _ONE:
                three |= 1 << where
        found.three[life, area, plane] = three
    for hour in range(bench.hours.shape[1]):
        lives = bench.hours[plane, hour]
        if lives:
            word, bit = hour // WORD, np.uint64(hour % WORD)
            for life in range(len(found.counts)):
                on = (lives >> np.uint64(life)) & _ONE
                found.hours[life, area, plane, word] |= on << bit


@compiled_bare
def _share(
    batch: Batch, about: OfferArrays, found: Found, bench: Bench, at: tuple[int, int]
) -> None:
    """Count who could take each offer up, and add up the chances of a place."""
    area, count = at
    need = about.need_class[area]
    for plane in range(2):
        for n in range(count):
            offer = bench.touched[n]
            _lift(batch, about, bench, (area, plane, count), offer)
            lives = bench.masks[NOW]
            for life in range(len(found.counts)):
                if not (lives >> np.uint64(life)) & _ONE:
                    continue
                if found.takers.shape[2]:
                    found.takers[plane, offer, need] += found.people[life, area]
                if found.chance.shape[2]:
                    found.shared[life, area, plane] += found.chance[plane, offer, need]
