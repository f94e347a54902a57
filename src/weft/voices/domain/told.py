"""What is told of a project, whole: from a room to a claim in a strategy?

Plain values with which a project comes in and goes out: our own file, REFI-QDA, the
notes of a workshop and the made-up valley all say it in these words, and
``services.take_in`` is the one way in. Things name each other by ``ref``, a word that
is unique within the project.
"""

from dataclasses import dataclass
from datetime import date

from weft.voices.domain.anchors import Anchor
from weft.voices.domain.kinds import (
    Axis,
    Basis,
    FacetKind,
    Layer,
    Level,
    Scale,
    Sees,
    Shown,
    Sign,
    SourceKind,
    SpeakerKind,
    Stance,
    SuggestionState,
    Suggests,
)
from weft.voices.domain.told_asked import (
    AssumptionTold,
    PrioritiesTold,
    QuestionTold,
    StrengthTold,
    WorkTold,
)
from weft.voices.domain.told_pictures import PictureTold
from weft.voices.domain.told_votes import RoundTold


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerTold:
    """Somebody who said something, by a name that is not theirs."""

    ref: str
    kind: SpeakerKind
    name: str  # a pseudonym, «Table 2», «Poster 4»
    chooses_first: bool = False  # their words wait until they have chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageTold:
    """Some words, a part of a picture or a stretch of a recording."""

    ref: str
    at: Anchor
    speaker: str = ""  # a ref; nobody knows whose where it is empty
    first_hand: bool | None = None
    on_behalf_of: str = ""  # «the young», where it is not first-hand
    words: str = ""  # of a picture or a recording; a text has its own
    readings: tuple[str, ...] = ()  # where writing can be read in several ways
    in_english: str = ""
    put_by: str = ""  # who put it into English
    warning: str = ""  # a hard thing is told here
    whole: bool = False  # a poem may stay a poem: no code is asked for
    hangs_on: str = ""  # a ref: the words that its list hangs on
    choice: Shown = Shown.UNASKED  # of whoever said it


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTold:
    """A text, a poster, a picture, a recording or a summary."""

    ref: str
    name: str
    kind: SourceKind
    level: Level = Level.SAID
    text: str = ""
    language: str = "en"  # BCP 47
    left_out: tuple[str, ...] = ()  # of its file: «3 comments», «1 macro»
    picture: PictureTold | None = None
    passages: tuple[PassageTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceTold:
    """How many of a group were asked, came and spoke; None is not known."""

    axis: Axis
    group: str  # in people's own words, or a class of the census
    invited: int | None = None
    came: int | None = None
    spoke: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidTold:
    """Who was paid; None is not known, and is asked for."""

    coming: bool | None = None
    coding: bool | None = None
    deciding: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentTold:
    """To what the people in the room said yes."""

    words: str = ""  # as they were asked
    sees: Sees = Sees.HOSTS
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopTold:
    """One time that people met."""

    ref: str
    name: str
    questions: tuple[str, ...] = ()
    held_on: date | None = None
    place: str = ""
    area: str = ""  # the code of a small area of 2021
    hosted_by: str = ""
    came: int | None = None
    spoke: int | None = None
    paid: PaidTold = PaidTold()
    consent: ConsentTold = ConsentTold()
    needs: str = ""  # what hosts and partners need too
    presences: tuple[PresenceTold, ...] = ()
    sources: tuple[SourceTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTold:
    """A word that a passage is sorted by."""

    ref: str
    name: str
    layer: Layer = Layer.WHAT
    memo: str = ""
    parent: str = ""  # a ref


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingTold:
    """That somebody put a code to a passage."""

    code: str
    passage: str
    coder: str = ""  # a pseudonym


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetTold:
    """How somebody sees a passage: of which time it tells, and how it presses."""

    passage: str
    value: FacetKind
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTold:
    """A place that a blind reading marks, with its codes."""

    start: int  # code points
    end: int  # exclusive
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTold:
    """A text that somebody coded without seeing how others did; no word of it."""

    workshop: str
    source: str
    name: str  # that is not theirs
    own: bool = False  # by those who hold the project
    done_on: date | None = None
    marks: tuple[MarkTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindTold:
    """That a passage bears on a claim."""

    passage: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionTold:
    """«That is not what we meant»: it stands beside the claim."""

    words: str
    said_by: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTold:
    """What somebody is asked to do, by when, and what came of it."""

    words: str
    asked_of: str
    answer_by: date
    asked_on: date | None = None
    reply: str = ""
    replied_on: date | None = None
    done: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold:
    """What the project says, with the passages behind it."""

    ref: str
    words: str
    short: str = ""  # for its tab: «The way home»
    level: Level = Level.WRITTEN
    theme: str = ""
    memo: str = ""
    written_by: str = ""
    lived_experience_decided: bool | None = None
    late: bool = False  # written after the draft was sent: it has a clock of its own
    sent_on: date | None = None  # where it is late
    behind: tuple[BehindTold, ...] = ()
    objections: tuple[ObjectionTold, ...] = ()
    asks: tuple[AskTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionedTold:
    """People of whom passages speak, and the claims that name them too."""

    name: str
    passages: tuple[str, ...] = ()  # refs
    named_by: tuple[str, ...] = ()  # refs of claims


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionTold:
    """What a method offered for somebody to look at, and what they did with it."""

    kind: Suggests
    passage: str  # a ref
    about: str  # the ref of a claim or of another passage; for a code, of the code
    method: str
    version: int
    score: float
    state: SuggestionState = SuggestionState.OFFERED
    by: str = ""  # who answered: a pseudonym or a link's key
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseTold:
    """That one thing makes another more or less, by somebody's account."""

    ref: str
    cause: str  # the name of a thing
    effect: str
    sign: Sign = Sign.MORE
    basis: Basis = Basis.STATED
    takes_time: bool | None = None
    scale: Scale = Scale.UNKNOWN
    words: tuple[str, ...] = ()  # refs of passages
    who: str = ""  # could do something about it
    both_ways: bool = False  # by this account it runs back as well


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingTold:
    """What is known of a thing besides the arrows that lead from it and to it."""

    name: str
    measured_by: str = ""  # the key of a figure (``queries.measures``)
    at: tuple[int, int] | None = None  # where it stands on the canvas: across, down


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopTold:
    """What people call a way round."""

    things: tuple[str, ...]  # in order; the last leads to the first
    name: str = ""
    hopeful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTold:
    """A map of causes, whole."""

    things: tuple[ThingTold, ...] = ()  # of which more is known than their arrows
    causes: tuple[CauseTold, ...] = ()
    loops: tuple[LoopTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTold:
    """A series of workshops with one set of codes, claims and causes."""

    slug: str  # in the address
    name: str
    purpose: str = ""
    draft: str = ""  # where nobody who was there has checked it: who made it
    made_up: bool = False
    claims_sent_on: date | None = None  # when those who were there got the claims
    claims_sent_how: str = ""
    speakers: tuple[SpeakerTold, ...] = ()
    workshops: tuple[WorkshopTold, ...] = ()
    codes: tuple[CodeTold, ...] = ()
    codings: tuple[CodingTold, ...] = ()
    facets: tuple[FacetTold, ...] = ()
    readings: tuple[ReadingTold, ...] = ()
    claims: tuple[ClaimTold, ...] = ()
    causes: tuple[CauseTold, ...] = ()
    things: tuple[ThingTold, ...] = ()
    loops: tuple[LoopTold, ...] = ()
    rounds: tuple[RoundTold, ...] = ()
    mentioned: tuple[MentionedTold, ...] = ()
    suggests: bool = False  # whether a machine may offer something to look at
    suggestions: tuple[SuggestionTold, ...] = ()
    priorities: tuple[PrioritiesTold, ...] = ()
    strengths: tuple[StrengthTold, ...] = ()
    questions: tuple[QuestionTold, ...] = ()
    works: tuple[WorkTold, ...] = ()
    assumptions: tuple[AssumptionTold, ...] = ()
