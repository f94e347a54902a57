"""What is held of a project, whole: for leaving, and for every format that we write?"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from weft.commons.errors import NotFound
from weft.voices.domain.anchors import WHOLE_PICTURE, TextSpan
from weft.voices.domain.kinds import (
    Axis,
    Layer,
    Level,
    Sees,
    Shown,
    SourceKind,
    SpeakerKind,
)
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.told import (
    CodeTold,
    CodingTold,
    ConsentTold,
    PaidTold,
    PassageTold,
    PresenceTold,
    ProjectTold,
    SourceTold,
    SpeakerTold,
    WorkshopTold,
)
from weft.voices.models import (
    Code,
    Coding,
    Passage,
    Presence,
    Project,
    Source,
    Speaker,
    Workshop,
)
from weft.voices.queries.mapped import map_told
from weft.voices.queries.whole_asked import (
    assumptions_told,
    priorities_told,
    questions_told,
    strengths_told,
    works_told,
)
from weft.voices.queries.whole_beside import mentioned_told, suggestions_told
from weft.voices.queries.whole_claims import claims_told
from weft.voices.queries.whole_coding import facets_told, readings_told
from weft.voices.queries.whole_pictures import picture_of, picture_told
from weft.voices.queries.whole_votes import rounds_told

NO_SUCH_PROJECT = "There is no such project here."


def project_row(region: str, slug: str) -> Project:
    """Find a project.

    Raises
    ------
    NotFound
        There is none at this address.
    """
    found = Project.objects.filter(region=region, slug=slug).first()
    if found is None:
        raise NotFound(NO_SUCH_PROJECT)
    return found


def whole(region: str, slug: str) -> ProjectTold:
    """Give a project as it would be told; what was taken back is not in it.

    Raises
    ------
    NotFound
        There is none at this address.
    """
    project = project_row(region, slug)
    held = Passage.objects.filter(project=project, withdrawn_on=None)
    refs = set(held.values_list("ref", flat=True))
    drawn = map_told(project, refs)
    return ProjectTold(
        slug=project.slug,
        name=project.name,
        purpose=project.purpose,
        draft=project.draft,
        made_up=project.made_up,
        claims_sent_on=project.claims_sent_on,
        claims_sent_how=project.claims_sent_how,
        speakers=tuple(map(_speaker, project.speakers.order_by("pk"))),
        workshops=tuple(
            _workshops(project, held.select_related("speaker", "hangs_on"))
        ),
        codes=tuple(map(_code, project.codes.select_related("parent").order_by("pk"))),
        codings=tuple(_codings(held)),
        facets=tuple(facets_told(held)),
        readings=tuple(readings_told(project)),
        claims=tuple(claims_told(project, refs)),
        causes=drawn.causes,
        things=drawn.things,
        loops=drawn.loops,
        rounds=tuple(rounds_told(project, refs)),
        mentioned=tuple(mentioned_told(project, refs)),
        suggests=project.suggests,
        suggestions=tuple(suggestions_told(project, refs)),
        priorities=tuple(priorities_told(project)),
        strengths=tuple(strengths_told(held)),
        questions=tuple(questions_told(held)),
        works=tuple(works_told(held)),
        assumptions=tuple(assumptions_told(project, refs)),
    )


def _codings(held: QuerySet[Passage]) -> Iterable[CodingTold]:
    rows = Coding.objects.filter(passage__in=held).select_related("code", "passage")
    for one in rows.order_by("pk"):
        yield CodingTold(code=one.code.ref, passage=one.passage.ref, coder=one.coder)


def _speaker(one: Speaker) -> SpeakerTold:
    return SpeakerTold(
        ref=one.ref,
        kind=SpeakerKind(one.kind),
        name=one.name,
        chooses_first=one.chooses_first,
    )


def _code(one: Code) -> CodeTold:
    return CodeTold(
        ref=one.ref,
        name=one.name,
        layer=Layer(one.layer),
        memo=one.memo,
        parent=one.parent.ref if one.parent else "",
    )


def _workshops(project: Project, held: QuerySet[Passage]) -> Iterable[WorkshopTold]:
    passages: dict[int, list[PassageTold]] = defaultdict(list)
    for one in held.order_by("number"):
        passages[one.source_id].append(_passage(one))
    rows = Workshop.objects.filter(project=project).order_by("pk")
    for workshop in rows.prefetch_related(
        "presences", "sources__picture__persons__person"
    ):
        yield room_told(
            workshop,
            tuple(
                _source(source, tuple(passages[source.pk]))
                for source in workshop.sources.all()
            ),
        )


def room_told(one: Workshop, sources: tuple[SourceTold, ...]) -> WorkshopTold:
    """Give a workshop as it is told, with these of its sources."""
    return WorkshopTold(
        ref=one.ref,
        name=one.name,
        questions=tuple(one.questions),
        held_on=one.held_on,
        place=one.place,
        area=one.area,
        hosted_by=one.hosted_by,
        came=one.came,
        spoke=one.spoke,
        paid=PaidTold(
            coming=one.paid_coming, coding=one.paid_coding, deciding=one.paid_deciding
        ),
        consent=ConsentTold(words=one.consent, sees=Sees(one.sees), until=one.until),
        needs=one.needs,
        presences=tuple(_presence(row) for row in one.presences.all()),
        sources=sources,
    )


def _presence(one: Presence) -> PresenceTold:
    return PresenceTold(
        axis=Axis(one.axis),
        group=one.group,
        invited=one.invited,
        came=one.came,
        spoke=one.spoke,
    )


def _source(one: Source, passages: tuple[PassageTold, ...]) -> SourceTold:
    return SourceTold(
        ref=one.ref,
        name=one.name,
        kind=SourceKind(one.kind),
        level=Level(one.level),
        text=one.text,
        language=one.language,
        left_out=tuple(one.left_out),
        picture=picture_told(picture_of(one)),
        passages=passages,
    )


def _passage(one: Passage) -> PassageTold:
    at = read_again(one.at, one.words) or WHOLE_PICTURE
    return PassageTold(
        ref=one.ref,
        at=at,
        speaker=one.speaker.ref if one.speaker else "",
        first_hand=one.first_hand,
        on_behalf_of=one.on_behalf_of,
        words="" if isinstance(at, TextSpan) else one.words,
        readings=tuple(one.readings),
        in_english=one.in_english,
        put_by=one.put_by,
        warning=one.warning,
        whole=one.whole,
        hangs_on=_hangs_on(one),
        choice=Shown(one.choice),
    )


def _hangs_on(one: Passage) -> str:
    stem = one.hangs_on
    return stem.ref if stem and stem.withdrawn_on is None else ""
