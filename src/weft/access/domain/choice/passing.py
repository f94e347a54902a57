"""What is open to one life in each area? The one pass over journeys, compiled.

For each journey: within the life's limit, and of each session there: does the way fit
the slack before and after? What comes of it is gathered for each offer, on both planes,
in eight bits; then each offer that anything is known of is told once: open, or which
single condition stands in the way. Everything that is called stands in this file, since
numba does not see a change in another.
"""

from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.laying import LifeArrays, ReachArrays
from weft.access.domain.choice.values import Bytes, Ints, Longs, Numbers, Shorts
from weft.access.domain.compiled import compiled

NEAR, FITS, OPEN, DEAR = 1, 2, 4, 8
"""Of an offer's sessions and ways, on one plane: one is near enough (and paid for); one
fits the hours, near enough or not (and paid for); one is both; one is both, unpaid."""

OFFERS, GROUPS, KINDS, GO_YES, GO_UNKNOWN = 0, 1, 2, 3, 4
COUNTS = 5
CONDITIONS = 7
NOW = 7  # beside the seven conditions: as things stand
_HOURS, _DISTANCE, _MONEY, _ALLOWED = 0, 1, 2, 4
_UNSURE = 128
_POSSIBLE_BITS = 4
_SURE, _NEAR_SURE, _DROP_IN = 1, 2, 4
_ROOM_FOR_HOURS = 64
_HOUR = 36_000

Whole = int | np.int64
Spans = tuple[Whole, Whole, Whole, Whole]
"""There and back, possibly; there and back, for certain."""


class OfferArrays(NamedTuple):
    """What the pass reads of offers, sessions and areas."""

    group: Ints
    kind: Ints
    go_with: Ints
    inside: Longs  # of offers
    start: Ints
    end: Ints
    hours: np.ndarray  # (sessions, 3), uint64
    area_inside: Longs
    people: Longs  # of this life
    need_class: Ints
    numbers: Longs  # groups, hours in the week


class Found(NamedTuple):
    """What the pass fills for one life; the axis of 2 is the plane."""

    counts: Ints  # (areas, 2, COUNTS)
    more: Shorts  # (areas, 2, CONDITIONS)
    three: Bytes  # (areas, 2): bit NOW, and bit c: if condition c alone were lifted
    kinds: Shorts  # (areas, 2, kinds): open offers of each kind
    hours: np.ndarray  # (areas, 2, 3), uint64
    takers: Longs  # (2, offers, classes): thousandths of people; no classes: not asked
    chance: Numbers  # (2, offers, classes); no classes: not asked
    shared: Numbers  # (areas, 2): places that one can count on


class Bench(NamedTuple):
    """What the pass works with; nothing stays in it from one area to the next."""

    bits: Bytes  # (offers,)
    touched: Ints  # (offers,)
    seen: Longs  # (groups,): the last area and plane that counted it
    least: Longs  # (8,): the least group of what is open, and of what each lifts
    most: Longs  # (8,)
    masks: Longs  # (8,): kinds


@compiled
def one_life(
    reach: ReachArrays, life: LifeArrays, about: OfferArrays, found: Found
) -> None:
    """Fill ``found`` for every area."""
    offers = len(about.group)
    bench = Bench(
        np.zeros(offers, np.uint8),
        np.empty(offers, np.int32),
        np.full(about.numbers[0], -1, np.int64),
        np.empty(8, np.int64),
        np.empty(8, np.int64),
        np.empty(8, np.int64),
    )
    for area in range(len(about.area_inside)):
        count = 0
        for slot in range(len(life.ways)):
            at = (area, slot, count)
            count = _by_one_way(reach, life, about, found, bench, at)
        for plane in range(2):
            _tell(life, about, found, bench, (area, plane, count))
        for n in range(count):
            bench.bits[bench.touched[n]] = 0


