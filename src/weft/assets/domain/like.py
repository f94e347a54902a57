"""What may a group say of what an offer is like, part by part?

Every part is said for itself and none is asked for. What a group says stands in the
same columns and facts as what others told; what they told is kept beside it, so that
taking a part back leaves no trace.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.sureness import Aspect

Value = str | int | list[str] | date | UUID | None
"""What stands in a column of an offer."""

Kept = str | int | list[str] | None
"""The same, as JSON keeps it."""


class Part(StrEnum):
    """What is said together; the value stands in addresses."""

    MINUTES = "first-minutes"
    PRICE = "price"
    PLACE = "place"
    DOOR = "door"
    MANNER = "manner"
    JOINING = "joining"
    COMPANY = "company"
    WHO_FOR = "who-for"
    LANGUAGES = "languages"
    SENSES = "senses"
    NEWCOMERS = "newcomers"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAbout:
    """Where a part is kept, and which side of the offer it is.

    Attributes
    ----------
    columns
        Of ``Offer``.
    facts, words
        Which are facts of their own.
    aspect
        None for what has no sureness of its own.
    """

    columns: tuple[str, ...] = ()
    facts: tuple[FactField, ...] = ()
    words: tuple[WordField, ...] = ()
    aspect: Aspect | None = Aspect.WELCOME


PARTS: Mapping[Part, PartAbout] = {
    Part.MINUTES: PartAbout(columns=("first_ten_minutes",)),
    Part.PRICE: PartAbout(
        columns=(
            "price_pence_least",
            "price_pence_most",
            "price_note",
            "free_places",
        ),
        aspect=Aspect.PRICE,
    ),
    Part.PLACE: PartAbout(columns=("place_id",), aspect=Aspect.ADDRESS),
    Part.DOOR: PartAbout(
        facts=(
            FactField.STEP_FREE,
            FactField.TOILETS,
            FactField.ACCESSIBLE_TOILET,
            FactField.HEARING_LOOP,
            FactField.PARKING,
            FactField.QUIET_ROOM,
        ),
        aspect=Aspect.DOOR,
    ),
    Part.MANNER: PartAbout(columns=("manner", "spectrum", "safeguards")),
    Part.JOINING: PartAbout(
        columns=("joining_rule", "how_to_join", "joining_hours", "telephone")
    ),
    Part.COMPANY: PartAbout(
        facts=(
            FactField.GO_WITH,
            FactField.BRING_A_FRIEND,
            FactField.BRING_A_CHILD,
            FactField.BEGINNERS,
            FactField.MIXED_ABILITIES,
        )
    ),
    Part.WHO_FOR: PartAbout(words=(WordField.WHO_FOR,)),
    Part.LANGUAGES: PartAbout(columns=("languages",)),
    Part.SENSES: PartAbout(columns=("sensory",)),
    Part.NEWCOMERS: PartAbout(columns=("newcomers_per_week",)),
    Part.FUNDING: PartAbout(columns=("funding", "funded_until"), aspect=None),
}


def part_of(field: FactField) -> Part | None:
    """Say in which part a group is asked for a fact; None where in none."""
    return next((one for one, about in PARTS.items() if field in about.facts), None)


class Funding(StrEnum):
    """What keeps an offer going."""

    CORE = "core"
    PROJECT = "project"
    MEMBERS = "members"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeSaid:
    """What a group says of one part.

    Attributes
    ----------
    columns
        What shall stand in each column of the part; a column that is not named stays
        as it is.
    facts
        Yes or no to what is spoken of; None takes their word back.
    words
        "" takes their word back.
    """

    part: Part
    columns: Mapping[str, Value] = field(default_factory=dict)
    facts: Mapping[FactField, bool | None] = field(default_factory=dict)
    words: Mapping[WordField, str] = field(default_factory=dict)


def to_keep(value: Value) -> Kept:
    """Write what stands in a column the way JSON keeps it."""
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def from_kept(column: str, kept: Kept) -> Value:
    """Read back what was kept of a column.

    >>> from_kept("funded_until", "2027-03-31"), from_kept("sensory", "It hums.")
    (datetime.date(2027, 3, 31), 'It hums.')
    """
    if isinstance(kept, str) and column == "funded_until":
        return date.fromisoformat(kept)
    return UUID(kept) if isinstance(kept, str) and column == "place_id" else kept
