"""What do those who held a room see of their project, by its link?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from weft.commons.errors import NotFound
from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import PICTURES, FacetKind, Layer, Sees
from weft.voices.domain.pieces import Piece, pieces
from weft.voices.domain.places_kept import Kept, read_again
from weft.voices.domain.reading import Reader
from weft.voices.models import (
    Claim,
    Code,
    Passage,
    Project,
    Source,
    Speaker,
    Workshop,
)
from weft.voices.queries.history import last_number
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PassageShown
from weft.voices.queries.wall import passage_rows, passage_shown
from weft.voices.queries.whole import project_row

ON_A_PAGE = 100
"""Passages of a text that are listed at once; all of them are marked in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAbout:
    """A text, in a list."""

    number: int
    name: str
    letters: int
    marked: int
    is_picture: bool = False
    left_out: tuple[str, ...] = ()  # of its file


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomInHand:
    """A workshop, with its texts."""

    ref: str
    name: str
    place: str
    held_on: date | None
    came: int | None
    sees: Sees
    texts: tuple[TextAbout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectInHand:
    """A project, as its hosts see it."""

    name: str
    rooms: tuple[RoomInHand, ...]
    speakers: tuple[tuple[str, str], ...]  # by what each is known, and their name


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageOpen:
    """A passage that somebody works on: each code and facet, and who put it."""

    passage: PassageShown
    codes: tuple[tuple[str, str, tuple[str, ...]], ...]  # ref, name, coders
    facets: tuple[tuple[FacetKind, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInHand:
    """A text, cut where its passages begin and end, and what it is sorted by."""

    number: int
    name: str
    room: str
    language: str
    pieces: tuple[Piece, ...]
    passages: tuple[PassageShown, ...]
    speakers: tuple[str, ...]
    codes: tuple[str, ...]
    project: str
    claims: tuple[tuple[int, str], ...]  # number, and what it is called
    seen: int  # the last act on codes and marks so far
    page: int = 1  # of the passages, as many as ``ON_A_PAGE``
    pages: int = 1
    open: PassageOpen | None = None


def project_in_hand(key: str) -> ProjectInHand:
    """Give a project to those who hold it.

    Parameters
    ----------
    key
        ``region/slug``, to which their link is bound.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    region, slug = parts_of(key)
    project = project_row(region, slug)
    rooms = (
        Workshop.objects.filter(project__region=region, project__slug=slug)
        .prefetch_related("sources")
        .order_by("held_on", "pk")
    )
    marked = dict(
        Source.objects.filter(workshop__in=rooms)
        .annotate(marked=Count("passages", filter=Q(passages__withdrawn_on=None)))
        .values_list("pk", "marked")
    )
    spoke = Speaker.objects.filter(project__region=region, project__slug=slug)
    return ProjectInHand(
        name=project.name,
        rooms=tuple(_room(one, marked) for one in rooms),
        speakers=tuple(spoke.order_by("name").values_list("ref", "name")),
    )


def _room(one: Workshop, marked: Mapping[int, int]) -> RoomInHand:
    return RoomInHand(
        ref=one.ref,
        name=one.name,
        place=one.place,
        held_on=one.held_on,
        came=one.came,
        sees=Sees(one.sees),
        texts=tuple(
            TextAbout(
                number=row.pk,
                name=row.name,
                letters=len(row.text),
                marked=marked[row.pk],
                is_picture=row.kind in PICTURES,
                left_out=tuple(row.left_out),
            )
            for row in one.sources.all()
        ),
    )


def text_in_hand(
    key: str,
    number: int,
    *,
    today: date,
    passage: int | None = None,
    page: int | None = None,
) -> TextInHand:
    """Give a text to those who hold its project, with one of its passages open.

    Parameters
    ----------
    key, number
        The project, and the text.
    today
        The day they look; a consent ends for them too.
    passage
        The number of the one that is open.
    page
        Which ``ON_A_PAGE`` of its passages are listed; None: those marked last.

    Raises
    ------
    NotFound
        There is no such text, or its consent has ended.
    """
    row = source_in_hand(key, number, today=today)
    project = row.workshop.project
    marked = row.passages.filter(withdrawn_on=None).order_by("number")
    places = list(marked.values_list("number", "at", "words"))
    pages = max(1, -(-len(places) // ON_A_PAGE))
    page = min(page or pages, pages)
    wanted = {no for no, *_ in places[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]}
    shown = _rows(row, wanted | {passage or 0})
    return TextInHand(
        number=row.pk,
        name=row.name,
        room=row.workshop.name,
        language=row.language,
        pieces=_cut(row.text, places),
        passages=_shown((one for one in shown if one.number in wanted), today),
        speakers=_names(Speaker.objects.filter(project=project)),
        codes=code_names(project),
        project=project.name,
        claims=_claims(project),
        seen=last_number(project),
        page=page,
        pages=pages,
        open=next((_open(one, today) for one in shown if one.number == passage), None),
    )


def _rows(row: Source, numbers: Collection[int]) -> list[Passage]:
    """Give some passages of a text with all that is shown of them, in their order."""
    rows = passage_rows(row.workshop.project).filter(source=row, withdrawn_on=None)
    return list(rows.filter(number__in=numbers).order_by("number"))


def _cut(text: str, places: Iterable[tuple[int, Kept, str]]) -> tuple[Piece, ...]:
    """Cut a text where its passages begin and end."""
    spans = [(number, read_again(at, words)) for number, at, words in places]
    return pieces(text, [(no, at) for no, at in spans if isinstance(at, TextSpan)])


def _names(speakers: QuerySet[Speaker]) -> tuple[str, ...]:
    return tuple(speakers.order_by("name").values_list("name", flat=True))


def _claims(project: Project) -> tuple[tuple[int, str], ...]:
    """Give the claims by number, each as it is called for short."""
    rows = Claim.objects.filter(project=project)
    told = rows.values_list("number", "short", "words")
    return tuple((number, short or words[:60]) for number, short, words in told)


def source_in_hand(key: str, number: int, *, today: date) -> Source:
    """Find a text that those who hold its project may read.

    Raises
    ------
    NotFound
        There is no such text, or its consent has ended.
    """
    region, slug = parts_of(key)
    row = (
        Source.objects.filter(
            pk=number, workshop__project__region=region, workshop__project__slug=slug
        )
        .select_related("workshop__project")
        .first()
    )
    if row is None or not is_open_to(row.workshop, reader=Reader.HOST, today=today):
        raise NotFound("There is no such text.")
    return row


def code_names(project: Project) -> tuple[str, ...]:
    """Give the codes by their names, as one types them: ``~`` for how it was said."""
    rows = Code.objects.filter(project=project).order_by("name")
    told = rows.values_list("layer", "name")
    return tuple(f"~{name}" if layer == Layer.HOW else name for layer, name in told)


def _shown(rows: Iterable[Passage], today: date) -> tuple[PassageShown, ...]:
    """Show passages of a text that is open to those who hold it."""
    return tuple(
        passage_shown(one, {one.source.workshop_id: True}, today) for one in rows
    )


def _open(one: Passage, today: date) -> PassageOpen:
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in one.codings.all():
        codes[row.code.ref, row.code.name].append(row.coder)
    facets: dict[FacetKind, list[str]] = defaultdict(list)
    for value, coder in one.facets.values_list("value", "coder"):
        facets[FacetKind(value)].append(coder)
    return PassageOpen(
        passage=_shown([one], today)[0],
        codes=tuple((*code, tuple(sorted(who))) for code, who in sorted(codes.items())),
        facets=tuple((value, tuple(sorted(who))) for value, who in facets.items()),
    )