@compiled
def _by_one_way(
    reach: ReachArrays,
    life: LifeArrays,
    about: OfferArrays,
    found: Found,
    bench: Bench,
    at: tuple[int, int, int],
) -> int:
    """Gather what one way of getting about opens; give how many offers are touched."""
    area, slot, count = at
    way, limit, horizon = life.ways[slot], life.limits[slot], life.numbers[1]
    shift = reach.shift[way]
    for row in range(reach.begin[way, area], reach.end[way, area]):
        there, back = np.int64(reach.there[row]), np.int64(reach.back[row])
        if there > horizon or back > horizon:
            continue
        there_sure, back_sure = there, back
        if shift:
            there_sure = np.int64(reach.there[row + shift])
            back_sure = np.int64(reach.back[row + shift])
        near = there <= limit and back <= limit
        near_sure = there_sure <= limit and back_sure <= limit
        target = reach.target[row]
        for line in range(life.first[target], life.first[target + 1]):
            fits = there < life.before[line] and back < life.after[line]
            if not (fits or near):
                continue
            offer, pays = life.offer[line], life.pays[slot, life.offer[line]]
            spans = (there, back, there_sure, back_sure)
            fits, fits_sure = _fit(life, about, line, fits, spans)
            near_here = near_sure and life.flags[line] & _NEAR_SURE != 0
            bits = _bits(near_here, near_sure and fits_sure, fits_sure, pays & 1)
            bits |= _bits(near, near and fits, fits, pays & 2) << _POSSIBLE_BITS
            if not bits:
                continue
            if not bench.bits[offer]:
                bench.touched[count] = offer
                count += 1
            bench.bits[offer] |= bits
            if bits & (OPEN << _POSSIBLE_BITS):
                _hours(life, about, found, (area, line, bits), spans)
    return count


@compiled
def _fit(
    life: LifeArrays,
    about: OfferArrays,
    line: int,
    fits: int,
    spans: Spans,
) -> tuple[int, int]:
    """Say whether a session fits the hours, possibly and for certain."""
    if not fits:
        return False, False
    there, back, there_sure, back_sure = spans
    before, after, flags = life.before[line], life.after[line], life.flags[line]
    sure = flags & _SURE != 0 and max(there_sure, back_sure) <= life.numbers[1]
    sure = sure and there_sure < before and back_sure < after
    if flags & _DROP_IN:
        session = life.session[line]
        fits = _stays(life, about, session, there, back)
        sure = sure and _stays(life, about, session, there_sure, back_sure)
    return fits, sure


@compiled
def _bits(near: int, both: int, fits: int, pays: int) -> int:
    """Say what one session is on one plane."""
    if both:
        return NEAR | FITS | OPEN if pays else DEAR
    if not pays:
        return 0
    return (NEAR if near else 0) | (FITS if fits else 0)


@compiled
def _stays(
    life: LifeArrays, about: OfferArrays, session: int, there: Whole, back: Whole
) -> bool:
    """Tell whether some free window holds the way to an open door, a stay and back."""
    margin, least = life.numbers[0], life.numbers[2]
    for n in range(len(life.windows)):
        low = max(about.start[session], life.windows[n, 0] + margin + there)
        high = min(about.end[session], life.windows[n, 1] - margin - back)
        if high - low >= least:
            return True
    return False


@compiled
def _hours(
    life: LifeArrays,
    about: OfferArrays,
    found: Found,
    at: tuple[int, int, int],
    spans: Spans,
) -> None:
    """Lay the hours of an open session into the area's week."""
    area, line, bits = at
    offer, session = life.offer[line], life.session[line]
    if not about.inside[offer] & about.area_inside[area]:
        return
    for plane in range(2):
        here = bits >> (_POSSIBLE_BITS * plane)
        if life.shut[plane, offer] or not here & OPEN:
            continue
        hours = found.hours[area, plane]
        if life.flags[line] & _DROP_IN:
            there, back = spans[2 - 2 * plane], spans[3 - 2 * plane]
            _stayed(life, about, hours, session, (there, back))
        else:
            for word in range(3):
                hours[word] |= about.hours[session, word]


