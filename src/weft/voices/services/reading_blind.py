"""How do two people code one text without seeing each other's marks?

Somebody is asked and gets a link of their own, bound to that one reading. Each says
when they are done; when all have, and not before, the readings are laid beside each
other. What those who hold the project marked is copied when they say so, so that no
reading changes once it may be seen. A reading holds places and codes, and no words.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from weft.accounts.actors import Actor, ActorKind
from weft.accounts.roles import LinkRole
from weft.accounts.services import record
from weft.accounts.services.linking import made_anew
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.blanking import GONE
from weft.voices.domain.finding import words_meant
from weft.voices.domain.places_kept import read_again
from weft.voices.domain.readings import NAME_OF_OURS, READING
from weft.voices.models import Code, Coding, Reading, ReadingCode, ReadingMark, Source
from weft.voices.services.coding import HOW, MOST_CODES
from weft.voices.services.holding import project_held

MOST_READERS = 10
CLOSED = "All of you are done. A reading does not change once the others may see it."


@transaction.atomic
def ask_reader(*, by: Actor, project: str, source: int, name: str) -> str:
    """Ask somebody to code a text blind, and give the secret of their link.

    Parameters
    ----------
    by
        Who holds the project. The link opens as long as theirs.
    project, source
        The text.
    name
        What the reader is called, which is not their name.

    Raises
    ------
    NotFound, NotPossible
        There is no such text; no name was given, or one that another reader has; the
        readings of the text were compared already.
    """
    row = _source(project, source)
    called = name.strip()[:60]
    if not called:
        raise NotPossible("Give them a name that is not theirs: «Reader 2» will do.")
    ours, _ = Reading.objects.get_or_create(
        source=row, own=True, defaults={"name": NAME_OF_OURS, "ref": uuid4().hex}
    )
    there = Reading.objects.filter(source=row)
    if there.filter(name__iexact=called).exists():
        raise NotPossible("Another reader is called so. Give them another name.")
    if there.count() > MOST_READERS:
        raise NotPossible(f"A text has {MOST_READERS} readers at most.")
    if not there.exclude(pk=ours.pk).filter(done_on=None).exists() and ours.done_on:
        raise NotPossible("The readings of this text are compared already.")
    made = Reading.objects.create(source=row, name=called, ref=uuid4().hex)
    holder = UUID(by.name) if by.kind is ActorKind.HOLDER else None
    link = made_anew(Thing(READING, made.ref), LinkRole.MEMBER, let_in_by=holder)
    record(by=by, deed="voices.ask_reader", subject=f"project:{project}")
    return link.secret


@transaction.atomic
def own_done(*, by: Actor, project: str, source: int, today: date) -> None:
    """Say that those who hold the project have coded a text, as it is marked now.

    Raises
    ------
    NotFound, NotPossible
        There is no such text, or nobody was asked to read it; all are done.
    """
    row = _source(project, source)
    ours = Reading.objects.filter(source=row, own=True).first()
    if ours is None:
        raise NotFound("Nobody was asked to code this text.")
    _refuse_closed(ours)
    ours.marks.all().delete()
    for passage in row.passages.filter(withdrawn_on=None):
        at = read_again(passage.at, passage.words)
        if isinstance(at, TextSpan):
            codes = Coding.objects.filter(passage=passage)
            put = codes.values_list("code", flat=True).distinct()
            _put(ours, at.start, at.end, list(put))
    Reading.objects.filter(pk=ours.pk).update(done_on=today)
    record(by=by, deed="voices.own_done", subject=f"project:{project}")


@transaction.atomic
def drop_reader(*, by: Actor, project: str, source: int, name: str) -> None:
    """Leave out somebody who is not done, with what they marked, unseen.

    Raises
    ------
    NotFound, NotPossible
        There is no such text or reader; they are done.
    """
    row = Reading.objects.filter(
        source=_source(project, source), own=False, name=name
    ).first()
    if row is None:
        raise NotFound("There is no such reader.")
    if row.done_on:
        raise NotPossible("They are done: what they marked is kept.")
    row.delete()
    record(by=by, deed="voices.drop_reader", subject=f"project:{project}")


@transaction.atomic
def mark_blind(
    *, by: Actor, reading: str, words: str, at: int | None, codes: Collection[str]
) -> None:
    """Mark words of one's text, with codes of the project's list or none.

    Raises
    ------
    NotFound, NotPossible
        There is no such reading; the words are not in the text, or several times; a
        code is not in the list; the reader is done.
    """
    row = _reading(reading)
    _refuse_done(row)
    span = words_meant(row.source.text, words, at=at)
    if GONE in span.exact:
        raise NotPossible("Some of these words were taken back by who said them.")
    _put(row, span.start, span.end, _known(row, codes))
    record(by=by, deed="voices.mark_blind", subject=f"{READING}:{reading}")


@transaction.atomic
def unmark_blind(*, by: Actor, reading: str, mark: int) -> None:
    """Take one's own mark out again.

    Raises
    ------
    NotFound, NotPossible
        There is no such reading or mark; the reader is done.
    """
    row = _reading(reading)
    _refuse_done(row)
    gone, _ = row.marks.filter(pk=mark).delete()
    if not gone:
        raise NotFound("There is no such mark.")
    record(by=by, deed="voices.unmark_blind", subject=f"{READING}:{reading}")


@transaction.atomic
def reader_done(*, by: Actor, reading: str, done_on: date | None) -> None:
    """Say that one is done, or not yet after all while others are not.

    Raises
    ------
    NotFound, NotPossible
        There is no such reading; all are done.
    """
    row = _reading(reading)
    _refuse_closed(row)
    Reading.objects.filter(pk=row.pk).update(done_on=done_on)
    record(by=by, deed="voices.reader_done", subject=f"{READING}:{reading}")


def _source(project: str, source: int) -> Source:
    held = project_held(project)
    row = Source.objects.filter(workshop__project=held, pk=source).first()
    if row is None or not row.text:
        raise NotFound("There is no such text.")
    return row


def _reading(ref: str) -> Reading:
    row = (
        Reading.objects.select_for_update(of=("self",))
        .filter(ref=ref)
        .select_related("source__workshop")
        .first()
    )
    if row is None:
        raise NotFound("There is no such text to code any more.")
    return row


def _refuse_done(row: Reading) -> None:
    if row.done_on:
        raise NotPossible("You said that you are done. Say «not yet» to go on.")


def _refuse_closed(row: Reading) -> None:
    """Refuse to change a reading that the others may see."""
    if not Reading.objects.filter(source=row.source_id, done_on=None).exists():
        raise NotPossible(CLOSED)


def _put(row: Reading, start: int, end: int, codes: Collection[int]) -> None:
    mark, _ = ReadingMark.objects.get_or_create(reading=row, start=start, end=end)
    for code in codes:
        ReadingCode.objects.get_or_create(mark=mark, code_id=code)


def _known(row: Reading, names: Collection[str]) -> list[int]:
    """Find codes of the project's list: a new one would mean something else to each."""
    project = row.source.workshop.project_id
    known = {
        (HOW if layer == "how" else "") + name.lower(): pk
        for pk, layer, name in Code.objects.filter(project=project).values_list(
            "pk", "layer", "name"
        )
    }
    wanted = list(dict.fromkeys(one.strip() for one in names if one.strip()))
    for one in wanted:
        if one.lower() not in known:
            raise NotPossible(f"«{one}» is not in the list of codes. Choose from it.")
    return [known[one.lower()] for one in wanted[:MOST_CODES]]
