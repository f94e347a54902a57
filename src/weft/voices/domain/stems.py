"""Which words of a project are only what others hang on?

«Good places have…» before a list says nothing by itself: it is shown before each thing
that hangs on it, and stands for itself only where somebody tied it to something.
"""

from collections.abc import Iterator
from dataclasses import replace

from weft.voices.domain.told import ProjectTold


def without_stems(told: ProjectTold) -> ProjectTold:
    """Leave out passages that others hang on and that nothing is tied to."""
    sources = [source for room in told.workshops for source in room.sources]
    stems = {one.hangs_on for source in sources for one in source.passages} - {""}
    stems -= set(_tied(told))
    return replace(
        told,
        workshops=tuple(
            replace(
                room,
                sources=tuple(
                    replace(
                        source,
                        passages=tuple(
                            one for one in source.passages if one.ref not in stems
                        ),
                    )
                    for source in room.sources
                ),
            )
            for room in told.workshops
        ),
    )


def _tied(told: ProjectTold) -> Iterator[str]:
    """Name the passages that somebody tied something to."""
    yield from (one.passage for one in told.codings)
    yield from (one.passage for one in told.facets)
    yield from (one.passage for one in told.strengths)
    yield from (one.passage for one in told.questions)
    yield from (one.passage for one in told.works)
    yield from (one.passage for claim in told.claims for one in claim.behind)
    yield from (ref for cause in told.causes for ref in cause.words)
    yield from (ref for one in told.mentioned for ref in one.passages)
    yield from (ref for one in told.assumptions for ref in (*one.holds, *one.doubts))
    yield from (
        ref for one in told.rounds for said in one.statements for ref in said.passages
    )
