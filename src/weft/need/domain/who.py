"""Who lives here: which questions about people do the census tables answer?

Parts of a whole, in plain words, in the order in which a page tells them. Each part
may be counted in several ways, since layouts differ in how finely they tell it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from weft.need.domain.catalogue.ways import all_but, part_of
from weft.need.domain.frames import AreaFrame
from weft.need.domain.measuring import Way
from weft.need.domain.topics import TOTAL


@dataclass(frozen=True, slots=True)
class WhoPart:
    """A part of the people or homes, in plain words."""

    words: str
    ways: tuple[Way, ...]

    def way_in(self, frame: AreaFrame) -> Way | None:
        """Find the first way that a table allows, if any."""
        return next((way for way in self.ways if way.is_in(frame)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoGroup:
    """A question about everybody who lives somewhere, and its parts."""

    key: str
    question: str
    counted: str  # people, homes: what the parts are parts of, in plain words
    parts: tuple[WhoPart, ...]
    note: str = ""

    def ways_in(self, frame: AreaFrame) -> tuple[tuple[str, Way], ...]:
        """Give the words and way of each part, if a table tells all of them.

        Returns
        -------
        tuple
            Empty when a part is not told: some parts of a whole mislead.
        """
        found = [(part.words, part.way_in(frame)) for part in self.parts]
        if any(way is None for _, way in found):
            return ()
        return tuple((words, way) for words, way in found if way is not None)


def _ages() -> tuple[WhoPart, ...]:
    """Put ages in bands of ten years, from the census or the yearly estimates."""
    parts = []
    for low in range(0, 80, 10):
        census = (
            "aged_4_years_and_under" if low == 0 else f"aged_{low}_to_{low + 4}_years",
            f"aged_{low + 5}_to_{low + 9}_years",
        )
        estimates = (
            f"people.aged_{low}_{low + 4}",
            f"people.aged_{low + 5}_{low + 9}",
        )
        ways = (Way(estimates, of="people.total"), part_of("age", *census))
        parts.append(WhoPart(f"{low} to {low + 9}", ways))
    oldest = (
        Way(("people.aged_80_84", "people.aged_85_over"), of="people.total"),
        part_of("age", "aged_80_to_84_years", "aged_85_years_and_over"),
    )
    return (*parts, WhoPart("80 or older", oldest))


def _parts(
    topic: str, told: Sequence[tuple[str, Sequence[str]]]
) -> tuple[WhoPart, ...]:
    """Count parts of one census table, each the sum of some categories."""
    return tuple(WhoPart(words, (part_of(topic, *slugs),)) for words, slugs in told)


_FAMILY = "single_family_household"
_MARRIED = f"{_FAMILY}_married_or_civil_partnership_couple"
_COUPLE = f"{_FAMILY}_cohabiting_couple_family"
_LONE = f"{_FAMILY}_lone_parent_family"
_STUDENTS_AND_OLDER = (
    "other_household_types_other_including_all_full_time_students_and_all_aged_66_"
    "years_and_over"
)
_NOT_ENGLISH = "main_language_is_not_english"

HOUSEHOLDS = (
    ("Alone, 66 or older", ("one_person_household_aged_66_years_and_over",)),
    ("Alone, younger than 66", ("one_person_household_other",)),
    (
        "A couple without children at home",
        (
            f"{_FAMILY}_all_aged_66_years_and_over",
            f"{_MARRIED}_no_children",
            f"{_COUPLE}_no_children",
        ),
    ),
    (
        "A couple with children",
        (
            f"{_MARRIED}_dependent_children",
            f"{_MARRIED}_all_children_non_dependent",
            f"{_COUPLE}_with_dependent_children",
            f"{_COUPLE}_all_children_non_dependent",
        ),
    ),
    (
        "One parent with children",
        (f"{_LONE}_with_dependent_children", f"{_LONE}_all_children_non_dependent"),
    ),
    (
        "Other people sharing a home",
        (
            f"{_FAMILY}_other_single_family_household_other_family_composition",
            "other_household_types_with_dependent_children",
            _STUDENTS_AND_OLDER,
        ),
    ),
)
LANGUAGES = (
    ("Mostly English", ("main_language_is_english",)),
    (
        "Mostly another, and English very well",
        (f"{_NOT_ENGLISH}_can_speak_english_very_well",),
    ),
    ("Mostly another, and English well", (f"{_NOT_ENGLISH}_can_speak_english_well",)),
    (
        "Mostly another, and a little English",
        (f"{_NOT_ENGLISH}_cannot_speak_english_well",),
    ),
    ("Mostly another, and no English", (f"{_NOT_ENGLISH}_cannot_speak_english",)),
)
HOURS = (
    ("15 hours or less", ("part_time_15_hours_or_less_worked",)),
    ("16 to 30 hours", ("part_time_16_to_30_hours_worked",)),
    ("31 to 48 hours", ("full_time_31_to_48_hours_worked",)),
    ("49 hours or more", ("full_time_49_or_more_hours_worked",)),
)
HEALTH = (
    ("Very good", ("very_good_health",)),
    ("Good", ("good_health",)),
    ("Fair", ("fair_health",)),
    ("Bad", ("bad_health",)),
    ("Very bad", ("very_bad_health",)),
)
CARS = (
    ("No car", ("no_cars_or_vans_in_household",)),
    ("One car", ("1_car_or_van_in_household",)),
    ("Two cars", ("2_cars_or_vans_in_household",)),
    ("Three cars or more", ("3_or_more_cars_or_vans_in_household",)),
)
TENURES = (
    ("Owned, all paid", ("owned_owns_outright",)),
    (
        "Being bought",
        ("owned_owns_with_a_mortgage_or_loan", "shared_ownership_shared_ownership"),
    ),
    (
        "From the council or an association",
        (
            "social_rented_rents_from_council_or_local_authority",
            "social_rented_other_social_rented",
        ),
    ),
    (
        "From a private landlord",
        (
            "private_rented_private_landlord_or_letting_agency",
            "private_rented_other_private_rented",
        ),
    ),
    ("Rent free", ("lives_rent_free",)),
)
BACKGROUNDS = (
    ("Asian, Asian British or Asian Welsh", ("asian_asian_british_or_asian_welsh",)),
    (
        "Black, Black British, Black Welsh, Caribbean or African",
        ("black_black_british_black_welsh_caribbean_or_african",),
    ),
    ("Mixed or several", ("mixed_or_multiple_ethnic_groups",)),
    ("White", ("white",)),
    ("Another", ("other_ethnic_group",)),
)
_CARE_TO_19 = (
    "provides_9_hours_or_less_unpaid_care_a_week",
    "provides_10_to_19_hours_unpaid_care_a_week",
)
_CARE_TO_49 = (
    "provides_20_to_34_hours_unpaid_care_a_week",
    "provides_35_to_49_hours_unpaid_care_a_week",
)
CARE = (
    WhoPart("Nobody", (part_of("care", "provides_no_unpaid_care"),)),
    WhoPart(
        "Somebody, up to 19 hours a week",
        (
            part_of("care", "provides_19_hours_or_less_unpaid_care_a_week"),
            part_of("care", *_CARE_TO_19),
        ),
    ),
    WhoPart(
        "Somebody, 20 to 49 hours a week",
        (
            part_of("care", "provides_20_to_49_hours_unpaid_care_a_week"),
            part_of("care", *_CARE_TO_49),
        ),
    ),
    WhoPart(
        "Somebody, 50 hours a week or more",
        (part_of("care", "provides_50_or_more_hours_unpaid_care_a_week"),),
    ),
)
DISABLED = (
    WhoPart(
        "Disabled",
        (
            part_of("disability", "disabled_under_the_equality_act"),
            part_of(
                "disability",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_lot",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_little",
            ),
        ),
    ),
    WhoPart(
        "Not disabled",
        (
            part_of("disability", "not_disabled_under_the_equality_act"),
            all_but(
                "disability",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_lot",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_little",
            ),
        ),
    ),
)

PEOPLE, HOMES = "people", "homes"

WHO = (
    WhoGroup(
        key="ages",
        question="How old are people here?",
        counted=PEOPLE,
        parts=_ages(),
    ),
    WhoGroup(
        key="households",
        question="Who do people live with?",
        counted=HOMES,
        parts=_parts("household", HOUSEHOLDS),
    ),
    WhoGroup(
        key="languages",
        question="Which languages do people speak?",
        counted="people of 3 and over",
        parts=_parts("english", LANGUAGES),
    ),
    WhoGroup(
        key="care",
        question="Who do people look after?",
        counted="people of 5 and over",
        parts=CARE,
        note="Looking after somebody without being paid for it.",
    ),
    WhoGroup(
        key="hours",
        question="How long do people work each week?",
        counted="people of 16 and over in work",
        parts=_parts("hours", HOURS),
        note="The census was taken in lockdown, on 21 March 2021.",
    ),
    WhoGroup(
        key="health",
        question="How do people say their health is?",
        counted=PEOPLE,
        parts=_parts("health", HEALTH),
    ),
    WhoGroup(
        key="disability",
        question="How many people are disabled?",
        counted=PEOPLE,
        parts=DISABLED,
    ),
    WhoGroup(
        key="backgrounds",
        question="How do people describe their background?",
        counted=PEOPLE,
        parts=_parts("ethnic", BACKGROUNDS),
    ),
    WhoGroup(
        key="homes",
        question="Whose are the homes?",
        counted=HOMES,
        parts=_parts("tenure", TENURES),
    ),
    WhoGroup(
        key="cars",
        question="How many homes have a car?",
        counted=HOMES,
        parts=_parts("cars", CARS),
    ),
)

RESIDENTS = (Way((f"age.{TOTAL}",)), Way((f"people.{TOTAL}",)))
"""How many live here: the census, else the newest estimate."""
