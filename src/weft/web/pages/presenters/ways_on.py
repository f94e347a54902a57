"""What can somebody do where there are fewer than three things?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse

from weft.access.domain.fit import Cause
from weft.assets.domain.facts import FactField
from weft.commons.saying import counted, first_large
from weft.web.asking import FAR
from weft.web.finding import Finding

Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """One thing to do next."""

    heading: str
    words: str
    weave: str
    deed: str
    action: str
    fields: tuple[Field, ...]


def ways_on(finding: Finding) -> tuple[WayOn, ...]:
    """List what else may help, the likeliest first."""
    return tuple(_ways(finding))


def _ways(finding: Finding) -> Iterator[WayOn]:
    asked = finding.asked
    choices = reverse("web:choices")
    held = {gets.cause: gets.count for gets in finding.found.others}
    if finding.free and held.get(Cause.HOURS):
        yield WayOn(
            heading=f"At another hour: {held[Cause.HOURS]:,}",
            words=f"{_things(held[Cause.HOURS])} on, when you said you are not free.",
            weave="solid",
            deed="Show all hours",
            action=choices,
            fields=replace(asked, blocks=frozenset(), hours="").fields(),
        )
    further = next((far for far in FAR if far > asked.far), None)
    if further is not None:
        yield WayOn(
            heading="Go a little further",
            words=f"We looked up to {asked.far} minutes away. Does {further} suit you?",
            weave="open",
            deed=f"Look up to {further} minutes away",
            action=choices,
            fields=replace(asked, far=further).fields(),
        )
    if FactField.AT_HOME not in asked.wishes:
        wishes = frozenset({FactField.AT_HOME})
        yield WayOn(
            heading="Do it at home",
            words="Some things need no journey: a radio choir, chess by post.",
            weave="open",
            deed="Show what one can do at home",
            action=choices,
            fields=replace(asked, wishes=wishes, what="").fields(),
        )
    if asked.what or asked.wishes:
        yield WayOn(
            heading="Look for anything",
            words="Leave your wishes aside, and see all that is on.",
            weave="bare",
            deed="Show anything that is on",
            action=choices,
            fields=replace(asked, what="", wishes=frozenset()).fields(),
        )


def _things(count: int) -> str:
    return first_large(counted(count, "thing is", "things are"))
