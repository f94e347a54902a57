"""What does a community ask for, what is strong in it, and what stays open?

Told with a project (``told``). What hangs on a passage is told by its ref, and
goes where its words go: nowhere that its room or its speaker does not let them.
"""

from dataclasses import dataclass
from datetime import date

from weft.access.domain.next_offer import Whose
from weft.assets.domain.kinds import OfferKind
from weft.voices.domain.kinds import Strength, WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereTold:
    """Where somebody else would put it, who was there: it stands beside the list."""

    by: str
    at: int | None = None  # its place in their own list; None: not in it at all
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityTold:
    """One thing that comes first, second, third … for a community."""

    words: str
    place: str = ""  # the code of a neighbourhood, where it is about one
    kind: OfferKind | None = None
    elsewhere: tuple[ElsewhereTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesTold:
    """What a community put first, when, and who decided so."""

    ref: str
    community: str  # by the name that it gives itself
    whose: Whose | None = None
    of: str = ""  # the code of the neighbourhood whose community it is
    decided_on: date | None = None
    people: int | None = None  # how many decided; None is not known
    how: str = ""  # a show of hands, all agreed …
    first: tuple[PriorityTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthTold:
    """That a passage tells of something that a place has."""

    passage: str
    kind: Strength
    place: str  # the code of a neighbourhood or small area


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTold:
    """That a passage asks something; open until somebody answers."""

    passage: str
    answer: str = ""
    answered_by: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTold:
    """A book, a song … that somebody named."""

    passage: str
    name: str
    kind: WorkKind = WorkKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionTold:
    """What is taken to be so, with what was said that bears it out or does not."""

    ref: str
    words: str
    holds: tuple[str, ...] = ()  # refs of passages
    doubts: tuple[str, ...] = ()
