"""Who shares something, and what do those who share it have together?"""

from collections.abc import Iterable
from dataclasses import dataclass

from weft.assets.domain.kinds import AssetKind
from weft.assets.pages.presenters.shared import GROUPS, address_of
from weft.assets.queries.about import AssetAbout, Brief
from weft.commons.saying import counted

AT_ONCE = 8
"""More than that are folded up: a council looks after four hundred parks."""
QUESTIONS = {
    AssetKind.PERSON: "Whom do they work with?",
    AssetKind.PLACE: "Who meets here?",
}
OF_A_GROUP = "What do they look after and share?"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that leads to its own page."""

    name: str
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class Several:
    """A question, and the things that answer it."""

    question: str
    first: tuple[Line, ...] = ()
    rest: tuple[Line, ...] = ()

    @property
    def how_many_more(self) -> str:
        """Say how many are folded up."""
        return f"And {counted(len(self.rest), 'thing', 'things')} more"


def shared_lines(about: AssetAbout) -> Several:
    """List who shares a thing; of a group, what it looks after and shares."""
    if about.kind in GROUPS:
        both = {brief.id: brief for brief in (*about.holds, *about.shared)}
        return _several(OF_A_GROUP, both.values())
    return _several(QUESTIONS.get(about.kind, "Who shares it?"), about.shared)


def _several(question: str, briefs: Iterable[Brief]) -> Several:
    lines = tuple(
        Line(brief.name, address_of(brief), brief.kind)
        for brief in sorted(briefs, key=lambda one: (one.name, str(one.id)))
    )
    return Several(question, lines[:AT_ONCE], lines[AT_ONCE:])
