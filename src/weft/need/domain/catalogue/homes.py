"""What is asked about homes, and about who is at home with whom?"""

from weft.need.domain.catalogue.ways import PERTURBED, part_of
from weft.need.domain.measuring import Harder, Indicator, Theme, Way

_PRIVATE = (
    "private_rented_private_landlord_or_letting_agency",
    "private_rented_other_private_rented",
)
_SOCIAL = (
    "social_rented_rents_from_council_or_local_authority",
    "social_rented_other_social_rented",
)
_LONE_PARENTS = "single_family_household_lone_parent_family_with_dependent_children"
_ALONE = ("one_person_household_aged_66_years_and_over", "one_person_household_other")

HOMES_AND_COMPANY = (
    Indicator(
        key="cold-homes",
        question="How many homes are hard to keep warm?",
        sentence="{value} homes are hard to keep warm.",
        short="Homes hard to keep warm",
        missing="a warm home",
        official="Proportion of households fuel poor (%), low income low energy "
        "efficiency",
        theme=Theme.HOME,
        ways=(Way(("fuel.share",)),),
        note="A model, not a count of each home.",
    ),
    Indicator(
        key="no-car",
        question="How many homes have no car?",
        sentence="{value} homes have no car or van.",
        short="Homes without a car",
        missing="a car",
        official="Number of cars or vans: no cars or vans in household",
        theme=Theme.HOME,
        ways=(part_of("cars", "no_cars_or_vans_in_household"),),
        note="Some people choose to live without a car. What counts is whether there "
        "is another way to get there.",
    ),
    Indicator(
        key="crowded-homes",
        question="How many homes have too few bedrooms?",
        sentence="{value} homes have too few bedrooms for the people in them.",
        short="Homes with too few bedrooms",
        missing="room at home",
        official="Occupancy rating for bedrooms: -1 or less",
        theme=Theme.HOME,
        ways=(
            part_of("rooms", "minus_1", "minus_2_or_less"),
            part_of("rooms", "minus_1_or_less"),
        ),
        note=PERTURBED,
    ),
    Indicator(
        key="two-things-missing",
        question="How many homes go without two things or more?",
        sentence="{value} homes go without two or more of work, schooling, health "
        "and room.",
        short="Homes without two things or more",
        missing="two or more of work, schooling, health and room",
        official="Household deprivation: deprived in two, three or four dimensions",
        theme=Theme.TOGETHER,
        ways=(
            part_of(
                "missing",
                "household_is_deprived_in_two_dimensions",
                "household_is_deprived_in_three_dimensions",
                "household_is_deprived_in_four_dimensions",
            ),
        ),
        note=PERTURBED,
    ),
    Indicator(
        key="rented-homes",
        question="How many homes are rented from a private landlord?",
        sentence="{value} homes are rented from a private landlord.",
        short="Homes rented privately",
        official="Tenure of household: private rented",
        theme=Theme.HOME,
        harder=Harder.NEITHER,
        ways=(part_of("tenure", *_PRIVATE),),
        note=PERTURBED,
    ),
    Indicator(
        key="council-homes",
        question="How many homes belong to the council or a housing association?",
        sentence="{value} homes belong to the council or a housing association.",
        short="Homes rented from council or association",
        official="Tenure of household: social rented",
        theme=Theme.HOME,
        harder=Harder.NEITHER,
        ways=(part_of("tenure", *_SOCIAL),),
        note=PERTURBED,
    ),
    Indicator(
        key="lonely",
        question="How many people feel lonely?",
        sentence="About {value} people over 16 feel lonely at times.",
        short="People who feel lonely",
        missing="company",
        official="Often, always or sometimes lonely (%), modelled from the Community "
        "Life Survey",
        theme=Theme.COMPANY,
        ways=(Way(("lonely.share",)),),
        note="A model, not a count: many areas share one value.",
    ),
    Indicator(
        key="alone",
        question="How many people live alone?",
        sentence="{value} homes have only one person in them.",
        short="Homes of one person",
        official="Household composition: one person household",
        theme=Theme.COMPANY,
        harder=Harder.NEITHER,
        ways=(part_of("household", *_ALONE),),
        note="Living alone is not the same as being lonely.",
    ),
    Indicator(
        key="alone-and-older",
        question="How many people over 66 live alone?",
        sentence="{value} homes have only one person, over 66, in them.",
        short="Homes of one person over 66",
        missing="somebody at home",
        official="Household composition: one person household, aged 66 and over",
        theme=Theme.COMPANY,
        ways=(part_of("household", _ALONE[0]),),
        note="Living alone is not the same as being lonely.",
    ),
    Indicator(
        key="one-parent",
        question="How many homes have one parent and children?",
        sentence="{value} homes have one parent and young children.",
        short="Homes with one parent",
        missing="a second pair of hands",
        official="Household composition: lone parent family with dependent children",
        theme=Theme.COMPANY,
        ways=(part_of("household", _LONE_PARENTS),),
        note=PERTURBED,
    ),
)
