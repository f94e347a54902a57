"""What does a source tell of assets and offers, before any of it is kept?

Every importer of this part gives these frozen values; ``services.loading`` keeps them.
A thing is known by its ``reference``, the teller's own number for it, which is what
ties and parts point at. ``None`` and "" mean that nobody has said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from weft.assets.domain.chances import ChanceTold
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.commons.places import Point
from weft.ground.domain.named import NamedPlaceTold

YES, NO = "yes", "no"
TOLD = "told"
"""The source of what came to us by word of mouth, and was accepted."""
WORD_OF_MOUTH, OF_A_SPREADSHEET = frozenset({TOLD, "holder"}), "import-"
"""The sources of what people told us: by /tell-us, by a holder's link, in a spreadsheet
that somebody keeps. All others published it themselves."""


def is_word_of_mouth(source: str) -> bool:
    """Tell whether people told us, rather than published it for anybody.

    Their own words may hold a name: what was understood is kept, and the words are not
    (docs/decisions/0010-words-about-hours.md).
    """
    return source in WORD_OF_MOUTH or source.startswith(OF_A_SPREADSHEET)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTold:
    """What another community calls the same thing."""

    name: str
    language: str = ""
    used_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTold:
    """One thing that somebody says; ``value`` is yes, no or words."""

    field: FactField | WordField
    value: str
    told_by: str = ""
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieTold:
    """Who holds, runs, decides, funds, owns or meets where.

    ``to`` is a reference in the same source; ``to_name`` the words for whoever is no
    asset here.
    """

    kind: TieKind
    to: str = ""
    to_name: str = ""
    since: date | None = None
    until: date | None = None
    told_by: str = ""
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTold:
    """When something is on, or open, as it was told: a rule, not yet dates.

    Attributes
    ----------
    opening_hours
        OpenStreetMap's words; where they are given, the plain fields are not read.
    days
        0 for Monday to 6 for Sunday; none where only ``extra_dates`` count.
    starts, ends
        Clocks on the wall; an end that is not after the start is past midnight.
    every_weeks
        2 for every other week, counted from the week of ``first_on``.
    of_month
        1 for the first such weekday of a month, -1 for the last; none for all.
    bank_holidays
        On, off, or nobody has said.
    rough
        The hours stand for a part of the day («AM only»), not for a clock.
    said
        The teller's own words, where they were read into a rule.
    """

    opening_hours: str = ""
    days: tuple[int, ...] = ()
    starts: time | None = None
    ends: time | None = None
    every_weeks: int = 1
    of_month: tuple[int, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    term_time_only: bool = False
    bank_holidays: bool | None = None
    except_dates: tuple[date, ...] = ()
    extra_dates: tuple[date, ...] = ()
    rough: bool = False
    said: str = ""
    told_on: date | None = None

    @property
    def is_understood(self) -> bool:
        """Tell whether it says anything besides somebody's own words."""
        return bool(self.opening_hours or self.days or self.starts or self.extra_dates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Creative, cultural, community, food, heritage: any mix, or nobody has said."""

    creative: bool | None = None
    cultural: bool | None = None
    community: bool | None = None
    food: bool | None = None
    heritage: bool | None = None


NOT_SAID = Mix()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetTold:
    """Anything a community values and can name, as one source tells of it.

    ``shape`` is a GeoJSON geometry as text, for what is more than a point; ``gates``
    are the ways in; ``consent_on`` is the day on which a person said yes to standing
    here.
    """

    reference: str
    kind: AssetKind
    name: str
    place_kind: str = ""
    summary: str = ""
    story: str = ""
    mix: Mix = NOT_SAID
    tags: tuple[str, ...] = ()
    part_of: str = ""
    point: Point | None = None
    shape: str = ""
    gates: tuple[Point, ...] = ()
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    website: str = ""
    how_to_join: str = ""
    reach: str = ""
    languages: tuple[str, ...] = ()
    visibility: Visibility = Visibility.PUBLIC
    hidden_from_funders: bool = False
    terms: str = ""
    channels_allowed: tuple[str, ...] = ()
    run_by_young_people: bool | None = None
    constituted: bool | None = None
    ownership_form: str = ""
    closed_on: date | None = None
    closed_why: str = ""
    consent_on: date | None = None
    told_by: str = ""
    told_on: date | None = None
    names: tuple[NameTold, ...] = ()
    facts: tuple[FactTold, ...] = ()
    ties: tuple[TieTold, ...] = ()
    schedules: tuple[ScheduleTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTold:
    """Something a person can take part in, as one source tells of it.

    ``group`` and ``place`` are references of assets in the same source.
    ``price_pence_least`` is the least anybody may be asked for, ``price_pence_most``
    the most.
    """

    reference: str
    name: str
    summary: str = ""
    group: str = ""
    place: str = ""
    online: bool | None = None
    kinds: tuple[str, ...] = ()
    art_forms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    spectrum: str = ""
    safeguards: str = ""
    price_pence_least: int | None = None
    price_pence_most: int | None = None
    price_note: str = ""
    free_places: int | None = None
    least_age: int | None = None
    greatest_age: int | None = None
    languages: tuple[str, ...] = ()
    how_to_join: str = ""
    joining_rule: str = ""
    joining_hours: str = ""
    newcomers_per_week: int | None = None
    first_ten_minutes: str = ""
    sensory: str = ""
    telephone: str = ""
    website: str = ""
    funding: str = ""
    funded_until: date | None = None
    run_by_young_people: bool | None = None
    visibility: Visibility = Visibility.PUBLIC
    closed_on: date | None = None
    closed_why: str = ""
    told_by: str = ""
    told_on: date | None = None
    facts: tuple[FactTold, ...] = ()
    schedules: tuple[ScheduleTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterFact:
    """A fact about an asset that another source told of, by its reference there."""

    of: str
    fact: FactTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The content of a reading: all that one source tells.

    Each may be walked through more than once; a large source reads its file again
    rather than hold a million places in memory.
    """

    assets: Iterable[AssetTold] = ()
    offers: Iterable[OfferTold] = ()
    named_places: Iterable[NamedPlaceTold] = ()
    later_facts: Iterable[LaterFact] = ()
    chances: Iterable[ChanceTold] = ()


def yes_or_no(
    field: FactField,
    value: bool | None,  # noqa: FBT001 it is the very thing that is told
    *,
    by: str = "",
    on: date | None = None,
) -> tuple[FactTold, ...]:
    """Tell a fact, or nothing where nobody has said."""
    if value is None:
        return ()
    return (FactTold(field=field, value=YES if value else NO, told_by=by, told_on=on),)


def in_words(
    field: WordField, value: str, *, by: str = "", on: date | None = None
) -> tuple[FactTold, ...]:
    """Tell a fact in words, or nothing where nobody has said."""
    words = value.strip()
    if not words:
        return ()
    return (FactTold(field=field, value=words[:500], told_by=by, told_on=on),)
