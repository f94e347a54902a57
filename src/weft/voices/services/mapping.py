"""How does a map of causes that was told become what we hold?"""

from collections.abc import Mapping

from weft.voices.domain.told import CauseTold, MapTold, ThingTold
from weft.voices.models import (
    Cause,
    CauseWords,
    LoopThing,
    NamedLoop,
    Passage,
    Project,
    Thing,
)
from weft.voices.services.rows import kept_row, that_fit


class TakingMap:
    """One map on its way in.

    Attributes
    ----------
    passages
        By ref; words of a passage that is not there are left out.
    """

    def __init__(self, project: Project, passages: Mapping[str, Passage]) -> None:
        self.project, self.passages = project, passages
        self.things: dict[str, Thing] = {}

    def take(self, told: MapTold) -> None:
        """Write a map into a project that has none."""
        known = {one.name: one for one in told.things}
        ends = (name for one in told.causes for name in (one.cause, one.effect))
        names = dict.fromkeys([*known, *ends])
        rows = [self._thing(known.get(name) or ThingTold(name=name)) for name in names]
        made = Thing.objects.bulk_create(that_fit(rows))
        self.things = {row.name: row for row in made}
        for one in told.causes:
            self._take_cause(one)
        for loop in told.loops:
            row = kept_row(
                NamedLoop(project=self.project, name=loop.name, hopeful=loop.hopeful)
            )
            LoopThing.objects.bulk_create(
                LoopThing(loop=row, thing=self.things[name], place=place)
                for place, name in enumerate(loop.things, 1)
            )

    def _thing(self, told: ThingTold) -> Thing:
        across, down = told.at or (None, None)
        return Thing(
            project=self.project,
            name=told.name,
            measured_by=told.measured_by,
            across=across,
            down=down,
        )

    def _take_cause(self, told: CauseTold) -> None:
        cause = kept_row(
            Cause(
                project=self.project,
                ref=told.ref,
                cause=self.things[told.cause],
                effect=self.things[told.effect],
                sign=told.sign,
                basis=told.basis,
                takes_time=told.takes_time,
                scale=told.scale,
                who=told.who,
                both_ways=told.both_ways,
            )
        )
        found = (self.passages.get(ref) for ref in told.words)
        CauseWords.objects.bulk_create(
            CauseWords(cause=cause, passage=one) for one in found if one is not None
        )
