"""What did somebody ask of the lab, by the address they came with?"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from weft.access.domain.whatif import Scenario, as_text, from_text
from weft.access.pages.lab.reading import changes_of
from weft.access.pages.lab.sorts import sort_named
from weft.access.pages.presenters.lab.answer import AnswerSaid
from weft.access.pages.presenters.lab.form import Form
from weft.access.pages.presenters.lab.page import EMPTY, LabPage, readable
from weft.access.pages.presenters.lab.saying import Sayer
from weft.access.queries.scenarios import Ready, ask, ready
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week
from weft.ground import queries as ground
from weft.ground.queries.about import AreaAbout


def this_week() -> Week:
    """Say which week it is."""
    return Week.of(timezone.localdate())


def week_asked(told: QueryDict) -> Week:
    """Read which week; this one where none can be read."""
    try:
        return Week.of(date.fromisoformat(told.get("week", "")))
    except ValueError:
        return this_week()


def lab_of(told: QueryDict) -> LabPage:
    """Make the page that an address asks for."""
    region = next(iter(ground.regions()), None)
    text = told.get("what", "") or EMPTY
    page: dict[str, Any] = {
        "region": region,
        "week": week_asked(told),
        "this_week": this_week(),
    }
    if region is None:
        return LabPage(**page)
    try:
        here = ready(region.slug, page["week"], clock=timezone.now)
    except NotFound as problem:
        return LabPage(**page, text=text, problem=str(problem))
    page |= {"here": here, "was": told.get("was", "")}
    try:
        changes = from_text(text)
    except NotPossible as problem:
        kept = readable(text)
        return LabPage(**page, text=as_text(kept), changes=kept, problem=str(problem))
    if not isinstance(here, Ready):
        return LabPage(**page, text=text, changes=changes)
    page |= {"text": text, "changes": changes, "form": _form(told, here)}
    try:
        said = answered(here, text, changes) if changes else None
    except NotPossible as problem:
        return LabPage(**page, problem=str(problem))
    return LabPage(**page, said=said)


def answered(here: Ready, text: str, changes: Scenario) -> AnswerSaid:
    """Ask what a scenario changes.

    Raises
    ------
    NotPossible
        When it is about something that is not there in this week.
    """
    sayer = Sayer(here)
    return AnswerSaid(
        answer=ask(here, text),
        areas_here=areas_of(here),
        changes=tuple(map(sayer.change, changes)),
    )


def areas_of(here: Ready) -> tuple[AreaAbout, ...]:
    """List the areas of a week with their edges."""
    vintage = here.reckoned.around.areas[0].vintage
    return tuple(
        ground.areas(here.region, vintage.geography, vintage.year, boundaries=True)
    )


def _form(told: QueryDict, here: Ready) -> Form | None:
    """Take the form that is asked for, filled as it was."""
    sort = sort_named(told.get("add", ""))
    return None if sort is None else Form(sort=sort, ready=here, told=told)


def added(told: QueryDict, page: LabPage) -> tuple[str, LabPage]:
    """Add what was filled in: the address to go on to, or the page with what is wrong.

    Nothing is kept but in that address.
    """
    if page.ready is None or page.form is None:
        return "", page
    try:
        more = changes_of(page.form.sort, told, page.ready, page.changes)
        text = as_text((*page.changes, *more))
        ask(page.ready, text)
    except NotPossible as problem:
        form = Form(
            sort=page.form.sort, ready=page.ready, told=told, problem=str(problem)
        )
        return "", replace(page, form=form)
    return page.address(text, was=page.text) + "#answer", page
