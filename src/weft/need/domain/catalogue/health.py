"""What is asked about health, care, languages and being online?"""

from weft.need.domain.catalogue.ways import PERTURBED, all_but, part_of
from weft.need.domain.measuring import Harder, Indicator, Theme, Way

_POOR_ENGLISH = ("cannot_speak_english_well", "cannot_speak_english")
_NO_ENGLISH_AT_HOME = "no_people_in_household_have_english_as_a_main_language"

AS_TODAY = "So it would be if people went on dying at each age as they do now."


def _years(
    key: str, whose: str, ways: tuple[str, ...], question: str, years: str, missing: str
) -> Indicator:
    """Ask for how many years somebody born here may expect."""
    return Indicator(
        key=key,
        question=question,
        sentence=f"{whose} born here can expect {{value}} {years}.",
        short=f"{whose}: {years}",
        missing=missing,
        official=f"{whose}, {years} expected at birth",
        theme=Theme.HEALTH,
        harder=Harder.FEWER,
        ways=tuple(Way((way,)) for way in ways),
        note=AS_TODAY,
    )


LIVES = (
    _years(
        "years-of-girls", "Girls",
        ("ft.93283.female_all_ages", "ft.90366.female_all_ages"),
        "How long can girls born here expect to live?",
        "years of life", "years of life",
    ),
    _years(
        "years-of-boys", "Boys",
        ("ft.93283.male_all_ages", "ft.90366.male_all_ages"),
        "How long can boys born here expect to live?",
        "years of life", "years of life",
    ),
    _years(
        "healthy-years-of-girls", "Girls", ("ft.90362.female_all_ages",),
        "How long can girls born here expect to be well?",
        "years in good health", "years in good health",
    ),
    _years(
        "healthy-years-of-boys", "Boys", ("ft.90362.male_all_ages",),
        "How long can boys born here expect to be well?",
        "years in good health", "years in good health",
    ),
)  # fmt: skip

HEALTH_AND_LANGUAGE = (
    *LIVES,
    Indicator(
        key="poor-health",
        question="How many people say their health is bad?",
        sentence="{value} people say their health is bad or very bad.",
        short="People in bad health",
        missing="good health",
        official="General health: bad health, very bad health",
        theme=Theme.HEALTH,
        ways=(part_of("health", "bad_health", "very_bad_health"),),
        note="Areas with many older people have more people in bad health.",
    ),
    Indicator(
        key="disabled",
        question="How many people are disabled?",
        sentence="{value} people are disabled.",
        short="Disabled people",
        official="Disability: disabled under the Equality Act",
        theme=Theme.HEALTH,
        harder=Harder.NEITHER,
        ways=(
            part_of("disability", "disabled_under_the_equality_act"),
            part_of(
                "disability",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_lot",
                "disabled_under_the_equality_act_day_to_day_activities_limited_a_little",
            ),
        ),
        note="Areas with many older people have more disabled people.",
    ),
    Indicator(
        key="carers",
        question="How many people look after somebody unpaid?",
        sentence="{value} people over 5 look after somebody unpaid.",
        short="People who care unpaid",
        official="Provision of unpaid care: all who provide any",
        theme=Theme.HEALTH,
        harder=Harder.NEITHER,
        ways=(all_but("care", "provides_no_unpaid_care"),),
        note=PERTURBED,
    ),
    Indicator(
        key="much-care",
        question="How many people care for somebody 50 hours a week or more?",
        sentence="{value} people over 5 care for somebody 50 hours a week or more.",
        short="People who care 50 hours or more",
        missing="time off from caring",
        official="Provision of unpaid care: 50 or more hours a week",
        theme=Theme.HEALTH,
        ways=(part_of("care", "provides_50_or_more_hours_unpaid_care_a_week"),),
        note=PERTURBED,
    ),
    Indicator(
        key="little-english",
        question="How many people speak little English?",
        sentence="{value} people over 3 speak little or no English.",
        short="People who speak little English",
        missing="things in their own language",
        official="Proficiency in English: cannot speak English well, cannot speak "
        "English",
        theme=Theme.LANGUAGE,
        ways=(
            part_of(
                "english", *(f"main_language_is_not_english_{p}" for p in _POOR_ENGLISH)
            ),
        ),
        note=PERTURBED,
    ),
    Indicator(
        key="other-languages",
        question="How many people mostly speak another language?",
        sentence="{value} people over 3 mostly speak a language other than English.",
        short="People whose main language is not English",
        official="Main language is not English",
        theme=Theme.LANGUAGE,
        harder=Harder.NEITHER,
        ways=(all_but("english", "main_language_is_english"),),
        note=PERTURBED,
    ),
    Indicator(
        key="homes-without-english",
        question="In how many homes is English nobody's main language?",
        sentence="{value} homes have nobody whose main language is English.",
        short="Homes where English is nobody's main language",
        official="Household language: no people in household have English as a main "
        "language",
        theme=Theme.LANGUAGE,
        harder=Harder.NEITHER,
        ways=(part_of("home_language", _NO_ENGLISH_AT_HOME),),
        note=PERTURBED,
    ),
    Indicator(
        key="offline",
        question="How do people here use the internet?",
        sentence="The classification calls this area «{value}».",
        short="Group of internet users",
        official="Internet User Classification group",
        theme=Theme.LANGUAGE,
        harder=Harder.NEITHER,
        ways=(Way(("online.group",)),),
        note="One name for a whole area. People in it differ.",
    ),
    Indicator(
        key="hard-to-be-online",
        question="Where is it hardest to be online?",
        sentence="The score for how hard it is to be online is {value} out of 10.",
        short="Score for being offline",
        missing="the internet",
        official="Digital Exclusion Risk Index score",
        theme=Theme.LANGUAGE,
        ways=(Way(("online.score",)),),
    ),
)
