"""What is made of a listing once, so that holding two beside each other is cheap?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from weft.assets.domain.linking.entry import Entry, Slot
from weft.assets.domain.linking.naming import Name, read_name, words_of
from weft.assets.domain.linking.written import Years, written
from weft.commons.places import Point
from weft.commons.saying import DAY_NAMES

PLACE = "place"
DAYS = tuple(day.lower() for day in DAY_NAMES)
NOON, EVENING = 12 * 60, 17 * 60
REACHED, WORD = "reached", "word"
MANY_NAMES = 6
"""A number under more names than this is a hall's: in the open half of the halls set no
group is called by more."""
_NOT_DIGIT = re.compile(r"\D")
_HOST = re.compile(r"^(?:[a-z]+://)?(?:www\.)?([^/?#:]+)(?:[/?#:]|$)")
_NUMBER = re.compile(r"\b\d+[a-z]?\b")
_DIGITS_OF_A_NUMBER = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A listing, read: what comparing it with others needs."""

    key: str
    source: str
    sort: str
    nearer: str
    names: tuple[Name, ...]  # its own first
    postcode: str
    district: str
    point: Point | None
    hall: frozenset[str]  # the words of the hall's name
    locality: frozenset[str]
    street: frozenset[str]
    house: frozenset[str]
    telephone: str
    website: str
    slots: tuple[Slot, ...]
    years: Years | None
    where: frozenset[str] = frozenset()  # of hall and village: not what a group is
    in_words: frozenset[str] = frozenset()  # its times and ages, as a name says them
    telling: frozenset[str] = frozenset()  # words that little else there has

    @property
    def name(self) -> Name:
        """Its own name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Shared:
    """Telephone numbers and websites that several things give for their own.

    ``halls`` are those of a building or of more than a few names; ``several`` those
    that one list gives to two names, as an organiser of two groups would.
    ``crowded`` are the hours at which one list tells of two things at a postcode, and
    ``several_of_a_kind`` the postcodes at which it tells of two places of a kind.
    """

    halls: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    crowded: frozenset[tuple[str, int, int]] = frozenset()
    several_of_a_kind: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Shelf:
    """All listings, read beside each other."""

    readings: Mapping[str, Reading]
    shared: Shared


def read(entry: Entry) -> Reading:
    """Take a listing apart."""
    is_place = entry.sort == PLACE
    postcode = entry.postcode.replace(" ", "").upper()
    locality = words_of(entry.locality) - written().generic_of_places
    hall = words_of(entry.place) - written().generic_of_places
    where = frozenset[str]() if is_place else hall | locality
    names = (entry.name, *entry.names)
    return Reading(
        key=entry.key,
        source=entry.source,
        sort=entry.sort,
        nearer=entry.nearer,
        names=tuple(
            read_name(name, place=True)
            if is_place
            else read_name(name, hall=hall, village=locality)
            for name in names
        ),
        postcode=postcode,
        district=postcode[:-3],
        point=entry.point,
        hall=hall - locality or hall,
        locality=locality,
        street=words_of(entry.address),
        house=frozenset(_NUMBER.findall(entry.address.casefold())),
        telephone=_NOT_DIGIT.sub("", entry.telephone)[-_DIGITS_OF_A_NUMBER:],
        website=_site(entry.website),
        slots=tuple(sorted(entry.slots, key=str)),
        years=_years(entry) or read_name(entry.name).years,
        where=where,
        in_words=frozenset(_in_words(entry)),
    )


def read_all(entries: Iterable[Entry]) -> Shelf:
    """Read every listing, in the order of the keys, and what several of them share.

    A list seldom tells of one thing twice. So a number, a website or a word that one
    list gives to two names of a village belongs to a hall, an organiser or a custom
    there, and says less about which group it is.
    """
    several = _Several()
    read_ones = [read(entry) for entry in sorted(entries, key=lambda one: one.key)]
    for one in read_ones:
        several.note(one)
    return Shelf(
        readings={one.key: several.telling(one) for one in read_ones},
        shared=Shared(
            halls=several.of_halls(),
            several=several.of_several(),
            crowded=_crowded(read_ones),
            several_of_a_kind=_several_of_a_kind(read_ones),
        ),
    )


def _crowded(readings: Iterable[Reading]) -> frozenset[tuple[str, int, int]]:
    """Find the hours at which one list tells of two things at a postcode."""
    told: dict[tuple[str, str, int], list[Slot]] = defaultdict(list)
    found = set()
    for one in readings:
        for slot in one.slots if one.postcode else ():
            there = told[one.source, one.postcode, slot.day]
            meeting = [other for other in there if slot.meets(other)]
            for each in (slot, *meeting) if meeting else ():
                found.add((one.postcode, each.day, each.starts or 0))
            there.append(slot)
    return frozenset(found)


def _several_of_a_kind(readings: Iterable[Reading]) -> frozenset[tuple[str, str]]:
    """Find the postcodes at which one list tells of two places of a kind."""
    told = Counter(
        (one.source, one.postcode, one.nearer)
        for one in readings
        if one.postcode and one.nearer
    )
    return frozenset((there, kind) for (_, there, kind), n in told.items() if n > 1)


class _Several:
    """Notes what one list gives to more than one name."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], Reading] = {}
        self._several: set[tuple[str, str]] = set()
        self._names: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._halls: set[str] = set()

    def note(self, one: Reading) -> None:
        for what, value in _said(one):
            first = self._first.setdefault((one.source, what, value), one)
            elsewhere = one.sort == PLACE and first.postcode != one.postcode
            if elsewhere or not first.name.is_nearly(one.name):
                self._several.add((what, value))
            if what == REACHED:
                self._names[value].add(one.name.core | one.name.marks)
                if one.sort == PLACE:
                    self._halls.add(value)

    def of_halls(self) -> frozenset[str]:
        many = {way for way, names in self._names.items() if len(names) > MANY_NAMES}
        return frozenset(self._halls | many)

    def of_several(self) -> frozenset[str]:
        return frozenset(way for what, way in self._several if what == REACHED)

    def telling(self, one: Reading) -> Reading:
        """Give a listing those of its words that few others there have.

        Of a listing in no known village nobody can say which these are.
        """
        if not one.locality:
            return one
        words = {word for word in one.name.core if not self._is_common(one, word)}
        return replace(one, telling=frozenset(words))

    def _is_common(self, one: Reading, word: str) -> bool:
        return any((WORD, value) in self._several for value in _words_there(one, word))


def _said(one: Reading) -> Iterator[tuple[str, str]]:
    for way in (one.telephone, one.website):
        if way:
            yield REACHED, way
    for word in one.name.core:
        for value in _words_there(one, word):
            yield WORD, value


def _words_there(one: Reading, word: str) -> Iterator[str]:
    return (f"{one.sort} {village} {word}" for village in one.locality)


def _in_words(entry: Entry) -> Iterator[str]:
    """Say days, parts of the day and ages as a name would."""
    if years := _years(entry):
        yield "{}-{}".format(*years)
    for slot in entry.slots:
        yield DAYS[slot.day]
        if slot.starts is not None:
            part = sum(slot.starts >= begins for begins in (NOON, EVENING))
            yield ("morning", "afternoon", "evening")[part]
            if part:
                yield "late"


def _site(website: str) -> str:
    """Give a website's host and first step: «rushby.example/choir»."""
    plain = website.strip().casefold()
    found = _HOST.match(plain)
    return found[1] if found else ""


def _years(entry: Entry) -> Years | None:
    """Give the ages that were told."""
    if entry.ages.least is None and entry.ages.greatest is None:
        return None
    most = 120 if entry.ages.greatest is None else entry.ages.greatest
    return entry.ages.least or 0, most
