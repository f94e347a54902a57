import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.need.domain.topics import (
    TOPICS,
    column_for,
    is_total,
    leaves_at_top,
    plain_label,
    slug,
    topic_of_table,
    topic_of_words,
)


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        (
            "Household composition: Lone parent family; measures: Value",
            "Lone parent family",
        ),
        (
            "Household composition: Economically active:In employment",
            "Economically active: In employment",
        ),
        (
            "Household composition: No English (English or Welsh in Wales): A little",
            "No English: A little",
        ),
    ],
)
def test_a_heading_loses_variable_suffix_and_wales(told, plain):
    assert plain_label(told, variable="Household composition") == plain


def test_bulk_and_long_form_end_in_the_same_key():
    household = topic_of_table("ts003")
    bulk = plain_label(
        "Household composition: One person household: Other; measures: Value",
        variable="Household composition",
    )
    long = plain_label("One-person household: Other")

    assert column_for(household, bulk).key == column_for(household, long).key


def test_a_sign_before_a_figure_is_kept():
    assert slug("+2 or more (under-occupied)") == "plus_2_or_more"
    assert slug("-2 or less (overcrowded)") == "minus_2_or_less"


def test_totals_are_known_for_what_they_are():
    assert is_total("Total: All households")
    assert is_total("All usual residents")
    assert not is_total("All aged 66 years and over")


def test_only_what_lies_in_nothing_else_counts_towards_the_total():
    labels = ["White", "White: Irish", "Asian", "Asian: Indian", "Asian: Other Asian"]

    assert leaves_at_top(labels) == (0, 2)


@given(labels=st.lists(st.text("abc: ", max_size=8), max_size=8))
def test_a_leaf_at_the_top_has_no_parent_in_the_table(labels):
    known = {label.lower() for label in labels}
    for at in leaves_at_top(labels):
        parts = labels[at].lower().split(": ")
        assert not any(": ".join(parts[:n]) in known for n in range(1, len(parts)))


def test_every_table_of_a_topic_finds_it():
    for topic in TOPICS:
        for table in topic.tables:
            assert topic_of_table(table.lower()) is topic


def test_a_topic_is_known_by_its_words_and_none_is_guessed():
    assert topic_of_words(["availability_category"]).key == "cars"
    assert topic_of_words(["type", "Semi-detached"]).key == "dwelling"
    assert topic_of_words(["colour", "blue"]) is None
