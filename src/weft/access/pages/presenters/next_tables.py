"""Which tables stand beside the next offer: what to put on, who gains, does it hold?"""

from collections.abc import Iterator, Mapping, Sequence

from weft.access.domain.next_offer import Case, Prepared, Weighed, Weights
from weft.access.domain.next_offer.weighing import LESS
from weft.access.domain.siting import Goal, Held, OfLife
from weft.access.pages.presenters.next_plan import TITLES, TO_WHAT, PlanOnPage
from weft.commons.disclosure import rounded_estimate
from weft.shell.tables import Cell, Column, Table

LICENCE = "CC BY 4.0; the inputs have their own licences"
OTHERWISE: Mapping[str, str] = {
    Weights.ALIKE.value: "Everybody counts alike",
    Weights.NEED.value: "People count more where many things go short",
    Case.SHORTER.value: "Nobody goes further than three quarters of their minutes",
    Case.POSSIBLE.value: "What nobody knows of a room turns out to be there",
    LESS: "There is a quarter less money",
}


def offers_table(
    plans: Sequence[PlanOnPage], source: str, notes: tuple[str, ...]
) -> Table:
    """Tell what both answers would put on."""
    rows: list[tuple[Cell, ...]] = [
        (
            plan.title,
            one.name,
            one.when,
            one.kind,
            one.languages,
            one.cost_pence / 100,
            "told" if one.is_told else "ask first",
            plan.people,
        )
        for plan in plans
        for one in plan.offers
    ]
    return Table(
        title="What could be put on next",
        columns=(
            Column("Which answer"),
            Column("Room"),
            Column("When"),
            Column("Kind"),
            Column("Languages"),
            Column("Cost a week", numeric=True, decimals=2, unit="£"),
            Column("Is it empty then?"),
            Column("People, by the whole answer (estimate)", numeric=True, decimals=0),
        ),
        rows=tuple(rows),
        source=source,
        licence=LICENCE,
        notes=notes,
    )


def held_table(weighed: Weighed, source: str) -> Table:
    """Tell how both answers do where something is assumed otherwise."""
    both = ((Goal.THIRD, weighed.third), (Goal.FIRST, weighed.first))
    rows = [_held(goal, one) for goal, some in both for one in some]
    return Table(
        title="Both answers, if something is otherwise",
        columns=(
            Column("If this is so"),
            Column("Which answer"),
            Column("Does it hold?"),
            Column("It brings, weighted", numeric=True, decimals=0),
            Column("The best found then", numeric=True, decimals=0),
            Column("Offers in both", numeric=True, decimals=0),
        ),
        rows=tuple(rows),
        source=source,
        licence=LICENCE,
        notes=("It holds if it brings 98 in 100 of the best found then, or more.",),
    )


def _held(goal: Goal, one: Held) -> tuple[Cell, ...]:
    holds = "yes" if one.holds else "it costs too much" if one.value is None else "no"
    return (
        OTHERWISE.get(one.name, one.name),
        TITLES[goal],
        holds,
        None if one.value is None else rounded_estimate(one.value),
        rounded_estimate(one.best),
        one.in_common,
    )


def lives_table(
    weighed: Weighed,
    told: Prepared,
    titles: Mapping[str, str],
    plan: PlanOnPage,
    source: str,
) -> Table:
    """Tell what each life has of both answers; a small one stands as large as any."""
    people = told.people.sum(axis=1) / 1_000
    rows: list[tuple[Cell, ...]] = []
    for one in weighed.answer.lives:
        slug = told.lives[one.life]
        known = people[one.life] > 0
        numbers = (one.without_three, one.third, one.without_any, one.first)
        rows.append(
            (
                titles.get(slug, slug),
                *(rounded_estimate(n) if known else None for n in numbers),
                " · ".join(_alone(one, plan)),
            )
        )
    return Table(
        title="Who gains, life by life?",
        columns=(
            Column("A week like this"),
            Column("Fewer than three now", numeric=True, decimals=0),
            Column("Of them, to a third choice", numeric=True, decimals=0),
            Column("Nothing now", numeric=True, decimals=0),
            Column("Of them, to a first choice", numeric=True, decimals=0),
            Column("For this week alone"),
        ),
        rows=tuple(rows),
        source=source,
        licence=LICENCE,
        notes=(
            "People are estimates, to the nearest five.",
            "Where nobody knows how many live so, they could not be weighed.",
        ),
    )


def _alone(one: OfLife, plan: PlanOnPage) -> Iterator[str]:
    """Say what would be put on for a life that neither answer brings anything."""
    if one.alone is None:
        helped = one.third or one.first
        if one.without_three and not helped:
            yield "Nothing that was weighed would help"
        return
    goal, chosen, people = one.alone
    yield f"about {rounded_estimate(people):,} to {TO_WHAT[goal]}"
    for number in chosen:
        offer = plan.offer(number)
        yield f"{offer.name}, {offer.kind}, {offer.when}"
