"""What is open to whom in each area? The one pass over journeys, compiled.

Up to 32 lives go through it together, on both planes, one bit of a word each. A journey
is looked up in the boards of the place that it leads to; what comes of it is gathered
for each offer in four words. Then each offer is told once: open, or which one condition
stands in the way. Everything that is compiled stands in this file, since numba does not
see a change in another. Places in arrays are told as unsigned numbers where they are
read from arrays: else each is looked at, whether it counts from the end.
"""

import math

import numpy as np

from weft.access.domain.choice.boards import (
    ACROSS,
    BACK,
    BASE,
    DOORS,
    DOORS_END,
    HOURS,
    LENGTH,
    OFFER,
    SURE,
    THERE,
)
from weft.access.domain.choice.holding import (
    BRIEF,
    COLUMNS,
    CONDITIONS,
    GO_UNKNOWN,
    GO_YES,
    GOES,
    GROUPS,
    HOW_MANY_KINDS,
    IS_NEW,
    IS_OPEN,
    KINDS,
    LEVELS,
    LIFTED,
    MAY_GO,
    NOW,
    OFFERS,
    WORD,
    Bench,
    Found,
    OfferArrays,
)
from weft.access.domain.choice.laying import (
    ALLOWED,
    FREE,
    GO_WITH,
    INSIDE,
    LIVES_BITS,
    MAY_GO_WITH,
    NEEDS,
    ROOM,
    WAY_IN,
    Batch,
    ReachArrays,
    Words,
)
from weft.access.domain.choice.values import Ints, Longs
from weft.access.domain.compiled import compiled_bare, compiled_within

NEAR, FITS, OPEN, DEAR = 0, 1, 2, 3
"""Of an offer's sessions and ways, the lives for which one is near enough (and paid
for); fits the hours, near or not (and paid for); is both; is both, unpaid."""

_HOUR = 36_000
_BLOCK = 8  # rows added up at once
_NONE, _ONE, _ALL = np.uint64(0), np.uint64(1), np.uint64(0xFFFFFFFFFFFFFFFF)
_CERTAIN, _POSSIBLE = np.uint64(0xFFFFFFFF), np.uint64(0xFFFFFFFF00000000)
Whole = int | np.int64
Lives = np.uint64


@compiled_bare
def one_batch(
    reach: ReachArrays,
    batch: Batch,
    about: OfferArrays,
    found: Found,
    bench: Bench,
    some: tuple[int, int],
) -> None:
    """Fill ``found`` for areas, in their order from the one to before the other."""
    columns = COLUMNS if batch.whole else BRIEF
    for area in reach.order[some[0] : some[1]]:
        bench.hours[:] = _NONE
        count = 0
        for way in range(len(reach.shift)):
            if batch.uses[way]:
                count = _gather(reach, batch, about, bench, (area, way, count))
        count = _tell(batch, about, bench, (area, count))
        _add_up(bench, count, columns)
        _read_off(about, bench, columns)
        if batch.whole:
            _who_would_have_three(about, bench, count)
        _write_down(about, found, bench, (area, batch.lives, batch.whole))
        if batch.whole:
            _write_hours(found, bench, area)
        if found.takers.shape[2] or found.chance.shape[2]:
            _share(about, found, bench, (area, count))


@compiled_within
def _gather(
    reach: ReachArrays,
    batch: Batch,
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int, int],
) -> int:
    """Gather what one way of getting about opens; give how many offers are touched."""
    area, way, count = at
    shift = reach.shift[way]
    for row in range(reach.begin[way, area], reach.end[way, area]):
        there, back = np.int64(reach.there[row]), np.int64(reach.back[row])
        longer = max(there, back)
        near = goes = _within(batch.limits, batch.limit_lives, way, longer)
        if batch.whole:
            goes = _within(batch.horizons, batch.horizon_lives, 0, longer)
            goes &= batch.uses[way]
        if not goes:
            continue
        there_sure, back_sure = there, back
        if shift:
            there_sure = np.int64(reach.there[row + shift])
            back_sure = np.int64(reach.back[row + shift])
            longer = max(there_sure, back_sure)
            sure = _within(batch.limits, batch.limit_lives, way, longer)
            near = near & _POSSIBLE | sure & _CERTAIN
            sure = _within(batch.horizons, batch.horizon_lives, 0, longer)
            goes &= sure | _POSSIBLE
        target = np.uint32(reach.target[row])
        last = np.uint32(batch.first[target + np.uint32(1)])
        for board in range(np.uint32(batch.first[target]), last):
            offer = np.uint32(batch.about[board, OFFER])
            if bench.slot[offer, 0] != area:
                bench.slot[offer, 0], bench.slot[offer, 1] = area, count
                bench.touched[count] = offer
                for word in range(4):
                    bench.words[count, word] = _NONE
                count += 1
            spans = (there, back, there_sure, back_sure)
            _look_up(
                batch, about, bench, (area, way, board, shift), (near, goes), spans
            )
    return count


