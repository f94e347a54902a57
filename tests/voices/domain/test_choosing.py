"""What somebody did not let be shown leaves in no file, whatever else is told."""

from datetime import date

from hypothesis import given

from tests.voices.projects_by_chance import projects
from weft.voices.domain.anchors import TextSpan
from weft.voices.domain.blanking import GONE
from weft.voices.domain.checking import what_is_wrong
from weft.voices.domain.kinds import Shown
from weft.voices.domain.reading import Reader
from weft.voices.domain.seen import seen_by

TODAY = date(2025, 1, 1)


def kept_back(one, first):
    """The rule in other words: only «show it» lets words be shown that wait."""
    if one.speaker in first:
        return one.choice is not Shown.SHOW
    return one.choice is Shown.COUNT


@given(told=projects())
def test_no_letter_that_was_kept_back_leaves_and_the_rest_holds_together(told):
    first = {one.ref for one in told.speakers if one.chooses_first}
    before = {s.ref: s for room in told.workshops for s in room.sources}
    seen = seen_by(told, reader=Reader.ANYBODY, today=TODAY)
    for source in (one for room in seen.workshops for one in room.sources):
        asked = before[source.ref]
        kept = [one for one in asked.passages if kept_back(one, first)]
        left = {one.ref for one in source.passages}
        assert not left & {one.ref for one in kept}
        hidden = set()
        for one in kept:
            if isinstance(one.at, TextSpan):
                hidden |= set(range(one.at.start, one.at.end))
        for at, letter in enumerate(asked.text):
            assert source.text[at] == (
                GONE if at in hidden and letter != "\n" else letter
            )
        for one in asked.passages:
            if isinstance(one.at, TextSpan) and one.ref in left:
                assert not hidden & set(range(one.at.start, one.at.end))
    assert what_is_wrong(seen) == what_is_wrong(told) == []


@given(told=projects())
def test_who_held_the_room_reads_all_of_it(told):
    rooms = seen_by(told, reader=Reader.HOST, today=TODAY).workshops
    for room, asked in zip(rooms, told.workshops, strict=True):
        assert [(one.text, one.passages) for one in room.sources] in (
            [],
            [(one.text, one.passages) for one in asked.sources],
        )