@compiled
def _stayed(
    life: LifeArrays,
    about: OfferArrays,
    hours: np.ndarray,
    session: int,
    spans: tuple[Whole, Whole],
) -> None:
    """Lay in the hours in which one could be at an open door."""
    margin, least, most = life.numbers[0], life.numbers[2], about.numbers[1]
    for n in range(len(life.windows)):
        low = max(about.start[session], life.windows[n, 0] + margin + spans[0])
        high = min(about.end[session], life.windows[n, 1] - margin - spans[1])
        if high - low < least:
            continue
        for hour in range(max(0, low // _HOUR), min(most, -(-high // _HOUR))):
            bit = np.uint64(1) << np.uint64(hour % _ROOM_FOR_HOURS)
            hours[hour // _ROOM_FOR_HOURS] |= bit


@compiled
def _tell(
    life: LifeArrays,
    about: OfferArrays,
    found: Found,
    bench: Bench,
    at: tuple[int, int, int],
) -> None:
    """Tell of one area and plane what is open, and what one change would open."""
    area, plane, count = at
    bench.least[:] = np.iinfo(np.int64).max
    bench.most[:] = -1
    bench.masks[:] = 0
    more = found.more[area, plane]
    for n in range(count):
        offer = bench.touched[n]
        bits = (bench.bits[offer] >> (_POSSIBLE_BITS * plane)) & 15
        shut = life.shut[plane, offer]
        if not about.inside[offer] & about.area_inside[area]:
            shut |= 1 << _ALLOWED
        if shut == 0 and bits & OPEN:
            _count(about, found, bench, offer, at)
            _note(about, bench, plane, offer, NOW)
        elif shut == 0:
            for bit, condition in ((NEAR, _HOURS), (FITS, _DISTANCE), (DEAR, _MONEY)):
                if bits & bit:
                    more[condition] += 1
                    _note(about, bench, plane, offer, condition)
        elif bits & OPEN and shut & (shut - 1) == 0 and shut != _UNSURE:
            condition = 0
            while shut >> condition != 1:
                condition += 1
            more[condition] += 1
            _note(about, bench, plane, offer, condition)
    _sum_up(life, found, bench, area, plane)


@compiled
def _count(
    about: OfferArrays, found: Found, bench: Bench, offer: int, at: tuple[int, int, int]
) -> None:
    """Count an open offer."""
    area, plane, _ = at
    counts = found.counts[area, plane]
    counts[OFFERS] += 1
    group, stamp = about.group[offer], 2 * area + plane
    if group < 0:
        counts[GROUPS] += plane
    elif bench.seen[group] != stamp:
        bench.seen[group] = stamp
        counts[GROUPS] += 1
    counts[GO_YES] += about.go_with[offer] == 1
    counts[GO_UNKNOWN] += about.go_with[offer] == -1
    found.kinds[area, plane, about.kind[offer]] += 1
    need = about.need_class[area]
    if found.takers.shape[2]:
        found.takers[plane, offer, need] += about.people[area]
    if found.chance.shape[2]:
        found.shared[area, plane] += found.chance[plane, offer, need]


@compiled
def _note(about: OfferArrays, bench: Bench, plane: int, offer: int, where: int) -> None:
    """Note of which group and kind it is; an unknown group is its own, or none."""
    group = np.int64(about.group[offer])
    if group < 0 and plane:
        group = about.numbers[0] + offer
    if group >= 0:
        bench.least[where] = min(bench.least[where], group)
        bench.most[where] = max(bench.most[where], group)
    bench.masks[where] |= np.int64(1) << np.int64(about.kind[offer])


@compiled
def _sum_up(
    life: LifeArrays, found: Found, bench: Bench, area: int, plane: int
) -> None:
    """Count kinds, and say whether there are three, now and with each one lifted."""
    counts, enough = found.counts[area, plane], life.numbers[3]
    mask = bench.masks[NOW]
    while mask:
        mask &= mask - 1
        counts[KINDS] += 1
    for where in range(NOW + 1):
        offers = np.int64(counts[OFFERS])
        if where < CONDITIONS:
            offers += np.int64(found.more[area, plane, where])
        least = min(bench.least[NOW], bench.least[where])
        most = max(bench.most[NOW], bench.most[where])
        kinds = bench.masks[NOW] | bench.masks[where]
        if offers >= enough and most > least and kinds & (kinds - 1):
            found.three[area, plane] |= np.uint8(1 << where)