@compiled_within
def _within(values: Ints, lives: Words, row: int, span: Whole) -> Lives:
    """Say which lives go so far; without a branch, whose guess would often be wrong."""
    found = _NONE
    for n in range(values.shape[1]):
        found |= lives[row, n] if span <= values[row, n] else _NONE
    return Lives(found)


@compiled_within
def _look_up(
    batch: Batch,
    about: OfferArrays,
    bench: Bench,
    at: tuple[int, int, int, Whole],
    lives: tuple[np.uint64, np.uint64],
    spans: tuple[Whole, Whole, Whole, Whole],
) -> None:
    """Note what one journey finds on one board."""
    area, way, board, shift = at
    near, goes = lives
    offer = np.uint32(batch.about[board, OFFER])
    cell = sure_cell = _cell(batch, board, spans[0], spans[1])
    fits = batch.cells[cell]
    if shift:
        sure_cell = _cell(batch, board, spans[2], spans[3])
        fits = fits & _POSSIBLE | batch.cells[sure_cell] & _CERTAIN
    for door in range(batch.about[board, DOORS], batch.about[board, DOORS_END]):
        fits |= _at_door(batch, door, spans)
    slot, pays = bench.slot[offer, 1], batch.pays[offer, way]
    fits &= goes
    bench.words[slot, OPEN] |= fits & near & pays
    if not batch.whole:
        return
    near_here = near if batch.about[board, SURE] else near & _POSSIBLE
    bench.words[slot, NEAR] |= near_here & pays
    bench.words[slot, FITS] |= fits & pays
    bench.words[slot, DEAR] |= fits & near & ~pays
    lives_on = fits & near & pays & batch.rules[offer, FREE]
    inside = batch.rules[offer, INSIDE] & np.uint64(about.area_inside[area])
    if not lives_on or not inside:
        return
    hour = batch.about[board, HOURS]
    for n in range(1, batch.about[board, LENGTH]):
        on = batch.cells[cell + n]
        if shift:
            on = on & _POSSIBLE | batch.cells[sure_cell + n] & _CERTAIN
        bench.hours[batch.hour[hour + n - 1]] |= on & lives_on
    for door in range(batch.about[board, DOORS], batch.about[board, DOORS_END]):
        _stayed(batch, bench, (door, about.numbers[2]), lives_on, spans)


@compiled_within
def _cell(batch: Batch, board: int, there: Whole, back: Whole) -> int:
    """Count the steps that a way is longer than; the cell that they lead to."""
    steps = batch.about
    across = np.int64(there > steps[board, THERE])
    across += there > steps[board, THERE + 1]
    across += there > steps[board, THERE + 2]
    across += there > steps[board, THERE + 3]
    along = np.int64(back > steps[board, BACK])
    along += back > steps[board, BACK + 1]
    along += back > steps[board, BACK + 2]
    along += back > steps[board, BACK + 3]
    across *= steps[board, ACROSS]
    return int(steps[board, BASE] + across + along * steps[board, LENGTH])


@compiled_within
def _at_door(
    batch: Batch, door: int, spans: tuple[Whole, Whole, Whole, Whole]
) -> Lives:
    """Say on which planes a life has time for a stay at an open door."""
    planes = _NONE
    if _stays(batch, door, spans[0], spans[1]):
        planes |= _POSSIBLE
    if _stays(batch, door, spans[2], spans[3]):
        planes |= _CERTAIN
    return Lives(batch.doors.life[door] & planes)


