"""How right is the linker where the truth is known?"""

import importlib.util
from pathlib import Path

from benchmarks import _link_halls as labelled
from weft.assets.domain.linking import link

GOAL_HALLS, GOAL_LIBRARIES, MOST_FALSE = 0.95, 0.98, 0.002
RECIPE = Path(labelled.HALLS).with_name("recipe.py")


def test_the_halls_set_is_what_its_recipe_gives(tmp_path):
    spec = importlib.util.spec_from_file_location("recipe", RECIPE)
    recipe = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recipe)

    recipe.write(tmp_path / "listings.csv")

    assert (tmp_path / "listings.csv").read_bytes() == labelled.HALLS.read_bytes()


def test_halls_with_many_groups_are_told_apart():
    asked = labelled.halls()

    score = labelled.scored(link(asked.entries).partition, asked)

    assert score.f1 >= GOAL_HALLS
    assert score.false_merges <= MOST_FALSE


def test_the_half_that_was_not_looked_at_has_no_false_merge_either():
    sealed = labelled.halls("sealed")

    score = labelled.scored(link(sealed.entries).partition, sealed)

    assert score.false == 0
    assert score.f1 >= 0.94  # measured 0.943; the open half has 0.956


def test_what_is_left_to_people_holds_most_of_what_was_not_linked():
    asked = labelled.halls()
    linked = link(asked.entries)
    left = [one.pair for one in linked.asks]
    same = [
        pair for pair in left if asked.truth[pair.first] == asked.truth[pair.second]
    ]

    assert len(left) <= 100
    assert len(same) >= len(left) / 4  # else most questions would be for nothing


def test_libraries_are_found_again_without_their_number(shared):
    asked = labelled.libraries(shared)

    score = labelled.scored(link(asked.entries).partition, asked, across=True)

    assert score.true > 700
    assert score.f1 >= GOAL_LIBRARIES
    assert score.false_merges <= MOST_FALSE
