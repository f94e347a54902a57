"""How do arrows that were drawn elsewhere come onto a map?

A file of this project changes the arrows that it left with and keeps their words. From
any other file arrows come without words: its «P4» is not ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.voices.domain.finding import fresh_ref
from weft.voices.domain.told import CauseTold, MapTold, ThingTold
from weft.voices.exchange.causes import CausesRead
from weft.voices.models import Passage
from weft.voices.queries.mapped import map_told
from weft.voices.services.drawing import keep_step
from weft.voices.services.holding import project_held
from weft.voices.services.mapping import TakingMap

MOST = 2_000
"""As many arrows as come at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of a file: arrows that are new, changed, or were there as they are."""

    new: int
    changed: int
    same: int


@transaction.atomic
def take_arrows_in(*, by: Actor, project: str, told: CausesRead, ours: bool) -> Merged:
    """Take the arrows of a file onto a map, and what it knows of things.

    Parameters
    ----------
    told
        What the file tells.
    ours
        Whether it left this project.

    Raises
    ------
    NotPossible
        There is nothing in it, or too much; or a name is too long.
    """
    held = project_held(project)
    if not told.causes and not told.things:
        raise NotPossible("There are no arrows in this file.")
    if len(told.causes) > MOST:
        raise NotPossible(f"That is too much at once: at most {MOST:,} arrows.")
    passages = {one.ref: one for one in Passage.objects.filter(project=held)}
    labels = {f"P{one.number}": ref for ref, one in passages.items()}
    before = map_told(held)
    merging = _Merging(before, labels if ours else {})
    after = merging.merged(told.causes, told.things)
    keep_step(held, "a file was taken in")
    held.causes.all().delete()
    held.loops.all().delete()
    held.things.all().delete()
    TakingMap(held, passages).take(after)
    record(by=by, deed="voices.take_arrows_in", subject=f"project:{project}")
    return merging.came


class _Merging:
    """One file on its way onto a map."""

    def __init__(self, before: MapTold, labels: dict[str, str]) -> None:
        self.before, self.labels = before, labels
        self.causes = {one.ref: one for one in before.causes}
        ends = (n for one in before.causes for n in (one.cause, one.effect))
        names = [*(one.name for one in before.things), *ends]
        self.names = {name.lower(): name for name in reversed(names)}
        self.came = Merged(new=0, changed=0, same=0)

    def merged(
        self, causes: Iterable[CauseTold], things: Iterable[ThingTold]
    ) -> MapTold:
        """Give the map with what the file adds."""
        for one in causes:
            self._take(one)
        known = {one.name: one for one in self.before.things}
        for thing in things:
            name = self._named(thing.name)
            was = known.get(name, ThingTold(name=name))
            known[name] = replace(
                was,
                measured_by=thing.measured_by or was.measured_by,
                at=thing.at or was.at,
            )
        return MapTold(
            things=tuple(known.values()),
            causes=tuple(self.causes.values()),
            loops=self.before.loops,
        )

    def _named(self, name: str) -> str:
        """Call a thing as it is called here, large and small letters alike."""
        return self.names.setdefault(name.strip().lower(), name.strip() or name)

    def _take(self, told: CauseTold) -> None:
        words = tuple(self.labels[one] for one in told.words if one in self.labels)
        one = replace(
            told,
            cause=self._named(told.cause),
            effect=self._named(told.effect),
            words=words,
        )
        was = self.causes.get(one.ref)
        if self.labels and was and (was.cause, was.effect) == (one.cause, one.effect):
            one = replace(one, words=tuple(dict.fromkeys([*was.words, *words])))
            self.causes[one.ref] = one
            self._count(same=was == one, changed=was != one)
        elif any(_alike(one, other) for other in self.causes.values()):
            self._count(same=True)
        else:
            ref = one.ref if one.ref not in self.causes else fresh_ref("c", self.causes)
            self.causes[ref] = replace(one, ref=ref)
            self._count(new=True)

    def _count(
        self, *, new: bool = False, changed: bool = False, same: bool = False
    ) -> None:
        self.came = Merged(
            new=self.came.new + new,
            changed=self.came.changed + changed,
            same=self.came.same + same,
        )


def _alike(one: CauseTold, other: CauseTold) -> bool:
    """Say whether two accounts say the same, whatever their words are."""
    return replace(one, ref="", words=()) == replace(other, ref="", words=())