@compiled_within
def _stays(batch: Batch, door: int, there: Whole, back: Whole) -> bool:
    doors = batch.doors
    return bool(
        there <= doors.there[door]
        and back <= doors.back[door]
        and there + back <= doors.both[door]
    )


@compiled_within
def _stayed(
    batch: Batch,
    bench: Bench,
    at: tuple[int, Whole],
    lives: np.uint64,
    spans: tuple[Whole, Whole, Whole, Whole],
) -> None:
    """Lay in the hours in which a life could be at an open door."""
    door, hours = at
    doors = batch.doors
    for plane in range(2):
        there, back = spans[2 - 2 * plane], spans[3 - 2 * plane]
        half = _POSSIBLE if plane else _CERTAIN
        here = doors.life[door] & lives & half
        if not here or not _stays(batch, door, there, back):
            continue
        low = max(np.int64(doors.start[door]), doors.opens[door] + there)
        high = min(np.int64(doors.end[door]), doors.closes[door] - back)
        for hour in range(max(0, low // _HOUR), min(hours, -(-high // _HOUR))):
            bench.hours[hour] |= here


@compiled_within
def _tell(batch: Batch, about: OfferArrays, bench: Bench, at: tuple[int, int]) -> int:
    """Tell for whom each offer is open, and for whom what would open it.

    Gives of how many offers there is anything to tell; the others have no row.
    """
    area, count = at
    stamp, rows, told = np.uint64(area + 1), bench.rows, 0
    for n in range(count):
        offer = np.uint32(bench.touched[n])
        inside = batch.rules[offer, INSIDE] & np.uint64(about.area_inside[area])
        inside = _ALL if inside else _NONE
        now = bench.words[n, OPEN] & batch.rules[offer, FREE] & inside
        rows[told, IS_OPEN] = either = now
        if batch.whole:
            either |= _lift(batch, bench, (n, told, offer), inside)
        bench.touched[told] = offer
        told += either != _NONE
    for n in range(told):
        offer, now = np.uint32(bench.touched[n]), rows[n, IS_OPEN]
        rows[n, GOES] = now & batch.rules[offer, GO_WITH]
        rows[n, MAY_GO] = now & batch.rules[offer, MAY_GO_WITH]
        group, new = about.group[offer], now & _POSSIBLE
        if group >= 0:
            seen = bench.seen[group, 1] if bench.seen[group, 0] == stamp else _NONE
            new = now & ~seen
            bench.seen[group, 0], bench.seen[group, 1] = stamp, seen | now
        rows[n, IS_NEW] = new
    _count_kinds(about, bench, told)
    return told


@compiled_within
def _count_kinds(about: OfferArrays, bench: Bench, count: int) -> None:
    """Count the open offers of each kind, upright; most carries end within four."""
    kinds = bench.kinds
    kinds[:] = _NONE
    for n in range(count):
        kind, carry = about.kind[bench.touched[n]], bench.rows[n, IS_OPEN]
        for level in range(4):
            held = kinds[kind, level]
            kinds[kind, level] = held ^ carry
            carry &= held
        level = 4
        while carry:
            held = kinds[kind, level]
            kinds[kind, level] = held ^ carry
            carry &= held
            level += 1


@compiled_within
def _lift(
    batch: Batch, bench: Bench, at: tuple[int, int, np.uint32], inside: np.uint64
) -> Lives:
    """Say for whom each condition, it alone lifted, would open an offer."""
    n, told, offer = at
    words, rows, rules = bench.words, bench.rows, batch.rules
    free, open_ = rules[offer, FREE], words[n, OPEN]
    allowed = rules[offer, ALLOWED] | free & ~inside
    rest, here = free & inside & ~open_, open_ & inside
    rows[told, LIFTED] = near = words[n, NEAR] & rest
    rows[told, LIFTED + 1] = fits = words[n, FITS] & rest
    rows[told, LIFTED + 2] = dear = words[n, DEAR] & rest
    rows[told, LIFTED + 3] = needs = rules[offer, NEEDS] & here
    rows[told, LIFTED + 4] = allowed = allowed & open_
    rows[told, LIFTED + 5] = room = rules[offer, ROOM] & here
    rows[told, LIFTED + 6] = way_in = rules[offer, WAY_IN] & here
    return Lives(near | fits | dear | needs | allowed | room | way_in)


@compiled_within
def _add_up(bench: Bench, count: int, columns: int) -> None:
    """Add up the columns of all rows, eight rows at a time: carries are saved."""
    counts, carry, rows = bench.counts, bench.carry, bench.rows
    for level in range(LEVELS):
        for n in range(columns):
            counts[level, n] = _NONE
    for n in range(count, count + _BLOCK):
        for column in range(columns):
            rows[n, column] = _NONE
    levels = 3
    for block in range(0, count, _BLOCK):
        for n in range(columns):
            a, b, c = rows[block, n], rows[block + 1, n], rows[block + 2, n]
            d, e, f = rows[block + 3, n], rows[block + 4, n], rows[block + 5, n]
            g, h, one = rows[block + 6, n], rows[block + 7, n], counts[0, n]
            two_a, one = _sum_of(one, a, b)
            two_b, one = _sum_of(one, c, d)
            two_c, one = _sum_of(one, e, f)
            two_d, one = _sum_of(one, g, h)
            four_a, two = _sum_of(counts[1, n], two_a, two_b)
            four_b, two = _sum_of(two, two_c, two_d)
            carry[n], four = _sum_of(counts[2, n], four_a, four_b)
            counts[0, n], counts[1, n], counts[2, n] = one, two, four
        while block >> levels:
            levels += 1
        for level in range(3, levels + 1):
            for n in range(columns):
                held = counts[level, n]
                counts[level, n] = held ^ carry[n]
                carry[n] &= held


@compiled_within
def _sum_of(a: np.uint64, b: np.uint64, c: np.uint64) -> tuple[np.uint64, np.uint64]:
    """Add three bits of each lane; give twos and ones."""
    either = a ^ b
    return a & b | either & c, either ^ c


@compiled_within
def _read_off(about: OfferArrays, bench: Bench, columns: int) -> None:
    """Read the upright counts off, into one number for each life and plane."""
    totals = bench.totals
    for n in range(COLUMNS + about.numbers[1]):
        for lane in range(WORD):
            totals[n, lane] = 0
    for level in range(LEVELS):
        for n in range(columns):
            bits = bench.counts[level, n]
            if bits:
                _lay_out(totals, n, bits, level)
    for kind in range(about.numbers[1]):
        for level in range(LEVELS):
            bits = bench.kinds[kind, level]
            if bits:
                _lay_out(totals, COLUMNS + kind, bits, level)
        for lane in range(WORD):
            totals[HOW_MANY_KINDS, lane] += totals[COLUMNS + kind, lane] > 0


@compiled_within
def _lay_out(totals: Longs, row: int, bits: np.uint64, level: int) -> None:
    for lane in range(WORD):
        bit = np.int64(bits >> np.uint64(lane) & _ONE)
        totals[row, lane] += bit << level


@compiled_within
def _who_would_have_three(about: OfferArrays, bench: Bench, count: int) -> None:
    """Find who would have three real choices if one condition were lifted."""
    totals, enough = bench.totals, about.numbers[3]
    for condition in range(CONDITIONS):
        asked = would = _NONE
        for lane in range(WORD):
            more = totals[LIFTED + condition, lane]
            if totals[IS_OPEN, lane] + more >= enough:
                if totals[IS_NEW, lane] > 1 and totals[HOW_MANY_KINDS, lane] > 1:
                    would |= _ONE << np.uint64(lane)
                elif more:
                    asked |= _ONE << np.uint64(lane)
        if asked:
            would |= _two_of_each(about, bench, (count, LIFTED + condition), asked)
        bench.three[condition] = would


@compiled_within
def _two_of_each(
    about: OfferArrays, bench: Bench, at: tuple[int, int], asked: np.uint64
) -> Lives:
    """Say who would have two groups and two kinds with a column of what is lifted.

    An unknown group is possibly one of its own, and for certain none.
    """
    count, column = at
    first, groups, kinds = bench.first, _NONE, _NONE
    two_groups = two_kinds = _NONE
    for n in range(count):
        lives = bench.rows[n, IS_OPEN] | bench.rows[n, column]
        lives &= asked & ~(two_groups & two_kinds)
        if not lives:
            continue
        offer = np.uint32(bench.touched[n])
        group, kind = np.int64(about.group[offer]), np.int64(about.kind[offer])
        while lives:
            bit = lives & (~lives + _ONE)
            lives ^= bit
            lane = math.frexp(np.float64(bit))[1] - 1
            if not kinds & bit:
                first[lane, 1] = kind
            elif first[lane, 1] != kind:
                two_kinds |= bit
            kinds |= bit
            if group < 0 and not bit & _POSSIBLE:
                continue
            its = group if group >= 0 else -2 - n
            if not groups & bit:
                first[lane, 0] = its
            elif first[lane, 0] != its:
                two_groups |= bit
            groups |= bit
        if not asked & ~(two_groups & two_kinds):
            break
    return Lives(two_groups & two_kinds)


@compiled_within
def _write_down(
    about: OfferArrays, found: Found, bench: Bench, at: tuple[int, Whole, Whole]
) -> None:
    """Write down one area for every life, on both planes."""
    area, lives, whole = at
    totals = bench.totals
    for life in range(lives):
        for plane in range(2):
            lane = life + LIVES_BITS * plane
            counts = found.counts[life, area, plane]
            counts[OFFERS], counts[GROUPS] = totals[IS_OPEN, lane], totals[IS_NEW, lane]
            counts[KINDS] = totals[HOW_MANY_KINDS, lane]
            counts[GO_YES], counts[GO_UNKNOWN] = (
                totals[GOES, lane],
                totals[MAY_GO, lane],
            )
            for kind in range(about.numbers[1]):
                found.kinds[life, area, plane, kind] = totals[COLUMNS + kind, lane]
            enough = counts[OFFERS] >= about.numbers[3]
            three = enough and counts[GROUPS] > 1 and counts[KINDS] > 1
            told = np.int64(three) << NOW
            if whole:
                for condition in range(CONDITIONS):
                    more = totals[LIFTED + condition, lane]
                    found.more[life, area, plane, condition] = more
                    would = bench.three[condition] >> np.uint64(lane) & _ONE
                    told |= np.int64(would) << condition
            found.three[life, area, plane] = told


@compiled_within
def _write_hours(found: Found, bench: Bench, area: int) -> None:
    """Turn the lives of each hour into the hours of each life."""
    lanes = bench.lanes
    for word in range(found.hours.shape[3]):
        for n in range(WORD):
            lanes[n] = bench.hours[WORD * word + n]
        _transpose(lanes)
        for life in range(len(found.hours)):
            for plane in range(2):
                found.hours[life, area, plane, word] = lanes[life + LIVES_BITS * plane]


@compiled_within
def _transpose(lanes: Words) -> None:
    """Turn 64 words of 64 bits around their diagonal, by halves of halves."""
    mask, half = _CERTAIN, 32
    while half:
        shift = np.uint64(half)
        for start in range(0, WORD, 2 * half):
            for n in range(start, start + half):
                turned = (lanes[n] >> shift ^ lanes[n + half]) & mask
                lanes[n] ^= turned << shift
                lanes[n + half] ^= turned
        half >>= 1
        mask ^= mask << np.uint64(half)


@compiled_within
def _share(about: OfferArrays, found: Found, bench: Bench, at: tuple[int, int]) -> None:
    """Count who could take each offer up, and add up the chances of a place."""
    area, count = at
    need = about.need_class[area]
    for n in range(count):
        lives, offer = bench.rows[n, IS_OPEN], np.uint32(bench.touched[n])
        if not lives:
            continue
        for life in range(len(found.counts)):
            for plane in range(2):
                if not (lives >> np.uint64(life + LIVES_BITS * plane)) & _ONE:
                    continue
                if found.takers.shape[2]:
                    found.takers[plane, offer, need] += found.people[life, area]
                if found.chance.shape[2]:
                    found.shared[life, area, plane] += found.chance[plane, offer, need]
