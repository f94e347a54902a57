"""The same answers, slowly: every listing looked at, no index, no SQL."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta

from weft.assets.domain.facts import FactField
from weft.assets.domain.spelling import Known
from weft.assets.domain.vocabulary import vocabulary
from weft.assets.domain.wanting import any_of_it, as_said, one_slip_wider
from weft.commons.places import EARTH_METRES
from weft.commons.words import shortenings, surfaces, token, tokens

FEW = 10
SHORTEST_VISIT = 30
QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class ByHand:
    ids: tuple[int, ...]
    total: int
    certain: int
    hours_unknown: int
    kinds: dict
    facts: dict
    understood: tuple


def held(listing):
    """Everything that one listing can be found by."""
    words = {*tokens(listing.words), *tokens(listing.name)}
    return words | {f"_f{field}" for field, value in listing.facts.items() if value}


def spelling_of(listings):
    often = Counter()
    written = set()
    for listing in listings:
        often.update({*tokens(listing.words), *tokens(listing.name)})
        written.update(surfaces(listing.words) + surfaces(listing.name))
    known = defaultdict(list)
    for surface in sorted(written | set(often)):
        one = Known(
            surface=surface, token=token(surface), listings=often[token(surface)]
        )
        for key in {surface} | shortenings(surface):
            known[key].append(one)
    return {key: tuple(ones) for key, ones in known.items()}


def fits_of(listing, wanting):
    """How well a listing answers: (groups missed, slips); None where it does not."""
    holds = held(listing)
    slips = [
        min(
            (one.slip for one in group.alternatives if holds >= set(one.tokens)),
            default=None,
        )
        for group in wanting.groups
    ]
    if None in slips and not wanting.any_of_it:
        return None
    if all(slip is None for slip in slips) and slips:
        return None
    return slips.count(None), sum(slip for slip in slips if slip is not None)


def tier_of(listing, wanting):
    """0 with every word typed in the name, 1 with every word that matters, else 2."""
    name = set(tokens(listing.name))
    stands = [
        any(
            name >= set(words)
            for words in [
                group.typed,
                *(one.tokens for one in group.alternatives if one.slip),
            ]
        )
        for group in wanting.groups
    ]
    named = any(stands) if wanting.any_of_it else all(stands)
    if named and wanting.passed and name >= set(wanting.passed):
        return 0
    return 1 if named else 2


def apart_of(listing, ask):
    if ask.near is None:
        return float(len(surfaces(listing.name)))
    if listing.latitude is None:
        return 1e18
    degree = math.pi * EARTH_METRES / 180
    east = degree * math.cos(math.radians(ask.near.latitude))
    across = (listing.longitude - ask.near.longitude) * east
    along = (listing.latitude - ask.near.latitude) * degree
    return across * across + along * along


def shut_out(listing, ask):
    told = listing.facts
    return (
        (ask.regions and listing.region_id not in ask.regions)
        or (ask.kinds and listing.kind not in ask.kinds)
        or any(told.get(wish.value) is False for wish in ask.wishes)
        or (
            ask.most_pence is not None
            and listing.price_pence is not None
            and listing.price_pence > ask.most_pence
        )
        or (
            ask.languages
            and listing.languages
            and not ask.languages & set(listing.languages)
        )
        or (
            ask.near is not None
            and ask.within_metres is not None
            and apart_of(listing, ask) > float(ask.within_metres) ** 2
        )
    )


def sure(listing, ask):
    return (
        all(listing.facts.get(wish.value) is True for wish in ask.wishes)
        and (ask.most_pence is None or listing.price_pence is not None)
        and (not ask.languages or bool(ask.languages & set(listing.languages)))
    )


def quarters(starts, ends):
    """Every quarter of an hour from one moment to another."""
    assert (starts.minute % 15, ends.minute % 15) == (0, 0)
    one = QUARTER.total_seconds()
    return range(int(starts.timestamp() // one), int(ends.timestamp() // one))


def longest_run(quarters, free):
    longest = run = 0
    for quarter in quarters:
        run = run + 1 if quarter in free else 0
        longest = max(longest, run)
    return longest


def on_time(listing, ask, sessions):
    """True, False, or None where nobody knows the hours."""
    if not ask.windows:
        return True
    free = {one for window in ask.windows for one in quarters(window.start, window.end)}
    visit = timedelta(minutes=SHORTEST_VISIT) // QUARTER
    if listing.always_open:
        return longest_run(range(min(free), max(free) + 1), free) >= visit
    if not listing.hours_known:
        return None
    come_and_go = listing.asset_id is not None or listing.facts.get("just_come")
    for starts, ends in sessions.get(listing.pk, ()):
        whole = quarters(starts, ends)
        needed = min(visit, len(whole)) if come_and_go else len(whole)
        if longest_run(whole, free) >= needed:
            return True
    return False


def answer(ask, wanting, listings, sessions):
    rows, kept, unknown = [], [], 0
    for listing in listings:
        fit = fits_of(listing, wanting)
        if wanting.lost or fit is None or shut_out(listing, ask):
            continue
        timely = on_time(listing, ask, sessions)
        if timely is None:
            unknown += 1
        elif timely:
            tier = tier_of(listing, wanting) if wanting.groups else 0
            rows.append(
                (
                    *fit,
                    not sure(listing, ask),
                    0 if ask.near else tier,
                    apart_of(listing, ask),
                    listing.pk,
                )
            )
            kept.append(listing)
    seen, inorder = set(), []
    for missing, slip, plane, tier, apart, key in sorted(rows):
        lead = int(slip > 0 and (missing, slip) in seen)
        seen.add((missing, slip))
        inorder.append((missing, lead, slip, plane, tier, apart, key))
    return sorted(inorder), kept, unknown


def find(ask, listings, sessions):
    """The whole of search.find, by looking at everything."""
    spelling = spelling_of(
        [x for x in listings if not ask.regions or x.region_id in ask.regions]
    )

    def count(wanting):
        return sum(
            fits_of(x, wanting) is not None and not wanting.lost for x in listings
        )

    wanting = as_said(ask.words, spelling, vocabulary())
    if wanting.groups or wanting.in_doubt:
        rare = any(
            known.token == group.typed[0] and known.listings < FEW
            for group in wanting.groups
            if len(group.alternatives) == 1
            for known in spelling.get(group.typed[0], ())
        )
        needed = FEW if rare else 1
        total = len(answer(ask, wanting, listings, sessions)[0])
        if wanting.in_doubt or (total < needed and count(wanting) < needed):
            wanting = one_slip_wider(ask.words, spelling, vocabulary())
            total = len(answer(ask, wanting, listings, sessions)[0])
            if not total and len(wanting.groups) > 1 and not count(wanting):
                wanting = any_of_it(wanting)
    rows, kept, unknown = answer(ask, wanting, listings, sessions)
    return ByHand(
        ids=tuple(row[-1] for row in rows[ask.first : ask.first + ask.most]),
        total=len(rows),
        certain=sum(not row[3] for row in rows),
        hours_unknown=unknown,
        kinds=dict(Counter(listing.kind for listing in kept)),
        facts={
            field: counts
            for field in FactField
            if any(
                counts := (
                    sum(x.facts.get(field.value) is True for x in kept),
                    sum(x.facts.get(field.value) is False for x in kept),
                )
            )
        },
        understood=wanting.corrections,
    )
