"""What stands on the wall of a project: claims, and the words behind each?

What a room's consent does not let somebody read is not in what they get: they learn
that there are words, and nothing of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from weft.voices.domain.claims import draft_until, state_of
from weft.voices.domain.kinds import (
    ClaimState,
    Layer,
    Level,
    Sees,
    SourceKind,
    Stance,
)
from weft.voices.domain.reading import Reader, may_read
from weft.voices.models import Ask, Claim, Objection, Passage, Project, Workshop
from weft.voices.queries.whole import project_row


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeShown:
    """A code, as it stands at a passage."""

    name: str
    layer: Layer


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


def wall(region: str, slug: str, *, reader: Reader, today: date) -> Wall:
    """Give a project's wall.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; each workshop's consent is kept.
    today
        The day they read: a consent ends, a draft comes to stand.

    Raises
    ------
    NotFound
        There is no such project.
    """
    project = project_row(region, slug)
    rooms = list(project.workshops.order_by("held_on", "pk"))
    opened = {
        one.pk: may_read(Sees(one.sees), until=one.until, reader=reader, today=today)
        for one in rooms
    }
    passages = {one.pk: _passage(one, opened) for one in _passages(project)}
    return Wall(
        slug=project.slug,
        name=project.name,
        purpose=project.purpose,
        draft=project.draft,
        made_up=project.made_up,
        claims_sent_on=project.claims_sent_on,
        workshops=tuple(_workshop(one, opened[one.pk]) for one in rooms),
        claims=tuple(_claims(project, passages, today)),
        passages=tuple(passages.values()),
    )


def _passages(project: Project) -> Iterable[Passage]:
    return (
        Passage.objects.filter(project=project)
        .select_related("source__workshop", "speaker")
        .prefetch_related("codings__code")
    )


def _passage(one: Passage, opened: Mapping[int, bool]) -> PassageShown:
    """Show a passage; of one that may not be read, only that there is one."""
    source = one.source
    frame = PassageShown(
        number=one.number,
        source=source.name,
        kind=SourceKind(source.kind),
        level=Level(source.level),
        workshop=source.workshop.name,
        withdrawn=one.withdrawn_on is not None,
        closed=not opened[source.workshop_id],
    )
    if frame.withdrawn or frame.closed:
        return frame
    codes = {(row.code.layer, row.code.name) for row in one.codings.all()}
    return PassageShown(
        number=one.number,
        source=source.name,
        kind=frame.kind,
        level=frame.level,
        workshop=frame.workshop,
        words=one.words,
        language=source.language,
        speaker=one.speaker.name if one.speaker else "",
        first_hand=one.first_hand,
        on_behalf_of=one.on_behalf_of,
        in_english=one.in_english,
        put_by=one.put_by,
        readings=tuple(one.readings),
        codes=tuple(
            CodeShown(name=name, layer=Layer(layer))
            for layer, name in sorted(
                codes, key=lambda code: (code[0] == Layer.HOW, code)
            )
        ),
        warning=one.warning,
        whole=one.whole,
    )


def _workshop(one: Workshop, opened: bool) -> WorkshopShown:  # noqa: FBT001 it is the answer, told on
    return WorkshopShown(
        name=one.name,
        questions=tuple(one.questions),
        held_on=one.held_on,
        place=one.place,
        hosted_by=one.hosted_by,
        came=one.came,
        spoke=one.spoke,
        paid_coming=one.paid_coming,
        open=opened,
    )


def _claims(
    project: Project, passages: Mapping[int, PassageShown], today: date
) -> Iterable[ClaimShown]:
    rows = Claim.objects.filter(project=project).prefetch_related(
        "behind", "objections", "asks"
    )
    for one in rows:
        behind = tuple(
            BehindShown(passage=passages[row.passage_id], stance=Stance(row.stance))
            for row in one.behind.all()
        )
        yield ClaimShown(
            number=one.number,
            words=one.words,
            short=one.short,
            level=Level(one.level),
            theme=one.theme,
            written_by=one.written_by,
            lived_experience_decided=one.lived_experience_decided,
            state=state_of(
                _still_said(behind), sent_on=project.claims_sent_on, today=today
            ),
            draft_until=draft_until(project.claims_sent_on),
            behind=tuple(sorted(behind, key=_for_first)),
            objections=tuple(_objection(row) for row in one.objections.all()),
            asks=tuple(_ask(row, today) for row in one.asks.all()),
        )


def _still_said(behind: Sequence[BehindShown]) -> list[Stance]:
    """Leave out what was taken back: a claim may not live on it."""
    return [one.stance for one in behind if not one.passage.withdrawn]


def _for_first(one: BehindShown) -> tuple[int, int]:
    order = (Stance.FOR, Stance.EITHER, Stance.AGAINST)
    return order.index(one.stance), one.passage.number


def _objection(one: Objection) -> ObjectionShown:
    return ObjectionShown(words=one.words, said_by=one.said_by, said_on=one.said_on)


def _ask(one: Ask, today: date) -> AskShown:
    return AskShown(
        words=one.words,
        asked_of=one.asked_of,
        answer_by=one.answer_by,
        reply=one.reply,
        replied_on=one.replied_on,
        done=one.done,
        late=not one.reply and one.answer_by < today,
    )
