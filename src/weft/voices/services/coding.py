"""How are codes put to what somebody marked, and taken off again?

What is put never goes over anybody's head: each coder's own stands beside the others',
and opposite codes may stand at one passage. A code is never asked for.
"""

from collections.abc import Collection

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.kinds import Deed, FacetKind, Layer
from weft.voices.models import Act, Code, Coding, Facet, Passage, Project
from weft.voices.services.acts import Done, code_held, coder_of, note, passage_held
from weft.voices.services.holding import project_held
from weft.voices.services.rows import kept_row

HOW = "~"  # before a code that tells how a thing was said
MOST_CODES = 20
NO_CODE = "Type a code, or choose one."


@transaction.atomic
def put_codes(
    *, by: Actor, project: str, passage: int, codes: Collection[str]
) -> tuple[str, ...]:
    """Put codes to a passage, by their names; a new name makes a new code.

    Returns
    -------
    tuple of str
        The names of those that stand there now and did not before.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage, or not any more; no code was named.
    """
    held = project_held(project)
    row = _to_code(passage_held(held, passage))
    found = codes_called(held, codes, by)
    if not found:
        raise NotPossible(NO_CODE)
    new = put_to(row, found, by)
    for one in new:
        said = {"name": one.name}
        done = Done(deed=Deed.PUT, code=one.ref, passage=passage, said=said)
        note(held, by, done)
    record(by=by, deed="voices.put_codes", subject=f"project:{project}")
    return tuple(one.name for one in new)


@transaction.atomic
def take_code_off(*, by: Actor, project: str, passage: int, code: str) -> None:
    """Take a code off a passage, whoever put it there; the history says who had.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage or code, or not any more.
    """
    held = project_held(project)
    row, stands = passage_held(held, passage), code_held(held, code)
    codings = Coding.objects.filter(passage=row, code=stands)
    coders = list(codings.values_list("coder", flat=True))
    if coders:
        codings.delete()
        done = Done(
            deed=Deed.TAKE_OFF,
            code=code,
            passage=passage,
            said={"name": stands.name},
            before={"coders": coders},
        )
        note(held, by, done)
    record(by=by, deed="voices.take_code_off", subject=f"project:{project}")


@transaction.atomic
def see_as(
    *, by: Actor, project: str, passage: int, value: FacetKind, stands: bool
) -> None:
    """Say of which time a passage tells or how it presses, or take that off.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage, or not any more.
    """
    held = project_held(project)
    row = passage_held(held, passage)
    said, there = {"name": value.value}, Facet.objects.filter(passage=row, value=value)
    if stands and not there.filter(coder=coder_of(by)).exists():
        Facet.objects.create(passage=_to_code(row), value=value, coder=coder_of(by))
        note(held, by, Done(deed=Deed.FACET, passage=passage, said=said))
    if not stands and there.exists():
        before = {"coders": list(there.values_list("coder", flat=True))}
        there.delete()
        done = Done(deed=Deed.FACET_OFF, passage=passage, said=said, before=before)
        note(held, by, done)
    record(by=by, deed="voices.see_as", subject=f"project:{project}")


@transaction.atomic
def keep_whole(*, by: Actor, project: str, passage: int, whole: bool) -> None:
    """Let a passage stay as it is, as a poem does: no code is asked for.

    Raises
    ------
    NotFound, NotPossible
        There is no such passage, or not any more.
    """
    held = project_held(project)
    row = passage_held(held, passage)
    if row.whole is not whole:
        Passage.objects.filter(pk=row.pk).update(whole=whole)
        deed = Deed.WHOLE if whole else Deed.NOT_WHOLE
        note(held, by, Done(deed=deed, passage=passage))
    record(by=by, deed="voices.keep_whole", subject=f"project:{project}")


def codes_called(held: Project, names: Collection[str], by: Actor) -> list[Code]:
    """Find codes by what somebody typed; those that are new are made, and noted."""
    known = {
        (row.layer, row.name.lower()): row for row in Code.objects.filter(project=held)
    }
    refs = refs_given(held)
    found: dict[int, Code] = {}
    for told in list(dict.fromkeys(names))[:MOST_CODES]:
        layer = Layer.HOW if told.startswith(HOW) else Layer.WHAT
        name = told.removeprefix(HOW).strip()
        if not name:
            continue
        row = known.get((layer, name.lower()))
        if row is None:
            ref = fresh_ref("code", refs)
            refs.add(ref)
            row = kept_row(Code(project=held, ref=ref, name=name, layer=layer))
            known[layer, name.lower()] = row
            note(held, by, Done(deed=Deed.NEW, code=ref, said={"name": name}))
        found[row.pk] = row
    return list(found.values())


def refs_given(held: Project) -> set[str]:
    """Give the refs of all codes that are or were: none is given a second time."""
    now = Code.objects.filter(project=held).values_list("ref", flat=True)
    gone = Act.objects.filter(project=held, deed__in=(Deed.DELETE, Deed.MERGE))
    return {*now, *gone.values_list("code", flat=True)}


def put_to(passage: Passage, codes: Collection[Code], by: Actor) -> list[Code]:
    """Put codes to a passage by somebody's hand; give those that are new there."""
    return [
        code
        for code in codes
        if Coding.objects.get_or_create(code=code, passage=passage, coder=coder_of(by))[
            1
        ]
    ]


def _to_code(row: Passage) -> Passage:
    if row.withdrawn_on:
        raise NotPossible("It was taken back by who said it. It stays as a count.")
    return row
