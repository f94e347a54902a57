"""How is an act on codes and marks taken back?

By another act, so that the history stays whole. What was done to the same code or the
same passage since is taken back first: nothing goes over somebody else's head.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.batches import batched
from weft.commons.errors import NotFound, NotPossible
from weft.voices.domain.history import TREE
from weft.voices.domain.kinds import Deed
from weft.voices.models import (
    Act,
    Code,
    Coding,
    Facet,
    Passage,
    Project,
    ReadingCode,
    ReadingMark,
    Source,
    Speaker,
)
from weft.voices.queries.history import act_told
from weft.voices.services.acts import Done, note
from weft.voices.services.codes import AT_ONCE, Pairs
from weft.voices.services.holding import project_held
from weft.voices.services.losing import refuse_in_use

ON_A_PASSAGE = frozenset(Deed) - TREE - {Deed.UNDO}
GONE = "It cannot be taken back any more: what it was done to is gone."


@transaction.atomic
def undo(*, by: Actor, project: str, act: int) -> None:
    """Take back one act.

    Raises
    ------
    NotFound, NotPossible
        There is no such act; it was taken back already; something was done to the same
        thing since; words that it would bring back were taken back by who said them.
    """
    held = project_held(project)
    row = Act.objects.filter(project=held, number=act).first()
    if row is None or row.deed == Deed.UNDO:
        raise NotFound("There is no such act.")
    if Act.objects.filter(project=held, undoes=act).exists():
        raise NotPossible("It was taken back already.")
    _refuse_later(held, row)
    _BACK[Deed(row.deed)](held, row)
    done = Done(
        deed=Deed.UNDO,
        code=row.code,
        other=row.other,
        passage=row.passage,
        said={"new": act_told(row).words},
        undoes=act,
    )
    note(held, by, done)
    record(by=by, deed="voices.undo", subject=f"project:{project}")


def _refuse_later(held: Project, row: Act) -> None:
    """Refuse to pull away what a later act stands on."""
    deed = Deed(row.deed)
    refs = [ref for ref in (row.code, row.other) if ref]
    about = Q(code__in=refs) | Q(other__in=refs)
    deeds: Iterable[Deed] = TREE
    if deed not in TREE:
        about, deeds = Q(passage=row.passage), _LATER.get(deed, frozenset())
    taken = Act.objects.filter(project=held).exclude(undoes=None).values("undoes")
    later = (
        Act.objects.filter(
            about, project=held, number__gt=row.number, deed__in=list(deeds)
        )
        .exclude(number__in=taken)
        .first()
    )
    if later is not None:
        said = act_told(later).words
        raise NotPossible(f"Something was done since: {said}. Take that back first.")


def _unmark(held: Project, row: Act) -> None:
    passage = _passage(held, row)
    refuse_in_use(passage)
    passage.delete()


def _mark_again(held: Project, row: Act) -> None:
    told = row.before
    source = Source.objects.filter(
        pk=told.get("source"), workshop__project=held
    ).first()
    if source is None:
        raise NotPossible(GONE)
    at = told["at"]
    passage = Passage.objects.create(
        project=held,
        source=source,
        number=row.passage or 0,
        at=at,
        words=source.text[at["start"] : at["end"]] if "start" in at else told["words"],
        speaker=Speaker.objects.filter(project=held, pk=told["speaker"]).first(),
        **told["columns"],
    )
    codes = {one.ref: one for one in Code.objects.filter(project=held)}
    Coding.objects.bulk_create(
        Coding(code=codes[ref], passage=passage, coder=coder)
        for ref, coder in told["codings"]
        if ref in codes
    )
    Facet.objects.bulk_create(
        Facet(passage=passage, value=value, coder=coder)
        for value, coder in told["facets"]
    )


def _take_off(held: Project, row: Act) -> None:
    Coding.objects.filter(
        passage=_passage(held, row),
        code__project=held,
        code__ref=row.code,
        coder=row.by,
    ).delete()


def _put_back(held: Project, row: Act) -> None:
    passage, code = _passage(held, row), _code(held, row.code)
    if passage.withdrawn_on:
        raise NotPossible(GONE)
    for coder in row.before["coders"]:
        Coding.objects.get_or_create(passage=passage, code=code, coder=coder)


def _facet_off(held: Project, row: Act) -> None:
    theirs = Facet.objects.filter(passage=_passage(held, row), coder=row.by)
    theirs.filter(value=row.said["name"]).delete()


def _facet_back(held: Project, row: Act) -> None:
    passage = _passage(held, row)
    if passage.withdrawn_on:
        raise NotPossible(GONE)
    for coder in row.before["coders"]:
        Facet.objects.get_or_create(
            passage=passage, value=row.said["name"], coder=coder
        )


def _whole_back(held: Project, row: Act) -> None:
    passage = _passage(held, row)
    Passage.objects.filter(pk=passage.pk).update(whole=row.deed == Deed.NOT_WHOLE)


def _make_back(held: Project, row: Act) -> None:
    code = _code(held, row.code)
    if code.codings.exists() or code.children.exists():
        raise NotPossible("Passages or codes stand under it. Take it out of the tree.")
    code.delete()


def _name_back(held: Project, row: Act) -> None:
    Code.objects.filter(pk=_code(held, row.code).pk).update(name=row.before["name"])


def _memo_back(held: Project, row: Act) -> None:
    Code.objects.filter(pk=_code(held, row.code).pk).update(memo=row.before["memo"])


def _move_back(held: Project, row: Act) -> None:
    above = row.before["parent"]
    parent = _code(held, above) if above else None
    Code.objects.filter(pk=_code(held, row.code).pk).update(parent=parent)


def _part_again(held: Project, row: Act) -> None:
    """Take a merging back: codings go home, and what was put since stays."""
    stays, told = _code(held, row.other), row.before
    goes = _made_again(held, told["code"])
    for some in batched(_there(stays, told["moved"]), most=AT_ONCE):
        Coding.objects.filter(pk__in=some).update(code=goes)
    _codings_again(held, goes, told["both"])
    for some in batched(told["readings"], most=AT_ONCE):
        ReadingCode.objects.filter(mark__in=some, code=stays).update(code=goes)
    _readings_again(goes, told["readings_both"])
    Code.objects.filter(project=held, ref__in=told["under"]).update(parent=goes)
    stays.refresh_from_db()
    stays.memo = told["memo"]
    stays.parent = Code.objects.filter(project=held, ref=told["above"]).first()
    stays.save(update_fields=["memo", "parent"])


def _join_again(held: Project, row: Act) -> None:
    """Take a splitting back: what was put to the new code since goes home too."""
    home, made = _code(held, row.code), _code(held, row.other)
    same = Coding.objects.filter(
        code=home, passage=OuterRef("passage"), coder=OuterRef("coder")
    )
    made.codings.exclude(Exists(same)).update(code=home)
    for one in ReadingCode.objects.filter(code=made):
        ReadingCode.objects.get_or_create(mark=one.mark, code=home)
    made.children.update(parent=home)
    made.delete()


def _bring_back(held: Project, row: Act) -> None:
    code = _made_again(held, row.before["code"])
    _codings_again(held, code, row.before["codings"])
    _readings_again(code, row.before["readings"])
    under = Code.objects.filter(project=held, ref__in=row.before["under"])
    under.update(parent=code)


def _made_again(held: Project, told: dict[str, Any]) -> Code:
    parent = Code.objects.filter(project=held, ref=told["parent"]).first()
    columns = {name: told[name] for name in ("ref", "name", "layer", "memo")}
    return Code.objects.create(project=held, parent=parent, **columns)


def _there(code: Code, pairs: Pairs) -> Iterator[int]:
    """Find which of some codings stand there still; give their rows."""
    for some in batched(pairs, most=AT_ONCE):
        wanted = {tuple(pair) for pair in some}
        rows = code.codings.filter(passage__number__in=[number for number, _ in some])
        for pk, *pair in rows.values_list("pk", "passage__number", "coder"):
            if tuple(pair) in wanted:
                yield pk


def _codings_again(held: Project, code: Code, pairs: Pairs) -> None:
    """Put a code back where it stood, as far as its passages are still there."""
    for some in batched(pairs, most=AT_ONCE):
        passages = Passage.objects.filter(
            project=held,
            number__in=[number for number, _ in some],
            withdrawn_on=None,
        )
        there = dict(passages.values_list("number", "pk"))
        Coding.objects.bulk_create(
            Coding(code=code, passage_id=there[number], coder=coder)
            for number, coder in some
            if number in there
        )


def _readings_again(code: Code, marks: list[int]) -> None:
    for one in ReadingMark.objects.filter(pk__in=marks):
        ReadingCode.objects.get_or_create(mark=one, code=code)


def _passage(held: Project, row: Act) -> Passage:
    found = Passage.objects.filter(project=held, number=row.passage or 0).first()
    if found is None:
        raise NotPossible(GONE)
    return found


def _code(held: Project, ref: str) -> Code:
    found = Code.objects.filter(project=held, ref=ref).first()
    if found is None:
        raise NotPossible(GONE)
    return found


_LATER = {
    Deed.MARK: ON_A_PASSAGE,
    Deed.UNMARK: ON_A_PASSAGE,
    Deed.PUT: frozenset({Deed.TAKE_OFF}),
    Deed.TAKE_OFF: frozenset({Deed.PUT}),
    Deed.WHOLE: frozenset({Deed.NOT_WHOLE}),
    Deed.NOT_WHOLE: frozenset({Deed.WHOLE}),
}
_BACK: dict[Deed, Callable[[Project, Act], None]] = {
    Deed.MARK: _unmark,
    Deed.UNMARK: _mark_again,
    Deed.PUT: _take_off,
    Deed.TAKE_OFF: _put_back,
    Deed.FACET: _facet_off,
    Deed.FACET_OFF: _facet_back,
    Deed.WHOLE: _whole_back,
    Deed.NOT_WHOLE: _whole_back,
    Deed.NEW: _make_back,
    Deed.RENAME: _name_back,
    Deed.MEMO: _memo_back,
    Deed.MOVE: _move_back,
    Deed.MERGE: _part_again,
    Deed.SPLIT: _join_again,
    Deed.DELETE: _bring_back,
}
