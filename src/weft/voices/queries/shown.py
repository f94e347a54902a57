"""What may one reader see of a project: its claims, and the words behind each?"""

from dataclasses import dataclass
from datetime import date

from weft.voices.domain.anchors import TimeSpan
from weft.voices.domain.kinds import ClaimState, Layer, Level, SourceKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeShown:
    """A code, as it stands at a passage."""

    name: str
    layer: Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShown:
    """That a part of a picture may be shown beside a passage."""

    project: str
    says: str  # for who cannot see it
    on_paper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageShown:
    """A passage, as one reader may see it."""

    number: int
    source: str
    kind: SourceKind
    level: Level
    workshop: str
    words: str = ""
    language: str = "en"
    speaker: str = ""  # empty: nobody knows who
    first_hand: bool | None = None
    on_behalf_of: str = ""
    in_english: str = ""
    put_by: str = ""
    readings: tuple[str, ...] = ()
    codes: tuple[CodeShown, ...] = ()
    warning: str = ""
    whole: bool = False
    withdrawn: bool = False
    closed: bool = False  # its room does not let this reader see it
    picture: PictureShown | None = None
    time: TimeSpan | None = None  # of a recording


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindShown:
    """A passage, and what it does for a claim."""

    passage: PassageShown
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionShown:
    """What somebody said against a claim who was there."""

    words: str
    said_by: str
    said_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskShown:
    """What somebody is asked to do, and what came of it so far."""

    words: str
    asked_of: str
    answer_by: date
    reply: str
    replied_on: date | None
    done: str
    late: bool  # its day is past, and there is no reply


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim, with all that bears on it."""

    number: int
    words: str
    short: str
    level: Level
    theme: str
    written_by: str
    lived_experience_decided: bool | None
    state: ClaimState
    draft_until: date | None
    behind: tuple[BehindShown, ...]
    objections: tuple[ObjectionShown, ...]
    asks: tuple[AskShown, ...]

    def count(self, stance: Stance) -> int:
        """Count the passages that do one thing for it."""
        return sum(one.stance is stance for one in self.behind)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopShown:
    """One time that people met."""

    name: str
    questions: tuple[str, ...]
    held_on: date | None
    place: str
    hosted_by: str
    came: int | None
    spoke: int | None
    paid_coming: bool | None
    open: bool  # may this reader see its words?


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A project, as one reader may see it."""

    slug: str
    name: str
    purpose: str
    draft: str
    made_up: bool
    claims_sent_on: date | None
    workshops: tuple[WorkshopShown, ...]
    claims: tuple[ClaimShown, ...]
    passages: tuple[PassageShown, ...]

    @property
    def carried(self) -> frozenset[int]:
        """Number the passages that stand for or against a claim."""
        return frozenset(
            one.passage.number
            for claim in self.claims
            for one in claim.behind
            if one.stance is not Stance.EITHER
        )

    @property
    def could_be(self) -> frozenset[int]:
        """Number those that bear on claims, and only so that they could be either."""
        behind = (one.passage.number for claim in self.claims for one in claim.behind)
        return frozenset(behind) - self.carried

    @property
    def left_out(self) -> tuple[PassageShown, ...]:
        """Give the passages that no claim carries: kept, and shown."""
        borne = self.carried | self.could_be
        return tuple(one for one in self.passages if one.number not in borne)
