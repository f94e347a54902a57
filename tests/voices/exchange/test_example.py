"""Does the workshop with its draft reading become a project that says what it is?"""

from dataclasses import replace
from datetime import date

import pytest

from tests.web import valley
from weft.accounts.actors import Actor
from weft.commons.errors import NotPossible
from weft.voices.domain.checking import what_is_wrong
from weft.voices.domain.kinds import Level, Sees, SourceKind, SpeakerKind, Stance
from weft.voices.domain.reading import Reader
from weft.voices.domain.stems import without_stems
from weft.voices.exchange.example import example_project
from weft.voices.queries.causes import causes
from weft.voices.queries.whole import whole
from weft.voices.services import take_in


@pytest.fixture(scope="module")
def text(shared):
    return (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")


@pytest.mark.shows("T1", "T5", "T7", "T8", "H68")
def test_the_notes_become_sources_that_joined_are_the_notes(text):
    told = example_project(text)
    (workshop,) = told.workshops

    assert what_is_wrong(told) == []
    assert "".join(one.text for one in workshop.sources) == text
    kinds = [one.kind for one in workshop.sources]
    assert kinds.count(SourceKind.TEXT) == len(workshop.questions) == 8
    assert kinds.count(SourceKind.POSTER) == 10
    assert kinds.count(SourceKind.MISSING) == 2
    (summary,) = (one for one in workshop.sources if one.level is Level.WRITTEN)
    assert summary.kind is SourceKind.SUMMARY
    assert len(summary.passages) == 11
    # what nobody told stays unknown, and who speaks is never guessed
    assert (workshop.held_on, workshop.came, workshop.hosted_by) == (None, None, "")
    assert workshop.consent.sees is Sees.HOSTS
    assert {one.kind for one in told.speakers} == {SpeakerKind.GROUP}
    by_ref = {one.ref: one for source in workshop.sources for one in source.passages}
    assert by_ref["12.1"].speaker == ""
    assert by_ref["99.1"].first_hand is False
    assert by_ref["99.1"].on_behalf_of == "the young"


@pytest.mark.shows("H31")
def test_it_says_that_it_is_a_draft_and_each_level_is_told_apart(text):
    told = example_project(text)
    assert "Nobody who was in the room has checked this." in told.draft
    first, *_ = told.claims
    assert first.ref == "joy-circle"
    assert len({one.short for one in told.claims} - {""}) == len(told.claims)
    assert {one.coder for one in told.codings} == {"the makers of Weft"}
    written = {one.ref for one in told.claims if one.level is Level.WRITTEN}
    assert len(written) == 39
    empty = {
        one.ref
        for one in told.claims
        if Stance.FOR not in {tie.stance for tie in one.behind}
    }
    assert empty == {"165a", "172b"}
    moods = {one.code for one in told.codings if one.passage == "114.1"}
    assert moods == {"how-fear", "how-wonder"}  # two opposites on one passage
    by_ref = {one.ref: one for one in told.causes}
    assert len(by_ref) == 121
    assert by_ref["L026"].words == ("51.5",)
    assert all(one.words for one in told.causes)


@pytest.mark.shows("T3")
def test_what_hangs_on_a_stem_says_so_and_only_a_stem_that_is_tied_stands_alone(text):
    told = example_project(text)
    (workshop,) = told.workshops
    hung = {p.ref: p.hangs_on for s in workshop.sources for p in s.passages}
    assert {hung[f"{line}.1"] for line in range(34, 45)} == {"33.1"}
    assert hung["33.1"] == ""  # a list that begins in mid-sentence
    left = {p.ref for s in without_stems(told).workshops[0].sources for p in s.passages}
    gone = hung.keys() - left
    assert "33.1" in left  # a claim and a code rest on it
    assert "4.1" in gone
    assert gone <= set(hung.values())


def test_other_notes_are_not_read_as_if_they_were_these(text):
    with pytest.raises(NotPossible, match="not the notes"):
        example_project(f"{text} ")


@pytest.mark.django_db
def test_it_is_taken_in_whole(text):
    told = example_project(text, sees=Sees.ANYBODY)
    region = valley.region().slug
    take_in(by=Actor.command("tests"), region=region, told=told)
    shown = causes(region, told.slug, reader=Reader.ANYBODY, today=date(2026, 11, 30))
    assert shown.hopeful == 1  # the loop of joy comes first
    assert shown.order[0].things[0] == "joy of the person"
    held = whole(region, told.slug)
    assert set(held.codes) == set(told.codes)  # those under none come first
    assert replace(held, codes=told.codes) == told
