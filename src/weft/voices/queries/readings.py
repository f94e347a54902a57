"""Who codes a text blind, and where do they differ once all of them are done?

Before that nobody sees anything of another's reading, not even how much is marked.
"""

from dataclasses import dataclass
from datetime import date

from weft.commons.errors import NotFound
from weft.voices.domain.agreement import Compared
from weft.voices.domain.anchors import TextSpan, span_of
from weft.voices.domain.pieces import Piece, pieces
from weft.voices.domain.reading import Reader
from weft.voices.domain.readings import Placed, ReadBy, laid_beside
from weft.voices.models import Code, Reading, ReadingMark, Source
from weft.voices.queries.in_hand import code_names, source_in_hand
from weft.voices.queries.opening import is_open_to

FEWEST_READERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderAbout:
    """One who codes the text: only whether they are done is known to the others."""

    name: str
    own: bool
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Readings of a text, laid beside each other."""

    text: str
    language: str
    readings: tuple[ReadBy, ...]
    compared: Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRead:
    """A text, and who codes it."""

    number: int
    name: str
    room: str
    project: str
    readers: tuple[ReaderAbout, ...]
    beside: Beside | None  # once all are done


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMark:
    """What a reader marked."""

    number: int
    words: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderDesk:
    """What somebody who codes blind sees: the text, the codes, their own marks."""

    told: TextRead
    me: ReaderAbout
    language: str
    pieces: tuple[Piece, ...]
    marks: tuple[OwnMark, ...]
    codes: tuple[str, ...]
    memos: tuple[tuple[str, str], ...]  # a code's name, and when to put it


def text_read(key: str, number: int, *, today: date) -> TextRead:
    """Give a text and its readers to those who hold its project.

    Raises
    ------
    NotFound
        There is no such text, or its consent has ended.
    """
    return _told(source_in_hand(key, number, today=today))


def reader_desk(ref: str, *, today: date) -> ReaderDesk:
    """Give a text to one who codes it blind.

    Parameters
    ----------
    ref
        Of the reading that their link is bound to.
    today
        The day they look; a consent ends for them too.

    Raises
    ------
    NotFound
        There is no such reading, or the consent of its room has ended.
    """
    row = (
        Reading.objects.filter(ref=ref, own=False)
        .select_related("source__workshop__project")
        .first()
    )
    if row is None or not is_open_to(
        row.source.workshop, reader=Reader.HOST, today=today
    ):
        raise NotFound("There is no such text to code any more.")
    project, text = row.source.workshop.project, row.source.text
    marks = tuple(_own(one, text) for one in _marks(row))
    memos = Code.objects.filter(project=project).exclude(memo="").order_by("name")
    return ReaderDesk(
        told=_told(row.source),
        me=ReaderAbout(name=row.name, own=False, done_on=row.done_on),
        language=row.source.language,
        pieces=pieces(
            text, [(number, at) for number, (_, at) in enumerate(marks, start=1)]
        ),
        marks=tuple(one for one, _ in marks),
        codes=code_names(project),
        memos=tuple(memos.values_list("name", "memo")),
    )


def _own(one: ReadingMark, text: str) -> tuple[OwnMark, TextSpan]:
    at = span_of(text, one.start, one.end)
    return OwnMark(number=one.pk, words=at.exact, codes=_codes(one)), at


def _marks(row: Reading) -> list[ReadingMark]:
    return list(row.marks.prefetch_related("codes__code"))


def _codes(one: ReadingMark) -> tuple[str, ...]:
    return tuple(sorted(_said(row.code) for row in one.codes.all()))


def _said(code: Code) -> str:
    return f"~{code.name}" if code.layer == "how" else code.name


def _told(row: Source) -> TextRead:
    rows = list(row.readings_of.all())
    done = len(rows) >= FEWEST_READERS and all(one.done_on for one in rows)
    return TextRead(
        number=row.pk,
        name=row.name,
        room=row.workshop.name,
        project=row.workshop.project.name,
        readers=tuple(
            ReaderAbout(name=one.name, own=one.own, done_on=one.done_on) for one in rows
        ),
        beside=_beside(row, rows) if done else None,
    )


def _beside(row: Source, rows: list[Reading]) -> Beside:
    readings = tuple(
        ReadBy(
            name=one.name,
            marks=tuple(
                Placed(start=at.start, end=at.end, codes=_codes(at))
                for at in _marks(one)
            ),
        )
        for one in rows
    )
    return Beside(
        text=row.text,
        language=row.language,
        readings=readings,
        compared=laid_beside(len(row.text), readings),
    )
