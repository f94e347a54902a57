"""What do the Indices of Deprivation answer, in words for everybody?

The rates say how many people; the tenths say where an area lies among all areas of
England, 1 being where most is missing. The official names stand beside each number,
never in a heading.
"""

from weft.need.domain.indices import measure
from weft.need.domain.measuring import Indicator, Theme, Way

TENTH = (
    "Areas of England in ten groups of the same size. Group 1 is where most is "
    "missing. It is about areas: most people in group 1 are not short of everything, "
    "and many who are short live elsewhere."
)


def _tenth(
    key: str, measured: str, theme: Theme, question: str, missing: str, thing: str
) -> Indicator:
    """Ask a question that a published tenth answers."""
    name = measure(measured).name
    return Indicator(
        key=key,
        question=question,
        sentence=f"For {thing}, this area is in group {{value}} of 10 in England.",
        short=f"Group of 10: {thing}",
        missing=missing,
        official=f"{name} Decile (where 1 is most deprived 10% of LSOAs)",
        theme=theme,
        ways=(Way((f"iod.{measured}.decile",)),),
        note=TENTH,
    )


def _rate(
    key: str, measured: str, question: str, sentence: str, short: str, missing: str
) -> Indicator:
    """Ask a question that a published rate answers."""
    return Indicator(
        key=key,
        question=question,
        sentence=sentence,
        short=short,
        missing=missing,
        official=f"{measure(measured).name} Score (rate)",
        theme=Theme.MONEY,
        ways=(Way((f"iod.{measured}.score",)),),
        note="Rates of 2019 and 2025 were reckoned differently and are not compared.",
    )


INDICES = (
    _tenth(
        "many-things", "imd", Theme.TOGETHER,
        "Where do many things go short at once?",
        "many things at once", "many things at once",
    ),
    _rate(
        "low-income", "income",
        "How many people live on little money?",
        "{value} people live on little money.",
        "People on little money", "enough money",
    ),
    _rate(
        "children-low-income", "idaci",
        "How many children grow up with little money?",
        "{value} children grow up in families with little money.",
        "Children with little money", "enough money for children",
    ),
    _rate(
        "older-low-income", "idaopi",
        "How many older people live on little money?",
        "{value} people over 60 live on little money.",
        "Older people on little money", "enough money in later life",
    ),
    _rate(
        "kept-out-of-work", "employment",
        "How many people are kept out of work?",
        "{value} people of working age are kept out of work.",
        "People kept out of work", "work",
    ),
    _tenth(
        "money", "income", Theme.MONEY,
        "Where is money shortest?", "enough money", "money",
    ),
    _tenth(
        "work", "employment", Theme.MONEY,
        "Where is work hardest to get?", "work", "work",
    ),
    _tenth(
        "learning", "education", Theme.MONEY,
        "Where do people get fewest chances to learn?",
        "chances to learn", "learning",
    ),
    _tenth(
        "school", "young", Theme.MONEY,
        "Where do children get fewest chances to learn?",
        "chances to learn for children", "children's learning",
    ),
    _tenth(
        "skills", "skills", Theme.MONEY,
        "Where do grown-ups get fewest chances to learn?",
        "chances to learn for grown-ups", "grown-ups' learning",
    ),
    _tenth(
        "health", "health", Theme.HEALTH,
        "Where is health cut short?", "good health", "health",
    ),
    _tenth(
        "safety", "crime", Theme.PLACE,
        "Where do people meet most crime?", "safety", "crime",
    ),
    _tenth(
        "homes-and-services", "barriers", Theme.PLACE,
        "Where are homes and services hardest to get?",
        "homes and services within reach", "homes and services",
    ),
    _tenth(
        "far-away", "far", Theme.PLACE,
        "Where are shops, schools and doctors far away?",
        "shops, schools and doctors nearby", "distance",
    ),
    _tenth(
        "homes-to-afford", "wider", Theme.HOME,
        "Where are homes hardest to afford?", "a home to afford", "homes to afford",
    ),
    _tenth(
        "surroundings", "living", Theme.PLACE,
        "Where are homes and streets least healthy?",
        "healthy homes and streets", "homes and streets",
    ),
    _tenth(
        "state-of-homes", "indoors", Theme.HOME,
        "Where are homes in a poor state?",
        "a home in good repair", "the state of homes",
    ),
    _tenth(
        "air-and-roads", "outdoors", Theme.PLACE,
        "Where are the air and the roads least safe?",
        "clean air and safe roads", "air and roads",
    ),
)  # fmt: skip
