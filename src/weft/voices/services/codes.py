"""How does the tree of codes change: made, renamed, moved, merged, split, taken out?

Each act can be taken back (``undoing``). What somebody else changed meanwhile is never
written over: it is said, and both are kept.
"""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.batches import batched
from weft.commons.errors import NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.history import TREE, Said
from weft.voices.domain.kinds import Deed, Layer
from weft.voices.models import Code, Coding, Project, ReadingCode
from weft.voices.services.acts import Done, code_held, note, refuse_changed
from weft.voices.services.coding import HOW, codes_called, refs_given
from weft.voices.services.holding import project_held
from weft.voices.services.rows import kept_row, that_fit

MOST_SPLIT = 500  # passages at once: ten pages of them
AT_ONCE = 500  # rows that one question of the data base may name
LONGEST_MEMO = 4_000
SAME_NAME = "There is a code «{name}» already. Put the two together, if they are one."


@transaction.atomic
def make_code(*, by: Actor, project: str, name: str, under: str = "") -> str:
    """Make a code, and give its ref; ``~`` before it: it tells how a thing was said.

    Raises
    ------
    NotFound, NotPossible
        It has no name, or one that a code has; there is no code to put it under.
    """
    held = project_held(project)
    _refuse_name(held, name.removeprefix(HOW), _layer(name))
    (made,) = codes_called(held, [name.strip()], by)
    if under:
        made.parent = code_held(held, under)
        made.save(update_fields=["parent"])
    record(by=by, deed="voices.make_code", subject=f"project:{project}")
    return made.ref


@transaction.atomic
def rename_code(
    *, by: Actor, project: str, code: str, name: str, seen: int | None = None
) -> None:
    """Give a code another name.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; another has the name; somebody else
        renamed it since the act ``seen``.
    """
    held = project_held(project)
    row, new = code_held(held, code), name.strip()
    refuse_changed(held, seen, {Deed.RENAME, Deed.MERGE}, codes=[code])
    if new != row.name:
        _refuse_name(held, new, Layer(row.layer), but=row)
        said = {"name": row.name, "new": new}
        row.name = new
        that_fit([row])[0].save(update_fields=["name"])
        note(held, by, Done(deed=Deed.RENAME, code=code, said=said, before=said))
    record(by=by, deed="voices.rename_code", subject=f"project:{project}")


@transaction.atomic
def write_memo(
    *, by: Actor, project: str, code: str, memo: str, seen: int | None = None
) -> None:
    """Write what a code means: when to put it, and when not.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; somebody else wrote since ``seen``.
    """
    held = project_held(project)
    row = code_held(held, code)
    refuse_changed(held, seen, {Deed.MEMO, Deed.MERGE}, codes=[code])
    new = memo.strip()[:LONGEST_MEMO]
    if new != row.memo:
        done = Done(
            deed=Deed.MEMO,
            code=code,
            said={"name": row.name},
            before={"memo": row.memo},
        )
        Code.objects.filter(pk=row.pk).update(memo=new)
        note(held, by, done)
    record(by=by, deed="voices.write_memo", subject=f"project:{project}")


@transaction.atomic
def move_code(
    *, by: Actor, project: str, code: str, under: str, seen: int | None = None
) -> None:
    """Put a code under another, or under none.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; it would stand under itself; somebody
        else moved it since ``seen``.
    """
    held = project_held(project)
    row = code_held(held, code)
    refuse_changed(held, seen, {Deed.MOVE, Deed.MERGE}, codes=[code])
    above = code_held(held, under) if under else None
    if above is not None and (above.pk == row.pk or _stands_under(above, row)):
        raise NotPossible("A code cannot stand under itself.")
    if row.parent_id != (above.pk if above else None):
        done = Done(
            deed=Deed.MOVE,
            code=code,
            said={"name": row.name, "new": above.name if above else ""},
            before={"parent": row.parent.ref if row.parent else ""},
        )
        Code.objects.filter(pk=row.pk).update(parent=above)
        note(held, by, done)
    record(by=by, deed="voices.move_code", subject=f"project:{project}")


@transaction.atomic
def merge_codes(
    *, by: Actor, project: str, code: str, into: str, seen: int | None = None
) -> None:
    """Let one code go into another; each coder's own stay their own.

    A passage at which somebody put both has one of theirs afterwards.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; it is the same; somebody else changed
        one of both since ``seen``.
    """
    held = project_held(project)
    goes, stays = code_held(held, code), code_held(held, into)
    if goes.pk == stays.pk:
        raise NotPossible("Choose another code to put it together with.")
    refuse_changed(held, seen, TREE, codes=[code, into])
    many = goes.codings.values("passage").distinct().count()
    said: Said = {"name": goes.name, "new": stays.name, "count": many}
    before = _merge(goes, stays)
    done = Done(deed=Deed.MERGE, code=code, other=into, said=said, before=before)
    note(held, by, done)
    record(by=by, deed="voices.merge_codes", subject=f"project:{project}")


