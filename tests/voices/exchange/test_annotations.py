"""Passages and codes go out as Web Annotations and are found again, even in edits."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.voices.projects_by_chance import projects
from tests.voices.projects_told import TEXT, evening
from weft.commons.errors import FileNotUnderstood
from weft.standards import web_annotation as web
from weft.voices.domain.anchors import PictureRegion, TextSpan, TimeSpan
from weft.voices.domain.kinds import Layer
from weft.voices.domain.stems import without_stems
from weft.voices.domain.told import CodeTold, CodingTold, PassageTold
from weft.voices.exchange.annotations import as_annotations, laid_on
from weft.voices.exchange.leaving import written


def bare(told):
    """The same project, without what annotations tell."""
    return replace(
        told,
        codes=(),
        codings=(),
        claims=(),
        causes=(),
        mentioned=(),
        suggestions=(),
        workshops=tuple(
            replace(
                room,
                sources=tuple(replace(one, passages=()) for one in room.sources),
            )
            for room in told.workshops
        ),
    )


def marked(told):
    """Which codes stand at which places, by whom; and every place."""
    names = {one.ref: (one.name, one.layer) for one in told.codes}
    places = {
        one.ref: (source.ref, one.at)
        for room in told.workshops
        for source in room.sources
        for one in source.passages
    }
    coded = {(names[one.code], places[one.passage], one.coder) for one in told.codings}
    return coded, set(places.values())


@given(projects())
def test_they_come_back_to_where_they_stood(told):
    raw = as_annotations(told)
    back = laid_on(bare(told), raw, file="a.jsonld")
    assert (back.lost, back.unread) == (0, 0)
    assert marked(back.told) == marked(without_stems(told))
    again = laid_on(back.told, raw, file="a.jsonld")
    assert again.told == back.told  # nothing is laid twice


def test_they_stand_as_the_recommendation_has_them():
    some = evening()
    codes = (*some.codes, CodeTold(ref="joy", name="joy", layer=Layer.HOW))
    put = (*some.codings, CodingTold(code="joy", passage="canal", coder="a"))
    room = some.workshops[0]
    picture = replace(
        room.sources[0],
        ref="poster",
        text="",
        passages=(
            PassageTold(
                ref="corner",
                at=PictureRegion(left=305, top=250, width=400, height=450),
                words="a kettle",
            ),
            PassageTold(ref="laugh", at=TimeSpan(start_ms=1500, end_ms=3250)),
        ),
    )
    room = replace(room, sources=(*room.sources, picture))
    told = replace(some, codes=codes, codings=put, workshops=(room,))
    raw, media = written(told, "jsonld")
    assert media == "application/ld+json"
    body = json.loads(raw)
    assert body["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert body["total"] == 6
    bus, _, canal, _, corner, laugh = body["first"]["items"]
    place, quote = bus["target"]["selector"]
    assert TEXT[place["start"] : place["end"]] == quote["exact"]
    assert quote["suffix"].startswith(" I'd have")
    assert [one["value"] for one in bus["body"]] == ["way home"]
    (tag,) = canal["body"]
    assert tag == {
        "type": "TextualBody",
        "purpose": "tagging",
        "value": "~joy",
        "creator": {"nickname": "a"},
    }
    (region,) = corner["target"]["selector"]
    assert region["value"] == "xywh=percent:30.5,25,40,45"
    assert laugh["target"]["selector"][0]["value"] == "t=1.500,3.250"


def test_words_are_found_in_a_text_that_was_edited_and_what_is_gone_is_counted():
    raw = as_annotations(evening())
    some = bare(evening())
    room = some.workshops[0]
    source = room.sources[0]
    edited = "A line more.\n" + source.text.replace("Owls.", "")
    here = replace(source, text=edited)
    some = replace(some, workshops=(replace(room, sources=(here,)),))
    back = laid_on(some, raw, file="a.jsonld")
    assert (back.added, back.lost) == (3, 1)
    (room,) = back.told.workshops
    for one in room.sources[0].passages:
        assert isinstance(one.at, TextSpan)
        assert edited[one.at.start : one.at.end] == one.at.exact


@pytest.mark.parametrize(
    "target",
    [
        {"source": "x", "selector": {"type": "XPathSelector", "value": "/p[1]"}},
        {"source": "x"},
        "x",
        {"source": "x", "selector": {"type": "FragmentSelector", "value": "t=a,b"}},
        {"selector": {"type": "TextQuoteSelector", "exact": "a"}},
    ],
)
def test_what_does_not_say_what_it_marks_is_counted(target):
    raw = json.dumps([{"type": "Annotation", "target": target}]).encode()
    told = web.read(raw, file="a.jsonld")
    assert (told.annotations, told.unread) == ((), 1)


@pytest.mark.parametrize("raw", [b"{", b'"a"', b"{}", b"[" * 100_000])
def test_other_files_are_refused(raw):
    with pytest.raises(FileNotUnderstood):
        web.read(raw, file="a.jsonld")
