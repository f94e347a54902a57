"""What is a census table about, whichever layout it comes in?

The same table comes from Nomis in bulk, by query, and in the long form of those who
re-publish it. All three end in the same keys here, so that a page need not know which
one a deployment happened to load.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from weft.need.domain.columns import Column, Kind

CENSUS_YEAR = 2021
TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One table of the census.

    Attributes
    ----------
    key
        Ours, and the first half of every column's key.
    tables
        The publisher's numbers of it; the first is the bulk table.
    title
        Its name.
    unit
        What is counted: ``people`` or ``homes``.
    of_whom
        Its universe.
    hints
        What the category column of a long-form file, or a query's title, holds.
    """

    key: str
    tables: tuple[str, ...]
    title: str
    unit: str
    of_whom: str
    hints: tuple[str, ...] = ()


TOPICS = (
    Topic(
        key="age",
        tables=("TS007A", "TS007B", "TS007", "RM121", "RM200", "TS009"),
        title="Age",
        unit="people",
        of_whom="all usual residents",
        hints=("aged 4 years and under", "aged 5 to 9 years"),
    ),
    Topic(
        key="household",
        tables=("TS003", "RM200H"),
        title="Household composition",
        unit="homes",
        of_whom="all households",
        hints=("lone parent family",),
    ),
    Topic(
        key="missing",
        tables=("TS011",),
        title="Household deprivation",
        unit="homes",
        of_whom="all households",
        hints=("deprivation_dimensions", "household is not deprived"),
    ),
    Topic(
        key="migrant",
        tables=("TS019",),
        title="Migrant indicator",
        unit="people",
        of_whom="all usual residents",
        hints=("address_one_year_ago_is_the_same",),
    ),
    Topic(
        key="ethnic",
        tables=("TS021", "TS022"),
        title="Ethnic group",
        unit="people",
        of_whom="all usual residents",
        hints=("ethnic_group",),
    ),
    Topic(
        key="home_language",
        tables=("TS025",),
        title="Household language",
        unit="homes",
        of_whom="all households",
        hints=("household_language",),
    ),
    Topic(
        key="english",
        tables=("TS029",),
        title="Proficiency in English language",
        unit="people",
        of_whom="usual residents aged 3 and over",
        hints=("proficiency", "main language is not english"),
    ),
    Topic(
        key="religion",
        tables=("TS030",),
        title="Religion",
        unit="people",
        of_whom="all usual residents",
        hints=("religion",),
    ),
    Topic(
        key="health",
        tables=("TS037",),
        title="General health",
        unit="people",
        of_whom="all usual residents",
        hints=("general_health", "very good health"),
    ),
    Topic(
        key="disability",
        tables=("TS038",),
        title="Disability",
        unit="people",
        of_whom="all usual residents",
        hints=("disability", "disability_category", "disabled under the"),
    ),
    Topic(
        key="care",
        tables=("TS039",),
        title="Provision of unpaid care",
        unit="people",
        of_whom="usual residents aged 5 and over",
        hints=("unpaid_care", "provides no unpaid care"),
    ),
    Topic(
        key="dwelling",
        tables=("TS044",),
        title="Accommodation type",
        unit="homes",
        of_whom="all households",
        hints=("semi-detached",),
    ),
    Topic(
        key="cars",
        tables=("TS045", "QS416EW"),
        title="Number of cars or vans",
        unit="homes",
        of_whom="all households",
        hints=("availability_category", "no cars or vans in household"),
    ),
    Topic(
        key="rooms",
        tables=("TS052",),
        title="Occupancy rating for bedrooms",
        unit="homes",
        of_whom="all households",
        hints=("occupancy_rating",),
    ),
    Topic(
        key="tenure",
        tables=("TS054",),
        title="Tenure of household",
        unit="homes",
        of_whom="all households",
        hints=("tenure",),
    ),
    Topic(
        key="hours",
        tables=("TS059",),
        title="Hours worked",
        unit="people",
        of_whom="usual residents aged 16 and over in work the week before the census",
        hints=("hours_worked_category", "15 hours or less worked"),
    ),
    Topic(
        key="to_work",
        tables=("TS061",),
        title="Method of travel to workplace",
        unit="people",
        of_whom="usual residents aged 16 and over in work the week before the census",
        hints=("bus, minibus or coach",),
    ),
    Topic(
        key="activity",
        tables=("TS066",),
        title="Economic activity status",
        unit="people",
        of_whom="usual residents aged 16 and over",
        hints=("economic_activity_status", "economically inactive"),
    ),
)