def _merge(goes: Code, stays: Code) -> dict[str, Any]:
    """Let one code go into another, and give what brings it back."""
    before: dict[str, Any] = {
        "code": as_kept(goes),
        "memo": stays.memo,
        "under": list(goes.children.values_list("ref", flat=True)),
        "above": stays.parent.ref if stays.parent else "",
    }
    if _stands_under(stays, goes):
        Code.objects.filter(pk=stays.pk).update(parent=goes.parent)
    before["moved"], before["both"] = _codings_into(goes, stays)
    before["readings"], before["readings_both"] = _readings_into(goes, stays)
    goes.children.update(parent=stays)
    memo = "\n\n".join(filter(None, (stays.memo, goes.memo)))
    Code.objects.filter(pk=stays.pk).update(memo=memo)
    Code.objects.filter(pk=goes.pk).delete()
    return before


Pairs = list[list[Any]]
"""Passages by number with who coded each: rows made anew are found again by them."""


def _codings_into(goes: Code, stays: Code) -> tuple[Pairs, Pairs]:
    """Let codings follow; where a coder put both to a passage, one of theirs stays."""
    same = Coding.objects.filter(
        code=stays, passage=OuterRef("passage"), coder=OuterRef("coder")
    )
    both = pairs_of(goes.codings.filter(Exists(same)))
    follows = goes.codings.exclude(Exists(same))
    moved, rows = pairs_of(follows), list(follows.values_list("pk", flat=True))
    for some in batched(rows, most=AT_ONCE):
        Coding.objects.filter(pk__in=some).update(code=stays)
    return moved, both


def _readings_into(goes: Code, stays: Code) -> tuple[list[int], list[int]]:
    """Let blind readings follow in the same way; give their marks."""
    rows = ReadingCode.objects.filter(code=goes)
    same = ReadingCode.objects.filter(code=stays, mark=OuterRef("mark"))
    both = list(rows.filter(Exists(same)).values_list("mark_id", flat=True))
    moved = list(rows.exclude(Exists(same)).values_list("mark_id", flat=True))
    for some in batched(moved, most=AT_ONCE):
        rows.filter(mark__in=some).update(code=stays)
    return moved, both


def pairs_of(rows: QuerySet[Coding]) -> Pairs:
    """Give passages by number, with who put the code there."""
    told = rows.order_by("passage__number", "coder")
    return [list(pair) for pair in told.values_list("passage__number", "coder")]


@transaction.atomic
def split_code(
    *, by: Actor, project: str, code: str, name: str, passages: Collection[int]
) -> str:
    """Let some passages of a code have another, new one, and give its ref.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; no passage was chosen; the new name is
        one that a code has.
    """
    held = project_held(project)
    row = code_held(held, code)
    _refuse_name(held, name, Layer(row.layer))
    theirs = row.codings.filter(passage__number__in=list(passages)[:MOST_SPLIT])
    rows = list(theirs.values_list("pk", flat=True))
    if not rows:
        raise NotPossible("Choose the passages that the new code shall have.")
    ref = fresh_ref("code", refs_given(held))
    made = kept_row(
        Code(
            project=held,
            ref=ref,
            name=name.strip(),
            layer=row.layer,
            parent=row.parent,
        )
    )
    many = theirs.values("passage").distinct().count()
    said: Said = {"name": row.name, "new": made.name, "count": many}
    Coding.objects.filter(pk__in=rows).update(code=made)
    done = Done(deed=Deed.SPLIT, code=code, other=ref, said=said)
    note(held, by, done)
    record(by=by, deed="voices.split_code", subject=f"project:{project}")
    return ref


@transaction.atomic
def delete_code(*, by: Actor, project: str, code: str, seen: int | None = None) -> None:
    """Take a code out; passages stay marked, codes under it move up.

    Raises
    ------
    NotFound, NotPossible
        There is no such code, or not any more; somebody changed it or put it to a
        passage since ``seen``.
    """
    held = project_held(project)
    row = code_held(held, code)
    refuse_changed(held, seen, TREE | {Deed.PUT, Deed.TAKE_OFF}, codes=[code])
    codings = row.codings.all()
    done = Done(
        deed=Deed.DELETE,
        code=code,
        said={
            "name": row.name,
            "count": codings.values("passage").distinct().count(),
        },
        before={
            "code": as_kept(row),
            "codings": pairs_of(codings),
            "under": list(row.children.values_list("ref", flat=True)),
            "readings": list(
                ReadingCode.objects.filter(code=row).values_list("mark_id", flat=True)
            ),
        },
    )
    row.children.update(parent=row.parent)
    row.delete()
    note(held, by, done)
    record(by=by, deed="voices.delete_code", subject=f"project:{project}")


def as_kept(row: Code) -> dict[str, str]:
    """Give a code as the history keeps it, to bring it back."""
    return {
        "ref": row.ref,
        "name": row.name,
        "layer": row.layer,
        "memo": row.memo,
        "parent": row.parent.ref if row.parent else "",
    }


def _layer(name: str) -> Layer:
    return Layer.HOW if name.strip().startswith(HOW) else Layer.WHAT


def _refuse_name(
    held: Project, name: str, layer: Layer, *, but: Code | None = None
) -> None:
    """Refuse no name, and one that another code has."""
    name = name.strip()
    if not name:
        raise NotPossible("Give the code a name.")
    others = Code.objects.filter(project=held, layer=layer, name__iexact=name)
    if others.exclude(pk=but.pk if but else 0).exists():
        raise NotPossible(SAME_NAME.format(name=name))


def _stands_under(row: Code, other: Code) -> bool:
    """Tell whether a code stands under another, by however many steps."""
    above = row.parent
    while above is not None and above.pk != other.pk:
        above = above.parent
    return above is not None
