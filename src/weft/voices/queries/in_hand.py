"""What do those who held a room see of their project, by its link?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from weft.commons.errors import NotFound
from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import PICTURES, Sees
from weft.voices.domain.pieces import Piece, pieces
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.reading import Reader
from weft.voices.models import Code, Source, Speaker, Workshop
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PassageShown, Wall
from weft.voices.queries.wall import wall


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

    wall: Wall
    rooms: tuple[RoomInHand, ...]
    speakers: tuple[tuple[str, str], ...]  # by what each is known, and their name


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
    wall: Wall


def project_in_hand(key: str, *, today: date) -> ProjectInHand:
    """Give a project to those who hold it.

    Parameters
    ----------
    key
        ``region/slug``, to which their link is bound.
    today
        The day they look; a consent ends for them too.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    region, slug = parts_of(key)
    shown = wall(region, slug, reader=Reader.HOST, today=today)
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
        wall=shown,
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


def text_in_hand(key: str, number: int, *, today: date) -> TextInHand:
    """Give a text to those who hold its project.

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
        .select_related("workshop")
        .first()
    )
    shown = wall(region, slug, reader=Reader.HOST, today=today)
    if row is None or not is_open_to(row.workshop, reader=Reader.HOST, today=today):
        raise NotFound("There is no such text.")
    marked = list(row.passages.filter(withdrawn_on=None))
    numbers = {one.number for one in marked}
    spans = [(one.number, read_again(one.at, one.words)) for one in marked]
    return TextInHand(
        number=row.pk,
        name=row.name,
        room=row.workshop.name,
        language=row.language,
        pieces=pieces(
            row.text, [(no, at) for no, at in spans if isinstance(at, TextSpan)]
        ),
        passages=tuple(one for one in shown.passages if one.number in numbers),
        speakers=tuple(
            Speaker.objects.filter(project=row.workshop.project_id)
            .order_by("name")
            .values_list("name", flat=True)
        ),
        codes=tuple(
            Code.objects.filter(project=row.workshop.project_id)
            .order_by("name")
            .values_list("name", flat=True)
        ),
        wall=shown,
    )
