"""Which codes has a project, in which tree, and what is sorted by each?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import FacetKind, Layer
from weft.voices.domain.reading import Reader
from weft.voices.models import Code, Coding, Facet, Project
from weft.voices.queries.history import last_number
from weft.voices.queries.opening import is_open_to
from weft.voices.queries.shown import PassageShown
from weft.voices.queries.wall import passage_rows, passage_shown
from weft.voices.queries.whole import project_row

ON_A_PAGE = 50
"""Passages of a code that one page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """A code in its tree."""

    ref: str
    name: str
    layer: Layer
    memo: str
    under: str  # a ref
    depth: int
    used: int  # passages


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPassage:
    """A passage of a code, with who put it there and in which text it stands."""

    passage: PassageShown
    source: int
    coders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesInHand:
    """The codes of a project, one of them open."""

    project: str
    lines: tuple[CodeLine, ...]  # each after the one it stands under
    seen: int  # the last act so far
    open: CodeLine | None = None
    facets: tuple[tuple[FacetKind, int], ...] = ()  # how many passages each has
    facet: FacetKind | None = None  # the one that is open, instead of a code
    passages: tuple[CodedPassage, ...] = ()  # of the open one, a page of them


def codes_in_hand(
    key: str,
    *,
    today: date,
    code: str = "",
    facet: FacetKind | None = None,
    page: int = 1,
) -> CodesInHand:
    """Give the codes of a project to those who hold it.

    Parameters
    ----------
    key
        ``region/slug``, to which their link is bound.
    today
        The day they look; a consent ends for them too.
    code
        The ref of the one that is open; "": none. One that is gone is not open: it may
        just have been put together with another.
    facet
        Whose passages are shown, where no code is open.
    page
        Which ``ON_A_PAGE`` of its passages, from 1.

    Raises
    ------
    NotFound
        There is no such project any more.
    """
    project = project_row(*parts_of(key))
    lines = code_lines(project)
    opened = next((one for one in lines if one.ref == code), None)
    return CodesInHand(
        project=project.name,
        lines=lines,
        seen=last_number(project),
        open=opened,
        facets=_facets(project),
        facet=None if opened else facet,
        passages=tuple(_passages(project, _rows(project, opened, facet), today, page)),
    )


Sorted = QuerySet[Coding] | QuerySet[Facet]


def _rows(project: Project, opened: CodeLine | None, facet: FacetKind | None) -> Sorted:
    """Give what sorts passages under the open code, else under the open facet."""
    if opened:
        return Coding.objects.filter(code__project=project, code__ref=opened.ref)
    return Facet.objects.filter(passage__project=project, value=facet or "")


def _facets(project: Project) -> tuple[tuple[FacetKind, int], ...]:
    rows = Facet.objects.filter(passage__project=project)
    told = rows.values_list("value").annotate(Count("passage", distinct=True))
    often = dict(told.order_by())
    return tuple((kind, often.get(kind, 0)) for kind in FacetKind)


def code_lines(project: Project) -> tuple[CodeLine, ...]:
    """Give the tree of codes, each after the one above it, by name."""
    rows = Code.objects.filter(project=project).select_related("parent")
    below: dict[int | None, list[Code]] = defaultdict(list)
    for one in rows.order_by("-layer", "name", "pk"):
        below[one.parent_id].append(one)
    codings = Coding.objects.filter(code__in=[one.pk for one in rows])
    often = codings.values_list("code").annotate(Count("passage", distinct=True))
    return tuple(_lines(below, dict(often.order_by()), None, 0))


def _lines(
    below: Mapping[int | None, list[Code]],
    often: Mapping[int, int],
    above: int | None,
    depth: int,
) -> Iterable[CodeLine]:
    for one in below.get(above, ()):
        yield CodeLine(
            ref=one.ref,
            name=one.name,
            layer=Layer(one.layer),
            memo=one.memo,
            under=one.parent.ref if one.parent else "",
            depth=depth,
            used=often.get(one.pk, 0),
        )
        yield from _lines(below, often, one.pk, depth + 1)


def _passages(
    project: Project, rows: Sorted, today: date, page: int
) -> Iterable[CodedPassage]:
    """Give a page of passages; of those that may not be read, their number."""
    coders: dict[int, list[str]] = defaultdict(list)
    start = (page - 1) * ON_A_PAGE
    numbers = (
        rows.filter(passage__withdrawn_on=None)
        .order_by("passage__number")
        .values_list("passage_id", flat=True)
        .distinct()[start : start + ON_A_PAGE]
    )
    shown = list(numbers)
    for passage, coder in rows.filter(passage__in=shown).values_list(
        "passage", "coder"
    ):
        coders[passage].append(coder)
    rooms = project.workshops.all()
    opens = {one.pk: is_open_to(one, reader=Reader.HOST, today=today) for one in rooms}
    for one in passage_rows(project).filter(pk__in=shown):
        yield CodedPassage(
            passage=passage_shown(one, opens, today),
            source=one.source_id,
            coders=tuple(sorted(coders[one.pk])),
        )
