"""What stands on the wall of a project: claims, and the words behind each?

What a room's consent does not let somebody read is not in what they get: they learn
that there are words, and nothing of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from weft.voices.domain.anchors import TimeSpan
from weft.voices.domain.claims import draft_until, state_of
from weft.voices.domain.kinds import Axis, Layer, Level, SourceKind, Stance
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.reading import Reader
from weft.voices.domain.young import speaks_of_the_young, young_are_waited_for
from weft.voices.models import (
    Ask,
    Claim,
    Objection,
    Passage,
    Presence,
    Project,
    Workshop,
)
from weft.voices.queries.choosing import only_counted
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.pictures import picture_shown
from weft.voices.queries.shown import (
    AskShown,
    BehindShown,
    ClaimShown,
    CodeShown,
    ObjectionShown,
    PassageShown,
    Wall,
    WorkshopShown,
)
from weft.voices.queries.stems import only_stems
from weft.voices.queries.whole import project_row


def wall(
    region: str, slug: str, *, reader: Reader, today: date, there: str = ""
) -> Wall:
    """Give a project's wall.

    Parameters
    ----------
    region, slug
        Where the project is.
    reader
        Who reads; each workshop's consent is kept.
    today
        The day they read: a consent ends, a draft comes to stand.
    there
        The ref of a workshop at which they were; they read it as one who was there.

    Raises
    ------
    NotFound
        There is no such project.
    """
    project = project_row(region, slug)
    rooms = list(project.workshops.order_by("held_on", "pk"))
    opened = {
        one.pk: is_open_to(
            one,
            reader=max(reader, Reader.ROOM) if one.ref == there else reader,
            today=today,
        )
        for one in rooms
    }
    rows = {one.pk: one for one in passage_rows(project)}
    unshown = frozenset[int]()
    if reader < Reader.HOST:
        unshown = only_counted(rows.values())
    stems, wait = only_stems(project), _young_wait(project)
    passages = {
        one.pk: replace(
            passage_shown(one, opened, today, unshown),
            stem=_stem(rows.get(one.hangs_on_id or 0), opened, unshown),
            only_stem=one.pk in stems,
            young_wait=wait and _of_the_young(one),
        )
        for one in rows.values()
    }
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


def _young_wait(project: Project) -> bool:
    """Tell whether the young were asked, in any room, and have not answered yet."""
    rows = Presence.objects.filter(workshop__project=project, axis=Axis.AGE)
    return young_are_waited_for(rows.values_list("group", "invited", "spoke"))


def shown_alone(
    project: Project, some: QuerySet[Passage], *, reader: Reader, today: date
) -> dict[int, PassageShown]:
    """Show some passages of a project by their numbers, as its wall would.

    Only the texts in which they stand are read, so that a page that names a few need
    not wait for a whole project.
    """
    rooms = project.workshops.all()
    opened = {one.pk: is_open_to(one, reader=reader, today=today) for one in rooms}
    rows = list(passage_rows(project).filter(source__in=some.values("source")))
    unshown = only_counted(rows) if reader < Reader.HOST else frozenset()
    wanted = set(some.values_list("pk", flat=True))
    wait = _young_wait(project)
    return {
        one.number: replace(
            passage_shown(one, opened, today, unshown),
            young_wait=wait and _of_the_young(one),
        )
        for one in rows
        if one.pk in wanted
    }


def passage_rows(project: Project) -> QuerySet[Passage]:
    """Give the passages of a project, with what is shown of each."""
    return (
        Passage.objects.filter(project=project)
        .select_related("project", "source__workshop", "source__picture", "speaker")
        .defer("source__picture__jpeg")  # it is large, and has an address of its own
        .prefetch_related("codings__code", "source__picture__persons__person")
    )


def passage_shown(
    one: Passage,
    opened: Mapping[int, bool],
    today: date,
    unshown: frozenset[int] = frozenset(),
) -> PassageShown:
    """Show a passage; of one that may not be read, only that there is one."""
    source = one.source
    frame = PassageShown(
        number=one.number,
        source=source.name,
        kind=SourceKind(source.kind),
        level=Level(source.level),
        workshop=source.workshop.name,
        place=source.workshop.place,
        withdrawn=one.withdrawn_on is not None,
        closed=not opened[source.workshop_id] or one.pk in unshown,
        unshown=one.pk in unshown and opened[source.workshop_id],
    )
    if frame.withdrawn or frame.closed:
        return frame
    codes = {(row.code.layer, row.code.name) for row in one.codings.all()}
    return replace(
        frame,
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
        picture=picture_shown(one, project=one.project.slug, today=today),
        time=at if isinstance(at := read_again(one.at, one.words), TimeSpan) else None,
    )


def _of_the_young(one: Passage) -> bool:
    """Tell whether somebody else speaks of the young."""
    return one.first_hand is not True and speaks_of_the_young(one.on_behalf_of)


def _stem(
    stem: Passage | None, opened: Mapping[int, bool], unshown: frozenset[int]
) -> str:
    """Give the words that a list hangs on, where they may be read."""
    if stem is None or stem.pk in unshown or not opened[stem.source.workshop_id]:
        return ""
    return stem.words


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
                _still_said(behind), sent_on=_sent_on(one, project), today=today
            ),
            draft_until=draft_until(_sent_on(one, project)),
            behind=tuple(sorted(behind, key=_for_first)),
            objections=tuple(_objection(row) for row in one.objections.all()),
            asks=tuple(ask_shown(row, today) for row in one.asks.all()),
        )


def _sent_on(one: Claim, project: Project) -> date | None:
    """Say when those who were there got a claim; a late one has a day of its own."""
    return one.sent_on if one.late else project.claims_sent_on


def _still_said(behind: Sequence[BehindShown]) -> list[Stance]:
    """Leave out what was taken back: a claim may not live on it."""
    return [one.stance for one in behind if not one.passage.withdrawn]


def _for_first(one: BehindShown) -> tuple[int, int]:
    order = (Stance.FOR, Stance.EITHER, Stance.AGAINST)
    return order.index(one.stance), one.passage.number


def _objection(one: Objection) -> ObjectionShown:
    return ObjectionShown(words=one.words, said_by=one.said_by, said_on=one.said_on)


def ask_shown(one: Ask, today: date) -> AskShown:
    """Show an ask, as it stands on a day."""
    return AskShown(
        words=one.words,
        asked_of=one.asked_of,
        answer_by=one.answer_by,
        reply=one.reply,
        replied_on=one.replied_on,
        done=one.done,
        late=not one.reply and one.answer_by < today,
        key=str(one.key),
        asked_on=one.asked_on,
        done_on=one.done_on,
    )
