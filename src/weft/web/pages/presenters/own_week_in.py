"""How are map, tables and files of a week of one's own said in somebody's language?

They are drawn and written as in English, and their words are put in the other's place.
Files hold both where no speaker has checked it; names and codes stay as they are.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from weft.access.pages.presenters.said import BREAKS
from weft.commons.tongues import Said, Tongue
from weft.shell.plots import Plot
from weft.shell.tables import Column, Table

NEIGHBOURHOODS = (
    "neighbourhood",
    "small_areas",
    "three_known",
    "three_asked",
    "fewest_things",
    "most_things",
)
AREAS = ("small_area", "area_code")
COUNTED = ("things_to_do", "groups", "kinds")
PLANES = ("for_certain", "if_you_ask")


def map_in(tongue: Tongue, plot: Plot) -> Plot:
    """Say the map: its title, what each weave stands for, and the same as a table."""
    say = tongue.say
    title = say("things_within")
    heads = [say("small_area"), say("area_code"), say("things_to_do")]
    # What nobody knows stands last, on a map that has it.
    words = (*_classes(tongue), say("nobody_said"))
    key = zip((weave for weave, _ in plot.key), words, strict=False)
    return replace(
        plot,
        said=title,
        key=tuple(key),
        source="",
        table=table_in(plot.table, title, heads),
    )


def neighbourhoods_in(tongue: Tongue, table: Table) -> Table:
    """Say the table of neighbourhoods."""
    heads = [tongue.say(key) for key in NEIGHBOURHOODS]
    title = tongue.joined([tongue.say("three_choices"), heads[0]])
    return table_in(table, title, heads)


def file_in(tongue: Tongue, table: Table, said: Sequence[Said]) -> Table:
    """Say the file of every small area, and below it what the page says of it.

    Parameters
    ----------
    tongue, table
        The language, and the file in English.
    said
        Lines of the page.
    """
    say = tongue.say
    heads = [say(key) for key in AREAS]
    heads += [
        tongue.joined([say(what), say(plane)]) for plane in PLANES for what in COUNTED
    ]
    heads += [tongue.joined([say("three_choices"), say(plane)]) for plane in PLANES]
    title = tongue.joined([say("own_week"), said[0]])
    answers = {one: say(one).both for one in ("yes", "no")}
    told = table_in(table, title, heads)
    at = len(AREAS) + len(PLANES) * len(COUNTED)
    rows = tuple(
        (*row[:at], *(answers[str(cell)] for cell in row[at:])) for row in table.rows
    )
    notes = (*(one.both for one in said), *table.notes)
    return replace(told, rows=rows, source=table.source, notes=notes)


def table_in(table: Table, title: Said, heads: Sequence[Said]) -> Table:
    """Say title and headings; what stands below is said by the page itself."""
    columns: list[Column] = [
        replace(column, words=said.both, said=said)
        for column, said in zip(table.columns, heads, strict=True)
    ]
    return replace(
        table,
        title=title.both,
        said=title,
        columns=tuple(columns),
        source="",
        licence="",
        notes=(),
    )


def _classes(tongue: Tongue) -> list[Said]:
    """Say which numbers each weave of the map stands for."""
    told = [tongue.number(f"{one}") for one in BREAKS]
    first = tongue.say("below_number", high=told[0])
    last = tongue.say("number_or_more", low=told[-1])
    between = [
        tongue.say("number_to_number", low=low, high=high)
        for low, high in pairwise(told)
    ]
    return [first, *between, last]
