"""What is answered about one thing: an asset, a group, an offer?

Frozen values; a page cannot start a hidden question by touching one. A fact is yes, no
or not known, by whose word and since when (``Known``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from weft.assets.domain.changing import Whose
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.resting import Rest
from weft.assets.domain.schedules import Doubt
from weft.assets.domain.settling import NOBODY_SAID, Known
from weft.assets.domain.sureness import NOTHING_HEARD, Tracks
from weft.assets.domain.told import NameTold, ScheduleTold
from weft.assets.domain.visibility import Showing
from weft.commons.places import Point
from weft.commons.times import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One thing in a list: enough to name it and go to it."""

    id: UUID
    is_offer: bool
    name: str
    kind: str  # as a card calls it
    point: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """Something that is part of another, with what is part of it in turn."""

    brief: Brief
    parts: tuple["Nested", ...] = ()

    @property
    def named(self) -> tuple[Brief, ...]:
        """List it and everything in it."""
        return (self.brief, *(brief for part in self.parts for brief in part.named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who else tells of the same thing, and where that may be read."""

    brief: Brief
    source: str
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What came back to whoever holds a thing; never an amount of money."""

    number: int
    words: str
    on: date
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedBy:
    """Somebody's word that people here use it as a community place."""

    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAbout:
    """A fact in words, and by whose word."""

    field: WordField
    words: str
    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorAbout:
    """A picture of the way into a place, and what it shows in words."""

    id: UUID
    described: str
    width: int
    height: int
    given_by: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TieAbout:
    """Who holds, runs, decides about, funds or owns it, or where a group meets.

    ``other`` is None where whoever it is is no asset here, or not to be seen; ``name``
    is then what was told, or "".
    """

    kind: TieKind
    name: str
    other: Brief | None
    since: date | None
    until: date | None
    told_by: str
    told_on: date | None
    disputed: bool


@dataclass(frozen=True, slots=True, order=True)
class SessionAbout:
    """One time on a real date."""

    window: Window
    certain: bool = True
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesAbout:
    """When it is on or open.

    ``sessions`` are those of the weeks that are listed, in their order; ``rules`` what
    was told; ``always_open`` is None where nobody has said anything of hours;
    ``told_by`` where they are not by the word of whoever told the thing;
    ``back_on`` where its holder has paused it; ``rests`` are told beforehand.
    """

    hours_known: bool = False
    always_open: bool | None = None
    sessions: tuple[SessionAbout, ...] = ()
    rules: tuple[ScheduleTold, ...] = ()
    told_on: date | None = None
    told_by: str = ""
    back_on: date | None = None
    rests: tuple[Rest, ...] = ()


NO_TIMES = TimesAbout()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetAbout:
    """All that may be shown of an asset.

    Where ``showing`` is ``EXISTENCE`` only ``kind``, ``kind_words``, ``terms``,
    ``how_to_join`` and the ties to whoever holds it are given; the rest is empty.
    """

    id: UUID
    region: str
    showing: Showing
    kind: AssetKind
    kind_words: str
    place_kind: str = ""
    name: str = ""
    names: tuple[NameTold, ...] = ()
    summary: str = ""
    story: str = ""
    mix: tuple[str, ...] = ()  # creative, cultural …: those that somebody has said
    tags: tuple[str, ...] = ()
    part_of: tuple[Brief, ...] = ()  # what it is part of, and what that is part of
    parts: tuple[Nested, ...] = ()
    point: Point | None = None
    shape: Mapping[str, object] | None = None  # a GeoJSON geometry
    gates: tuple[Point, ...] = ()
    address: str = ""
    postcode: str = ""
    area: str = ""  # LSOA 2021
    telephone: str = ""
    website: str = ""
    how_to_join: str = ""
    reach: str = ""
    languages: tuple[str, ...] = ()
    visibility: Visibility = Visibility.PUBLIC
    terms: str = ""
    run_by_young_people: bool | None = None
    young_told_by: str = ""  # by whose word
    constituted: bool | None = None
    ownership_form: str = ""
    consent_on: date | None = None  # of a person: when they said yes to standing here
    closed_on: date | None = None
    closed_why: str = ""
    source: str = ""
    told_by: str = ""
    told_on: date | None = None
    in_latest: bool = True
    facts: Mapping[FactField, Known] = field(default_factory=dict)
    words: tuple[WordAbout, ...] = ()
    ties: tuple[TieAbout, ...] = ()
    times: TimesAbout = NO_TIMES
    tracks: Tracks = NOTHING_HEARD
    holds: tuple[Brief, ...] = ()  # what it looks after, decides about or owns
    door: DoorAbout | None = None
    shared: tuple[Brief, ...] = ()  # whom or what it works with, or who meets there
    offers: tuple[Brief, ...] = ()  # of a group
    offers_here: tuple[Brief, ...] = ()  # at a place
    beside: tuple[Telling, ...] = ()  # the same thing, as others tell it
    back: tuple[Back, ...] = ()  # what came back to whoever holds it, the latest first
    used_by: tuple[UsedBy, ...] = ()  # who says: we use this as a community place
    for_search_engines: bool = False

    def fact(self, one: FactField) -> Known:
        """Say what is known of one fact; «nobody has said» where nothing is."""
        return self.facts.get(one, NOBODY_SAID)

    def tied(self, *kinds: TieKind) -> tuple[TieAbout, ...]:
        """List the ties of some kinds, in the order of the kinds."""
        return tuple(tie for kind in kinds for tie in self.ties if tie.kind is kind)

    @property
    def named(self) -> tuple[Brief, ...]:
        """List everything else that its page names and leads to."""
        return (
            *self.part_of,
            *(brief for part in self.parts for brief in part.named),
            *(tie.other for tie in self.ties if tie.other is not None),
            *self.holds,
            *self.shared,
            *self.offers,
            *self.offers_here,
            *(one.brief for one in self.beside),
        )

    @property
    def who_decides(self) -> tuple[TieAbout, ...]:
        """Say who decides about it; empty where nobody has said."""
        return self.tied(TieKind.DECIDES)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAbout:
    """A group: itself, what it offers with the next times, and where it meets."""

    asset: AssetAbout
    offers: tuple["OfferInBrief", ...]
    meets_at: tuple[TieAbout, ...]
    works_with: tuple[TieAbout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferInBrief:
    """An offer in a list of its group's."""

    brief: Brief
    next_session: SessionAbout | None
    hours_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAbout:
    """The place an offer happens at, as far as the offer may speak of it."""

    brief: Brief
    address: str
    postcode: str
    gates: tuple[Point, ...]
    door: DoorAbout | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAbout:
    """One version of an offer became the next.

    ``version`` is the number of the one that it became: the first change makes the
    second. Where it is of times, the rules say what was before and what came after.
    """

    key: int
    offer: UUID
    version: int
    on: date
    whose: Whose | None
    said: str
    changed: str
    was: str
    of_times: bool
    rules_before: tuple[ScheduleTold, ...]
    rules_after: tuple[ScheduleTold, ...]
    told_by: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose word something is, and since when."""

    told_by: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAbout:
    """All that may be shown of an offer."""

    id: UUID
    region: str
    name: str
    kind_words: str
    summary: str
    online: bool | None
    kinds: tuple[str, ...]
    art_forms: tuple[str, ...]
    manner: tuple[str, ...]
    tags: tuple[str, ...]
    spectrum: str
    safeguards: str
    price_pence_least: int | None
    price_pence_most: int | None
    price_note: str
    free_places: int | None
    least_age: int | None
    greatest_age: int | None
    languages: tuple[str, ...]
    how_to_join: str
    joining_rule: str
    joining_hours: str
    newcomers_per_week: int | None
    first_ten_minutes: str
    sensory: str
    telephone: str
    website: str
    funding: str
    funded_until: date | None
    run_by_young_people: bool | None
    closed_on: date | None
    closed_why: str
    source: str
    told_by: str
    told_on: date | None
    in_latest: bool
    group: Brief | None = None
    terms: str = ""  # those of the group
    place: PlaceAbout | None = None
    beside: tuple[Telling, ...] = ()
    for_search_engines: bool = False
    changes: tuple[ChangeAbout, ...] = ()  # version by version, the first first
    facts: Mapping[FactField, Known] = field(default_factory=dict)
    words: tuple[WordAbout, ...] = ()
    own: Mapping[str, Teller] = field(default_factory=dict)  # by its group, by column
    times: TimesAbout = NO_TIMES
    tracks: Tracks = NOTHING_HEARD

    def fact(self, one: FactField) -> Known:
        """Say what is known of one fact; «nobody has said» where nothing is."""
        return self.facts.get(one, NOBODY_SAID)

    def teller(self, *columns: str) -> Teller:
        """Say whose word some columns are: the group's own, or its source's."""
        theirs = (self.own[one] for one in columns if one in self.own)
        return next(theirs, Teller(self.told_by, self.told_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Something that has closed, with its day and its story."""

    brief: Brief
    closed_on: date
    closed_why: str
    where: str
    summary: str
    story: str
    told_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCalendar:
    """The dates of one offer, for somebody's own calendar."""

    id: UUID
    name: str
    where: str
    sessions: tuple[SessionAbout, ...]