_BY_TABLE = {table: topic for topic in TOPICS for table in topic.tables}

_ENGLISH = (
    (" (english or welsh in wales)", ""),
    (" in england, or english or welsh in wales", ""),
    ("one-person", "one person"),
)


def topic_of_table(table: str) -> Topic | None:
    """Find the topic of a census table by its number, in any case."""
    return _BY_TABLE.get(table.upper())


def topic_of_words(words: Sequence[str]) -> Topic | None:
    """Find the topic whose hints stand among a file's headings and categories.

    Headings win over categories: «proficiency» as a column's name says more than
    «main language» somewhere in a cell.
    """
    plain = [word.strip().lower() for word in words]
    for topic in TOPICS:
        if any(hint in plain for hint in topic.hints):
            return topic
    for topic in TOPICS:
        if any(hint in word for hint in topic.hints if " " in hint for word in plain):
            return topic
    return None


def plain_label(label: str, *, variable: str = "") -> str:
    """Write a category the way it is compared and keyed.

    The variable's name in front, ``; measures: Value`` behind, the clauses for Wales
    and the missing blank of TS066 (``…:In employment``) go.
    """
    told = re.sub(r";\s*measures:\s*value$", "", label.strip(), flags=re.IGNORECASE)
    if variable and told.lower().startswith(variable.lower() + ":"):
        told = told[len(variable) + 1 :]
    told = re.sub(r"\s*:\s*", ": ", told).strip()
    for wordy, short in _ENGLISH:
        told = re.sub(re.escape(wordy), short, told, flags=re.IGNORECASE)
    return " ".join(told.split())


def slug(label: str) -> str:
    """Make a key of a plain label: small letters, figures and underscores.

    A sign before a figure is kept as a word, since +2 rooms and -2 rooms differ.
    """
    signed = re.sub(r"(^|\s)\+(?=\d)", r"\1plus ", label.lower())
    signed = re.sub(r"(^|\s)[-−](?=\d)", r"\1minus ", signed)
    bare = re.sub(r"\((?:under-occupied|overcrowded|ideal)\)", "", signed)
    return re.sub(r"[^a-z0-9]+", "_", bare).strip("_")


def is_total(label: str) -> bool:
    """Tell whether a plain label is the table's own total."""
    return bool(re.match(r"(total|all categories|all usual residents$)", label.lower()))


def column_for(topic: Topic, label: str) -> Column:
    """Make the column of one category, or of the total, of a topic.

    Parameters
    ----------
    topic
        The table.
    label
        A plain label (``plain_label``).
    """
    total = is_total(label)
    return Column(
        key=f"{topic.key}.{TOTAL if total else slug(label)}",
        label=label,
        unit=topic.unit,
        kind=Kind.COUNT,
        denominator="" if total else f"{topic.key}.{TOTAL}",
        of_whom=topic.of_whom,
    )


def leaves_at_top(labels: Sequence[str]) -> tuple[int, ...]:
    """Say which of a table's categories add up to its total.

    Subtotals stand among the leaves in census tables; only a category that lies in
    no other counts towards the total.

    Parameters
    ----------
    labels
        Plain labels, totals left away.

    Returns
    -------
    tuple of int
        Positions in ``labels``.
    """
    known = {label.lower() for label in labels}
    return tuple(
        at
        for at, label in enumerate(labels)
        if not any(parent in known for parent in _parents(label.lower()))
    )


def _parents(label: str) -> list[str]:
    """List what a category lies in: «a» and «a: b» for «a: b: c»."""
    parts = label.split(": ")
    return [": ".join(parts[:end]) for end in range(1, len(parts))]
