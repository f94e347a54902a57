"""What may one reader see of a project: its claims, and the words behind each?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.anchors import TimeSpan
from weft.voices.domain.coverage import Coverage, Named, Spoken, Tie, covered
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
    place: str = ""  # where they met
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
    stem: str = ""  # the words that its list hangs on
    only_stem: bool = False  # others hang on it, and nothing else is tied to it
    young_wait: bool = False  # for the young, who were asked and have not answered
    withdrawn: bool = False
    closed: bool = False  # its room does not let this reader see it, or who said it
    unshown: bool = False  # it is whoever said it who has not let it be shown
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
    key: str = ""  # by which its links are bound
    asked_on: date | None = None
    done_on: date | None = None


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
    def spoken(self) -> tuple[PassageShown, ...]:
        """Give the passages that stand for themselves; a stem stands with its list."""
        return tuple(one for one in self.passages if not one.only_stem)

    @property
    def said(self) -> tuple[PassageShown, ...]:
        """Give those of them that were said there: no summary, no missing picture."""
        return tuple(
            one
            for one in self.spoken
            if one.level is Level.SAID and one.kind is not SourceKind.MISSING
        )

    @property
    def covered(self) -> Coverage:
        """Look at all claims from all that was said, and back; each by its number."""
        return coverage_of(self.claims, self.said)

    @property
    def left_out(self) -> tuple[PassageShown, ...]:
        """Give the passages that no claim carries: kept, and shown."""
        lost = set(self.covered.lost)
        return tuple(one for one in self.said if str(one.number) in lost)


def coverage_of(
    claims: Sequence[ClaimShown],
    passages: Sequence[PassageShown],
    groups: Sequence[Named] = (),
) -> Coverage:
    """Look at some claims from some passages, and back; each by its number."""
    return covered(
        statements=[str(one.number) for one in claims],
        passages=[Spoken(ref=str(one.number), speaker=one.speaker) for one in passages],
        ties=[
            Tie(
                statement=str(claim.number),
                passage=str(one.passage.number),
                stance=one.stance,
            )
            for claim in claims
            for one in claim.behind
        ],
        groups=groups,
    )
